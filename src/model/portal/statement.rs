//! What was billed and paid in several deals with the same people, day by day, and how long it has been owed.

use super::deal::{Deal, Kept};
use super::{Invoice, Means, Payment, Side, money};
use crate::choice::choice;
use crate::date::Date;
use crate::id::RecordId;

choice! {
    /// What a line of a statement is about.
    What {
        /// An invoice.
        Invoice = "invoice",
        /// A credit note.
        CreditNote = "credit_note",
        /// A payment of an invoice.
        Payment = "payment",
        /// A deposit that was paid before it was billed.
        Deposit = "deposit",
    }
}

choice! {
    /// How long something has been owed: days after it was due.
    Age {
        /// It is not due yet.
        Current = "current",
        /// Up to 30.
        Days30 = "days_30",
        /// Up to 60.
        Days60 = "days_60",
        /// Up to 90.
        Days90 = "days_90",
        /// Longer.
        Older = "older",
    }
}

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The deal, by its place among those that were asked for.
    pub deal: usize,
    /// Its date; none where nobody wrote one.
    pub on: Option<Date>,
    /// What it is.
    pub what: What,
    /// The number of the invoice or credit note; of a payment, that of its invoice.
    pub number: String,
    /// How a payment was made.
    pub means: Option<Means>,
    /// Cents, with tax: above nothing where more is owed after it.
    pub cents: i64,
    /// Cents that are owed after it.
    pub balance: i64,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Statement {
    /// Its lines, the oldest first.
    pub entries: Vec<Entry>,
    /// Cents that are owed; below nothing where more was paid than billed.
    pub owed: i64,
    /// Cents by how long they have been owed, in the order of [`Age`].
    pub ages: [i64; 5],
    /// Cents that were paid and belong to no invoice: deposits that no invoice has taken off, and what was paid too much.
    pub ahead: i64,
}

/// The statement of deals, on a day. Drafts without a number are in it nowhere.
pub fn statement(deals: &[&Deal], today: Date) -> Statement {
    let mut statement = Statement::default();
    for (at, deal) in deals.iter().enumerate() {
        let told = numbered(deal).flat_map(|invoice| of_invoice(at, deal, invoice));
        statement.entries.extend(told.chain(deposits(at, deal)));
        for invoice in numbered(deal).filter(|invoice| invoice.letter.credits.is_none()) {
            match deal.owed(invoice) {
                owed if owed > 0 => statement.ages[age(&invoice.letter, today) as usize] += owed,
                owed => statement.ahead -= owed,
            }
        }
        statement.ahead += prepaid(deal) - taken_off(deal).min(prepaid(deal));
    }
    statement.entries.sort_by_key(|entry| (entry.on, entry.what));
    for entry in &mut statement.entries {
        statement.owed = statement.owed.saturating_add(entry.cents);
        entry.balance = statement.owed;
    }
    statement
}

/// Who the other side is, by what the deals of the same people are told together, and what they are called. None where nobody is named.
pub fn who(deal: &Deal, side: Side) -> Option<(String, String)> {
    let request = &deal.request.as_ref()?.letter;
    let (contact, name) = match side {
        Side::Client => {
            let told = deal.invoices.last().map(|invoice| &invoice.letter.provider.name);
            let told = told.or_else(|| deal.quotes.last().map(|quote| &quote.letter.provider.name));
            (request.contact, told.unwrap_or(&request.provider))
        }
        Side::Provider => (None, &request.name),
    };
    let key = contact.map_or_else(|| name.trim().to_lowercase(), |contact| contact.to_string());
    (!name.trim().is_empty()).then(|| (key, name.clone()))
}

fn numbered(deal: &Deal) -> impl Iterator<Item = &Kept<Invoice>> {
    deal.invoices.iter().filter(|invoice| deal.number(invoice).is_some())
}

/// An invoice with its payments, or a credit note. What an invoice takes off that was paid before it was billed stands in a line of its own already.
fn of_invoice(at: usize, deal: &Deal, invoice: &Kept<Invoice>) -> Vec<Entry> {
    let number = deal.number(invoice).unwrap_or_default().to_owned();
    let total = money::sum_of(&invoice.letter).total;
    let base =
        Entry { deal: at, on: invoice.letter.on, what: What::Invoice, number, means: None, cents: 0, balance: 0 };
    if invoice.letter.credits.is_some() {
        return vec![Entry { what: What::CreditNote, cents: -total.saturating_abs(), ..base }];
    }
    let before: i64 = numbered(deal)
        .filter(|other| other.place < invoice.place)
        .fold(0_i64, |sum, other| sum.saturating_add(other.letter.deposit.unwrap_or(0)));
    let left = (prepaid(deal) - before).max(0);
    let off = (invoice.letter.deposit.unwrap_or(0) - left).max(0);
    let mut entries = vec![Entry { cents: total - off, ..base.clone() }];
    entries.extend(payments(deal, invoice.id).map(|payment| Entry {
        on: payment.on,
        what: What::Payment,
        means: Some(payment.means),
        cents: -payment.cents,
        ..base.clone()
    }));
    entries
}

/// What was paid of a deposit before anything was billed.
fn deposits(at: usize, deal: &Deal) -> impl Iterator<Item = Entry> {
    let quote = deal.approval().map(|(quote, _)| quote.id);
    quote.into_iter().flat_map(move |quote| payments(deal, quote)).map(move |payment| Entry {
        deal: at,
        on: payment.on,
        what: What::Deposit,
        number: String::new(),
        means: Some(payment.means),
        cents: -payment.cents,
        balance: 0,
    })
}

/// The payments that count, as [`Deal::paid`] counts them: those of the side that tells of more.
fn payments(deal: &Deal, of: RecordId) -> impl Iterator<Item = &Payment> {
    let told = move |side: Side| {
        let all = deal.payments.iter().map(|payment| &payment.letter);
        all.filter(move |payment| payment.of == Some(of) && payment.side == side)
    };
    let sum = |side| told(side).fold(0_i64, |sum, payment| sum.saturating_add(payment.cents));
    let side = if sum(Side::Client) >= sum(Side::Provider) { Side::Client } else { Side::Provider };
    told(side)
}

/// Cents that were paid of the deposit without an invoice.
fn prepaid(deal: &Deal) -> i64 {
    deal.approval().map_or(0, |(quote, _)| deal.paid(quote.id))
}

/// Cents of deposits that invoices take off.
fn taken_off(deal: &Deal) -> i64 {
    let standing = numbered(deal).filter(|invoice| invoice.letter.credits.is_none());
    standing.fold(0_i64, |sum, invoice| sum.saturating_add(invoice.letter.deposit.unwrap_or(0)))
}

fn age(invoice: &Invoice, today: Date) -> Age {
    let late = invoice.due.or(invoice.on).map_or(0, |due| today.days_since(due));
    match late {
        ..=0 => Age::Current,
        1..=30 => Age::Days30,
        31..=60 => Age::Days60,
        61..=90 => Age::Days90,
        _ => Age::Older,
    }
}

/// Whether anything of a deal is on a statement.
pub fn is_told(deal: &Deal) -> bool {
    numbered(deal).next().is_some() || prepaid(deal) > 0
}
