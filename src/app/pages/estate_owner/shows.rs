//! What the scheme is shown: a switch for each part, and what is never shown.

use crate::components::Toggle;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::scheme::Hidden;

/// The parts, in the order in which they are asked: without systems there is nothing to say of their age, their papers, their care or their faults.
const PARTS: [Hidden; 6] =
    [Hidden::Systems, Hidden::Certificates, Hidden::Age, Hidden::Evidence, Hidden::Care, Hidden::Faults];

/// The switches.
#[component]
pub(super) fn Shows(
    /// What is shown.
    shows: RwSignal<Vec<Hidden>>,
    /// A heading above says already what they are.
    #[prop(optional)]
    headed: bool,
) -> impl IntoView {
    let said = use_desk().words().estate_owner();
    let one = move |part: Hidden| {
        let on = Signal::derive(move || shows.with(|shows| shows.contains(&part)));
        let change = Callback::new(move |on: bool| {
            shows.update(|shows| {
                shows.retain(|other| *other != part);
                if on {
                    shows.push(part);
                }
            });
        });
        view! { <Toggle label=(said.part)(part) hint=(said.part_hint)(part) on on_change=change /> }
    };
    view! {
        <fieldset class="choice">
            <legend class=if headed { "unseen" } else { "field__label" }>{said.shows}</legend>
            {PARTS.map(one).collect_view()}
            <p class="small soft">{said.never}</p>
        </fieldset>
    }
}
