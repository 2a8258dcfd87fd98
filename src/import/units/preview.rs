//! A plan as a person is shown it.

use super::open::Opened;
use super::plan::{Plan, key};
use super::row::Read;
use super::talk::{Outcome, Preview, Problem, ProblemCode, Quotas, ROWS_MAX, Row};

/// What would become of the scheme: counts of everything, and the rows that a person has to look at first.
pub(super) fn preview(plan: &Plan, read: &Read, opened: &Opened) -> Preview {
    let count = |is: fn(&Outcome) -> bool| plan.outcomes.iter().filter(|outcome| is(outcome)).count() as u32;
    let units = read.units.iter().zip(&plan.outcomes).map(|(row, outcome)| Row {
        key: key(row),
        row: row.row,
        title: row.unit.number.clone(),
        building: row.building.clone(),
        outcome: outcome.clone(),
    });
    let left = read.left.iter().map(|row| Row {
        key: format!("{}#{}", row.place, row.row),
        row: row.row,
        title: row.text.clone(),
        building: String::new(),
        outcome: Outcome::Left(row.why),
    });
    let mut rows: Vec<Row> = units.chain(left).collect();
    rows.sort_by_key(|row| match row.outcome {
        Outcome::Doubtful(_) => 0,
        Outcome::Left(_) => 1,
        Outcome::Changed(_) => 2,
        Outcome::New => 3,
        Outcome::Same => 4,
    });
    rows.truncate(ROWS_MAX);
    let unread = opened.unread.iter().map(|name| Problem {
        place: name.clone(),
        row: 0,
        column: String::new(),
        code: ProblemCode::CutOff,
        text: String::new(),
    });
    let mut problems: Vec<Problem> = unread.chain(read.problems.iter().cloned()).collect();
    let problems_count = problems.len() as u32;
    problems.truncate(ROWS_MAX);
    let none = Quotas { off: 0, is_rounding: false, form: None, without: 0, any: false };
    Preview {
        new: count(|outcome| matches!(outcome, Outcome::New)),
        changed: count(|outcome| matches!(outcome, Outcome::Changed(_))),
        same: count(|outcome| matches!(outcome, Outcome::Same)),
        doubtful: count(|outcome| matches!(outcome, Outcome::Doubtful(_))),
        left: read.left.len() as u32,
        buildings: plan.buildings.clone(),
        logbooks: plan.held.len() as u32,
        carried: read.units.iter().filter(|row| row.is_carried).count() as u32,
        rows,
        problems,
        problems_count,
        quotas: plan.quotas.unwrap_or(none),
    }
}
