//! When the tasks of a home are due, from its records.

use super::{Answer, Count, Ledger, Next, Round, What, next, rounds};
use crate::date::Date;
use crate::deferral::Deferral;
use crate::entry::Entry;
use crate::id::RecordId;
use crate::reading::Reading;
use crate::record::Record;
use crate::standing::{Standing, facts, living};
use crate::system::System;
use crate::task::Task;
use std::collections::BTreeSet;

/// A task of a home that stands, with when it is due next.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The task's record.
    pub id: RecordId,
    /// What it says.
    pub task: Task,
    /// When it is due.
    pub next: Next,
    /// Whether it was ever done.
    pub was_done: bool,
}

impl Planned {
    /// A task with what was said to it and what its meter showed.
    pub fn of(id: RecordId, task: Task, answers: &[Answer], meter: &[Count]) -> Self {
        let next = next(&task, answers, meter);
        let was_done = task.done.is_some() || answers.iter().any(|answer| answer.what == What::Done);
        Self { id, task, next, was_done }
    }
}

/// The tasks of a home by its records, which may be of every kind and in any order. Those whose systems are all deleted or out of use are left out.
pub fn of_home(records: &[Record]) -> Vec<Planned> {
    each(records, Planned::of)
}

/// The same tasks, each with its rounds until a day, as [`rounds`] foresees them.
pub fn rounds_of_home(records: &[Record], today: Date, until: Date) -> Vec<(Task, Vec<Round>)> {
    each(records, |_, task, answers, meter| {
        let rounds = rounds(&task, answers, meter, today, until);
        (task, rounds)
    })
}

fn each<T>(records: &[Record], made: impl Fn(RecordId, Task, &[Answer], &[Count]) -> T) -> Vec<T> {
    let systems = living::<System>(records).into_iter().filter(|system| system.letter.in_use());
    let in_use: BTreeSet<RecordId> = systems.map(|system| system.root).collect();
    let readings = stands(facts::<Reading>(records, |reading| reading.amends));
    let ledger = ledger(records);
    let tasks = living::<Task>(records).into_iter();
    let standing = tasks.filter(|task| {
        let systems = &task.letter.systems;
        systems.is_empty() || systems.iter().any(|system| in_use.contains(system))
    });
    let planned = standing.map(|Standing { root, letter, .. }| {
        let meter = meter(&letter, &readings);
        made(root, letter, ledger.of(root), &meter)
    });
    planned.collect()
}

fn ledger(records: &[Record]) -> Ledger {
    let entries = stands(facts::<Entry>(records, |entry| entry.amends));
    let deferrals = stands(facts::<Deferral>(records, |_| None));
    let done = entries.iter().filter_map(|entry| Answer::of_entry(entry.root, &entry.letter));
    let deferred = deferrals.iter().filter_map(|deferral| Answer::of_deferral(deferral.root, &deferral.letter));
    Ledger::new(done.chain(deferred).collect())
}

/// Facts that were not withdrawn.
fn stands<T>(mut all: Vec<Standing<'_, T>>) -> Vec<Standing<'_, T>> {
    all.retain(|fact| fact.withdrawn.is_none());
    all
}

/// What the meter of a task showed, the oldest first; nothing for one that comes round otherwise.
fn meter(task: &Task, readings: &[Standing<'_, Reading>]) -> Vec<Count> {
    let Some(unit) = task.recurrence.as_ref().and_then(|recurrence| recurrence.unit) else { return Vec::new() };
    let its = readings.iter().map(|reading| &reading.letter);
    let its = its.filter(|reading| reading.unit == unit && reading.system == task.meter);
    let mut counts: Vec<Count> =
        its.filter_map(|reading| Some(Count { on: reading.on?, value_milli: reading.value_milli })).collect();
    counts.sort_by_key(|count| (count.on, count.value_milli));
    counts
}
