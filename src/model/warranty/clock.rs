//! When a warranty runs: from a start that may be worked out, to an end that claims may have moved.

use super::{Begins, Warranty};
use crate::claim::{Claim, Effect, Outcome};
use crate::date::{Date, PartialDate};
use crate::entry::{Entry, EntryType};
use crate::id::RecordId;

/// Months for which new or reconditioned parts and the labour to fit them are warranted whatever anybody says, beside every other warranty.
/// Source: Consumer Protection Act 68 of 2008, section 57.
pub const CPA_MONTHS: u32 = 3;

/// What other records know of starts.
pub struct Known<'a> {
    /// When a system was installed.
    pub installed: &'a dyn Fn(RecordId) -> Option<PartialDate>,
    /// When an entry happened.
    pub done: &'a dyn Fn(RecordId) -> Option<PartialDate>,
    /// When the home was first lived in.
    pub occupied: Option<PartialDate>,
}

/// When a warranty runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Clock {
    /// When it began; since a claim that started it anew, then.
    pub starts: Option<PartialDate>,
    /// The last day on which it surely holds.
    pub ends: Option<Date>,
    /// The claim that moved its end last.
    pub moved_by: Option<RecordId>,
    /// When it became void.
    pub void: Option<PartialDate>,
}

/// How it stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has not begun.
    Ahead,
    /// It holds.
    Runs,
    /// It has run out.
    Ended,
    /// It became void.
    Void,
    /// Its start or its length is not known.
    Unknown,
}

impl Clock {
    /// How it stands on `today`. What may have become void by then is void.
    pub fn state(&self, today: Date) -> State {
        if self.void.is_some_and(|void| void.earliest().is_none_or(|day| day <= today)) {
            return State::Void;
        }
        match (self.starts, self.ends) {
            (Some(starts), _) if starts.earliest().is_some_and(|day| day > today) => State::Ahead,
            (_, Some(ends)) if ends < today => State::Ended,
            (_, Some(_)) => State::Runs,
            (_, None) => State::Unknown,
        }
    }

    /// How much of it has passed on `today`, per cent.
    pub fn share(&self, today: Date) -> Option<u32> {
        let (starts, ends) = (self.starts?.earliest()?, self.ends?);
        let (whole, passed) = (ends.days_since(starts).max(1), today.days_since(starts).max(0));
        Some(u32::try_from(passed * 100 / whole).unwrap_or(u32::MAX).min(100))
    }
}

/// When `warranty` runs. `claims` are those on it that nobody deleted, in any order.
pub fn clock(warranty: &Warranty, known: &Known, claims: &[(RecordId, Claim)]) -> Clock {
    let starts = starts(warranty, known);
    let months = warranty.months.and_then(|months| u32::try_from(months).ok());
    let ends = starts.and_then(|starts| Some(starts.earliest()?.plus_months(months?)));
    let mut clock = Clock { starts, ends, moved_by: None, void: warranty.void };
    let mut granted: Vec<&(RecordId, Claim)> = claims.iter().filter(|(_, claim)| is_granted(claim)).collect();
    granted.sort_by_key(|(id, claim)| (claim.decided.map(|day| day.sort_key()), *id));
    for (id, claim) in granted {
        let more = claim.months.and_then(|months| u32::try_from(months).ok());
        let moved = match claim.effect {
            Some(Effect::Extends) => clock.ends.zip(more).map(|(ends, more)| ends.plus_months(more)),
            Some(Effect::Restarts) => claim
                .decided
                .and_then(|decided| decided.earliest())
                .and_then(|decided| Some(decided.plus_months(more.or(months)?))),
            None => None,
        };
        // What was granted takes nothing away.
        if let Some(moved) = moved.filter(|moved| clock.ends.is_none_or(|ends| *moved > ends)) {
            clock.ends = Some(moved);
            clock.moved_by = Some(*id);
            if claim.effect == Some(Effect::Restarts) {
                clock.starts = claim.decided;
            }
        }
    }
    clock
}

fn is_granted(claim: &Claim) -> bool {
    matches!(claim.outcome, Outcome::Accepted | Outcome::Partly)
}

/// When it began: of several systems the one that was installed first, and nothing if one of them may have been earlier.
fn starts(warranty: &Warranty, known: &Known) -> Option<PartialDate> {
    match warranty.begins.unwrap_or_default() {
        Begins::Stated => warranty.starts,
        Begins::Occupation => known.occupied,
        Begins::Repair => (known.done)(warranty.repair?),
        Begins::Installation => {
            let installed: Option<Vec<PartialDate>> =
                warranty.systems.iter().map(|system| (known.installed)(*system)).collect();
            installed?.into_iter().min_by_key(|installed| installed.earliest())
        }
    }
}

/// The last day of the warranty that the law gives on a repair, and on parts fitted in a service; none where the entry is neither. It runs beside
/// every other warranty, and not where somebody misused the thing.
pub fn statutory_ends(entry: &Entry) -> Option<Date> {
    let fits = match entry.sort {
        EntryType::Repair => true,
        EntryType::Service => !entry.parts.is_empty(),
        _ => false,
    };
    Some(entry.when.filter(|_| fits)?.earliest()?.plus_months(CPA_MONTHS))
}
