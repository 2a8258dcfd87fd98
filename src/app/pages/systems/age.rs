//! Age against expected life, in a ring and in words.

use crate::components::{Ring, Tone};
use crate::desk::Desk;
use leptos::prelude::*;
use model::life::{self, Age, Life, Stage};
use model::system::System;
use words::Words;
use words::told::age_short;

/// How old a system is and how long it should last, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its age.
    pub age: Option<Age>,
    /// Its expected life.
    pub life: Option<Life>,
}

impl Standing {
    /// How `system` stands today.
    pub fn of(desk: Desk, system: &System) -> Self {
        Self { age: life::age(system, desk.today()), life: life::expected_life(system) }
    }

    /// How that is to be taken. Nothing is good by guess: a system without age or expected life is not known.
    pub fn tone(&self) -> Tone {
        match self.age.map(|age| age.stage) {
            Some(Stage::Past) => Tone::Bad,
            Some(Stage::Due) => Tone::Warn,
            Some(Stage::Within) => Tone::Good,
            Some(Stage::Unknown) | None => Tone::Unknown,
        }
    }
}

/// Age against expected life as a ring.
#[component]
pub fn AgeRing(
    /// How the system stands.
    standing: Standing,
    /// The words.
    words: &'static Words,
    /// As large as a heading.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let share = standing.age.and_then(|age| age.of_life_percent);
    let text = match standing.age {
        Some(age) if large => (words.system().years_short)(age.years),
        age => age_short(age),
    };
    let reason = words.age_reason(standing.age, standing.life);
    let label = if reason.is_empty() { words.system().age_unknown.to_owned() } else { reason };
    view! { <Ring share text tone=standing.tone() label large /> }
}
