//! What can be done together, and the call-outs that were made of it.

use super::Found;
use super::known::{all, inventories, read};
use crate::components::{Button, Chip, Choice, Empty, Glyph, Icon, Row, Rows, Section, Status, Tone, Weight, dynamic};
use crate::deeds::estate::OwnEstate;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::access::Action;
use model::scheme::Bundle;
use model::scheme::bundle::{Together, together};
use model::scheme::joining::answers;

/// Days within which what is done together may be due.
const WINDOWS: [u32; 4] = [14, 30, 60, 90];

/// The part.
#[component]
pub fn BundlesPart(found: Found) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let window = RwSignal::new(WINDOWS[1]);
    let form = Form::new();
    let navigate = use_navigate();
    let ask = Callback::new(move |one: Together| {
        let navigate = navigate.clone();
        let window = window.get_untracked();
        form.run(async move { deeds::ask(desk, &one, window).await }, move |id| {
            navigate(&format!("/estate/work/{id}"), leptos_router::NavigateOptions::default());
        });
    });
    let chip = |days| Chip { value: days, name: (said.days)(days), glyph: None };
    let can = move || read(found, |estate| candidates(desk, estate, window.get(), ask, form));
    let made = move || read(found, |estate| made(desk, estate));
    view! {
        <Section title=said.can>
            <p class="soft">{said.can_lead}</p>
            <Choice legend=said.window options=WINDOWS.map(chip).to_vec() value=window />
            {dynamic(can)}
        </Section>
        <Section title=said.call_outs>{dynamic(made)}</Section>
    }
}

fn candidates(desk: Desk, estate: &OwnEstate, window: u32, ask: Callback<Together>, form: Form) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let open: Vec<Bundle> = all::<Bundle>(&estate.records).into_iter().map(|(_, bundle)| bundle).collect();
    let found = together(&inventories(estate), &open, window, desk.today());
    if found.is_empty() {
        return view! { <Empty glyph=Glyph::LAYERS title=said.can_none text=said.can_none_lead /> }.into_any();
    }
    let may = estate.may(Action::Write);
    let row = |one: Together| {
        let units = (said.units)(one.bundle.units().len());
        let at = one.sort.map(|sort| (words.choice().system)(sort).to_owned());
        let by = (said.by)(&words.day_short(one.bundle.by));
        let text = [Some(units), at, Some(by)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let title = one.title.clone();
        let press = Callback::new(move |()| ask.run(one.clone()));
        let button = may.then(|| {
            view! { <Button label=said.ask_owners weight=Weight::Small busy=form.busy() on_press=press /> }.into_any()
        });
        let lead = view! { <Icon glyph=Glyph::WRENCH /> }.into_any();
        view! { <Row title lead text=text.into_any() actions=button.into_any() /> }
    };
    let rows = found.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

fn made(desk: Desk, estate: &OwnEstate) -> AnyView {
    let said = desk.words().work();
    let mut bundles = all::<Bundle>(&estate.records);
    bundles.sort_by_key(|(_, bundle)| (bundle.done_on.is_some(), bundle.by));
    if bundles.is_empty() {
        return view! { <Empty glyph=Glyph::USERS title=said.call_outs_none text=said.call_outs_none_lead /> }
            .into_any();
    }
    let row = |(id, bundle): (RecordId, Bundle)| {
        let end = status(desk, estate, id, &bundle);
        let units = (said.units)(bundle.units.len());
        let by = bundle.by.map(|day| (said.by)(&desk.words().day_short(day)));
        let text = [Some(units), by].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! { <Row title=bundle.title href=format!("/estate/work/{id}") text=text.into_any() end /> }
    };
    let rows = bundles.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

/// How a call-out stands.
pub fn status(desk: Desk, estate: &OwnEstate, id: RecordId, bundle: &Bundle) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let (tone, word) = match (bundle.done_on, bundle.ordered_on) {
        (Some(day), _) => (Tone::Good, (said.done_on)(&words.day_short(day))),
        (None, Some(_)) => {
            let day = bundle.day.map(|day| (said.ordered_for)(&words.day_short(day)));
            (Tone::Info, day.unwrap_or_else(|| said.ordered.to_owned()))
        }
        (None, None) => {
            let answers = answers(&estate.records, id);
            let some = bundle.units.iter().filter(|unit| answers.contains_key(unit)).count();
            (Tone::Unknown, (said.answered)(some, bundle.units.len()))
        }
    };
    view! { <Status tone word /> }.into_any()
}
