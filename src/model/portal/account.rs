//! Whether an invoice asks to be paid into an account that its provider did not use before: an invoice that somebody else has put another account into is
//! a common way in which people are robbed of what they pay.

use super::deal::{Deal, Kept};
use super::machine::State;
use super::{Bank, Invoice};
use crate::date::Date;

/// Another account of the same provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// It.
    pub bank: Bank,
    /// The number of the invoice on which it stood.
    pub number: String,
    /// The date of that.
    pub on: Option<Date>,
}

/// The latest other account that stood on an invoice of the same provider, in any deal of the home, before this invoice came. None where there is no
/// other, and where this account was paid into before.
pub fn other(deals: &[Deal], own: &Deal, invoice: &Kept<Invoice>) -> Option<Other> {
    let account = number(invoice.letter.bank.as_ref()?);
    let same = deals.iter().filter(|deal| is_same(deal, own));
    let mut earlier: Vec<(&Deal, &Kept<Invoice>, &Bank)> = same
        .flat_map(|deal| deal.invoices.iter().map(move |one| (deal, one)))
        // When it came is what the server says; what date stands on it is what its writer says.
        .filter(|(_, one)| one.id != invoice.id && came(one) <= came(invoice))
        .filter_map(|(deal, one)| Some((deal, one, one.letter.bank.as_ref()?)))
        .collect();
    earlier.sort_by_key(|(_, one, _)| came(one));
    let is_known = |(deal, one, bank): &(&Deal, &Kept<Invoice>, &Bank)| {
        number(bank) == account && deal.invoice_state(one) == State::InvoicePaid
    };
    if earlier.iter().any(is_known) {
        return None;
    }
    let (deal, one, bank) = earlier.into_iter().rev().find(|(_, _, bank)| number(bank) != account)?;
    let number = deal.number(one).unwrap_or_default().to_owned();
    Some(Other { bank: bank.clone(), number, on: one.letter.on })
}

/// When it came; what waits comes last.
fn came(invoice: &Kept<Invoice>) -> i64 {
    invoice.at.map_or(i64::MAX, |at| at.0)
}

/// An account number without what people put between its digits.
fn number(bank: &Bank) -> String {
    bank.account.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

/// Whether both deals are with the same provider: the contact, a name or a VAT number is the same.
fn is_same(one: &Deal, other: &Deal) -> bool {
    let contact = |deal: &Deal| deal.request.as_ref().and_then(|request| request.letter.contact);
    if contact(one).is_some() && contact(one) == contact(other) {
        return true;
    }
    let known = marks(other);
    marks(one).iter().any(|mark| known.contains(mark))
}

/// By what a provider is known in a deal.
fn marks(deal: &Deal) -> Vec<String> {
    let quoted = deal.quotes.iter().map(|quote| &quote.letter.provider);
    let providers = quoted.chain(deal.invoices.iter().map(|invoice| &invoice.letter.provider));
    let asked = deal.request.iter().map(|request| &request.letter.provider);
    let told = providers.flat_map(|provider| [&provider.name, &provider.vat_number]).chain(asked);
    told.map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty()).collect()
}
