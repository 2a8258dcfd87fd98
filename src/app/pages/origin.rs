//! Where a record was brought in from, and what its archive claims of it.

use super::moment::moment;
use crate::deeds::origin;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::RecordId;
use model::source;

/// A line that says where a record came from; nothing for one that was written here.
#[component]
pub fn Origin(
    /// The record.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    origin::of(desk, id).map(|source| view! { <p class="small soft">{told(desk, &source)}</p> })
}

/// "Brought in from Homebox", or what an archive claims: "As its archive says: Ann, 14 March 2019, 08:12, number 7".
pub fn told(desk: Desk, source: &source::Origin) -> String {
    let words = desk.words();
    match &source.claimed {
        Some(claimed) => {
            let at = claimed.at.map(|at| moment(desk, at.0.max(0).cast_unsigned())).unwrap_or_default();
            (words.field().claimed)(&claimed.name, &at, &words.number(claimed.rev.cast_signed()))
        }
        None => (words.field().brought_in)(&source.from),
    }
}
