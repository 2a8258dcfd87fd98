//! A record as it is put together from the cells of a row: what fits goes into its fields, all else into its notes.

use crate::gather::Gather;
use crate::proposal::{Attached, Link, Place, ProblemCode, Proposal};
use crate::row::{Cell, Row};
use crate::text::{cut, normal, one_line};
use crate::value::{date, money, number};
use model::body::Fields;
use model::canonical::BODY_BYTES_MAX;
use model::letter::{LINE_CHARS_MAX, LIST_MAX, NOTE_CHARS_MAX, TOLD_YEAR_MIN, YEAR_MAX, YEAR_MIN};
use model::{Date, PartialDate};
use serde_json::Value;

/// Bytes of a body that are kept for everything but notes and files: a dozen lines of four bytes a letter, links, and where the record came from.
const OTHER_BYTES: usize = 24 * 1024;
/// Bytes of a body that one file needs.
const FILE_BYTES: usize = 700;
/// Bytes that notes have in any case.
const NOTE_BYTES_MIN: usize = 4 * 1024;
/// Files of one record: as many as leave room for its notes.
const FILES_MAX: usize = 50;

/// A record that is being put together.
pub(crate) struct Draft {
    kind: &'static str,
    fields: Fields,
    paragraphs: Vec<String>,
    lines: Vec<String>,
    links: Vec<Link>,
    files: Vec<Attached>,
    untold: Vec<&'static str>,
    /// See [`Proposal::by_name`].
    pub(crate) by_name: bool,
    at: Place,
}

impl Draft {
    /// An empty record.
    pub(crate) fn new(kind: &'static str, at: Place) -> Self {
        Self {
            kind,
            fields: Fields::new(),
            paragraphs: Vec::new(),
            lines: Vec::new(),
            links: Vec::new(),
            files: Vec::new(),
            untold: Vec::new(),
            by_name: false,
            at,
        }
    }

