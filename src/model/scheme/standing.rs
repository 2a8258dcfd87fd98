//! How a unit stands, as far as the scheme is shown.

use crate::basis::Purpose;
use crate::certificate::CertificateType;
use crate::choice::choice;
use crate::date::Date;
use crate::estate::grid::Cause;
use crate::estate::grid::Column;
use crate::estate::grid::Mark;
use crate::estate::matrix::Code;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use serde::Serialize;

choice! {
    /// What an owner does not show.
    Hidden {
        /// Open faults.
        Faults = "faults",
        /// Care, and when it is due.
        Care = "care",
        /// Age.
        Age = "age",
        /// Make, photos and papers.
        Evidence = "evidence",
        /// Certificates.
        Certificates = "certificates",
        /// Systems, and with them all that is said of them.
        Systems = "systems",
    }
}

/// A cell of the grid: how the systems of one column stand in a unit.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Spot {
    /// The column.
    #[serde(rename = "c")]
    pub column: Column,
    /// How it stands.
    #[serde(rename = "m")]
    pub mark: Mark,
    /// Why.
    #[serde(rename = "w")]
    pub cause: Cause,
    /// The figure of the reason, as [`Cause`] says.
    #[serde(rename = "a", skip_serializing_if = "is_default")]
    pub amount: u16,
    /// From 0 to 100.
    #[serde(rename = "s", skip_serializing_if = "is_default")]
    pub score: u8,
    /// How much is known, from 0 to 100.
    #[serde(rename = "k", skip_serializing_if = "is_default")]
    pub confidence: u8,
    /// How many systems stand in it.
    #[serde(rename = "n", skip_serializing_if = "is_default")]
    pub systems: u8,
}

fielded!(Spot {
    "c" => column,
    "m" => mark,
    "w" => cause,
    "a" => amount,
    "s" => score,
    "k" => confidence,
    "n" => systems,
});

/// How a sort of certificate stands in a unit for a purpose, until a day; from the day after that the next of the same sort and purpose holds.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Proof {
    /// The sort of certificate.
    #[serde(rename = "t")]
    pub sort: CertificateType,
    /// The purpose.
    #[serde(rename = "p")]
    pub purpose: Purpose,
    /// How it stands.
    #[serde(rename = "c")]
    pub code: Code,
    /// Whether that is not certain.
    #[serde(rename = "q", skip_serializing_if = "is_default")]
    pub unsure: bool,
    /// The last day on which it does; none where no day is known that ends it.
    #[serde(rename = "u", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The last day on which it was good, where that is over.
    #[serde(rename = "e", skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
}

fielded!(Proof {
    "t" => sort,
    "p" => purpose,
    "c" => code,
    "q" => unsure,
    "u" => until,
    "e" => ended,
});

/// What a unit adds to a part of the score, as [`Share`](crate::estate::score::Share) says it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Sum {
    /// Earned.
    #[serde(skip_serializing_if = "is_default")]
    pub earned: u64,
    /// Known.
    #[serde(skip_serializing_if = "is_default")]
    pub known: u64,
    /// The most there is.
    #[serde(skip_serializing_if = "is_default")]
    pub whole: u64,
    /// How many stand well.
    #[serde(skip_serializing_if = "is_default")]
    pub good: u64,
    /// How many stand badly.
    #[serde(skip_serializing_if = "is_default")]
    pub bad: u64,
    /// Of how many it is not known.
    #[serde(skip_serializing_if = "is_default")]
    pub unknown: u64,
}

fielded!(Sum {
    "earned" => earned,
    "known" => known,
    "whole" => whole,
    "good" => good,
    "bad" => bad,
    "unknown" => unknown,
});

/// How a unit stands, as far as the scheme is shown. Only the server writes it, from the logbooks of the unit.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UnitStanding {
    /// The unit.
    pub unit: Option<RecordId>,
    /// The day on which that was so.
    pub on: Option<Date>,
    /// The scheme keeps a logbook of it.
    #[serde(skip_serializing_if = "is_default")]
    pub held: bool,
    /// Its owner has linked theirs.
    #[serde(skip_serializing_if = "is_default")]
    pub linked: bool,
    /// The day on which they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// What its owner does not show.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<Hidden>,
    /// The cells of the grid.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Spot>,
    /// The certificates, those first that hold now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
    /// What it adds to the health of common systems.
    #[serde(skip_serializing_if = "is_default")]
    pub common: Sum,
    /// To the certificates.
    #[serde(skip_serializing_if = "is_default")]
    pub compliance: Sum,
    /// To care on time.
    #[serde(skip_serializing_if = "is_default")]
    pub care: Sum,
    /// To open faults.
    #[serde(skip_serializing_if = "is_default")]
    pub faults: Sum,
    /// Emergencies that are open in common property.
    #[serde(skip_serializing_if = "is_default")]
    pub emergencies: u32,
}

fielded!(UnitStanding {
    "unit" => unit,
    "on" => on,
    "held" => held,
    "linked" => linked,
    "since" => since,
    "hidden" => hidden,
    "cells" => cells,
    "proofs" => proofs,
    "common" => common,
    "compliance" => compliance,
    "care" => care,
    "faults" => faults,
    "emergencies" => emergencies,
});

impl Letter for UnitStanding {
    const KIND: &'static str = "standing";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.unit.is_none() {
            check.fault("unit", FaultCode::Missing);
        }
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.list("hidden", &self.hidden);
        check.many("cells", self.cells.len(), 12);
        check.many("proofs", self.proofs.len(), 400);
    }
}
