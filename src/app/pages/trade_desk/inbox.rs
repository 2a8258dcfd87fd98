//! What is waited for in all jobs: one list, of all sorts or of one.

use super::jobs::{joined, next_href, now};
use crate::components::{Chip, Choice, Empty, Glyph, LinkButton, Row, Rows, Section, Status, Tone, Weight, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::trade::act::back;
use crate::pages::trade::typed::money;
use leptos::prelude::*;
use model::trade_desk::Job;
use model::trade_desk::inbox::{Sort, Waiting, inbox};

/// The inbox.
#[component]
pub fn InboxPart(
    /// All jobs.
    jobs: Signal<Vec<Job>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let all = Memo::new(move |_| jobs.with(|jobs| inbox(jobs, now())));
    let sort = RwSignal::new(None::<Sort>);
    let counts = Memo::new(move |_| all.with(|all| counted(all)));
    let chips = move || {
        let counts = counts.get();
        let chip = |value, name: &str, count| Chip { value, name: (said.counted)(name, count), glyph: None };
        let every = chip(None, said.every_sort, counts.iter().map(|(_, count)| count).sum());
        let own = counts.iter().map(|(sort, count)| chip(Some(*sort), (said.sort)(*sort), *count));
        let options: Vec<Chip<Option<Sort>>> = std::iter::once(every).chain(own).collect();
        (counts.len() > 1).then(|| view! { <Choice legend=said.sorts options value=sort /> })
    };
    let listed = move || {
        // A sort of which nothing is left is not one to be looked at.
        let chosen = sort.get().filter(|sort| counts.with(|counts| counts.iter().any(|(known, _)| known == sort)));
        let waiting: Vec<Waiting> =
            all.get().into_iter().filter(|one| chosen.is_none_or(|sort| one.sort == sort)).collect();
        if waiting.is_empty() {
            return view! { <Empty glyph=Glyph::CHECK title=said.nothing text=said.nothing_lead /> }.into_any();
        }
        let (own, theirs): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|one| one.sort.is_own());
        let part = |title: &'static str, some: Vec<Waiting>| {
            let count = Signal::stored(some.len());
            (!some.is_empty()).then(|| view! { <Section title count>{rows(desk, &some)}</Section> })
        };
        view! { {part(said.on_you, own)} {part(said.on_client, theirs)} }.into_any()
    };
    view! {
        {dynamic(chips)}
        {dynamic(listed)}
    }
}

/// How many there are of each sort that there is.
fn counted(all: &[Waiting]) -> Vec<(Sort, usize)> {
    let count = |sort: &Sort| (*sort, all.iter().filter(|one| one.sort == *sort).count());
    Sort::ALL.iter().map(count).filter(|(_, count)| *count > 0).collect()
}

/// What is waited for, a row each: since when, how much, and what to do next.
pub fn rows(desk: Desk, waiting: &[Waiting]) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    let row = |one: &Waiting| {
        let tone = match one.sort {
            Sort::Overdue | Sort::Missed => Tone::Bad,
            sort if sort.is_own() => Tone::Warn,
            _ => Tone::Info,
        };
        let since = one.since.map_or_else(|| said.not_sent.to_owned(), |day| (said.since)(one.sort, &words.day(day)));
        let about = joined(&[&one.client, &one.suburb, &since]);
        let text = view! { <Status tone word=(said.sort)(one.sort) /> " " {about} }.into_any();
        let end = one.cents.map(|cents| money(words, cents)).into_any();
        let act = (said.next)(one.sort);
        let weight = Weight::Small;
        let actions = view! { <LinkButton label=act href=next_href(one) weight /> }.into_any();
        view! { <Row title=one.title.clone() href=back(one.space) text end actions /> }
    };
    let rows = waiting.iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}
