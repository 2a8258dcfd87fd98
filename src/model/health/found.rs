//! What is known of a home, as the rules look at it.

use crate::basis::Home;
use crate::date::Date;
use crate::entry::Entry;
use crate::id::RecordId;
use crate::schedule::{Answer, Next, What};
use crate::system::System;
use crate::task::Task;

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
    pub rounds: Vec<Round<'a>>,
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

/// A task with how it stands.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    /// The task.
    pub id: RecordId,
    /// The systems it concerns.
    pub systems: &'a [RecordId],
    /// The day from which it is late; none where it is not due, or no reading tells.
    pub due: Option<Date>,
    /// It was done before, and comes round.
    pub was_done: bool,
}

impl<'a> Round<'a> {
    /// A task by what was said to it and when it is due next. To put it off does not make it less late; before it was first planned it is not late.
    pub fn of(id: RecordId, task: &'a Task, answers: &[Answer], next: Next) -> Self {
        let due = match next {
            Next::Due(due) => Some(task.due.map_or(due.due, |first| first.max(due.due))),
            Next::Never | Next::Unknown => None,
        };
        let was_done = answers.iter().any(|answer| answer.what == What::Done) || task.done.is_some();
        Self { id, systems: &task.systems, due, was_done }
    }
}
