//! Warranties: the list, and beside it what the law gives on repairs and on a new home.

use super::law::{by_law, clocks};
use super::warranty::One;
use crate::components::{Empty, Glyph, Icon, LinkButton, Ring, Row, Rows, Section, Status, Tone, Weight};
use crate::data::{Kept, Key, sorted, warranty_clock};
use crate::deeds::claim;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::access::Action;
use model::warranty::{Clock, State, Warranty};
use model::{Date, RecordId};
use std::sync::Arc;

/// Days before its end from which a warranty is worth a look.
const SOON_DAYS: i64 = 60;

/// Warranties.
pub fn warranties() -> Draw {
    || {
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok())));
        view! {
            {move || match id.get() {
                None => view! { <List /> }.into_any(),
                Some(id) => view! { <One id /> }.into_any(),
            }}
        }
        .into_any()
    }
}

/// How a warranty stands: its tone, and in words.
pub(super) fn standing(desk: Desk, clock: &Clock, today: Date) -> (Tone, String) {
    let words = desk.words();
    let said = words.warranty();
    match (clock.state(today), clock.ends) {
        (State::Runs, Some(ends)) => left(desk, ends, today),
        (State::Ended, Some(ends)) => (Tone::Unknown, (words.care().ended)(&words.day(ends))),
        (State::Void, _) => (Tone::Bad, (said.state)(State::Void).to_owned()),
        (State::Ahead, _) => (Tone::Info, (said.state)(State::Ahead).to_owned()),
        (_, _) => (Tone::Unknown, words.care().end_unknown.to_owned()),
    }
}

/// How much is left until a day that has not passed.
pub(super) fn left(desk: Desk, ends: Date, today: Date) -> (Tone, String) {
    let days = ends.days_since(today);
    let tone = if days <= SOON_DAYS { Tone::Warn } else { Tone::Good };
    (tone, (desk.words().care().ends_in)(days))
}

/// A warranty and when it runs.
type Timed = (Arc<Kept<Warranty>>, Clock);

#[component]
fn List() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let today = desk.today();
    let claims = claim::all(desk);
    let parts = Memo::new(move |_| {
        let shelf = desk.library.shelf::<Warranty>();
        let timed = |warranty: Arc<Kept<Warranty>>| {
            let clock = warranty_clock(&desk.library, &warranty, &claims);
            (warranty, clock)
        };
        let all: Vec<Timed> = shelf.values().map(timed).collect();
        let all = sorted(all, |(warranty, clock)| Key::of_day(clock.ends, warranty.id));
        let (void, all): (Vec<Timed>, _) = all.into_iter().partition(|(_, clock)| clock.state(today) == State::Void);
        let (mut ended, running): (Vec<Timed>, Vec<Timed>) =
            all.into_iter().partition(|(_, clock)| clock.state(today) == State::Ended);
        ended.reverse();
        (running, ended, void)
    });
    let part = move |title: &'static str, all: Vec<Timed>| {
        let count = all.len();
        let rows = all.into_iter().map(|timed| row(desk, timed, today)).collect::<Vec<_>>();
        (count > 0).then(|| view! { <Section title count=Signal::derive(move || count)><Rows>{rows}</Rows></Section> })
    };
    let add = move |weight| view! { <LinkButton label=words.care().add_warranty href="/warranties/new" weight glyph=Glyph::PLUS /> };
    let may = desk.may(Action::Write);
    let list = move || {
        let (running, ended, void) = parts.get();
        if running.is_empty() && ended.is_empty() && void.is_empty() {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! {
                <Empty glyph=Glyph::SHIELD_CHECK title=words.care().no_warranties text=words.care().no_warranties_lead action />
                {clocks(desk, today, None)}
                {by_law(desk, today, None)}
            }
            .into_any();
        }
        view! {
            {part(words.care().running, running)}
            {clocks(desk, today, None)}
            {by_law(desk, today, None)}
            {part(words.care().run_out, ended)}
            {part(words.warranty().voided, void)}
        }
        .into_any()
    };
    view! {
        <Page title=words.frame().warranties wide=true class="stack stack--loose" actions=may.then(|| add(Weight::Quiet)).into_any()>
            {list}
            <p class="section__note">{words.care().warranties_note}</p>
        </Page>
    }
}

fn row(desk: Desk, (warranty, clock): Timed, today: Date) -> AnyView {
    let words = desk.words();
    let (tone, state) = standing(desk, &clock, today);
    let ends = clock.ends.filter(|ends| *ends >= today && clock.void.is_none());
    let ends = ends.map(|ends| (words.outlook().ends)(&words.day(ends))).unwrap_or_default();
    let moved = clock.moved_by.map(|_| format!(" · {}", words.warranty().moved));
    let cover = (words.choice().cover)(warranty.letter.cover);
    let lead = view! { <Ring share=clock.share(today) text="" tone label=state.clone() /> }.into_any();
    let text = view! { <Status tone word=state /> " " {ends} {moved} " · " {cover} }.into_any();
    let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
    view! { <Row title=warranty.letter.title.clone() href=format!("/warranties/{}", warranty.id) lead text end /> }
        .into_any()
}
