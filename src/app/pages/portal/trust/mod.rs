//! What a provider is worth to a home: their registrations, what was said of their jobs, what they may see, what was paid before, and the words of the trade
//! explained. A module of its own: what is read first stands before it is there, and the home screen loads none of the portal for it.

mod consent;
mod ends;
mod fair;
mod known;
mod others;
mod registered;
mod review;
mod terms;
mod waiting;

use super::act::Open;
use super::deal::Typed;
use crate::components::dynamic;
use crate::route::{Draw, Later};
use consent::Pipeline;
use ends::Ends;
use fair::Fair;
use known::Known;
use leptos::prelude::*;
use model::RecordId;
use others::Others;
use registered::Registered;
use review::Reviewed;
use terms::Terms;
use waiting::Waiting;

/// What of it is drawn.
#[derive(Clone)]
pub enum Part {
    /// What stands between the home and the provider of a deal.
    Deal(Box<Open>, Typed),
    /// The link of a deal, and its end.
    Ends(Box<Open>, Typed),
    /// What the home paid before for what a quote offers.
    Fair(Box<Open>, RecordId),
    /// What the home knows of the contacts that are chosen.
    Known(RwSignal<Vec<RecordId>>),
    /// The trade's terms in a text.
    Terms(String),
    /// What waits for the client on the home screen, and how many deals that are.
    Waiting(RwSignal<Option<usize>>),
}

/// A part, as soon as its module is there.
pub fn part(part: Part) -> AnyView {
    let later = Later::new(|| Box::pin(portal_trust()));
    dynamic(move || {
        provide_context(part.clone());
        later.drawn()
    })
}

/// Drawn with a [`Part`] in its context.
#[lazy]
pub fn portal_trust() -> Draw {
    || match expect_context() {
        Part::Deal(open, typed) => view! {
            <Others open=(*open).clone() />
            <Registered open=(*open).clone() typed />
            <Reviewed open=(*open).clone() typed />
            <Pipeline open=*open />
        }
        .into_any(),
        Part::Ends(open, typed) => view! { <Ends open=*open typed /> }.into_any(),
        Part::Fair(open, of) => view! { <Fair open=*open of /> }.into_any(),
        Part::Known(whom) => view! { <Known whom /> }.into_any(),
        Part::Terms(text) => view! { <Terms text /> }.into_any(),
        Part::Waiting(count) => view! { <Waiting count /> }.into_any(),
    }
}
