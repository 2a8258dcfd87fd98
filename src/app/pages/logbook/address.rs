//! The filter of the logbook as it stands in the address.

use crate::data::timeline::Filter;
use leptos_router::params::ParamsMap;

/// What an address asks to be shown; what it cannot mean is left out.
pub fn filter(query: &ParamsMap) -> Filter {
    fn one<T: std::str::FromStr>(query: &ParamsMap, name: &str) -> Option<T> {
        query.get_str(name)?.parse().ok()
    }
    Filter {
        query: query.get("q").unwrap_or_default(),
        sort: one(query, "kind"),
        system: one(query, "system"),
        year: one(query, "year"),
        contact: one(query, "contact"),
        cents_min: one(query, "cost").filter(|cents| *cents > 0),
    }
}

/// The end of an address that shows `filter`: empty, or from its question mark on.
pub fn query(filter: &Filter) -> String {
    let Filter { query, sort, system, year, contact, cents_min } = filter;
    let words = Some(query.trim()).filter(|words| !words.is_empty()).map(str::to_owned);
    let parts = [
        ("q", words),
        ("kind", sort.map(|sort| sort.to_string())),
        ("system", system.map(|id| id.to_string())),
        ("year", year.map(|year| year.to_string())),
        ("contact", contact.map(|id| id.to_string())),
        ("cost", cents_min.map(|cents| cents.to_string())),
    ];
    let parts = parts.into_iter().filter_map(|(name, value)| Some((name, value?)));
    parts.collect::<ParamsMap>().to_query_string()
}
