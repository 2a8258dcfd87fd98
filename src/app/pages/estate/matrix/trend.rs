//! How many certificates were good, month by month.

use crate::components::{Bar, Bars, Section};
use crate::desk::use_desk;
use crate::pages::estate::overview::noted;
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::estate::month::trend;
use model::scheme::Tally;

/// Months that are shown.
const MONTHS: u32 = 12;

/// The share of certificates for safety that were good, of those that were asked for.
#[component]
pub fn PaperTrend(
    /// What is seen of the scheme.
    sight: Sight,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let bars = move || {
        let words = desk.words();
        let counts = |tally: &Tally| Some((tally.fine, tally.fine + tally.lacking + tally.unknown));
        let bar = |(month, found): (_, Option<(u32, u32)>)| {
            let (percent, figure) = match found {
                Some((fine, asked)) if asked > 0 => {
                    let percent = fine * 100 / asked;
                    (percent, (said.paper_share)(percent, fine, asked))
                }
                _ => (0, said.not_noted.to_owned()),
            };
            Bar { name: crate::pages::estate::overview::month_name(words, month), figure, share_permille: percent * 10 }
        };
        trend(&noted(sight, counts), desk.today(), MONTHS).into_iter().map(bar).collect::<Vec<_>>()
    };
    view! { <Section title=said.trend><Bars caption=said.paper_trend bars=Signal::derive(bars) /></Section> }
}
