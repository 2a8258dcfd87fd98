//! Units of a scheme out of spreadsheets: what the sheets have, what would become of the scheme, and what has to be written.
//!
//! A unit is found again by its number and its building. What a sheet says is never corrected: what is twice, cannot be read or does not add up is named with its row, and
//! what has no place in a unit goes into its notes.

pub mod talk;

mod column;
mod existing;
mod logbook;
mod name;
mod open;
mod plan;
mod preview;
mod quota;
mod row;
mod table;
mod taking;

#[cfg(test)]
mod tests;

pub use plan::{Change, Held};

use crate::input::Input;
use model::{Date, Record, RecordId};
use open::Opened;
use talk::{Answers, Found, Preview};

/// What was typed as a participation quota, in ten-thousandths of a per cent; none where it is no quota.
pub fn quota_typed(text: &str) -> Option<u32> {
    quota::read(text).map(|figure| quota::value(figure, talk::QuotaForm::Percent))
}

/// An import of units, from its files to what has to be written.
pub struct Units {
    opened: Opened,
    plan: plan::Plan,
}

/// What a preview is asked with.
pub struct Asked<'a> {
    /// Buildings and units that the scheme has, and how they stand; other records are passed over.
    pub records: &'a [Record],
    /// What the person said.
    pub answers: &'a Answers,
    /// The day that it is.
    pub today: Date,
    /// The person's language, in which systems are named.
    pub words: &'a words::Words,
}

impl Units {
    /// Opens the files.
    pub fn open(inputs: Vec<Input>) -> Self {
        Self { opened: Opened::of(inputs), plan: plan::Plan::default() }
    }

    /// What was found in them.
    pub fn found(&self, answers: &Answers) -> Found {
        self.opened.found(answers)
    }

    /// What would become of the scheme; new records are named by `fresh`.
    pub fn preview(&mut self, asked: &Asked<'_>, fresh: &mut dyn FnMut() -> RecordId) -> Preview {
        let read = self.opened.read(asked.answers, asked.today);
        self.plan = plan::plan(&read, asked, fresh);
        preview::preview(&self.plan, &read, &self.opened)
    }

    /// What the last preview showed, as changes of the scheme's records, buildings first.
    pub fn changes(&self) -> &[Change] {
        &self.plan.changes
    }

    /// First records of the logbooks that the scheme would keep of units, where the sheets tell of systems or certificates.
    pub fn logbooks(&self) -> &[Held] {
        &self.plan.held
    }
}
