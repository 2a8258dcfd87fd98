//! Reminders: what falls due in a home, how early a member wants to know of it, and when they want to be left alone.
//!
//! Nothing here knows who was told already: whoever tells keeps the [keys](Due::key), each of which names a thing and its day.

mod grounds;
mod settings;
mod source;

pub use grounds::{RULES, grounds};
pub use settings::{Digest, LEAD_DAYS_MAX, Lead, MINUTES_OF_DAY, Quiet, Settings};
pub use source::{due, source_of};

use crate::certificate::CertificateType;
use crate::choice::choice;
use crate::date::{Date, Instant};
use crate::id::RecordId;

choice! {
    /// What somebody is reminded of.
    ReminderKind {
        /// Something to do.
        Task = "task",
        /// A warranty that ends.
        Warranty = "warranty",
        /// A certificate that does not do for everything any more.
        Certificate = "certificate",
    }
}

choice! {
    /// Why a day matters.
    Why {
        /// Something should be done by then.
        TaskDue = "task_due",
        /// It is the last day of a warranty.
        WarrantyEnds = "warranty_ends",
        /// It is the last day on which a certificate carries a change of ownership.
        TransferUntil = "transfer_until",
        /// It is the day by which something has to be inspected again.
        InspectBy = "inspect_by",
    }
}

impl Why {
    /// The kind for which a member chooses how early to know.
    pub fn kind(self) -> ReminderKind {
        match self {
            Self::TaskDue => ReminderKind::Task,
            Self::WarrantyEnds => ReminderKind::Warranty,
            Self::TransferUntil | Self::InspectBy => ReminderKind::Certificate,
        }
    }
}

/// A thing of a home and a day that matters for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The record, which others name it by.
    pub record: RecordId,
    /// Why the day matters.
    pub why: Why,
    /// What the thing is called; empty where its sort says it (see `certificate`).
    pub title: String,
    /// The sort of a certificate.
    pub certificate: Option<CertificateType>,
    /// The day.
    pub on: Date,
    /// Where the rule stands that gives it this day; empty where a person gave it.
    pub source: &'static str,
    /// When what is known of the thing was last changed.
    pub changed: Instant,
}

impl Due {
    /// Names the thing and the day: who was told of it once is told again only when the day is another.
    pub fn key(&self) -> String {
        format!("{} {} {}", self.record, self.why, self.on)
    }

    /// How many days are left on `today`; negative once the day has passed.
    pub fn days_left(&self, today: Date) -> i64 {
        self.on.days_since(today)
    }
}

/// How long after its day something is still told of, days: a server may have been off. A task is there until it is done.
fn late_days(kind: ReminderKind) -> i64 {
    match kind {
        ReminderKind::Task => 366,
        ReminderKind::Warranty | ReminderKind::Certificate => 31,
    }
}

/// What is `due` and of which a member is told from today on, each with the days until then, the first first; what is long past is left out.
pub fn upcoming(due: Vec<Due>, settings: &Settings, today: Date) -> Vec<(i64, Due)> {
    let wait = |due: Due| {
        let (left, kind) = (due.days_left(today), due.why.kind());
        let lead = settings.lead_days(kind).filter(|_| left >= -late_days(kind))?;
        Some(((left - lead).max(0), due))
    };
    let mut upcoming: Vec<(i64, Due)> = due.into_iter().filter_map(wait).collect();
    upcoming.sort_by_key(|(wait, due)| (*wait, due.on, due.record, due.why));
    upcoming
}

/// Of what is `due`, that of which a member is told on `today`, the nearest day first. Who is told once in `every_days` only is told of what comes
/// up before the next time too.
pub fn told(due: Vec<Due>, settings: &Settings, today: Date, every_days: i64) -> Vec<Due> {
    let is_told = |due: &Due| {
        let left = due.days_left(today);
        let lead = settings.lead_days(due.why.kind());
        lead.is_some_and(|lead| left < lead + every_days) && left >= -late_days(due.why.kind())
    };
    let mut told: Vec<Due> = due.into_iter().filter(is_told).collect();
    told.sort_by_key(|due| (due.on, due.record, due.why));
    told
}
