//! A deal in short, as a report of the home tells it: what was approved, what was billed against that, what was paid.

use super::deal::{Deal, Kept};
use super::machine::State;
use super::{Invoice, guard, money};
use crate::date::{Date, HOME_AHEAD_MINUTES};
use crate::id::RecordId;

/// A deal in short. Amounts are whole cents with tax.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Story {
    /// What was asked.
    pub title: String,
    /// Who was asked.
    pub provider: String,
    /// The day on which the request came to the server.
    pub asked: Option<Date>,
    /// The quote that was approved.
    pub approved: Option<Approved>,
    /// How many variations were approved.
    pub variations: usize,
    /// What they come to.
    pub varied: i64,
    /// The day on which the job was finished.
    pub finished: Option<Date>,
    /// Numbers of the invoices, in the order in which they came.
    pub invoices: Vec<String>,
    /// What they come to, less what was credited.
    pub billed: i64,
    /// What of it is above what was approved.
    pub above: i64,
    /// What was paid, deposits included.
    pub paid: i64,
}

/// A quote that was approved.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Approved {
    /// What it is called.
    pub title: String,
    /// What was approved of it.
    pub cents: i64,
    /// The name that was signed with.
    pub name: String,
    /// The day, by the device of who did.
    pub on: Option<Date>,
}

impl Story {
    /// The story of a deal; none where nothing was asked.
    pub fn of(deal: &Deal) -> Option<Self> {
        let request = deal.request.as_ref()?;
        let (variations, varied) = varied(deal);
        let bills = || deal.invoices.iter().filter(|invoice| invoice.letter.credits.is_none());
        let billed = |invoice: &Kept<Invoice>| money::sum_of(&invoice.letter).total - deal.credited(invoice.id);
        let deposits = deal.quotes.iter().map(|quote| deal.paid(quote.id));
        Some(Self {
            title: request.letter.title.clone(),
            provider: provider(deal, &request.letter.provider),
            asked: request.at.map(|at| at.date(HOME_AHEAD_MINUTES)),
            approved: approved(deal),
            variations,
            varied,
            finished: deal.sheet().and_then(|sheet| sheet.letter.completed_on),
            invoices: bills().filter_map(|invoice| deal.number(invoice)).map(str::to_owned).collect(),
            billed: bills().map(billed).fold(0, i64::saturating_add),
            above: bills().map(|invoice| guard::guard(deal, invoice).above).fold(0, i64::saturating_add),
            paid: bills().map(|invoice| deal.paid(invoice.id)).chain(deposits).fold(0, i64::saturating_add),
        })
    }
}

/// Who was asked; where the request does not say, who offered.
fn provider(deal: &Deal, asked: &str) -> String {
    let quote = deal.approval().map(|(quote, _)| quote).or(deal.quotes.last());
    let offered = quote.map_or("", |quote| &quote.letter.provider.name);
    if asked.is_empty() { offered.to_owned() } else { asked.to_owned() }
}

fn approved(deal: &Deal) -> Option<Approved> {
    let (quote, decision) = deal.approval()?;
    Some(Approved {
        title: quote.letter.title.clone(),
        cents: money::approved(&quote.letter, &decision.letter).total,
        name: decision.letter.name.clone(),
        on: decision.letter.decided_at.map(|at| at.date(HOME_AHEAD_MINUTES)),
    })
}

/// How many variations were approved, and what they come to.
fn varied(deal: &Deal) -> (usize, i64) {
    let is_approved = |id: RecordId| deal.variation_state(id) == State::VariationApproved;
    let approved = deal.variations.iter().filter(|variation| is_approved(variation.id));
    approved.fold((0, 0), |(count, sum), variation| {
        let quote = variation.letter.quote.and_then(|id| deal.quote(id));
        let inclusive = quote.is_some_and(|quote| quote.letter.inclusive);
        let cents = money::sum(&variation.letter.lines, inclusive, variation.letter.on).total;
        (count + 1, i64::saturating_add(sum, cents))
    })
}
