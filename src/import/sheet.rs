//! A table that was recognised: what its columns become, how its dates and amounts are meant, and its rows.

use crate::column::{self, Rows, Target};
use crate::form::Form;
use crate::gather::Gather;
use crate::proposal::{Place, ProblemCode};
use crate::row::{Cell, Row};
use crate::table::Table;
use crate::talk::{Answers, Column, DateOrder, Decimal, FoundTable, TableAnswers};
use crate::text::{cut, fold};
use crate::value::{date, money};
use model::id::FileHash;
use std::borrow::Cow;

/// Texts of a column that a person is shown.
const SAMPLES: usize = 3;
/// Characters of one of them.
const SAMPLE_CHARS_MAX: usize = 60;
/// Rows that are looked through for them.
const SAMPLE_ROWS: usize = 200;

/// A table of a file.
pub(crate) struct Sheet {
    /// The file, and the sheet or entry in it.
    pub(crate) place: String,
    /// What it was recognised as.
    pub(crate) form: &'static Form,
    /// Its cells.
    pub(crate) table: Table,
    /// Whether rows of another width than the header are worth telling: in separated values, not in a workbook.
    pub(crate) is_even: bool,
}

/// How a table is read, once a person has had their say.
pub(crate) struct Reading {
    /// What the rows become.
    pub(crate) rows: Rows,
    /// What the columns become.
    pub(crate) targets: Vec<Target>,
    labels: Vec<String>,
    orders: Vec<DateOrder>,
    currencies: Vec<Option<&'static str>>,
    decimal: Option<Decimal>,
    /// What the columns say about dates, all together.
    pub(crate) dates: date::Evidence,
    /// What the columns say about amounts.
    pub(crate) amounts: money::Evidence,
}

impl Sheet {
    /// Names the form of the table, the same for the next of the same header.
    pub(crate) fn form_key(&self) -> String {
        let hash = FileHash::of(self.table.header.join("\n").as_bytes()).to_string();
        format!("{}/{}/{}", self.form.format, self.form.name, &hash[..16])
    }

