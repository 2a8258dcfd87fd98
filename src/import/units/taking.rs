//! Rows of tables to units.

use super::column::Target;
use super::existing::number_key;
use super::quota::{self, Figure};
use super::row::{LeftRow, Read, SystemTold, UnitRow};
use super::table::Table;
use super::talk::{Answers, Left, Problem, ProblemCode, QuotaForm};
use crate::talk::DateOrder;
use crate::text::{cut, fold, normal, one_line, words};
use crate::value::date;
use model::letter::{LINE_CHARS_MAX, NOTE_CHARS_MAX, TOLD_YEAR_MIN};
use model::system::SystemType;
use model::{Date, PartialDate};

/// Words from which on a text that stands alone in its row is a remark below the list, and no number of a unit.
const REMARK_WORDS: usize = 4;
/// Words of a row that sums the others up.
const TOTAL: &[&str] = &["total", "totals", "subtotal", "sum", "totaal", "subtotaal", "groottotaal"];
/// Words of the common property.
const COMMON: &[&str] = &["commonproperty", "common", "commonarea", "commonareas", "cp", "gemeenskaplikeeiendom"];
/// Words with which a heading over the units of a building begins.
const BUILDING: &[&str] = &["block", "building", "phase", "wing", "tower", "cluster", "blok", "gebou", "fase"];

/// Reads the rows of some tables.
pub(super) fn read(tables: &[&Table], answers: &Answers, today: Date) -> Read {
    let mut read = Read::default();
    let mut figures: Vec<(usize, Figure)> = Vec::new();
    for table in tables {
        let targets = table.targets(answers);
        let mut taking = Taking {
            table,
            orders: orders(table, &targets),
            targets,
            year: today.year(),
            heading: String::new(),
            last: String::new(),
            to: &mut read,
            figures: &mut figures,
        };
        for trouble in &table.troubles {
            taking.problem(trouble.row, "", ProblemCode::CutOff, &trouble.text);
        }
        table.rows().for_each(|row| taking.row(row));
    }
    let form = quota::form(&figures.iter().map(|(_, figure)| *figure).collect::<Vec<_>>());
    for (at, figure) in &figures {
        read.units[*at].unit.quota = Some(quota::value(*figure, form));
    }
    read.form = (!figures.is_empty()).then_some(form);
    if figures.is_empty() && quota::by_area(&mut read.units) {
        read.form = Some(QuotaForm::Area);
    }
    read
}

/// In which order the dates of each column are written.
fn orders(table: &Table, targets: &[Target]) -> Vec<DateOrder> {
    let mut all = date::Evidence::default();
    let of = |(column, target): (usize, &Target)| {
        let mut own = date::Evidence::default();
        if target.is_date() {
            table.rows().for_each(|row| own.add(table.cells.get(row, column), 0));
            all.join(&own);
        }
        own
    };
    let columns: Vec<date::Evidence> = targets.iter().enumerate().map(of).collect();
    columns.iter().map(|own| own.order().or(all.order()).unwrap_or(DateOrder::DayFirst)).collect()
}

/// A table at work.
struct Taking<'a> {
    table: &'a Table,
    targets: Vec<Target>,
    orders: Vec<DateOrder>,
    year: i32,
    /// The building that a heading named.
    heading: String,
    /// The building of the row before.
    last: String,
    to: &'a mut Read,
    figures: &'a mut Vec<(usize, Figure)>,
}

