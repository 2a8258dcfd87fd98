//! The inspections: when the home was walked, what was looked at, and what became of what failed.

use crate::Given;
use crate::block::{Block, Column, Row, Table};
use crate::home::Kept;
use crate::parts::joined;
use crate::wish::Part;
use model::RecordId;
use model::entry::{Entry, EntryType};
use model::inspection::{Found, Inspection, Point};

/// A line for each, and a line for each of their points; newest first.
pub(crate) fn blocks(given: &Given<'_>) -> Vec<Block> {
    let (words, said) = (given.words, &given.words.print().inspections);
    let all = &given.home.inspections;
    if all.is_empty() {
        return vec![Block::Nothing { text: words.print().none }];
    }
    let names = !given.wish.hidden.names;
    let walk = |kept: &Kept<'_, Inspection>| {
        let letter = kept.letter;
        let count = |found| letter.count(found);
        let counts = (said.counts)(count(Found::Good), count(Found::Failed), count(Found::Unseen));
        let mut cells = vec![day(given, letter), counts];
        cells.extend(names.then(|| letter.by.clone()));
        Row { name: letter.title.clone(), cells }
    };
    let mut columns = vec![said.title, words.print().date, said.result];
    columns.extend(names.then_some(words.print().by));
    vec![table(said.title, &columns, all.iter().map(walk).collect()), points(given, all.iter().map(|kept| kept.letter))]
}

fn points<'a>(given: &Given<'_>, all: impl Iterator<Item = &'a Inspection>) -> Block {
    let (words, said) = (given.words, &given.words.print().inspections);
    let notes = given.wish.has(Part::Notes);
    let row = |letter: &Inspection, point: &Point| {
        let mut cells = vec![day(given, letter), (said.how)(point.found).to_owned(), became(given, point)];
        cells.extend(notes.then(|| point.note.clone()));
        Row { name: point.title.clone(), cells }
    };
    let rows: Vec<Row> = all.flat_map(|letter| letter.points.iter().map(move |point| row(letter, point))).collect();
    let mut columns = vec![said.points, words.print().date, said.found, said.became];
    columns.extend(notes.then_some(said.note));
    table(said.points, &columns, rows)
}

fn table(caption: &'static str, columns: &[&'static str], rows: Vec<Row>) -> Block {
    let columns = columns.iter().copied().map(Column::words).collect();
    Block::Table(Table { caption, columns, rows, total: None, list: true })
}

fn day(given: &Given<'_>, letter: &Inspection) -> String {
    letter.on.map(|on| given.words.day(on)).unwrap_or_default()
}

/// "Fault · done 3 May 2026": what a point led to, and whether that is settled.
fn became(given: &Given<'_>, point: &Point) -> String {
    let (words, home) = (given.words, given.home);
    let Some(id) = point.became else { return String::new() };
    let fault = home.entries.iter().find(|entry| entry.id == id || entry.version == id);
    let (sort, ids) = match fault {
        Some(fault) => ((words.choice().entry)(EntryType::Fault), [fault.id, fault.version]),
        None if home.tasks.iter().any(|task| task.id == id) => (words.care().task, [id, id]),
        None => return String::new(),
    };
    let answers = |of: Option<RecordId>| of.is_some_and(|of| ids.contains(&of));
    let answered = |entry: &&Kept<'_, Entry>| answers(entry.letter.settles) || answers(entry.letter.completes);
    let state = match home.entries.iter().find(answered) {
        Some(entry) => {
            let when = entry.letter.when.map(|when| words.date(when)).unwrap_or_default();
            (words.print().inspections.done)(&when)
        }
        None => words.print().unsettled.to_owned(),
    };
    joined(&[sort, &state])
}
