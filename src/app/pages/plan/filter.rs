//! The filters of the plan: by system, by who does it, by the sort of system; kept in the address.

use super::people::people;
use crate::components::{Chips, Filtered};
use crate::data::Coming;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use model::RecordId;
use model::system::{System, SystemType};
use model::task::Task;
use std::collections::BTreeSet;

/// What the plan is filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Wanted {
    system: String,
    who: String,
    sort: String,
}

impl Wanted {
    /// What the address asks for.
    pub fn asked() -> Memo<Self> {
        let query = use_query_map();
        let one = move |name: &str| query.with(|query| query.get(name)).unwrap_or_default();
        Memo::new(move |_| Self { system: one("system"), who: one("who"), sort: one("type") })
    }

    /// Whether a task is shown.
    pub fn fits(&self, desk: Desk, task: &Task) -> bool {
        let system = self.system.parse::<RecordId>().ok();
        let sort = self.sort.parse::<SystemType>().ok();
        let systems = desk.library.shelf::<System>();
        let of_sort =
            |sort| task.systems.iter().any(|id| systems.get(id).is_some_and(|system| system.letter.sort == sort));
        system.is_none_or(|system| task.systems.contains(&system))
            && sort.is_none_or(of_sort)
            && (self.who.is_empty() || people(desk, task).contains(&self.who))
    }

    fn address(&self) -> String {
        let pairs = [("system", &self.system), ("who", &self.who), ("type", &self.sort)];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let query = given.map(|(name, value)| (name, value.clone())).collect::<leptos_router::params::ParamsMap>();
        format!("/plan{}", query.to_query_string())
    }
}

/// The filters: what the tasks of the plan have.
#[component]
pub fn Filters(
    /// What is due, unfiltered.
    all: Memo<Vec<Coming>>,
    /// What it is filtered by.
    wanted: Memo<Wanted>,
) -> impl IntoView {
    let desk = use_desk();
    let navigate = use_navigate();
    let go = Callback::new(move |wanted: Wanted| {
        navigate(&wanted.address(), NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    let one = move |name: &'static str, options: Vec<(String, String)>, get: fn(&mut Wanted) -> &mut String| {
        let chosen = Signal::derive(move || get(&mut wanted.get()).clone());
        let on_choose = Callback::new(move |value: String| {
            let mut next = wanted.get_untracked();
            *get(&mut next) = value;
            go.run(next);
        });
        Filtered { name: name.to_owned(), options, chosen, on_choose, clear: desk.words().common().remove.to_owned() }
    };
    let filters = Signal::derive(move || {
        let words = desk.words();
        let said = words.plan();
        let all = all.get();
        let shelf = desk.library.shelf::<System>();
        let named: BTreeSet<RecordId> = all.iter().flat_map(|coming| coming.task.letter.systems.clone()).collect();
        let systems: Vec<_> = named.iter().filter_map(|id| shelf.get(id)).collect();
        let sorts: BTreeSet<SystemType> = systems.iter().map(|system| system.letter.sort).collect();
        let people: BTreeSet<String> = all.iter().flat_map(|coming| people(desk, &coming.task.letter)).collect();
        let systems = crate::data::by_name(systems, |system| &system.letter.name);
        let systems = systems.into_iter().map(|system| (system.id.to_string(), system.letter.name.clone()));
        let sorts = sorts.into_iter().map(|sort| (sort.to_string(), (words.choice().system)(sort).to_owned()));
        vec![
            one(said.system, systems.collect(), |wanted| &mut wanted.system),
            one(said.who, people.into_iter().map(|name| (name.clone(), name)).collect(), |wanted| &mut wanted.who),
            one(said.sort, sorts.collect(), |wanted| &mut wanted.sort),
        ]
    });
    view! { <Chips label=desk.words().field().filters filters /> }
}
