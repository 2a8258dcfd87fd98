//! How far the set-up has come. It is kept on this device, so that it can be left at any time and gone on with later.

use model::RecordId;
use model::fielded;
use model::system::{System, SystemType};
use serde::Serialize;

/// How far the set-up has come.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Progress {
    /// Sorts whose pictures are pressed, before they are made into cards.
    pub chosen: Vec<SystemType>,
    /// A card for each system, in the order in which they are asked.
    pub cards: Vec<Card>,
    /// The card that was open last.
    pub at: usize,
}

fielded!(Progress { "chosen" => chosen, "cards" => cards, "at" => at });

/// A system of the house, asked about or still to be.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Card {
    /// What sort of system.
    pub sort: SystemType,
    /// The system that was saved from it.
    pub saved: Option<RecordId>,
    /// It was skipped.
    pub skipped: bool,
    /// What stands in its boxes and is not saved.
    pub typed: Option<Typed>,
}

fielded!(Card { "sort" => sort, "saved" => saved, "skipped" => skipped, "typed" => typed });

/// What stands in the boxes of a card.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Typed {
    /// The system, as far as it can be read from them.
    pub system: System,
    /// A place that is no zone yet.
    pub place: String,
    /// The person's own figure for its life, as it was typed.
    pub life: String,
}

fielded!(Typed { "system" => system, "place" => place, "life" => life });

impl Card {
    /// A card that nobody has answered.
    pub fn of(sort: SystemType) -> Self {
        Self { sort, ..Self::default() }
    }

    /// Whether it is still to be asked.
    pub fn is_open(&self) -> bool {
        self.saved.is_none() && !self.skipped
    }
}

impl Progress {
    /// The progress as it is gone on with: one whose cards have all been answered is over, and a new one begins.
    pub fn resumed(self) -> Self {
        let is_over = !self.cards.is_empty() && self.next_open(0).is_none();
        if is_over { Self::default() } else { self }
    }

    /// The card where the person left; none before the first.
    pub fn left_at(&self) -> Option<usize> {
        let open_last = self.cards.get(self.at).filter(|card| card.is_open());
        open_last.map(|_| self.at).or_else(|| self.next_open(0))
    }

    /// The next card that is still to be asked, from `at` on and then from the first.
    pub fn next_open(&self, at: usize) -> Option<usize> {
        let open = |at: &usize| self.cards[*at].is_open();
        (at..self.cards.len()).find(open).or_else(|| (0..at.min(self.cards.len())).find(open))
    }

    /// Makes cards of what is chosen, in the order of `all` behind those that were answered. A card that is still to be asked stays as it is, or
    /// goes with its picture.
    pub fn deal(&mut self, all: &[SystemType]) {
        let chosen = std::mem::take(&mut self.chosen);
        let (open, answered): (Vec<Card>, Vec<Card>) =
            std::mem::take(&mut self.cards).into_iter().partition(Card::is_open);
        self.cards = answered;
        for sort in all.iter().filter(|sort| chosen.contains(sort)) {
            let begun = open.iter().filter(|card| card.sort == *sort);
            let before = self.cards.len();
            self.cards.extend(begun.cloned());
            if self.cards.len() == before {
                self.cards.push(Card::of(*sort));
            }
        }
    }

    /// The sorts whose pictures are pressed: those chosen, and those with a card that is still to be asked.
    pub fn pressed(&self) -> Vec<SystemType> {
        let mut pressed = self.chosen.clone();
        for card in self.cards.iter().filter(|card| card.is_open()) {
            if !pressed.contains(&card.sort) {
                pressed.push(card.sort);
            }
        }
        pressed
    }

    /// How many cards were saved.
    pub fn saved(&self) -> usize {
        self.cards.iter().filter(|card| card.saved.is_some()).count()
    }
}
