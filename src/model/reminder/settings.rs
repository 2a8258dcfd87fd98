//! What a member wants to be told of in one home, how early, by which ways, and when not.

use super::ReminderKind;
use crate::choice::choice;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::letter::Check;
use crate::read::fielded;
use serde::Serialize;

/// Days before the day at most: a year.
pub const LEAD_DAYS_MAX: i64 = 365;
/// Minutes of a day.
pub const MINUTES_OF_DAY: i64 = 24 * 60;
/// The first Monday of 2024, from which weeks are counted.
const A_MONDAY: (i32, u32, u32) = (2024, 1, 1);

choice! {
    /// How often mail comes.
    Digest {
        /// Not at all.
        Never = "never",
        /// At most once a day.
        Daily = "daily",
        /// At most once a week.
        Weekly = "weekly",
    }
}

impl Digest {
    /// Names the day or the week that `today` is in; none where no mail comes. There is one mail for each.
    pub fn period(self, today: Date) -> Option<String> {
        let (year, month, day) = A_MONDAY;
        let days = today.days_since(Date::of(year, month, day).expect("it is a day"));
        match self {
            Self::Never => None,
            Self::Daily => Some(format!("day {days}")),
            Self::Weekly => Some(format!("week {}", days.div_euclid(7))),
        }
    }

    /// Days from one mail to the next.
    pub fn every_days(self) -> i64 {
        if self == Self::Weekly { 7 } else { 1 }
    }
}

/// How many days before its day somebody wants to know of a thing of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Lead {
    /// The kind.
    pub kind: ReminderKind,
    /// The days.
    pub days: i64,
}

fielded!(Lead requires { "kind" => kind, "days" => days } {});

/// From when until when nothing is sent, in minutes of the day where the home is; over midnight where it ends before it begins.
/// Where it begins and ends at once there are no quiet hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Quiet {
    /// The first quiet minute.
    pub from: i64,
    /// The first minute that is not quiet again.
    pub until: i64,
}

fielded!(Quiet requires { "from" => from, "until" => until } {});

impl Quiet {
    /// No quiet hours.
    pub const NONE: Self = Self { from: 0, until: 0 };

    /// Whether a minute of the day is quiet.
    pub fn covers(self, minute: i64) -> bool {
        match self.from <= self.until {
            true => (self.from..self.until).contains(&minute),
            false => minute >= self.from || minute < self.until,
        }
    }
}

/// What a member wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// How early, for each kind; of a kind that is not named nothing is told.
    pub leads: Vec<Lead>,
    /// Whether to push to the devices on which they allowed it.
    pub push: bool,
    /// How often to mail.
    pub digest: Digest,
    /// When nothing is sent.
    pub quiet: Quiet,
}

fielded!(Settings { "leads" => leads, "push" => push, "digest" => digest, "quiet" => quiet });

impl Default for Settings {
    /// What is proposed. Nobody is sent anything before they have asked for it.
    fn default() -> Self {
        let lead = |kind: &ReminderKind| Lead { kind: *kind, days: usual_days(*kind) };
        let leads = ReminderKind::ALL.iter().map(lead).collect();
        Self { leads, push: false, digest: Digest::Never, quiet: Quiet { from: 21 * 60, until: 7 * 60 } }
    }
}

/// How early is proposed: a week to do something, two months to claim under a warranty or to find who may certify.
fn usual_days(kind: ReminderKind) -> i64 {
    match kind {
        ReminderKind::Task => 7,
        ReminderKind::Warranty | ReminderKind::Certificate => 60,
    }
}

impl Settings {
    /// How early; none where nothing of that kind is told.
    pub fn lead_days(&self, kind: ReminderKind) -> Option<i64> {
        self.leads.iter().find(|lead| lead.kind == kind).map(|lead| lead.days)
    }

    /// The same with another lead for a kind, or without one.
    pub fn with_lead(mut self, kind: ReminderKind, days: Option<i64>) -> Self {
        self.leads.retain(|lead| lead.kind != kind);
        self.leads.extend(days.map(|days| Lead { kind, days }));
        self.leads.sort_by_key(|lead| lead.kind);
        self
    }

    /// What is wrong with them.
    pub fn check(&self, check: &mut Check) {
        for (at, lead) in self.leads.iter().enumerate() {
            check.within("leads", lead.days, 0, LEAD_DAYS_MAX);
            if self.leads[..at].iter().any(|earlier| earlier.kind == lead.kind) {
                check.fault("leads", FaultCode::Contradicts);
            }
        }
        check.within("quiet.from", self.quiet.from, 0, MINUTES_OF_DAY - 1);
        check.within("quiet.until", self.quiet.until, 0, MINUTES_OF_DAY - 1);
    }
}
