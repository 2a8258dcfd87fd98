//! Who goes where.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::{AccountId, SpaceId};
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::reminder::MINUTES_OF_DAY;
use serde::Serialize;

/// Places in a day at most; far beyond what anybody drives to.
const PLACES_MAX: i64 = 10_000;

/// A member of the firm goes to a job on a day. While it stands, a technician has access to the deal.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Duty {
    /// The deal.
    pub deal: Option<SpaceId>,
    /// The member.
    pub member: Option<AccountId>,
    /// The day.
    pub on: Option<Date>,
    /// The place in the firm's day, from 1: those of one member follow each other as they are driven. None was given where it is 0.
    #[serde(skip_serializing_if = "is_default")]
    pub order: i64,
    /// When they are to be there, in minutes of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_minutes: Option<i64>,
    /// The part of town that the day is grouped by.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suburb: String,
    /// What they should know.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Taken back by a person: access by it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Duty {
    "deal" => deal,
    "member" => member,
    "on" => on,
    "order" => order,
    "start_minutes" => start_minutes,
    "suburb" => suburb,
    "note" => note,
    "deleted" => deleted,
});

impl Duty {
    /// Who has access to which deal by it; none where it was taken back.
    pub fn gives(&self) -> Option<(SpaceId, AccountId)> {
        if self.deleted == Some(true) { None } else { self.deal.zip(self.member) }
    }
}

impl Letter for Duty {
    const KIND: &'static str = "duty";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        let missing = [("deal", self.deal.is_none()), ("member", self.member.is_none()), ("on", self.on.is_none())];
        missing.iter().filter(|(_, is)| *is).for_each(|(field, _)| check.fault(field, FaultCode::Missing));
        check.years("on", self.on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.within("order", self.order, 0, PLACES_MAX);
        check.within("start_minutes", self.start_minutes.unwrap_or(0), 0, MINUTES_OF_DAY - 1);
        check.line("suburb", &self.suburb);
        check.note("note", &self.note);
    }
}
