//! The year ahead as a calendar: twelve months, in each how many tasks, which, and what they cost. A table to who hears it.

use crate::components::Section;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::forecast::{Foreseen, Sum, by_month};
use model::task::Task;
use model::{Date, Money};
use std::collections::BTreeMap;

/// Tasks named in a month; the rest is counted.
const NAMED_MAX: usize = 4;

/// The calendar.
#[component]
pub fn Year(
    /// Every round that is foreseen.
    rounds: Memo<Vec<Foreseen>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().plan();
    let head = |name: &'static str| view! { <th scope="col" role="columnheader">{name}</th> };
    let months = move || rounds.with(|rounds| months(desk, rounds));
    view! {
        <Section title=said.year>
            <table class="plan-year" role="table">
                <caption class="unseen">{said.year}</caption>
                <thead class="unseen" role="rowgroup">
                    <tr role="row">{head(said.month)} {head(said.tasks)} {head(said.what)} {head(said.cost)}</tr>
                </thead>
                <tbody class="plan-year__months" role="rowgroup">{months}</tbody>
            </table>
        </Section>
    }
}

fn months(desk: Desk, rounds: &[Foreseen]) -> Vec<AnyView> {
    let today = desk.today();
    let months = by_month(rounds, today).into_iter();
    months.map(|sum| month(desk, sum, titles(desk, rounds, sum, today))).collect()
}

/// What is done in a month, by its title and how often; what is late is to be done in the first.
fn titles(desk: Desk, rounds: &[Foreseen], month: Sum, today: Date) -> BTreeMap<String, (usize, String)> {
    let tasks = desk.library.shelf::<Task>();
    let mut titles = BTreeMap::new();
    for round in rounds {
        let day = round.by.max(today);
        if (day.year(), day.month()) != (month.year, month.month) {
            continue;
        }
        if let Some(task) = tasks.get(&round.task) {
            let title = titles.entry(task.letter.title.clone()).or_insert((0, format!("/tasks/{}", task.id)));
            title.0 += 1;
        }
    }
    titles
}

fn month(desk: Desk, sum: Sum, titles: BTreeMap<String, (usize, String)>) -> AnyView {
    let words = desk.words();
    let said = words.plan();
    let name = format!("{} {}", words.month(sum.month), sum.year);
    let more = titles.len().saturating_sub(NAMED_MAX);
    let named = titles.into_iter().take(NAMED_MAX).map(|(title, (times, href))| {
        let times = (times > 1).then(|| format!(" × {times}"));
        view! { <li><a href=href>{title}</a>{times}</li> }
    });
    let named = named.collect_view();
    let money = |cents: i64| words.money_round(&Money::rand(cents));
    let cost = match sum.max_cents {
        0 => String::new(),
        most => (said.range)(&money(sum.min_cents), &money(most)),
    };
    view! {
        <tr class="plan-year__month" class:plan-year__month--free=sum.rounds == 0 role="row">
            <th class="plan-year__name" scope="row" role="rowheader">{name}</th>
            <td class="plan-year__count" role="cell">{(said.count)(sum.rounds)}</td>
            <td class="plan-year__what" role="cell">
                <ul>{named}</ul>
                {(more > 0).then(|| view! { <span class="soft">{(words.common().and_more)(more)}</span> })}
            </td>
            <td class="plan-year__cost money" role="cell">{cost}</td>
        </tr>
    }
    .into_any()
}
