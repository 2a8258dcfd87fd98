//! A scheme as owners of its units see it: linking a logbook, and what the scheme says and asks.

mod bundles;
mod cases;
mod link;
mod scheme;
mod shows;

use crate::route::{Draw, ends_with};
use leptos::prelude::*;
use link::LinkPage;
use scheme::SchemePage;

/// Linking a logbook, or the scheme of the open home.
#[lazy]
pub fn estate_owner() -> Draw {
    || match ends_with("link") {
        true => view! { <LinkPage /> }.into_any(),
        false => view! { <SchemePage /> }.into_any(),
    }
}
