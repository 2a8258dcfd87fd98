//! A table of units: where its header stands, and what its columns become.

use super::column::Target;
use super::talk::{Answers, FoundColumn, FoundTable};
use crate::table::{Cells, Trouble, letter};
use crate::text::{cut, normal, one_line};
use std::collections::BTreeMap;

/// Rows in which a header is looked for: letterheads have a name, an address and a date.
const HEADER_ROWS: usize = 30;
/// Texts of a column that a person is shown, and how much of each.
const SAMPLES: usize = 3;
const SAMPLE_CHARS_MAX: usize = 40;
/// Rows that are looked through for them.
const SAMPLE_ROWS: usize = 100;
/// Characters of a header that are kept.
const HEADER_CHARS_MAX: usize = 80;

/// A table.
pub(super) struct Table {
    /// The file, and the sheet in it.
    pub(super) place: String,
    pub(super) cells: Cells,
    pub(super) troubles: Vec<Trouble>,
    /// Names of the columns, each once.
    pub(super) header: Vec<String>,
    /// What the names say.
    targets: Vec<Option<Target>>,
    /// The last row of the header, from 0; none in a table without one.
    at: Option<usize>,
}

/// What a header of one row or two says.
struct Head {
    names: Vec<String>,
    targets: Vec<Option<Target>>,
}

impl Table {
    /// The table of those cells, its header being the row, or the two rows, of which most names are known.
    pub(super) fn of(place: String, cells: Cells, troubles: Vec<Trouble>) -> Self {
        let rows = cells.len().min(HEADER_ROWS);
        let mut best: Option<(usize, usize, Head)> = None;
        for at in 0..rows {
            for head in [single(&cells, at), double(&cells, at)].into_iter().flatten() {
                let score = score(&head.targets);
                if score > best.as_ref().map_or(0, |(best, ..)| *best) {
                    best = Some((score, at, head));
                }
            }
        }
        let width = (0..cells.len()).map(|row| cells.width(row)).max().unwrap_or(0);
        let (at, mut head) = match best {
            Some((_, at, head)) => (Some(at), head),
            None => (None, Head { names: Vec::new(), targets: Vec::new() }),
        };
        head.names.resize(width, String::new());
        head.targets.resize(width, None);
        Self { place, cells, troubles, header: unique(head.names), targets: head.targets, at }
    }

    /// Rows below the header.
    pub(super) fn rows(&self) -> std::ops::Range<usize> {
        self.at.map_or(0, |at| at + 1)..self.cells.len()
    }

    /// What the columns become: what a person said, else what their names say, each field of a unit once; what nothing is known of goes into the notes.
    pub(super) fn targets(&self, answers: &Answers) -> Vec<Target> {
        let said = answers.targets.get(&self.place);
        let mut targets: Vec<Target> = Vec::with_capacity(self.header.len());
        let chosen: Vec<Option<Target>> =
            self.header.iter().map(|name| said.and_then(|said| Target::of(said.get(name)?))).collect();
        for (own, guess) in chosen.iter().zip(&self.targets) {
            let is_taken = |target: &Target| {
                *target != Target::Note
                    && (targets.contains(target) || chosen.iter().flatten().any(|one| one == target))
            };
            let guess = guess.filter(|target| !is_taken(target)).unwrap_or(Target::Note);
            targets.push(own.unwrap_or(guess));
        }
        // A list that has no door numbers calls its units by their sections.
        let section = targets.iter().zip(&chosen).position(|(target, own)| *target == Target::Section && own.is_none());
        if let Some(section) = section.filter(|_| !targets.contains(&Target::Number)) {
            targets[section] = Target::Number;
        }
        targets
    }

