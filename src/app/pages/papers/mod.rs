//! Papers of deals: a quote, a job card, an invoice with where to pay, a statement. They are looked at, printed without a network, or had as PDF.

mod drawn;
mod paper;
mod pay;
mod pdf;
mod statements;

use crate::browser::page as browser;
use crate::components::{Button, Glyph, Weight, dynamic};
use crate::deeds::portal::visited;
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use model::portal::Side;
use model::{RecordId, SpaceId};
use paper::PaperPage;
use statements::StatementsPage;

/// A paper of a deal (`/papers/{deal}?of={record}`), or the statements of a side (`/papers?side=provider&with={key}`).
#[lazy]
pub fn papers() -> Draw {
    || view! { <Asked /> }.into_any()
}

#[component]
fn Asked() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let space = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<SpaceId>().ok()));
    let of = Memo::new(move |_| query.with(|query| query.get_str("of")?.parse::<RecordId>().ok()));
    let side = Memo::new(move |_| query.with(|query| query.get_str("side")?.parse::<Side>().ok()).unwrap_or_default());
    let with = Memo::new(move |_| query.with(|query| query.get_str("with").map(str::to_owned)));
    let shown = move || {
        dynamic(move || match (space.get(), of.get()) {
            (Some(space), Some(of)) => view! { <PaperPage space of /> }.into_any(),
            _ => view! { <StatementsPage side=side.get() with=with.get() /> }.into_any(),
        })
    };
    // Who came by the link of a job was given no home: the style hides its places.
    match untrack(|| visited(use_desk())) {
        Some(_) => view! { <div class="job-alone">{shown()}</div> }.into_any(),
        None => shown().into_any(),
    }
}

/// Opens the browser's print dialog.
#[component]
fn PrintIt() -> impl IntoView {
    let press = Callback::new(move |()| browser::print());
    view! { <Button label=use_desk().words().paper().print glyph=Glyph::PRINTER weight=Weight::Primary on_press=press /> }
}