impl Taking<'_> {
    fn text(&self, row: usize, column: usize) -> String {
        one_line(&normal(self.table.cells.get(row, column))).into_owned()
    }

    fn problem(&mut self, row: u32, column: &str, code: ProblemCode, text: &str) {
        let (place, column) = (self.table.place.clone(), column.to_owned());
        self.to.problems.push(Problem { place, row, column, code, text: cut(text, LINE_CHARS_MAX).to_owned() });
    }

    fn leave(&mut self, row: usize, why: Left) {
        let text = normal(&self.table.cells.joined(row)).into_owned();
        let (place, row) = (self.table.place.clone(), self.table.cells.number(row));
        self.to.left.push(LeftRow { place, row, text: cut(&one_line(&text), LINE_CHARS_MAX).to_owned(), why });
    }

    fn row(&mut self, row: usize) {
        let filled = self.table.cells.filled(row);
        if filled == 0 {
            return;
        }
        if self.table.is_header(row) {
            return self.leave(row, Left::Heading);
        }
        let number = self.targets.iter().position(|target| *target == Target::Number);
        let number = number.map(|column| self.text(row, column)).unwrap_or_default();
        let first = (0..self.targets.len()).map(|column| self.text(row, column)).find(|text| !text.is_empty());
        let first = first.unwrap_or_default();
        let begins: Vec<String> = words(&first).into_iter().take(2).collect();
        let has = |list: &[&str], word: &String| list.contains(&word.as_str());
        if filled == 1 && begins.first().is_some_and(|word| has(BUILDING, word)) {
            self.heading = cut(&first, LINE_CHARS_MAX).to_owned();
            self.last.clear();
            return self.leave(row, Left::Heading);
        }
        if begins.iter().any(|word| has(TOTAL, word)) {
            return self.leave(row, Left::Total);
        }
        if number.starts_with('=') {
            return self.leave(row, Left::Formula);
        }
        let is_remark = filled == 1 && words(&number).len() >= REMARK_WORDS;
        if number_key(&number).is_empty() || is_remark {
            let why = if self.is_sum(row) { Left::Total } else { Left::NoNumber };
            return self.leave(row, why);
        }
        self.unit(row, &number);
    }

    /// Whether a row has nothing but figures.
    fn is_sum(&self, row: usize) -> bool {
        let figure = |column: usize| {
            let text = self.text(row, column);
            text.is_empty() || text.starts_with('=') || quota::read(&text).is_some()
        };
        (0..self.targets.len()).all(figure)
    }

    fn unit(&mut self, row: usize, number: &str) {
        let mut one =
            UnitRow { place: self.table.place.clone(), row: self.table.cells.number(row), ..UnitRow::default() };
        one.unit.number = cut(number, LINE_CHARS_MAX).trim_end().to_owned();
        if COMMON.contains(&fold(number).as_str()) {
            one.unit.common = Some(true);
        }
        let at = self.to.units.len();
        for column in 0..self.targets.len() {
            let text = self.text(row, column);
            if !text.is_empty() {
                self.cell(&mut one, at, column, &text);
            }
        }
        if number.chars().count() > LINE_CHARS_MAX {
            self.keep(&mut one, "", ProblemCode::TooLong, number);
        }
        let has_column = self.targets.contains(&Target::Building);
        if one.building.is_empty() && one.unit.common.is_none() {
            // A cell that is merged over the units of a building has its text in the first of them alone.
            one.building.clone_from(if has_column && !self.last.is_empty() { &self.last } else { &self.heading });
            one.is_carried = !one.building.is_empty();
        }
        if one.unit.common.is_none() {
            self.last.clone_from(&one.building);
        }
        self.to.units.push(one);
    }

    fn cell(&mut self, one: &mut UnitRow, at: usize, column: usize, text: &str) {
        let target = self.targets[column];
        let name = self.table.header[column].clone();
        match target {
            Target::None => {}
            Target::Number if self.targets.iter().position(|one| *one == target) == Some(column) => {}
            Target::Note | Target::Number => self.note(one, &name, text),
            _ if text.starts_with('=') => self.keep(one, &name, ProblemCode::Formula, text),
            Target::Quota => match (quota::read(text), quota::area(text)) {
                (Some(_), _) if self.figures.last().is_some_and(|(last, _)| *last == at) => self.note(one, &name, text),
                (Some(figure), _) => self.figures.push((at, figure)),
                (None, Some(area)) => one.area = Some(area),
                (None, None) => self.keep(one, &name, ProblemCode::Quota, text),
            },
            Target::Area => {
                one.area = quota::area(text);
                self.note(one, &name, text);
            }
            Target::OwnerEmail if !text.contains('@') => self.keep(one, &name, ProblemCode::Email, text),
            Target::OwnedSince | Target::Installed(_) | Target::Certificate(_) => self.date(one, column, &name, text),
            Target::Make(sort) => system(one, sort).make = cut(text, LINE_CHARS_MAX).trim_end().to_owned(),
            _ if text.chars().count() > LINE_CHARS_MAX => self.keep(one, &name, ProblemCode::TooLong, text),
            // Of two columns that a person said are the same the first counts, and neither is lost.
            _ if !line(one, target).is_empty() => self.note(one, &name, text),
            _ => *line(one, target) = text.to_owned(),
        }
    }

    fn date(&mut self, one: &mut UnitRow, column: usize, name: &str, text: &str) {
        let read = date::read(text, self.orders[column], self.year);
        let is_told = |date: &PartialDate| (TOLD_YEAR_MIN..=self.year + 1).contains(&date.first().year());
        let told = match read {
            date::Read::Is(date) if is_told(&date) => date,
            date::Read::Empty => return,
            _ => return self.keep(one, name, ProblemCode::Date, text),
        };
        match self.targets[column] {
            Target::Installed(sort) => system(one, sort).installed = Some(told),
            Target::Certificate(sort) => one.certificates.push((sort, told)),
            // Ownership changes on a day.
            _ => match told.known {
                model::date::Known::Day(day) => one.unit.owned_since = Some(day),
                _ => self.keep(one, name, ProblemCode::Date, text),
            },
        }
    }

    /// Keeps in the notes what has no other place, and tells of it.
    fn keep(&mut self, one: &mut UnitRow, name: &str, code: ProblemCode, text: &str) {
        self.problem(one.row, name, code, text);
        self.note(one, name, text);
    }

    fn note(&mut self, one: &mut UnitRow, name: &str, text: &str) {
        let line = if name.is_empty() { text.to_owned() } else { format!("{name}: {text}") };
        let notes = &mut one.unit.notes;
        let longer = if notes.is_empty() { line } else { format!("{notes}\n{line}") };
        if longer.chars().count() > NOTE_CHARS_MAX {
            self.problem(one.row, name, ProblemCode::TooLong, text);
        }
        cut(&longer, NOTE_CHARS_MAX).trim_end().clone_into(&mut one.unit.notes);
    }
}

/// The field of a unit that is a line of text.
fn line(one: &mut UnitRow, target: Target) -> &mut String {
    match target {
        Target::Section => &mut one.unit.section,
        Target::Building => &mut one.building,
        Target::Suburb => &mut one.unit.suburb,
        Target::OwnerEmail => &mut one.unit.owner_email,
        Target::OwnerPhone => &mut one.unit.owner_phone,
        Target::Tenant => &mut one.unit.tenant,
        Target::Responsible => &mut one.unit.responsible,
        _ => &mut one.unit.owner,
    }
}

/// The system of that sort that a row tells of.
fn system(one: &mut UnitRow, sort: SystemType) -> &mut SystemTold {
    let at = one.systems.iter().position(|told| told.sort == sort).unwrap_or_else(|| {
        one.systems.push(SystemTold { sort, ..SystemTold::default() });
        one.systems.len() - 1
    });
    &mut one.systems[at]
}
