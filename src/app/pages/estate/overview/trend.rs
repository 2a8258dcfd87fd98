//! How the scheme stood month by month.

use crate::components::{Bar, Bars, Section};
use crate::desk::use_desk;
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::Date;
use model::estate::month::{Month, trend};
use model::scheme::Tally;
use words::Words;

/// Months that are shown.
const MONTHS: u32 = 12;

/// The score of twelve months, drawn in its table.
#[component]
pub fn ScoreTrend(
    /// What is seen of the scheme.
    sight: Sight,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let bars = move || {
        let words = desk.words();
        let bar = |(month, score): (Month, Option<u32>)| Bar {
            name: month_name(words, month),
            figure: score.map_or_else(|| said.not_noted.to_owned(), said.of_hundred),
            share_permille: score.unwrap_or(0) * 10,
        };
        trend(&noted(sight, |tally| tally.score), desk.today(), MONTHS).into_iter().map(bar).collect::<Vec<_>>()
    };
    view! { <Section title=said.trend><Bars caption=said.score bars=Signal::derive(bars) /></Section> }
}

/// What was noted of something, and when.
pub fn noted<T: Copy>(sight: Sight, of: impl Fn(&Tally) -> Option<T>) -> Vec<(Date, T)> {
    let tallies = sight.letters::<Tally>();
    tallies.iter().filter_map(|(_, tally)| Some((tally.on?, of(tally)?))).collect()
}

/// "Nov 2026".
pub fn month_name(words: &Words, month: Month) -> String {
    format!("{} {}", words.months_short[(month.month() - 1) as usize], month.year())
}
