//! That a provider may see what falls due next on what they worked on.

use super::deal::Deal;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, YEAR_MAX, YEAR_MIN};
use crate::read::{Fielded, fielded};
use serde::Serialize;
use std::collections::BTreeSet;

/// Services that are told at most.
pub const DUE_MAX: usize = 20;
/// How far ahead is told: three years.
const AHEAD_MONTHS: u32 = 36;

/// The client's consent, one record a deal. What falls due is copied into it by the client's device, as of a day; taken back, nothing stands there.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Consent {
    /// Whether it is given.
    pub given: bool,
    /// What falls due.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub due: Vec<Due>,
    /// The day on which that was so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

fielded!(Consent { "given" => given, "due" => due, "as_of" => as_of });

/// Something that falls due: its title and its day, and nothing else of the home.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Due {
    /// What.
    pub title: String,
    /// When.
    pub on: Option<Date>,
}

fielded!(Due { "title" => title, "on" => on });

impl Letter for Consent {
    const KIND: &'static str = "consent";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.many("due", self.due.len(), DUE_MAX);
        for due in &self.due {
            check.name("due.title", &due.title);
            if due.on.is_none() {
                check.fault("due.on", FaultCode::Missing);
            }
            check.years("due.on", due.on.map(Into::into), YEAR_MIN, YEAR_MAX);
        }
        check.years("as_of", self.as_of.map(Into::into), YEAR_MIN, YEAR_MAX);
    }
}

/// The systems that the provider of a deal worked on, as far as the home knows them.
pub fn worked_on(deal: &Deal) -> BTreeSet<RecordId> {
    let asked = deal.request.iter().flat_map(|request| &request.letter.systems).filter_map(|told| told.id);
    let fitted = deal.sheet().into_iter().flat_map(|sheet| &sheet.letter.parts).filter_map(|part| part.system);
    asked.chain(fitted).collect()
}

/// What falls due on those systems within three years, the earliest first. `coming` gives the title, the next day and the systems of each task.
pub fn ahead<'a>(
    coming: impl IntoIterator<Item = (&'a str, Date, &'a [RecordId])>,
    systems: &BTreeSet<RecordId>,
    today: Date,
) -> Vec<Due> {
    let last = today.plus_months(AHEAD_MONTHS);
    let near = coming.into_iter().filter(|(_, on, of)| *on <= last && of.iter().any(|system| systems.contains(system)));
    let mut due: Vec<Due> = near.map(|(title, on, _)| Due { title: title.to_owned(), on: Some(on) }).collect();
    due.sort_by(|one, other| (one.on, &one.title).cmp(&(other.on, &other.title)));
    due.truncate(DUE_MAX);
    due
}