    /// The record's kind.
    pub(crate) fn kind(&self) -> &'static str {
        self.kind
    }

    /// Sets a field to text that is known to fit.
    pub(crate) fn put(&mut self, field: &str, text: &str) {
        self.fields.insert(field.to_owned(), Value::from(text));
    }

    /// Sets a field to a value that is known to fit.
    pub(crate) fn set(&mut self, field: &str, value: Value) {
        self.fields.insert(field.to_owned(), value);
    }

    /// Sets a field that the record has to have, although the file does not tell it.
    pub(crate) fn put_untold(&mut self, field: &'static str, text: &str) {
        self.put(field, text);
        self.untold.push(field);
    }

    /// A date that a field was set to.
    pub(crate) fn date_of(&self, field: &str) -> Option<PartialDate> {
        self.fields.get(field)?.as_str()?.parse().ok()
    }

    /// A line of text. What is too long stays whole in the notes.
    pub(crate) fn line(&mut self, to: &mut Gather<'_>, field: &str, cell: Option<Cell<'_>>) {
        let Some(cell) = cell else { return };
        let text = normal(&cell.text);
        let line = one_line(&text);
        let short = cut(&line, LINE_CHARS_MAX).trim_end();
        if short.is_empty() {
            return;
        }
        if short.len() < line.len() {
            to.problem(&self.at, ProblemCode::TooLong, &cell.label, &line);
            self.note(&cell.label, &text);
        }
        self.put(field, short);
    }

    /// A date of what somebody did, kept only if it can be one.
    pub(crate) fn told(&mut self, to: &mut Gather<'_>, field: &str, cell: Option<Cell<'_>>) {
        self.years(to, field, cell, TOLD_YEAR_MIN);
    }

    /// A date of the home.
    pub(crate) fn date(&mut self, to: &mut Gather<'_>, field: &str, cell: Option<Cell<'_>>) {
        self.years(to, field, cell, YEAR_MIN);
    }

    fn years(&mut self, to: &mut Gather<'_>, field: &str, cell: Option<Cell<'_>>, first: i32) {
        if let Some(date) = cell.and_then(|cell| self.read_date(to, &cell, first)) {
            self.put(field, &date.to_string());
        }
    }

    /// Reads a date from `first` on; one that cannot be read is told and kept in the notes.
    pub(crate) fn read_date(&mut self, to: &mut Gather<'_>, cell: &Cell<'_>, first: i32) -> Option<PartialDate> {
        match cell.date(to) {
            date::Read::Empty => None,
            date::Read::Is(date) if (first..=YEAR_MAX).contains(&date.year()) => Some(date),
            date::Read::Is(_) => {
                self.unread(to, ProblemCode::DateRange, cell);
                None
            }
            date::Read::Not => {
                self.unread(to, ProblemCode::Date, cell);
                None
            }
        }
    }

    /// An amount of money.
    pub(crate) fn money(&mut self, to: &mut Gather<'_>, field: &str, cell: Option<Cell<'_>>, currency: Option<&str>) {
        let Some(cell) = cell else { return };
        match money::read(&cell.text, cell.decimal) {
            money::Read::Empty => {}
            money::Read::Is(cents, named) => {
                let money = money::money(cents, named.or(currency).or(cell.currency), to.currency);
                self.set(field, serde_json::json!({ "cents": money.cents, "currency": money.currency }));
            }
            money::Read::Not => self.unread(to, ProblemCode::Money, &cell),
        }
    }

    /// A whole number within bounds.
    pub(crate) fn whole(&mut self, to: &mut Gather<'_>, field: &str, cell: Option<Cell<'_>>, min: i64, max: i64) {
        let Some(cell) = cell else { return };
        match number::whole(&cell.text) {
            Some(number) if (min..=max).contains(&number) => self.set(field, number.into()),
            _ => self.unread(to, ProblemCode::Number, &cell),
        }
    }

    /// What could not be read: told, and kept in the notes in its own words.
    pub(crate) fn unread(&mut self, to: &mut Gather<'_>, code: ProblemCode, cell: &Cell<'_>) {
        to.problem(&self.at, code, &cell.label, &cell.text);
        let label = (to.settings.words.import().not_read)(&cell.label);
        self.note(&label, &cell.text);
    }

    /// A line of the notes with its name.
    pub(crate) fn note(&mut self, label: &str, text: &str) {
        let text = normal(text);
        if !text.is_empty() {
            self.lines.push(format!("{label}: {text}"));
        }
    }

    /// A paragraph of the notes.
    pub(crate) fn paragraph(&mut self, text: &str) {
        let text = normal(text);
        if !text.is_empty() && !self.paragraphs.iter().any(|known| *known == text) {
            self.paragraphs.push(text.into_owned());
        }
    }

    /// Whether anything stands in the notes so far.
    pub(crate) fn has_notes(&self) -> bool {
        !self.lines.is_empty() || !self.paragraphs.is_empty()
    }

    /// Names another record of the import.
    pub(crate) fn link(&mut self, field: &'static str, many: bool, to: Option<String>) {
        let Some(key) = to else { return };
        match self.links.iter_mut().find(|link| link.field == field) {
            Some(link) if link.to.len() < LIST_MAX && !link.to.contains(&key) => link.to.push(key),
            Some(_) => {}
            None => self.links.push(Link { field, many, to: vec![key] }),
        }
    }

    /// Whether no more files fit.
    pub(crate) fn is_full(&self) -> bool {
        self.files.len() >= FILES_MAX
    }

    /// Adds a file under `field`, or tells why it cannot be: then its name is in the notes.
    pub(crate) fn attach(
        &mut self,
        to: &mut Gather<'_>,
        field: &'static str,
        name: &str,
        found: Result<Attached, ProblemCode>,
    ) {
        let full = if !self.is_full() { found } else { Err(ProblemCode::TooLong) };
        match full {
            Ok(file) => self.files.push(Attached { field, ..file }),
            Err(code) => {
                to.problem(&self.at, code, to.settings.words.import().labels.file, name);
                self.note(to.settings.words.import().labels.file, name);
            }
        }
    }

    /// Everything that a row still has: its notes as paragraphs, all else as lines.
    pub(crate) fn rest(&mut self, to: &mut Gather<'_>, row: &mut Row<'_>) {
        for cell in row.rest() {
            match cell.target {
                crate::column::Target::Notes => self.paragraph(&cell.text),
                crate::column::Target::Flag => self.flag(to, &cell),
                // They become records of their own.
                crate::column::Target::Events => {}
                _ => self.note(&cell.label, &cell.text),
            }
        }
    }

    /// A line only where it is so.
    pub(crate) fn flag(&mut self, to: &mut Gather<'_>, cell: &Cell<'_>) {
        match number::yes_no(&cell.text) {
            Some(true) => self.note(&cell.label, to.settings.words.import().yes),
            Some(false) => {}
            None => self.unread(to, ProblemCode::YesNo, cell),
        }
    }

    /// Adds the notes to those of a record that was handed over before.
    pub(crate) fn add_notes(self, to: &mut Gather<'_>, key: &str) {
        let mut notes = self.paragraphs;
        notes.extend(self.lines);
        let Some(proposal) = to.proposal(key) else { return };
        let known = proposal.fields.get("notes").and_then(Value::as_str).unwrap_or_default();
        let joined = std::iter::once(known).chain(notes.iter().map(String::as_str)).filter(|part| !part.is_empty());
        let joined = normal(&joined.collect::<Vec<_>>().join("\n")).into_owned();
        let kept = cut_note(&joined, BODY_BYTES_MAX - OTHER_BYTES).trim_end();
        proposal.fields.insert("notes".to_owned(), Value::from(kept));
        if kept.len() < joined.len() {
            to.problem(&self.at, ProblemCode::TooLong, to.settings.words.import().targets.notes, &joined);
        }
    }

    /// Hands the record over.
    pub(crate) fn finish(mut self, to: &mut Gather<'_>, key: String) {
        let notes = self.paragraphs.iter().chain(&self.lines).map(String::as_str).collect::<Vec<_>>().join("\n");
        if !notes.is_empty() {
            let room = BODY_BYTES_MAX.saturating_sub(OTHER_BYTES + self.files.len() * FILE_BYTES).max(NOTE_BYTES_MIN);
            let notes = normal(&notes);
            let kept = cut_note(&notes, room);
            if kept.len() < notes.len() {
                let label = to.settings.words.import().targets.notes;
                to.problem(&self.at, ProblemCode::TooLong, label, &notes);
            }
            self.put("notes", kept.trim_end());
        }
        let (kind, fields, links, files) = (self.kind, self.fields, self.links, self.files);
        to.proposals.push(Proposal {
            from: to.from,
            key,
            kind,
            fields,
            links,
            files,
            untold: self.untold,
            by_name: self.by_name,
            at: self.at,
        });
    }
}

