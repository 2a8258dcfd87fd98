//! What every kind of letter has in common, and the small checks from which their faults are built.

use crate::body::Fields;
use crate::date::PartialDate;
use crate::entry::Part;
use crate::fault::{Fault, FaultCode};
use crate::file::FileRef;
use crate::money::Money;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// One line of text: a name, a make, a number.
pub const LINE_CHARS_MAX: usize = 200;
/// A note of several paragraphs.
pub const NOTE_CHARS_MAX: usize = 20_000;
/// References from one record to others, or files of one record.
pub const LIST_MAX: usize = 100;
/// The first year that a home's history may name: the year of the oldest house still lived in in South Africa, rounded down.
pub const YEAR_MIN: i32 = 1650;
/// The first year of anything that somebody living can tell of as done: a repair, a purchase, a certificate. What is older belongs to the
/// house and its papers.
pub const TOLD_YEAR_MIN: i32 = 1900;
/// The last year that anything may name: the longest sourced service life (slate, 74 years) after today, rounded up.
pub const YEAR_MAX: i32 = 2100;

/// A plain struct that an envelope carries.
pub trait Letter: Serialize + DeserializeOwned + Default {
    /// The name of its kind.
    const KIND: &'static str;
    /// Names of all its fields.
    const FIELDS: &'static [&'static str];

    /// Everything wrong with single fields, as it stands.
    fn check(&self, check: &mut Check);

    /// What contradicts another field. Such a record is kept and shown with the contradiction, never refused: two people's
    /// edits may each be right alone.
    fn conflicts(&self) -> Vec<Fault> {
        Vec::new()
    }

    /// Everything wrong with single fields.
    fn faults(&self) -> Vec<Fault> {
        let mut check = Check::default();
        self.check(&mut check);
        check.faults
    }

    /// The fields as an edit carries them; what is empty is left out.
    fn fields(&self) -> Fields {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields,
            _ => Fields::new(),
        }
    }

    /// The fields in which `self` differs from `before`; one that became empty is null.
    fn changes(&self, before: &Self) -> Fields {
        let (now, before) = (self.fields(), before.fields());
        let mut changed = Fields::new();
        for name in Self::FIELDS {
            match (now.get(*name), before.get(*name)) {
                (Some(value), old) if old != Some(value) => changed.insert((*name).to_owned(), value.clone()),
                (None, Some(_)) => changed.insert((*name).to_owned(), Value::Null),
                _ => None,
            };
        }
        changed
    }
}

/// Reads a letter; a null field counts as absent.
///
/// By way of text, which is how every record is read: a second way of reading each kind would double its weight in the app.
pub fn read<T: DeserializeOwned>(fields: &Fields) -> Result<T, serde_json::Error> {
    serde_json::from_str(&present(fields)?)
}

/// The fields that are not null, as text.
fn present(fields: &Fields) -> Result<String, serde_json::Error> {
    let mut present = fields.clone();
    present.retain(|_, value| !value.is_null());
    serde_json::to_string(&present)
}

/// Collects faults.
#[derive(Default)]
pub struct Check {
    faults: Vec<Fault>,
}

impl Check {
    /// What was found.
    pub fn faults(self) -> Vec<Fault> {
        self.faults
    }

    /// Notes a fault.
    pub fn fault(&mut self, field: &str, code: FaultCode) {
        self.faults.push(Fault::new(field, code));
    }

    /// A line of text that must be there.
    pub fn name(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(field, FaultCode::Missing);
        }
        self.line(field, text);
    }

    /// A line of text that may be empty.
    pub fn line(&mut self, field: &str, text: &str) {
        self.text(field, text, LINE_CHARS_MAX);
    }

    /// Several paragraphs that may be empty.
    pub fn note(&mut self, field: &str, text: &str) {
        self.text(field, text, NOTE_CHARS_MAX);
    }

    fn text(&mut self, field: &str, text: &str, chars_max: usize) {
        if text.len() > chars_max && text.chars().count() > chars_max {
            self.faults.push(Fault::limited(field, FaultCode::TooLong, chars_max as i64));
        }
    }

    /// A list that may be empty.
    pub fn list<T>(&mut self, field: &str, list: &[T]) {
        self.many(field, list.len(), LIST_MAX);
    }

    /// A list of so many, which has a limit of its own.
    pub fn many(&mut self, field: &str, count: usize, max: usize) {
        if count > max {
            self.faults.push(Fault::limited(field, FaultCode::TooMany, max as i64));
        }
    }

    /// Files that may be none.
    pub fn files(&mut self, field: &str, files: &[FileRef]) {
        self.list(field, files);
        files.iter().for_each(|file| file.check(field, self));
    }

    /// A whole number within bounds, both allowed.
    pub fn within(&mut self, field: &str, number: i64, min: i64, max: i64) {
        if number < min {
            self.faults.push(Fault::limited(field, FaultCode::TooSmall, min));
        } else if number > max {
            self.faults.push(Fault::limited(field, FaultCode::TooLarge, max));
        }
    }

    /// A date that a home's record can name.
    pub fn date(&mut self, field: &str, date: Option<PartialDate>) {
        self.years(field, date, YEAR_MIN, YEAR_MAX);
    }

    /// A date of what somebody did.
    pub fn told(&mut self, field: &str, date: Option<PartialDate>) {
        self.years(field, date, TOLD_YEAR_MIN, YEAR_MAX);
    }

    /// A date between two years, both allowed.
    pub fn years(&mut self, field: &str, date: Option<PartialDate>, first: i32, last: i32) {
        match date.map(|date| date.year()) {
            Some(year) if year < first => self.faults.push(Fault::limited(field, FaultCode::TooEarly, first.into())),
            Some(year) if year > last => self.faults.push(Fault::limited(field, FaultCode::TooLate, last.into())),
            _ => {}
        }
    }

    /// Parts that were or will be used.
    pub fn parts(&mut self, parts: &[Part]) {
        self.list("parts", parts);
        for part in parts {
            self.name("parts.name", &part.name);
            self.within("parts.quantity", part.quantity, 1, 1_000_000);
            self.line("parts.number", &part.number);
        }
    }

    /// An amount that is not negative.
    pub fn money(&mut self, field: &str, money: Option<&Money>) {
        if let Some(fault) = money.and_then(Money::fault) {
            self.faults.push(Fault { field: field.to_owned(), ..fault });
        }
    }
}
