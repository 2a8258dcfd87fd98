//! Who has to see to what in a scheme, by which rule, and where a fault goes.

mod fault;
mod map;
mod quote;
mod read;
mod rules;
mod sited;

use super::{of, unstarted};
use crate::components::{Tab, Tabs, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::NotFound;
use crate::pages::estate::{EstateFrame, Part, watched};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::access::Action;
use read::Sites;

/// Where the pages are.
const DUTIES: &str = "/estate/duties";

/// Ends of the addresses of the parts, in the order in which they are offered.
const PARTS: [&str; 4] = ["", "sited", "rules", "fault"];

/// What every part is drawn from. A handle.
#[derive(Clone, Copy)]
struct Seen {
    desk: Desk,
    /// The scheme with its units and their systems; none before it was read, or where there is none.
    sites: Memo<Option<Sites>>,
    /// Whether one may write in it.
    writes: Memo<bool>,
}

/// The page.
#[component]
pub fn DutiesPage() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let found = watched(desk);
    let seen = Seen {
        desk,
        sites: Memo::new(move |_| of(found, Sites::of).flatten()),
        writes: Memo::new(move |_| of(found, |own| own.may(Action::Write)).unwrap_or(false)),
    };
    let part = Memo::new(move |_| params.with(|params| params.get_str("id").unwrap_or_default().to_owned()));
    let is_read = Memo::new(move |_| seen.sites.with(Option::is_some));
    let shown = move || is_read.get().then(|| parts(seen, &part.get()));
    view! { <EstateFrame part=Part::Duties found>{dynamic(move || unstarted(found))} {dynamic(shown)}</EstateFrame> }
}

fn parts(seen: Seen, end: &str) -> AnyView {
    let said = seen.desk.words().estate_duties();
    let tab = |(name, part): (&'static str, &'static str)| Tab {
        name: name.to_owned(),
        href: if part.is_empty() { DUTIES.to_owned() } else { format!("{DUTIES}/{part}") },
        current: Signal::stored(part == end),
    };
    let tabs = said.parts.into_iter().zip(PARTS).map(tab).collect();
    let part = match end {
        "" => map::map(seen),
        "sited" => sited::sited(seen),
        "rules" => rules::rules(seen),
        "fault" => fault::fault(seen),
        _ => return view! { <NotFound /> }.into_any(),
    };
    view! {
        <Tabs label=said.parts_label tabs />
        <div class="stack stack--loose estate-plan">{part}</div>
    }
    .into_any()
}
