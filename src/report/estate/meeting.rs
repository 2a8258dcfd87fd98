//! What goes to the general meeting: the resolution, and the report of the year before it.

use super::{Told, table};
use crate::block::{Block, Column, Fact, Row};
use model::estate::capital::{Implementation, Implemented, Reported};
use words::place::Resolved;

/// The resolution and the report.
pub fn blocks(told: &Told<'_>) -> Vec<Block> {
    let said = told.words.estate_paper();
    let facts = said.numerals.into_iter().zip(resolution(told)).map(|(number, line)| Fact::new(number, line));
    let mut blocks = vec![Block::Group { text: said.resolution }, Block::Facts { facts: facts.collect() }];
    blocks.extend([Block::Group { text: said.report }, Block::Note { text: said.report_note }]);
    let before = told.year.saturating_sub(1);
    if told.bench.budget(before).is_some() {
        blocks.extend(year(told, before));
    }
    blocks.extend(year(told, told.year));
    blocks
}

/// What is reported of a year.
fn year(told: &Told<'_>, year: i32) -> Vec<Block> {
    let said = told.words.estate_paper();
    let report = told.bench.implementation(year);
    let is_empty = report.items.is_empty() && report.unplanned.is_empty();
    let line = if is_empty { said.nothing_planned.to_owned() } else { done_of(told, &report) };
    let mut fact = Fact::new(said.year, year.to_string());
    fact.lines.push(line);
    let mut blocks = vec![Block::Facts { facts: vec![fact] }];
    if !report.items.is_empty() {
        blocks.push(reported(told, said.report, &report.items));
    }
    if !report.unplanned.is_empty() {
        blocks.push(reported(told, said.unplanned, &report.unplanned));
    }
    blocks
}

/// The lines of the resolution.
pub fn resolution(told: &Told<'_>) -> Vec<String> {
    let said = told.words.estate_paper();
    let beside = told.bench.beside(told.year);
    let budget = told.budget();
    let adopted = budget.and_then(|budget| budget.adopted).map(|cents| told.money(cents)).unwrap_or_default();
    let minimum = (said.minimum)(beside.minimum, &told.known(beside.minimum.cents()));
    (said.resolved)(&Resolved {
        is_bound: beside.is_bound,
        year: told.year,
        adopted: &adopted,
        rule: &told.money(beside.rule.cents()),
        minimum: &minimum,
        needed: &told.money(beside.needed.cents()),
        conditions: budget.map(|budget| budget.conditions.trim()).unwrap_or_default(),
    })
}

/// So many of so many were done.
pub fn done_of(told: &Told<'_>, report: &Implementation) -> String {
    let share = report.share().map(|share| super::percent(told.words, share)).unwrap_or_default();
    (told.words.estate_paper().done_of)(report.done(), report.items.len(), &share)
}

fn reported(told: &Told<'_>, caption: &'static str, items: &[Reported]) -> Block {
    let [item, planned, how, paid, over] = told.words.estate_paper().report_columns;
    let columns = vec![
        Column::words(item),
        Column::figures(planned),
        Column::words(how),
        Column::figures(paid),
        Column::figures(over),
    ];
    let row = |one: &Reported| Row {
        name: told.bench.name(one.item).to_owned(),
        cells: vec![
            told.known(one.planned),
            came(told, one),
            told.money(one.paid),
            one.over().map(|cents| told.money(cents)).unwrap_or_default(),
        ],
    };
    table(caption, columns, items.iter().map(row).collect())
}

/// How far an item came, and that it was put off.
pub fn came(told: &Told<'_>, one: &Reported) -> String {
    let (words, said) = (told.words, told.words.estate_paper());
    let day = match one.implemented {
        Implemented::Done { on } => words.day(on),
        Implemented::Begun | Implemented::Open => String::new(),
    };
    let how = (said.implemented)(one.implemented, &day);
    let put_off = one.postponed.as_ref().map(|one| (said.postponed)(one.to, &one.reason)).unwrap_or_default();
    crate::joined(&[&how, &put_off])
}