/// As much of a text as notes may hold and as fits into `bytes_max` of JSON.
fn cut_note(text: &str, bytes_max: usize) -> &str {
    let (mut chars, mut bytes) = (0, 0);
    for (at, letter) in text.char_indices() {
        chars += 1;
        bytes += if matches!(letter, '\n' | '\t' | '"' | '\\') { 2 } else { letter.len_utf8() };
        if chars > NOTE_CHARS_MAX || bytes > bytes_max {
            return &text[..at];
        }
    }
    text
}

/// The warranty that ends on a day: when it starts and how many months it runs, so that counting them leads to that day. With a start that does not
/// lead there within three days, the start is moved; what the file says of it stands in the notes.
pub(crate) fn span(starts: Option<PartialDate>, ends: Date) -> Option<(PartialDate, i64)> {
    const EXACT_DAYS: i64 = 3;
    if let Some(start) = starts.filter(|start| start.first() < ends) {
        let first = start.first();
        let about = i64::from(ends.year() - first.year()) * 12 + i64::from(ends.month()) - i64::from(first.month());
        let near = (about - 1..=about + 1).filter(|months| (1..=1200).contains(months));
        let off = |months: &i64| first.plus_months(u32::try_from(*months).unwrap_or(0)).days_since(ends).abs();
        if let Some(months) = near.min_by_key(off).filter(|months| off(months) <= EXACT_DAYS) {
            return Some((start, months));
        }
        return before(ends, (1..=about.clamp(1, 1200)).rev());
    }
    before(ends, [12, 24, 1].into_iter())
}

fn before(ends: Date, months: impl Iterator<Item = i64>) -> Option<(PartialDate, i64)> {
    months
        .filter_map(|months| {
            let at = i64::from(ends.year()) * 12 + i64::from(ends.month()) - 1 - months;
            let (year, month) = (i32::try_from(at.div_euclid(12)).ok()?, at.rem_euclid(12) as u32 + 1);
            let start = (1..=ends.day()).rev().find_map(|day| Date::of(year, month, day))?;
            let leads = start.plus_months(u32::try_from(months).ok()?) == ends;
            (leads && start.year() >= TOLD_YEAR_MIN).then_some((PartialDate::day(start), months))
        })
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warranty_ends_on_the_day_that_the_file_says() {
        let rows = [
            (Some("2019-03-14"), "2021-03-14", Some(("2019-03-14", 24))),
            (Some("2019-03-14"), "2021-03-13", Some(("2019-03-14", 24))),
            (Some("2019-03"), "2021-03-01", Some(("2019-03", 24))),
            (Some("2019-03-14"), "2021-05-01", Some(("2019-03-01", 26))),
            (Some("2021-03-14"), "2021-03-14", Some(("2020-03-14", 12))),
            (None, "2026-05-01", Some(("2025-05-01", 12))),
            (None, "2024-02-29", Some(("2024-01-29", 1))),
            (None, "1899-02-28", None),
        ];
        for (starts, ends, expected) in rows {
            let found = span(starts.map(|text| text.parse().expect(text)), ends.parse().expect(ends));
            let found = found.map(|(start, months)| (start.to_string(), months));
            assert_eq!(found, expected.map(|(start, months)| (start.to_owned(), months)), "{starts:?} {ends}");
        }
    }
}
