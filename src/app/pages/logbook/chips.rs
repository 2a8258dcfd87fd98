//! The filters of the logbook.

use crate::components::{Chips, Filtered};
use crate::data::timeline;
use crate::desk::use_desk;
use crate::pages::field;
use leptos::prelude::*;
use model::Money;
use model::entry::EntryType;
use model::look::Filter;

/// Amounts from which entries can be looked at, in rand cents.
const COSTS_CENTS: [i64; 5] = [50_000, 100_000, 500_000, 1_000_000, 5_000_000];

/// The filters.
#[component]
pub fn Filters(
    /// What is shown.
    filter: Signal<Filter>,
    /// Shows something else.
    on_change: Callback<Filter>,
) -> impl IntoView {
    let desk = use_desk();
    let (systems, contacts) = (field::systems(desk), field::contacts(desk));
    let years = Memo::new(move |_| desk.library.entries.with(|entries| timeline::years(entries)));
    let one = move |name: &'static str,
                    options: Vec<(String, String)>,
                    get: fn(&Filter) -> Option<String>,
                    set: fn(&mut Filter, &str)| {
        // Only when it is another: a keystroke in the search leaves the chips alone.
        let chosen: Signal<String> = Memo::new(move |_| filter.with(get).unwrap_or_default()).into();
        let on_choose = Callback::new(move |value: String| {
            let mut next = filter.get_untracked();
            set(&mut next, &value);
            on_change.run(next);
        });
        // What an address names and this home does not have is still shown, so that it can be let go.
        let now = chosen.get_untracked();
        let unknown = (!now.is_empty() && options.iter().all(|(value, _)| *value != now))
            .then(|| (now, desk.words().common().unknown.to_owned()));
        let options = options.into_iter().chain(unknown).collect();
        Filtered {
            name: name.to_owned(),
            options,
            chosen,
            on_choose,
            clear: desk.words().logbook().clear_filter.to_owned(),
        }
    };
    let picks = |picks: Vec<crate::components::Pick<model::RecordId>>| {
        picks.into_iter().map(|pick| (pick.value.to_string(), pick.name)).collect::<Vec<_>>()
    };
    let filters = Signal::derive(move || {
        let words = desk.words();
        let said = words.logbook();
        let kinds = EntryType::ALL.iter().map(|sort| (sort.to_string(), (words.choice().entry)(*sort).to_owned()));
        let years = years.get().into_iter().map(|year| (year.to_string(), year.to_string()));
        let costs = COSTS_CENTS
            .iter()
            .map(|cents| (cents.to_string(), (said.cost_from)(&words.money_round(&Money::rand(*cents)))));
        vec![
            one(
                said.kind,
                kinds.collect(),
                |filter| filter.sort.map(|sort| sort.to_string()),
                |filter, value| filter.sort = value.parse().ok(),
            ),
            one(
                said.system,
                picks(systems.get()),
                |filter| filter.system.map(|id| id.to_string()),
                |filter, value| filter.system = value.parse().ok(),
            ),
            one(
                said.year,
                years.collect(),
                |filter| filter.year.map(|year| year.to_string()),
                |filter, value| filter.year = value.parse().ok(),
            ),
            one(
                said.cost,
                costs.collect(),
                |filter| filter.cents_min.map(|cents| cents.to_string()),
                |filter, value| filter.cents_min = value.parse().ok(),
            ),
            one(
                said.contact,
                picks(contacts.get()),
                |filter| filter.contact.map(|id| id.to_string()),
                |filter, value| filter.contact = value.parse().ok(),
            ),
        ]
    });
    view! { <Chips label=desk.words().logbook().filters filters /> }
}
