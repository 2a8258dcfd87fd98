//! What a tax invoice has to show for its amount.
//!
//! Source: Value-Added Tax Act 89 of 1991, section 20(4) for full and (5) for abridged ones; nbfin.co.za, paidit.co.za, invoicedataextraction.com. The form of a VAT
//! number: finserv-mcp.co.za.

use super::deal::{Deal, Kept};
use super::{Invoice, Line, Provider, Vat, money};
use crate::choice::choice;

/// Up to this much nothing is asked: R50, in cents.
const NONE_MAX: i64 = 5_000;
/// Up to this much an abridged one will do: R5 000, in cents.
const ABRIDGED_MAX: i64 = 500_000;

choice! {
    /// How much a tax invoice has to show.
    Level {
        /// Nothing: it is small, or who bills charges no tax.
        None = "none",
        /// Abridged.
        Abridged = "abridged",
        /// Full.
        Full = "full",
    }
}

choice! {
    /// Something that it has to show.
    Particular {
        /// The supplier's name.
        SupplierName = "supplier_name",
        /// The supplier's address.
        SupplierAddress = "supplier_address",
        /// The supplier's VAT number: ten digits, the first a 4.
        SupplierVatNumber = "supplier_vat_number",
        /// A serial number.
        Number = "number",
        /// The date.
        Date = "date",
        /// What is billed.
        Description = "description",
        /// The recipient's name.
        RecipientName = "recipient_name",
        /// The recipient's address.
        RecipientAddress = "recipient_address",
    }
}

/// How much an invoice has to show.
pub fn level(invoice: &Invoice) -> Level {
    match money::sum_of(invoice).total.saturating_abs() {
        total if is_untaxed(&invoice.provider, &invoice.lines) || total <= NONE_MAX => Level::None,
        total if total <= ABRIDGED_MAX => Level::Abridged,
        _ => Level::Full,
    }
}

/// Whether who bills is no vendor: they tell no VAT number and charge no tax.
pub fn is_untaxed(provider: &Provider, lines: &[Line]) -> bool {
    provider.vat_number.is_empty() && lines.iter().all(|line| line.vat == Vat::None)
}

/// What an invoice has to show and does not.
pub fn missing(deal: &Deal, invoice: &Kept<Invoice>) -> Vec<Particular> {
    let letter = &invoice.letter;
    let level = level(letter);
    let shown = |particular: Particular| match particular {
        Particular::SupplierName => is_told(&letter.provider.name),
        Particular::SupplierAddress => is_told(&letter.provider.address),
        Particular::SupplierVatNumber => is_vat_number(&letter.provider.vat_number),
        Particular::Number => deal.number(invoice).is_some(),
        Particular::Date => letter.on.is_some(),
        Particular::Description => letter.lines.iter().all(|line| is_told(&line.what)),
        Particular::RecipientName => level != Level::Full || is_told(&letter.client.name),
        Particular::RecipientAddress => level != Level::Full || is_told(&letter.client.address),
    };
    if level == Level::None {
        return Vec::new();
    }
    Particular::ALL.iter().copied().filter(|particular| !shown(*particular)).collect()
}

fn is_told(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Whether a text has the form of a VAT number.
pub fn is_vat_number(text: &str) -> bool {
    let digits: Vec<u8> = text.bytes().filter(|b| *b != b' ').collect();
    digits.len() == 10 && digits[0] == b'4' && digits.iter().all(u8::is_ascii_digit)
}
