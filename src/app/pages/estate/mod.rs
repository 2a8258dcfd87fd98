//! A scheme of many homes, as its managers and trustees look after it: how it stands, its units, its people.

mod frame;
mod start;

pub use frame::{EstateFrame, Part, watched};

use crate::components::dynamic;
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;
use start::Start;

/// The scheme; by the end of its address how it stands or another part of it.
#[lazy]
pub fn estate() -> Draw {
    || view! { <EstatePage /> }.into_any()
}

#[component]
fn EstatePage() -> impl IntoView {
    let desk = use_desk();
    let found = watched(desk);
    let known = Memo::new(move |_| found.with(|found| found.as_ref().map(Option::is_some)));
    let body = move || {
        known.get().map(|is_there| match is_there {
            false => view! { <Start /> }.into_any(),
            true => ().into_any(),
        })
    };
    view! { <EstateFrame part=Part::Overview found>{dynamic(body)}</EstateFrame> }
}
