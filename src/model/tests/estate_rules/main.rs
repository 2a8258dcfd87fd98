//! The rules of an estate.

mod across;
mod approval;
mod award;
mod board;
mod case;
mod family;
mod grid;
mod holder;
mod matrix;
mod month;
mod outlook;
mod responsibility;
mod score;
mod score_holds;
mod vendor;
mod votes;

use model::{Date, RecordId};
use proptest::prelude::ProptestConfig;
use uuid::Uuid;

/// Few cases, quick: many only where many are asked for.
fn cases() -> ProptestConfig {
    ProptestConfig { cases: 64, ..ProptestConfig::default() }
}

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

#[track_caller]
fn day(text: &str) -> Date {
    text.parse().expect("a date")
}
