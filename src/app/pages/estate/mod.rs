//! A scheme of many homes, as its managers and trustees look after it: how it stands, its units, its people.

mod frame;
mod grid;
mod matrix;
mod overview;
mod paper;
mod sight;
mod start;

pub use frame::{EstateFrame, Part, watched};

use crate::components::{Empty, Glyph, LinkButton, Weight, dynamic};
use crate::desk::use_desk;
use crate::route::Draw;
use grid::GridPart;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use matrix::MatrixPart;
use overview::OverviewPart;
use sight::Sight;
use start::Start;

/// The scheme; by the end of its address how it stands, its units by systems, or by certificates.
#[lazy]
pub fn estate() -> Draw {
    || view! { <EstatePage /> }.into_any()
}

#[component]
fn EstatePage() -> impl IntoView {
    let found = watched(use_desk());
    let sight = Sight::new(found);
    let params = use_params_map();
    let part = Memo::new(move |_| {
        params.with(|params| match params.get_str("id") {
            Some("grid") => Part::Grid,
            Some("matrix") => Part::Matrix,
            _ => Part::Overview,
        })
    });
    let known = Memo::new(move |_| found.with(|found| found.as_ref().map(Option::is_some)));
    let body = move |part: Part| {
        let stands = Memo::new(move |_| {
            known.get().map(|is_there| is_there.then(|| sight.with(|board| board.seats().is_empty())))
        });
        dynamic(move || match stands.get() {
            None => ().into_any(),
            Some(None) => view! { <Start /> }.into_any(),
            Some(Some(true)) => view! { <NoUnits sight /> }.into_any(),
            Some(Some(false)) => match part {
                Part::Grid => view! { <GridPart sight /> }.into_any(),
                Part::Matrix => view! { <MatrixPart sight /> }.into_any(),
                _ => view! { <OverviewPart sight /> }.into_any(),
            },
        })
    };
    dynamic(move || {
        let part = part.get();
        view! { <EstateFrame part found>{body(part)}</EstateFrame> }
    })
}

/// A scheme without units: what there would be.
#[component]
fn NoUnits(
    /// What is seen of it.
    sight: Sight,
) -> impl IntoView {
    let desk = use_desk();
    dynamic(move || {
        let said = desk.words().board();
        sight.is_whole().then(|| {
            let action =
                view! { <LinkButton label=said.empty_action href=Part::Units.href() weight=Weight::Primary /> };
            view! { <Empty glyph=Glyph::LAYERS title=said.empty_title text=said.empty_lead action=action.into_any() /> }
        })
    })
}
