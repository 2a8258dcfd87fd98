//! What suppliers may expect: the owner of a home agrees that it is counted, and a supplier reads by a link what was published.

mod agree;
mod needed;

use crate::route::{Draw, ends_with};
use agree::AgreePage;
use leptos::prelude::*;
use needed::NeededPage;

/// Agreeing, or the supplier's page. They are one page of the table, so that the first download has one function for both.
#[lazy]
pub fn supply() -> Draw {
    || match ends_with("agree") {
        true => view! { <AgreePage /> }.into_any(),
        false => view! { <NeededPage /> }.into_any(),
    }
}

/// Sentences, an item each.
fn sentences(lines: &[&'static str]) -> AnyView {
    let items = lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    view! { <ul class="supply__list">{items}</ul> }.into_any()
}
