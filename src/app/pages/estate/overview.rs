//! How a scheme stands: its score with the parts and their evidence, the trend, and what needs the trustees now.

mod needs;
mod part;
mod trend;
mod weights;

pub use trend::{month_name, noted};

use super::sight::Sight;
use crate::components::{Notice, NoticeKind, Ring, Section, Status, Tone, dynamic};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::estate::score::{Part, Reserve, Score, score};
use model::health::State;
use model::scheme::board::{reserve, weights as weighed};
use model::scheme::{Budget, CapitalItem, Scheme};
use needs::Needs;
use part::PartEvidence;
use trend::ScoreTrend;
use weights::WeightsForm;

/// The overview.
#[component]
pub fn OverviewPart(
    /// What is seen of the scheme.
    sight: Sight,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let scheme = Memo::new(move |_| sight.estate(|estate| estate.scheme()).flatten());
    let reserve = Memo::new(move |_| Held(held(desk, sight, &scheme.get().map(|(_, one)| one).unwrap_or_default())));
    let found = Memo::new(move |_| {
        let weights = scheme.with(|scheme| scheme.as_ref().map(|(_, one)| weighed(one)).unwrap_or_default());
        sight.with(|board| score(board.total(), reserve.get().0, &weights))
    });
    let parts = Part::ALL.iter().map(
        move |part| view! { <PartEvidence sight found part=*part reserve=Signal::derive(move || reserve.get().0) /> },
    );
    view! {
        <Section title=said.score>
            {dynamic(move || found.with(|score| head(desk, score)))}
            <div class="board-parts">{parts.collect_view()}</div>
            <p class="small soft">{said.advice}</p>
        </Section>
        <Needs sight />
        <ScoreTrend sight />
        <WeightsForm sight scheme />
    }
}

/// The reserve, as it is compared.
#[derive(Clone, Copy, PartialEq)]
struct Held(Option<Reserve>);

fn held(desk: Desk, sight: Sight, scheme: &Scheme) -> Option<Reserve> {
    let budgets: Vec<Budget> = sight.letters::<Budget>().into_iter().map(|(_, one)| one).collect();
    reserve(scheme, &sight.letters::<CapitalItem>(), &budgets, desk.today())
}

/// The ring, the band, and how far both can be trusted.
fn head(desk: Desk, found: &Score) -> AnyView {
    let said = desk.words().board();
    let (band, points) = (found.band(), found.health.score);
    let label = points.map_or_else(|| (said.band)(band).to_owned(), |points| (said.of_hundred)(points));
    let text = points.map_or_else(|| "?".to_owned(), |points| points.to_string());
    let held = (found.emergencies > 0)
        .then(|| view! { <Notice kind=NoticeKind::Warn title=(said.held)(found.emergencies) /> });
    view! {
        <div class="board-score">
            <Ring share=points text tone=tone(band) label large=true />
            <div>
                <p class="board-score__band"><Status tone=tone(band) word=(said.band)(band) /></p>
                {points.is_none().then(|| view! { <p>{said.untold}</p> })}
                <p class="small soft">{(said.confidence)(found.health.confidence)}</p>
            </div>
        </div>
        {held}
    }
    .into_any()
}

/// How a band is told.
fn tone(band: State) -> Tone {
    match band {
        State::Good => Tone::Good,
        State::Fair => Tone::Warn,
        State::Poor => Tone::Bad,
        State::Unsure | State::Untold => Tone::Unknown,
    }
}
