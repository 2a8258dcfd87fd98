//! A deal as it is read from its records: everything both sides wrote, in the order in which it arrived.

use super::{
    Answer, Appointment, Confirmation, Consent, Decision, Invoice, InvoiceNumber, JobSheet, Message, Payment, Quote,
    Request, Review, Seen, SignOff, Variation,
};
use crate::date::Instant;
use crate::id::{AccountId, RecordId};
use crate::letter::Letter;
use crate::record::Record;
use crate::stamp::Stamp;
use std::cmp::Reverse;

/// A deal. Every list is in the order in which its records arrived; what waits to be sent comes last.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Deal {
    /// What is asked; of several, the first.
    pub request: Option<Kept<Request>>,
    /// What was offered, every version.
    pub quotes: Vec<Kept<Quote>>,
    /// What the client decided.
    pub decisions: Vec<Kept<Decision>>,
    /// When the provider comes.
    pub appointments: Vec<Kept<Appointment>>,
    /// What turned up.
    pub variations: Vec<Kept<Variation>>,
    /// What was done, every version.
    pub sheets: Vec<Kept<JobSheet>>,
    /// Who is content with it.
    pub sign_offs: Vec<Kept<SignOff>>,
    /// What is asked to be paid.
    pub invoices: Vec<Kept<Invoice>>,
    /// Numbers that the server gave.
    pub numbers: Vec<Kept<InvoiceNumber>>,
    /// What was paid.
    pub payments: Vec<Kept<Payment>>,
    /// What was said.
    pub messages: Vec<Kept<Message>>,
    /// How far each side has read.
    pub seen: Vec<Kept<Seen>>,
    /// Registrations that somebody of the home looked up.
    pub confirmations: Vec<Kept<Confirmation>>,
    /// What the client says of the job; of several, the first.
    pub review: Option<Kept<Review>>,
    /// What the provider answers to it; of several, the first.
    pub answer: Option<Kept<Answer>>,
    /// Whether the provider may see what falls due; of several, the first.
    pub consent: Option<Kept<Consent>>,
}

/// A letter with what its envelope says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Kept<T> {
    /// The record.
    pub id: RecordId,
    /// Its place among all of the deal.
    pub place: Place,
    /// Who wrote it, of somebody with an account.
    pub by: Option<AccountId>,
    /// When the server took it.
    pub at: Option<Instant>,
    /// What it says.
    pub letter: T,
}

/// A record's place in the order of arrival: first what the server has numbered, then what waits, by its stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place(Reverse<bool>, u64, Stamp, RecordId);

impl Place {
    fn of(record: &Record) -> Self {
        Self(Reverse(record.rev > 0), record.rev, record.stamp, record.id)
    }

    /// Whether the server has it.
    pub fn has_arrived(self) -> bool {
        self.0.0
    }

    /// The number that the server gave it; 0 of what waits.
    pub fn rev(self) -> u64 {
        self.1
    }
}

impl Deal {
    /// Reads a deal; what cannot be read is left out.
    pub fn of(records: &[Record]) -> Self {
        Self {
            request: all(records).into_iter().next(),
            quotes: all(records),
            decisions: all(records),
            appointments: all(records),
            variations: all(records),
            sheets: all(records),
            sign_offs: all(records),
            invoices: all(records),
            numbers: all(records),
            payments: all(records),
            messages: all(records),
            seen: all(records),
            confirmations: all(records),
            review: all(records).into_iter().next(),
            answer: all(records).into_iter().next(),
            consent: all(records).into_iter().next(),
        }
    }

    /// The quote of that id.
    pub fn quote(&self, id: RecordId) -> Option<&Kept<Quote>> {
        self.quotes.iter().find(|quote| quote.id == id)
    }

    /// The variation of that id.
    pub fn variation(&self, id: RecordId) -> Option<&Kept<Variation>> {
        self.variations.iter().find(|variation| variation.id == id)
    }

    /// The invoice of that id.
    pub fn invoice(&self, id: RecordId) -> Option<&Kept<Invoice>> {
        self.invoices.iter().find(|invoice| invoice.id == id)
    }

    /// The number of an invoice: its own, or the one that the server gave; none of a draft.
    pub fn number<'a>(&'a self, invoice: &'a Kept<Invoice>) -> Option<&'a str> {
        if !invoice.letter.number.is_empty() {
            return Some(&invoice.letter.number);
        }
        let given = self.numbers.iter().find(|number| number.letter.of == Some(invoice.id));
        given.map(|number| number.letter.number.as_str())
    }

    /// The job sheet that stands: the first that arrived, or what amends it last. A second one of the same job, from another phone, is kept and does not count.
    pub fn sheet(&self) -> Option<&Kept<JobSheet>> {
        let mut standing = self.sheets.iter().find(|sheet| sheet.letter.amends.is_none())?;
        for sheet in &self.sheets {
            if sheet.letter.amends == Some(standing.id) {
                standing = sheet;
            }
        }
        Some(standing)
    }
}

fn all<T: Letter>(records: &[Record]) -> Vec<Kept<T>> {
    // Of a record without a field who reads it is not told what it says.
    let own = records.iter().filter(|record| record.kind == T::KIND && record.body.text() != "{}");
    let mut all: Vec<Kept<T>> = own
        .filter_map(|record| {
            let letter = record.body.read().ok()?;
            Some(Kept { id: record.id, place: Place::of(record), by: record.by, at: record.at, letter })
        })
        .collect();
    all.sort_by_key(|kept| kept.place);
    all
}