    /// The table as a person is shown it.
    pub(super) fn found(&self, answers: &Answers) -> FoundTable {
        let targets = self.targets(answers);
        let columns = targets.iter().enumerate().map(|(column, target)| FoundColumn {
            name: self.header[column].clone(),
            samples: self.samples(column),
            target: target.as_text(),
        });
        FoundTable {
            place: self.place.clone(),
            header_row: self.at.map_or(0, |at| self.cells.number(at)),
            rows: self.rows().filter(|row| self.cells.filled(*row) > 0).count() as u32,
            has_numbers: targets.contains(&Target::Number),
            columns: columns.collect(),
        }
    }

    /// Whether a row is the header once more, or the groups above it.
    pub(super) fn is_header(&self, row: usize) -> bool {
        let Some(at) = self.at.filter(|_| self.cells.filled(row) > 0) else { return false };
        let is = |other: usize| {
            let same = |column| self.cells.get(row, column).eq_ignore_ascii_case(self.cells.get(other, column));
            (0..self.header.len()).all(same)
        };
        is(at) || at.checked_sub(1).is_some_and(is)
    }

    fn samples(&self, column: usize) -> Vec<String> {
        let mut samples: Vec<String> = Vec::new();
        for row in self.rows().take(SAMPLE_ROWS) {
            let text = cut(self.cells.get(row, column), SAMPLE_CHARS_MAX);
            if !text.is_empty() && !samples.iter().any(|known| known == text) {
                samples.push(text.to_owned());
            }
            if samples.len() == SAMPLES {
                break;
            }
        }
        samples
    }
}

/// How much a header says: one that names no units says nothing.
fn score(targets: &[Option<Target>]) -> usize {
    let mut known: Vec<Target> = Vec::new();
    for target in targets.iter().flatten() {
        if !known.contains(target) {
            known.push(*target);
        }
    }
    if known.contains(&Target::Number) || known.len() > 1 { known.len() } else { 0 }
}

fn name(cells: &Cells, row: usize, column: usize) -> String {
    let text = normal(cells.get(row, column)).into_owned();
    cut(&one_line(&text), HEADER_CHARS_MAX).trim().to_owned()
}

/// A header of one row.
fn single(cells: &Cells, at: usize) -> Option<Head> {
    let names: Vec<String> = (0..cells.width(at)).map(|column| name(cells, at, column)).collect();
    let targets = names.iter().map(|name| Target::named(name)).collect();
    Some(Head { names, targets })
}

/// A header of two rows: above stand the names of groups, merged over their columns (`Owner` over `Name`, `E-mail`), and of columns that are merged downwards.
fn double(cells: &Cells, at: usize) -> Option<Head> {
    let above = at.checked_sub(1)?;
    let width = cells.width(at).max(cells.width(above));
    let (mut names, mut targets, mut group) = (Vec::new(), Vec::new(), String::new());
    for column in 0..width {
        let (top, own) = (name(cells, above, column), name(cells, at, column));
        if !top.is_empty() {
            group.clone_from(&top);
        }
        let whole = format!("{group} {own}").trim().to_owned();
        let (name, target) = match (own.is_empty(), top.is_empty()) {
            (true, true) => (String::new(), None),
            (true, false) => (top.clone(), Target::named(&top)),
            // What a name says within its group comes before what it says alone: a tenant's telephone is not the owner's.
            (false, _) if group.is_empty() => (own.clone(), Target::named(&own)),
            (false, _) => {
                let is_owner = Target::named(&group).is_none_or(|of| of != Target::Tenant);
                (whole.clone(), Target::named(&whole).or_else(|| Target::named(&own).filter(|_| is_owner)))
            }
        };
        names.push(name);
        targets.push(target);
    }
    Some(Head { names, targets })
}

/// Names of columns, those without one by their letter, those that come again with a number.
fn unique(names: Vec<String>) -> Vec<String> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for (column, name) in names.into_iter().enumerate() {
        let name = if name.is_empty() { letter(column) } else { name };
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        let mut one = if *count == 1 { name.clone() } else { format!("{name} ({count})") };
        while out.contains(&one) {
            one.push('\'');
        }
        out.push(one);
    }
    out
}
