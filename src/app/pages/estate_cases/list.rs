//! All cases that one sees: what is due first, then the latest.

use super::Found;
use crate::browser::clock;
use crate::components::{Empty, Glyph, LinkButton, Row, Rows, Status, Tone, Weight, dynamic};
use crate::deeds::estate::OwnEstate;
use crate::deeds::estate_case::OwnCase;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::Instant;
use model::access::Action;
use model::date::{Date, HOME_AHEAD_MINUTES};
use model::estate::case::{State, Terms};

/// The day that it is.
pub(super) fn today() -> Date {
    Instant(clock::now_ms().cast_signed()).date(HOME_AHEAD_MINUTES)
}

/// How a state is shown.
pub(super) fn tone(state: State) -> Tone {
    match state {
        State::Opened | State::Unanswered | State::Appealed => Tone::Warn,
        State::Closed | State::Settled => Tone::Good,
        State::Unopened | State::Withdrawn => Tone::Unknown,
        State::Answered | State::InReview | State::Decided | State::Referred => Tone::Info,
    }
}

#[component]
pub(super) fn List(cases: Found, estate: RwSignal<Option<Option<OwnEstate>>>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_case();
    let opens = Memo::new(move |_| {
        estate.with(|found| found.as_ref().and_then(Option::as_ref).is_some_and(|one| one.may(Action::Read)))
    });
    let new = move || {
        opens.get().then(|| {
            view! { <LinkButton label=said.new href="/estate/cases/new" weight=Weight::Primary glyph=Glyph::PLUS /> }
        })
    };
    dynamic(move || {
        let cases = cases.get()?;
        if cases.is_empty() {
            let action = view! { {dynamic(new)} }.into_any();
            return Some(view! { <Empty glyph=Glyph::MAIL title=said.none text=said.none_lead action /> }.into_any());
        }
        let mut rows: Vec<(Option<Date>, AnyView)> = cases.iter().map(|case| row(desk, case)).collect();
        rows.sort_by_key(|(due, _)| (due.is_none(), *due));
        let rows = rows.into_iter().map(|(_, row)| row).collect_view();
        Some(view! { <div>{dynamic(new)}</div> <Rows>{rows}</Rows> }.into_any())
    })
}

/// A case in a list: by when something has to be done, and its row.
pub fn row(desk: Desk, case: &OwnCase) -> (Option<Date>, AnyView) {
    let words = desk.words();
    let said = words.estate_case();
    let (thread, today) = (case.thread(), today());
    let known = thread.case();
    let (state, due) = (known.state(&Terms::default(), today), known.due(&Terms::default(), today));
    let matter = thread.matter.map(|(_, matter)| matter).unwrap_or_default();
    let until = due.map(|due| (said.due)((said.act)(due.act), &who(desk, due.roles), &words.day(due.by)));
    let parts = [matter.unit_name, until.unwrap_or_default()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let end = view! { <Status tone=tone(state) word=(said.state)(state) /> }.into_any();
    let href = format!("/estate/cases/{}", case.space);
    (due.map(|due| due.by), view! { <Row title=matter.title href text=text.into_any() end /> }.into_any())
}

/// Several roles, in words.
pub(super) fn who(desk: Desk, roles: &[model::estate::case::Role]) -> String {
    let said = desk.words().estate_case();
    roles.iter().map(|role| (said.role)(*role)).collect::<Vec<_>>().join(" / ")
}
