//! When the home's tasks are due, as the logbook has it.

use super::order::{Key, sorted};
use super::{Kept, Library, Standing};
use leptos::prelude::*;
use model::reading::Reading;
use model::schedule::{self, Answer, Count, Due, Ledger, Next, Planned};
use model::system::System;
use model::task::Task;
use std::sync::Arc;

/// A task with the round of it that is due next.
#[derive(Clone, PartialEq)]
pub struct Coming {
    /// The task.
    pub task: Arc<Kept<Task>>,
    /// The round.
    pub due: Due,
}

/// What was done, put off or left out of all tasks; tracks entries and deferrals.
pub fn ledger(library: &Library) -> Ledger {
    let mut answers: Vec<Answer> = library
        .entries
        .with(|all| all.iter().filter_map(|entry| Answer::of_entry(entry.root, &entry.letter)).collect());
    library.deferrals.with(|all| {
        answers.extend(all.iter().filter_map(|deferral| Answer::of_deferral(deferral.root, &deferral.letter)));
    });
    Ledger::new(answers)
}

/// What the meter of a task showed, the oldest first; nothing for one that comes round otherwise. Tracks the readings.
pub fn meter(library: &Library, task: &Task) -> Vec<Count> {
    let Some(unit) = task.recurrence.as_ref().and_then(|recurrence| recurrence.unit) else { return Vec::new() };
    let its = |reading: &&Standing<Reading>| reading.letter.unit == unit && reading.letter.system == task.meter;
    let count =
        |reading: &Standing<Reading>| reading.letter.on.map(|on| Count { on, value_milli: reading.letter.value_milli });
    library.readings.with(|all| all.iter().rev().filter(its).filter_map(count).collect())
}

/// Whether a task stands: one whose systems are all deleted or out of use is kept, and is not due.
pub fn stands(library: &Library, task: &Task) -> bool {
    let systems = library.shelf::<System>();
    let in_use = |id| systems.get(id).is_some_and(|system| system.letter.in_use());
    task.systems.is_empty() || task.systems.iter().any(in_use)
}

/// When a task is due next; tracks what tells it.
pub fn next(library: &Library, ledger: &Ledger, task: &Kept<Task>) -> Next {
    schedule::next(&task.letter, ledger.of(task.id), &meter(library, &task.letter))
}

/// The tasks that stand, each with when it is due next; tracks what tells it.
pub fn planned(library: &Library) -> Vec<Planned> {
    let ledger = ledger(library);
    let tasks = library.shelf::<Task>();
    let standing = tasks.values().filter(|task| stands(library, &task.letter));
    let planned = standing
        .map(|task| Planned::of(task.id, task.letter.clone(), ledger.of(task.id), &meter(library, &task.letter)));
    planned.collect()
}

/// Every task that is due at all, by its day; tracks what tells it.
pub fn coming(library: &Library) -> Vec<Coming> {
    let ledger = ledger(library);
    let mut found = Vec::new();
    for task in library.shelf::<Task>().values().filter(|task| stands(library, &task.letter)) {
        if let Next::Due(due) = next(library, &ledger, &task) {
            found.push(Coming { task, due });
        }
    }
    sorted(found, |coming| Key::of_day(Some(coming.due.by), coming.task.id))
}
