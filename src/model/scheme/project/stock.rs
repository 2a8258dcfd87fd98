//! What stands in a unit and falls due there, as far as it is shown.

use super::joint::{Joint, Own};
use crate::date::Date;
use crate::estate::grid::Cell;
use crate::health::Part;
use crate::id::RecordId;
use crate::life::expected_life;
use crate::schedule::{Next, Planned};
use crate::scheme::{Inventory, Task, Thing};
use std::collections::BTreeMap;

/// What falls due later than in so many months is not told.
const AHEAD_MONTHS: u32 = 18;
/// Systems and tasks that are told of a unit at most, the worst and the next first.
const MOST: usize = 150;

/// What is told of a unit by its logbooks.
pub(super) fn inventory(unit: RecordId, joint: &Joint, cells: &BTreeMap<RecordId, Cell>, today: Date) -> Inventory {
    let mut things: Vec<(u32, Thing)> = joint
        .systems
        .iter()
        .filter_map(|own| {
            let cell = cells.get(&own.id)?;
            Some((cell.rank(), thing(joint, own, *cell)))
        })
        .collect();
    things.sort_by_key(|(rank, thing)| (*rank, thing.id));
    let last = today.plus_months(AHEAD_MONTHS);
    let mut tasks: Vec<Task> = joint.planned.iter().filter_map(|planned| task(joint, planned, last)).collect();
    tasks.sort_by_key(|task| (task.by, task.id));
    Inventory {
        unit: Some(unit),
        on: Some(today),
        things: things.into_iter().take(MOST).map(|(_, thing)| thing).collect(),
        tasks: tasks.into_iter().take(MOST).collect(),
    }
}

fn thing(joint: &Joint, own: &Own, cell: Cell) -> Thing {
    let Own { id, letter, is_held } = own;
    let is_hidden = |part: Part| joint.hidden(*id).contains(&part);
    let settled = |entry: &RecordId| joint.entries.iter().any(|(_, _, other)| other.settles == Some(*entry));
    let open = joint.entries.iter().filter(|(root, version, entry)| {
        let is_fault = entry.sort == crate::entry::EntryType::Fault && entry.systems.contains(id);
        is_fault && !settled(root) && !settled(version)
    });
    let make = [&letter.make, &letter.model].into_iter().filter(|one| !one.is_empty()).cloned();
    Thing {
        id: *id,
        sort: letter.sort,
        name: line(&letter.name),
        make: line(&make.collect::<Vec<_>>().join(" ")),
        installed: letter.installed,
        life: expected_life(letter).filter(|_| !is_hidden(Part::Age)).map(|life| life.years_max),
        mark: cell.mark,
        cause: cell.cause,
        amount: cell.amount,
        score: cell.score,
        confidence: cell.confidence,
        fault: open.map(|(_, _, entry)| entry.severity.unwrap_or_default()).max(),
        held: *is_held,
    }
}

fn task(joint: &Joint, planned: &Planned, last: Date) -> Option<Task> {
    let Next::Due(due) = planned.next else { return None };
    if due.by > last {
        return None;
    }
    let letter = &planned.task;
    let at = letter.systems.iter().find_map(|id| joint.systems.iter().find(|own| own.id == *id));
    Some(Task {
        id: planned.id,
        title: line(&letter.title),
        key: line(&letter.catalogue),
        sort: at.map(|own| own.letter.sort),
        by: Some(due.by),
        parts: letter.parts.iter().take(20).map(|part| line(&part.name)).collect(),
    })
}

/// A line as long as a line may be.
fn line(text: &str) -> String {
    text.chars().take(200).collect()
}
