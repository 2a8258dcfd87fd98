//! The workbench of rule 22: items, the years ahead, scenarios, levies, and what goes to the general meeting.

mod budget_form;
mod chart;
mod files;
mod flow;
mod item_form;
mod items;
mod job_form;
mod keep;
mod levies;
mod meeting;
mod scenario_form;
mod scenarios;
mod typed;

use super::{of, unstarted};
use crate::components::{Tab, Tabs, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::NotFound;
use crate::pages::estate::{EstateFrame, Part, watched};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use model::SpaceId;
use model::access::Action;
use model::scheme::Workbench;

/// Where the workbench is.
const PLAN: &str = "/estate/plan";

/// Ends of the addresses of its parts, in the order in which they are offered.
const PARTS: [&str; 5] = ["", "years", "scenarios", "levies", "meeting"];

/// What every part is drawn from. A handle.
#[derive(Clone, Copy)]
struct Seen {
    desk: Desk,
    /// The plan; none where there is no scheme, or before it was read.
    bench: Memo<Option<Workbench>>,
    /// The scheme's space; none for who looks at it by a link, for whom the server makes no files.
    space: Memo<Option<SpaceId>>,
    /// The financial year that is looked at.
    year: Memo<i32>,
    /// Whether one may write in it.
    writes: Memo<bool>,
}

/// The page.
#[component]
pub fn PlanPage() -> impl IntoView {
    let desk = use_desk();
    let (params, query) = (use_params_map(), use_query_map());
    let found = watched(desk);
    let bench = Memo::new(move |_| of(found, |own| Workbench::of(&own.records)).flatten());
    let asked = move |name: &str| query.with(|query| query.get_str(name).map(str::to_owned));
    let today = desk.today();
    let wanted = Memo::new(move |_| asked("year").and_then(|year| year.parse::<i32>().ok()));
    let year = Memo::new(move |_| {
        wanted
            .get()
            .unwrap_or_else(|| bench.with(|bench| bench.as_ref().map_or(today.year(), |bench| bench.first(today))))
    });
    let seen = Seen {
        desk,
        bench,
        space: Memo::new(move |_| of(found, |own| (!own.is_visit).then_some(own.space)).flatten()),
        year,
        writes: Memo::new(move |_| of(found, |own| own.may(Action::Write)).unwrap_or(false)),
    };
    let part = Memo::new(move |_| params.with(|params| params.get_str("id").unwrap_or_default().to_owned()));
    let form = Memo::new(move |_| {
        ["item", "budget", "scenario", "job"].into_iter().find_map(|kind| Some((kind, asked(kind)?)))
    });
    let is_read = Memo::new(move |_| bench.with(Option::is_some));
    let shown = move || {
        is_read.get().then(|| match form.get().filter(|_| seen.writes.get_untracked()) {
            Some(("item", named)) => view! { <item_form::ItemForm seen named /> }.into_any(),
            Some(("budget", named)) => view! { <budget_form::BudgetForm seen named /> }.into_any(),
            Some(("scenario", named)) => view! { <scenario_form::ScenarioForm seen named /> }.into_any(),
            Some((_, named)) => view! { <job_form::JobForm seen named /> }.into_any(),
            None => parts(seen, &part.get(), wanted.get()),
        })
    };
    view! { <EstateFrame part=Part::Plan found>{dynamic(move || unstarted(found))} {dynamic(shown)}</EstateFrame> }
}

/// The part at the end of an address, below the names of all; of another year than the first that is looked at, where one is wanted.
fn parts(seen: Seen, end: &str, wanted: Option<i32>) -> AnyView {
    let said = seen.desk.words().estate_plan();
    let query = wanted.map(|year| format!("?year={year}")).unwrap_or_default();
    let tab = |(name, part): (&'static str, &'static str)| Tab {
        name: name.to_owned(),
        href: if part.is_empty() { format!("{PLAN}{query}") } else { format!("{PLAN}/{part}{query}") },
        current: Signal::stored(part == end),
    };
    let tabs = said.parts.into_iter().zip(PARTS).map(tab).collect();
    let part = match end {
        "" => items::items(seen),
        "years" => flow::years(seen),
        "scenarios" => scenarios::scenarios(seen),
        "levies" => levies::levies(seen),
        "meeting" => meeting::meeting(seen),
        _ => return view! { <NotFound /> }.into_any(),
    };
    view! {
        <Tabs label=said.parts_label tabs />
        <div class="stack stack--loose estate-plan">{part}</div>
    }
    .into_any()
}

/// Draws from the plan, anew whenever it changes.
fn drawn(seen: Seen, draw: impl Fn(&Workbench) -> AnyView + Send + 'static) -> AnyView {
    dynamic(move || seen.bench.with(|bench| bench.as_ref().map(&draw)))
}