    fn answers<'a>(&self, answers: &'a Answers) -> Option<&'a TableAnswers> {
        answers.tables.get(&self.form_key())
    }

    /// What the rows become.
    pub(crate) fn rows(&self, answers: &Answers) -> Rows {
        let chosen = self.answers(answers).and_then(|answers| Rows::of(answers.rows_are.as_deref()?));
        let usual = || self.form.rows.unwrap_or_else(|| column::rows_are(&self.table.header));
        chosen.filter(|rows| self.rows_can_be().contains(rows)).unwrap_or_else(usual)
    }

    fn rows_can_be(&self) -> Vec<Rows> {
        match self.form.rows {
            None => Rows::ALL.to_vec(),
            Some(rows) if rows.are_things() => vec![Rows::Auto, Rows::Item, Rows::System],
            Some(rows) => vec![rows],
        }
    }

    /// What the columns become.
    pub(crate) fn targets(&self, rows: Rows, answers: &Answers) -> Vec<Target> {
        let header = &self.table.header;
        let mut targets = match self.form.rows {
            None => self.named(column::guess(header, rows), rows),
            Some(_) => header.iter().map(|name| self.form.target(&fold(name))).collect(),
        };
        if let Some(chosen) = self.answers(answers) {
            for (target, name) in targets.iter_mut().zip(header) {
                let said = chosen.targets.get(name).and_then(|said| Target::of(said));
                *target = said.unwrap_or(*target);
            }
        }
        targets
    }

    /// How the table is read.
    pub(crate) fn reading(&self, answers: &Answers) -> Reading {
        let rows = self.rows(answers);
        let targets = self.targets(rows, answers);
        let labels = self.table.header.iter().map(|name| self.form.label(name)).collect();
        let currencies: Vec<_> = self.table.header.iter().map(|name| named_currency(name)).collect();
        let (mut dates, mut amounts) = (date::Evidence::default(), money::Evidence::default());
        let mut columns = Vec::with_capacity(targets.len());
        for (column, target) in targets.iter().enumerate() {
            let mut own = date::Evidence::default();
            if target.is_date() {
                self.table.column(column).for_each(|text| own.add(text, target.years_ahead()));
                dates.join(&own);
            } else if target.is_money() {
                self.table.column(column).for_each(|text| amounts.add(text));
            }
            columns.push(own);
        }
        let guess = self.form.dates.unwrap_or(DateOrder::DayFirst);
        let whole = dates.order().filter(|_| !dates.is_open());
        let order = |own: &date::Evidence| {
            let settled = own.order().filter(|_| !own.is_open()).or(whole);
            settled.or(answers.date_order).or(own.order()).or(dates.order()).unwrap_or(guess)
        };
        let orders = columns.iter().map(|own| self.form.dates.unwrap_or_else(|| order(own))).collect();
        let told = amounts.decimal().filter(|_| !amounts.is_open());
        let decimal = self.form.decimal.or(told).or(answers.decimal);
        let by_row = targets.contains(&Target::Currency);
        if by_row || currencies.iter().zip(&targets).all(|(named, target)| named.is_some() || !target.is_money()) {
            amounts.unnamed.clear();
        }
        Reading { rows, targets, labels, orders, currencies, decimal, dates, amounts }
    }

    /// A row below the header; none if there is nothing in it.
    pub(crate) fn row<'a>(&'a self, reading: &'a Reading, at: usize) -> Option<Row<'a>> {
        let mut row = Row::new(&self.place, self.table.number(at));
        for (column, target) in reading.targets.iter().enumerate() {
            let text = self.table.get(at, column);
            if !text.is_empty() && *target != Target::None {
                let (label, text) = (Cow::Borrowed(&*reading.labels[column]), Cow::Borrowed(text));
                let (order, decimal) = (reading.orders[column], reading.decimal);
                let currency = reading.currencies[column];
                row.cells.push(Cell { target: *target, label, text, order, decimal, currency });
            }
        }
        (!row.cells.is_empty()).then_some(row)
    }

    /// Rows of another width than the header, and whatever else was wrong as the table was read.
    pub(crate) fn troubles(&self, to: &mut Gather<'_>) {
        let at = |row: u32| Place { file: self.place.clone(), row };
        for trouble in &self.table.troubles {
            to.problem(&at(trouble.row), trouble.code, "", &trouble.text);
        }
        let named = self.table.named;
        for row in self.table.filled_rows() {
            let more = (named..self.table.width(row)).any(|column| !self.table.get(row, column).is_empty());
            if more || self.is_even && self.table.width(row) < named {
                to.problem(&at(self.table.number(row)), ProblemCode::Cells, "", &self.table.joined(row));
            }
        }
    }

    /// The table as a person is shown it.
    pub(crate) fn found(&self, answers: &Answers) -> FoundTable {
        let rows = self.rows(answers);
        let offered: Vec<String> = rows.targets().iter().map(|target| target.as_str().to_owned()).collect();
        let columns = self.targets(rows, answers).into_iter().enumerate().map(|(column, target)| {
            let mut targets = offered.clone();
            let further = [target.as_str(), "note", "none"].map(str::to_owned);
            targets.extend(further.into_iter().filter(|name| !offered.contains(name)));
            targets.dedup();
            Column {
                name: self.table.header[column].clone(),
                samples: self.samples(column),
                target: target.as_str().into(),
                targets,
            }
        });
        FoundTable {
            place: self.place.clone(),
            format: self.form.format.to_owned(),
            form: self.form_key(),
            rows: self.table.filled_rows().count() as u32,
            rows_are: rows.as_str().to_owned(),
            rows_can_be: self.rows_can_be().into_iter().map(|rows| rows.as_str().to_owned()).collect(),
            columns: columns.collect(),
        }
    }

    /// `targets` with a column that names the rows: where no header says which does, the first of plain words. Rows without a name would all be left out.
    fn named(&self, mut targets: Vec<Target>, rows: Rows) -> Vec<Target> {
        let names = if rows.targets().contains(&Target::Title) { Target::Title } else { Target::Name };
        let is_words = |text: &String| text.chars().filter(|c| c.is_alphabetic()).count() * 2 > text.chars().count();
        let of_words = |column: &usize| {
            let samples = self.samples(*column);
            targets[*column] == Target::Note && !samples.is_empty() && samples.iter().all(is_words)
        };
        if !targets.contains(&names)
            && let Some(column) = (0..targets.len()).find(of_words)
        {
            targets[column] = names;
        }
        targets
    }

    fn samples(&self, column: usize) -> Vec<String> {
        let mut samples: Vec<String> = Vec::new();
        let rows = 0..self.table.len().min(SAMPLE_ROWS);
        for text in rows.map(|row| self.table.get(row, column)).filter(|text| !text.is_empty()) {
            let text = cut(text, SAMPLE_CHARS_MAX);
            if !samples.iter().any(|known| known == text) {
                samples.push(text.to_owned());
            }
            if samples.len() == SAMPLES {
                break;
            }
        }
        samples
    }
}

/// The currency that a column's name has in brackets or at its end: `Price (R)`, `Cost ZAR`.
fn named_currency(name: &str) -> Option<&'static str> {
    let last = name.rsplit([' ', '(', '[']).next()?.trim_end_matches([')', ']']);
    // A dollar alone may be any.
    money::currency(last).filter(|code| *code != "$" && last.len() < name.len())
}
