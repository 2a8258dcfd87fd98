//! What the plan will cost, drawn from least to most: twelve months, and ten years.

use crate::components::{Range, RangeBars, Section};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::forecast::{Foreseen, Sum, by_month, by_year};
use model::{Money, RecordId};
use std::collections::BTreeSet;

/// The costs.
#[component]
pub fn Costs(
    /// Every round that is foreseen.
    rounds: Memo<Vec<Foreseen>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().plan();
    let months = Signal::derive(move || rounds.with(|rounds| bars(desk, &by_month(rounds, desk.today()))));
    let years = Memo::new(move |_| rounds.with(|rounds| by_year(rounds, desk.today())));
    let unpriced = move || {
        let tasks: BTreeSet<RecordId> =
            rounds.with(|rounds| rounds.iter().filter(|round| round.is_unpriced()).map(|round| round.task).collect());
        (said.unpriced)(tasks.len())
    };
    view! {
        <Section title=said.costs>
            <p class="small soft">{said.cost_note} " " {unpriced}</p>
            <div class="plan__charts">
                <RangeBars caption=said.by_month bars=months />
                <RangeBars caption=said.by_year bars=Signal::derive(move || years.with(|years| bars(desk, years))) />
            </div>
        </Section>
    }
}

fn bars(desk: Desk, sums: &[Sum]) -> Vec<Range> {
    let words = desk.words();
    let longest = sums.iter().map(|sum| sum.max_cents).max().unwrap_or_default().max(1);
    let permille = |cents: i64| u32::try_from(cents.saturating_mul(1000) / longest).unwrap_or(0);
    let money = |cents: i64| words.money_round(&Money::rand(cents));
    let bar = |sum: &Sum| Range {
        name: match sum.month {
            0 => sum.year.to_string(),
            month => format!("{} {}", words.months_short[(month - 1) as usize], sum.year),
        },
        figure: match sum.max_cents {
            0 if sum.unpriced > 0 => words.plan().no_price.to_owned(),
            most => (words.plan().range)(&money(sum.min_cents), &money(most)),
        },
        least_permille: permille(sum.min_cents),
        most_permille: permille(sum.max_cents),
    };
    sums.iter().map(bar).collect()
}
