//! The last step: what is in the logbook now, what was skipped, and which papers to look for next.

use super::papers::{Wanted, wanted};
use super::{Setup, Step};
use crate::browser::focus;
use crate::components::{Drawing, Glyph, Icon, LinkButton, Row, Rows, Section, Weight};
use crate::data::Kept;
use crate::deeds::catalogue::picture;
use leptos::prelude::*;
use model::RecordId;
use model::catalogue::Sort;
use model::system::{System, SystemType};
use std::sync::Arc;
use words::told::made;

/// Papers in the list: what can be looked for in an evening.
const PAPERS_MAX: usize = 8;

/// What was done.
#[component]
pub fn DonePage(setup: Setup) -> impl IntoView {
    let words = setup.desk.words();
    let said = words.setup();
    let cards = setup.progress.with_value(|progress| progress.cards.clone());
    let find = |id: RecordId| untrack(|| setup.desk.library.find::<System>(id));
    let saved: Vec<Arc<Kept<System>>> = cards.iter().filter_map(|card| card.saved.and_then(find)).collect();
    let left: Vec<(usize, SystemType)> =
        cards.iter().enumerate().filter(|(_, card)| card.saved.is_none()).map(|(at, card)| (at, card.sort)).collect();
    if cards.iter().all(|card| !card.is_open()) {
        setup.end();
    }
    focus::after_drawing(".setup__title");
    let title = if saved.is_empty() { said.done_nothing.to_owned() } else { (said.done)(saved.len()) };
    view! {
        <div class="setup-done stack stack--loose">
            <header class="stack stack--tight">
                <h2 class="setup__title" tabindex="-1">{title}</h2>
                {(!saved.is_empty()).then(|| view! { <p class="soft prose">{said.done_lead}</p> })}
                <p class="actions">
                    <LinkButton label=said.open_systems href="/systems" weight=Weight::Primary />
                    <LinkButton label=said.set_up_more href=Step::Choose.address() weight=Weight::Quiet />
                </p>
            </header>
            {papers(setup, &saved)}
            {skipped(setup, left)}
            {added(setup, saved)}
        </div>
    }
}

fn usual(setup: Setup, sort: SystemType) -> Sort {
    setup.catalogue.with_value(|catalogue| catalogue.sort(sort).cloned()).unwrap_or_default()
}

/// What is in the logbook now.
fn added(setup: Setup, saved: Vec<Arc<Kept<System>>>) -> Option<AnyView> {
    let words = setup.desk.words();
    let count = saved.len();
    let row = |system: Arc<Kept<System>>| {
        let letter = &system.letter;
        let lead = view! { <Drawing picture=picture(&usual(setup, letter.sort).picture) /> }.into_any();
        let photo = if letter.files.is_empty() { words.setup().no_photo } else { "" };
        let text =
            [made(letter).as_str(), photo].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
        view! { <Row title=letter.name.clone() href=format!("/systems/{}", system.id) lead text=text.into_any() end /> }
    };
    let rows = saved.into_iter().map(row).collect_view();
    let shown = || {
        view! { <Section title=words.setup().done_saved count=Signal::stored(count)><Rows>{rows}</Rows></Section> }
            .into_any()
    };
    (count > 0).then(shown)
}

/// What was skipped, or not asked yet.
fn skipped(setup: Setup, left: Vec<(usize, SystemType)>) -> Option<AnyView> {
    let words = setup.desk.words();
    let count = left.len();
    let row = |(at, sort): (usize, SystemType)| {
        let Sort { name, picture: drawn, .. } = usual(setup, sort);
        let lead = view! { <Drawing picture=picture(&drawn) /> }.into_any();
        let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
        view! { <Row title=name href=Step::Card(at).address() lead text=words.setup().skipped_text.into_any() end /> }
    };
    let rows = left.into_iter().map(row).collect_view();
    let shown = || {
        view! { <Section title=words.setup().skipped count=Signal::stored(count)><Rows>{rows}</Rows></Section> }
            .into_any()
    };
    (count > 0).then(shown)
}

/// Papers to look for, of what is in the logbook.
fn papers(setup: Setup, saved: &[Arc<Kept<System>>]) -> Option<AnyView> {
    let words = setup.desk.words();
    let systems =
        saved.iter().map(|system| (system.id, system.letter.name.clone(), usual(setup, system.letter.sort).documents));
    let all = wanted(systems);
    let more = all.len().saturating_sub(PAPERS_MAX);
    let row = |wanted: Wanted| {
        let glyph = if wanted.address().starts_with("/certificates") { Glyph::BADGE_CHECK } else { Glyph::FILE_TEXT };
        let lead = view! { <Icon glyph /> }.into_any();
        let end = view! { <Icon glyph=Glyph::PLUS /> }.into_any();
        let names = wanted.systems.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
        view! { <Row title=wanted.name.clone() href=wanted.address() lead text=names.into_any() end /> }
    };
    let any = !all.is_empty();
    let rows = all.into_iter().take(PAPERS_MAX).map(row).collect_view();
    let shown = || {
        view! {
            <Section title=words.setup().papers>
                <Rows>{rows}</Rows>
                {(more > 0).then(|| view! { <p class="soft small">{(words.common().and_more)(more)}</p> })}
            </Section>
        }
        .into_any()
    };
    any.then(shown)
}
