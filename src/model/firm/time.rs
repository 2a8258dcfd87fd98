//! How long somebody of the firm worked on a job.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::{AccountId, RecordId, SpaceId};
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use crate::reminder::MINUTES_OF_DAY;
use serde::Serialize;

/// Minutes of work on one day. Written once; a correction names the one that it amends. Nobody outside of the firm is told.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Time {
    /// The deal.
    pub deal: Option<SpaceId>,
    /// Who worked.
    pub member: Option<AccountId>,
    /// The day.
    pub on: Option<Date>,
    /// Minutes; none at all of what a correction takes back.
    pub minutes: i64,
    /// What was done, if it is worth a word.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The one that this one corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<RecordId>,
}

fielded!(Time {
    "deal" => deal,
    "member" => member,
    "on" => on,
    "minutes" => minutes,
    "note" => note,
    "amends" => amends,
});

impl Letter for Time {
    const KIND: &'static str = "time";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        let missing = [("deal", self.deal.is_none()), ("member", self.member.is_none()), ("on", self.on.is_none())];
        missing.iter().filter(|(_, is)| *is).for_each(|(field, _)| check.fault(field, FaultCode::Missing));
        check.years("on", self.on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.within("minutes", self.minutes, i64::from(self.amends.is_none()), MINUTES_OF_DAY);
        check.note("note", &self.note);
    }
}
