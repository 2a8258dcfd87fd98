//! The zones of the home: a list with a box for a new one, and the form of one there is.

mod boxes;
mod edit;

use super::form::Form;
use super::{Page, use_toaster};
use crate::components::{Button, Empty, Glyph, LinkButton, Row, Rows, Section, Weight, When};
use crate::data::by_name;
use crate::deeds::record;
use crate::desk::use_desk;
use crate::route::Draw;
use boxes::{Boxes, Questions};
pub use edit::zone_form;
use leptos::prelude::*;
use model::access::Action;
use model::system::System;
use model::zone::Zone;

/// The zones of the home.
pub fn zones() -> Draw {
    || view! { <All /> }.into_any()
}

#[component]
fn All() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let is_empty = Memo::new(move |_| desk.library.shelf::<Zone>().is_empty());
    let rows = move || {
        let words = desk.words();
        let zones = desk.library.shelf::<Zone>();
        let systems = desk.library.shelf::<System>();
        let named: Vec<_> = zones.keys().map(|id| (super::systems::zone_name(&zones, *id), *id)).collect();
        let named = by_name(named, |(name, _)| name);
        let row = |(name, id): (String, model::RecordId)| {
            let its = |system: &std::sync::Arc<crate::data::Kept<System>>| {
                system.letter.in_use() && system.letter.zone == Some(id)
            };
            let text = (words.zone().systems)(systems.values().filter(its).count());
            let edit = desk.may(Action::Write).then(|| {
                let label = (words.zone().edit_named)(&name);
                view! { <LinkButton label href=format!("/zones/{id}/edit") weight=Weight::Quiet glyph=Glyph::PENCIL icon_only=true /> }
            });
            view! { <Row title=name text=text.into_any() end=edit.into_any() /> }
        };
        named.into_iter().map(row).collect_view()
    };
    let trail = vec![("/systems".to_owned(), words.frame().systems.to_owned())];
    view! {
        <Page title=words.zone().title named=true back=("/systems".to_owned(), words.common().back.to_owned()) trail wide=true class="zones stack stack--loose">
            <When is=Signal::derive(move || is_empty.get())>
                <Empty glyph=Glyph::MAP_PIN title=desk.words().zone().none text=desk.words().zone().lead />
            </When>
            <When is=Signal::derive(move || !is_empty.get())><Rows>{rows}</Rows></When>
            <When is=Signal::derive(move || desk.may(Action::Write))><New /></When>
        </Page>
    }
}

/// The box for a new one; empty again once that is kept.
#[component]
fn New() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let form = Form::new();
    let round = RwSignal::new(0u32);
    let boxes = move || {
        round.track();
        let boxes = Boxes::of(&Zone::default());
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let zone = boxes.zone(&Zone::default());
            let said = (desk.words().system_form().added)(&zone.name);
            form.run(async move { record::add(desk, &zone).await }, move |_| {
                toaster.say(said);
                round.update(|round| *round += 1);
            });
        };
        view! {
            <form class="form" novalidate on:submit=submit>
                <Questions boxes form known=None />
                <div class="actions">
                    <Button label=desk.words().zone().add weight=Weight::Primary glyph=Glyph::PLUS submit=true busy=form.busy() />
                </div>
            </form>
        }
    };
    view! { <Section title=words.zone().new><div class="zones__new">{boxes}</div></Section> }
}
