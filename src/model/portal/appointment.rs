//! When the provider comes.

use crate::choice::choice;
use crate::date::Instant;
use crate::fault::{Fault, FaultCode};
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A visit to the home.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Appointment {
    /// From when they may be expected.
    pub from: Option<Instant>,
    /// Until when they may be expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Where it stands.
    pub state: VisitState,
    /// Who comes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

fielded!(Appointment { "from" => from, "until" => until, "state" => state, "who" => who, "notes" => notes });

choice! {
    /// Where a visit stands.
    VisitState {
        /// Agreed.
        Planned = "planned",
        /// They are on the road.
        OnMyWay = "on_my_way",
        /// They are there.
        There = "there",
        /// They have left.
        Left = "left",
        /// It will not be.
        Cancelled = "cancelled",
    }
}

impl Letter for Appointment {
    const KIND: &'static str = "appointment";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.from.is_none() {
            check.fault("from", FaultCode::Missing);
        }
        check.line("who", &self.who);
        check.note("notes", &self.notes);
    }

    fn conflicts(&self) -> Vec<Fault> {
        let is_backwards = self.until.is_some_and(|until| Some(until) < self.from);
        if is_backwards { vec![Fault::new("until", FaultCode::Contradicts)] } else { Vec::new() }
    }
}
