//! Which systems get a label, and renewing the one that a system has.

use super::Order;
use crate::components::{Button, Dialog, Section, Toggle, Weight, dynamic};
use crate::deeds::label;
use crate::desk::Desk;
use crate::pages::systems::zone_name;
use crate::pages::{undo, use_toaster};
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::look::folded;
use model::system::System;
use model::zone::Zone;
use std::collections::BTreeSet;

/// A system as its label names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    /// The system.
    pub(super) id: RecordId,
    /// Its name.
    pub(super) name: String,
    /// The zone it stands in, with those above it; empty for none.
    pub(super) zone: String,
}

/// The systems in use, by zone and name; those in no zone come last.
pub(super) fn in_use(desk: Desk) -> Vec<Labelled> {
    let zones = desk.library.shelf::<Zone>();
    let shelf = desk.library.shelf::<System>();
    let labelled = |system: &std::sync::Arc<crate::data::Kept<System>>| {
        let zone = system.letter.zone.filter(|zone| zones.contains_key(zone));
        let zone = zone.map(|zone| zone_name(&zones, zone)).unwrap_or_default();
        Labelled { id: system.id, name: system.letter.name.clone(), zone }
    };
    let mut systems: Vec<Labelled> =
        shelf.values().filter(|system| system.letter.in_use()).map(|system| labelled(&system)).collect();
    systems
        .sort_by_cached_key(|system| (system.zone.is_empty(), folded(&system.zone), folded(&system.name), system.id));
    systems
}

/// The list to choose from.
#[component]
pub(super) fn Systems(order: Order) -> impl IntoView {
    let said = order.desk.words().label();
    let asked = RwSignal::new(None::<Labelled>);
    let open = RwSignal::new(false);
    let ask = Callback::new(move |system: Labelled| {
        asked.set(Some(system));
        open.set(true);
    });
    let list = move || order.systems().into_iter().map(|system| row(order, system, ask)).collect_view();
    let choose = move |all: bool| {
        let chosen = if all { order.systems().iter().map(|system| system.id).collect() } else { BTreeSet::new() };
        order.chosen.set(chosen);
    };
    view! {
        <Section title=said.systems count=Signal::derive(move || order.printed().len())>
            <div class="line">
                <Button label=said.all weight=Weight::Small on_press=Callback::new(move |()| choose(true)) />
                <Button label=said.none weight=Weight::Small on_press=Callback::new(move |()| choose(false)) />
            </div>
            <ul class="rows labels__systems">{dynamic(list)}</ul>
            <Renew order asked open />
        </Section>
    }
}

fn row(order: Order, system: Labelled, ask: Callback<Labelled>) -> AnyView {
    let words = order.desk.words();
    let said = words.label();
    let id = system.id;
    let label = order.labels.with(|labels| labels.get(&id).cloned());
    let made = label.as_ref().and_then(|label| label.made).map(|made| (said.made)(&words.day_short(made)));
    let state = made.unwrap_or_else(|| said.unmade.to_owned());
    let hint = if system.zone.is_empty() { state } else { format!("{} · {state}", system.zone) };
    let on = Signal::derive(move || order.chosen.with(|chosen| chosen.contains(&id)));
    let choose = Callback::new(move |wanted: bool| {
        order.chosen.update(|chosen| {
            if wanted {
                chosen.insert(id);
            } else {
                chosen.remove(&id);
            }
        });
    });
    let name = system.name.clone();
    let renew = (label.is_some() && order.desk.may(Action::Write)).then(|| {
        let label = (said.renew_named)(&system.name);
        let press = Callback::new(move |()| ask.run(system.clone()));
        let glyph = crate::components::Glyph::REFRESH_CW;
        view! { <Button label weight=Weight::Quiet glyph icon_only=true on_press=press /> }
    });
    view! { <li class="labels__system"><Toggle label=name hint on on_change=choose />{renew}</li> }.into_any()
}

/// Asks once before a label is renewed.
#[component]
fn Renew(order: Order, asked: RwSignal<Option<Labelled>>, open: RwSignal<bool>) -> impl IntoView {
    let desk = order.desk;
    let words = desk.words();
    let toaster = use_toaster();
    let renew = Callback::new(move |()| {
        open.set(false);
        let Some(system) = asked.get_untracked() else { return };
        undo::tell(desk, toaster, async move {
            label::renew(desk, system.id).await?;
            order.made.update(|made| *made += 1);
            order.chosen.update(|chosen| {
                chosen.insert(system.id);
            });
            toaster.say((desk.words().label().renewed)(&system.name));
            Ok(())
        });
    });
    let question = move || asked.get().map(|system| (desk.words().label().renew_named)(&system.name));
    view! {
        <Dialog open title=words.label().renew close=words.common().close>
            <div class="stack">
                <p><strong>{question}</strong></p>
                <p>{words.label().renew_body}</p>
                <div class="actions">
                    <Button label=words.label().renew weight=Weight::Danger on_press=renew />
                    <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(false)) />
                </div>
            </div>
        </Dialog>
    }
}
