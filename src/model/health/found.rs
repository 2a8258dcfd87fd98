//! What is known of a home, as the rules look at it.

use crate::basis::Home;
use crate::date::Date;
use crate::entry::Entry;
use crate::id::RecordId;
use crate::inspection::{Found, Inspection};
use crate::schedule::{Next, Planned};
use crate::system::System;

/// A home. Deleted records and withdrawn facts are not in it.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// The day.
    pub today: Date,
    /// Its systems; those out of use are passed over.
    pub systems: Vec<(RecordId, &'a System)>,
    /// Its zones, each with the one that it lies in.
    pub zones: Vec<(RecordId, Option<RecordId>)>,
    /// The entries as they stand.
    pub entries: Vec<Written<'a>>,
    /// The tasks that stand.
    pub tasks: &'a [Planned],
    /// Systems at which somebody looked in an inspection, and the day.
    pub looked_at: Vec<(RecordId, Date)>,
    /// Systems about which there are documents or warranties, in any order and as often as there are.
    pub papers: Vec<RecordId>,
    /// The same home as the rules of certificates see it.
    pub basis: &'a Home,
}

/// An entry as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The record that others name it by.
    pub root: RecordId,
    /// The version that stands.
    pub id: RecordId,
    /// What it says.
    pub letter: &'a Entry,
}

/// The day from which a task is late; none where it is not due, or no reading tells. To put it off does not make it less late, and before the day for
/// which it was first planned it is not late.
pub(super) fn late_from(planned: &Planned) -> Option<Date> {
    match planned.next {
        Next::Due(due) => Some(planned.task.due.map_or(due.due, |first| first.max(due.due))),
        Next::Never | Next::Unknown => None,
    }
}

/// The systems at which somebody looked in an inspection, and the day.
pub fn looked_at(inspection: &Inspection) -> impl Iterator<Item = (RecordId, Date)> {
    let seen = inspection.points.iter().filter(|point| point.found != Found::Unseen);
    seen.filter_map(|point| point.system).zip(inspection.on.into_iter().cycle())
}
