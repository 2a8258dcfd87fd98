//! Age against expected life.

use crate::block::Status;
use model::Date;
use model::life::{self, Stage};
use model::system::System;
use serde::Serialize;
use words::Words;
use words::told::age_short;

/// How a standing is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// As it should be.
    Good,
    /// Something is to be done before long.
    Warn,
    /// Something is overdue.
    Bad,
    /// Nobody can say.
    Unknown,
}

/// Age against expected life as a ring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ring {
    /// Age over life, per cent; none where one of them is not known.
    pub share: Option<u32>,
    /// Years, in the ring.
    pub text: String,
}

/// How a system stands in its life; none of one that is out of use.
pub(crate) fn told(words: &Words, system: &System, today: Date) -> Option<(Status, Ring)> {
    let age = life::age(system, today);
    let status = Status {
        state: match age.map(|age| age.stage) {
            Some(Stage::Past) => State::Bad,
            Some(Stage::Due) => State::Warn,
            Some(Stage::Within) => State::Good,
            Some(Stage::Unknown) | None => State::Unknown,
        },
        word: words.age_word(age),
        reason: words.age_reason(age, life::expected_life(system)),
    };
    system.in_use().then(|| (status, Ring { share: age.and_then(|age| age.of_life_percent), text: age_short(age) }))
}
