//! What is looked for in the logbook, as it stands in the address.

use leptos_router::params::ParamsMap;
use model::look::Filter;

/// What an address asks to be shown; what it cannot mean is left out.
pub fn filter(query: &ParamsMap) -> Filter {
    Filter::read(|name| query.get(name))
}

/// The end of an address that says `pairs`: empty, or from its question mark on.
pub fn ending(pairs: Vec<(&'static str, String)>) -> String {
    pairs.into_iter().collect::<ParamsMap>().to_query_string()
}
