//! How to pay an invoice.

use super::{facts, money};
use crate::block::Fact;
use model::portal::machine::State;
use model::portal::{Bank, Deal, Invoice, Kept};
use serde::Serialize;
use words::Words;

/// How to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pay {
    /// The heading.
    pub title: &'static str,
    /// The account, the reference and the amount; none where only a page of the provider's takes money.
    pub facts: Vec<Fact>,
    /// The amount as a bank's form takes it: `1240.00`.
    pub amount: String,
    /// The same for a camera; empty where there is no account.
    pub code: String,
    /// What the code is.
    pub code_title: &'static str,
    /// What it is good for.
    pub code_lead: &'static str,
    /// The provider's own page, beginning with `https://`; empty where there is none.
    pub link: String,
    /// That page by its host.
    pub link_title: String,
    /// Whose page it is.
    pub link_lead: &'static str,
    /// What to do before paying.
    pub check: &'static str,
}

/// How to pay what is owed of an invoice; none where nothing is, and where it says nothing of it.
pub fn pay(deal: &Deal, invoice: &Kept<Invoice>, words: &'static Words) -> Option<Pay> {
    let said = words.paper();
    let letter = &invoice.letter;
    if deal.invoice_state(invoice) != State::InvoiceOwed || (letter.bank.is_none() && letter.pay_link.is_empty()) {
        return None;
    }
    let cents = deal.owed(invoice);
    let number = deal.number(invoice).unwrap_or_default();
    let account = letter.bank.as_ref().map(|bank| {
        let reference = if bank.reference.is_empty() { number } else { bank.reference.as_str() };
        account(words, bank, reference, cents)
    });
    let account = account.unwrap_or_default();
    Some(Pay {
        title: said.pay,
        amount: plain(cents),
        code: code(&account, cents),
        facts: account,
        code_title: said.code,
        code_lead: said.code_lead,
        link_title: if letter.pay_link.is_empty() { String::new() } else { (said.pay_link)(host(&letter.pay_link)) },
        link: letter.pay_link.clone(),
        link_lead: said.pay_link_lead,
        check: said.check,
    })
}

fn account(words: &Words, bank: &Bank, reference: &str, cents: i64) -> Vec<Fact> {
    let said = words.paper();
    facts([
        Fact::known(said.holder, bank.holder.as_str()),
        Fact::known(said.bank, bank.bank.as_str()),
        Fact::known(said.branch, bank.branch.as_str()),
        Fact::known(said.account, bank.account.as_str()),
        Fact::known(said.reference, reference),
        Some(Fact::new(said.to_pay, money(words, cents))),
    ])
}

/// The account as a camera reads it, a line each. South Africa has no format of such a code that every bank's app takes for a transfer, as the euro has
/// (EPC069-12): so it is plain text, to be read and copied, with the amount as a bank's form takes it.
fn code(account: &[Fact], cents: i64) -> String {
    let Some((_, told)) = account.split_last() else { return String::new() };
    let lines = told.iter().map(|fact| format!("{}: {}", fact.name, fact.lines.join(" ")));
    let amount = account.last().map(|fact| format!("{}: {} ZAR", fact.name, plain(cents)));
    lines.chain(amount).collect::<Vec<_>>().join("\n")
}

fn plain(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The host of an address, as it stands there: what is before the path, after any name and secret that is put before it to deceive.
fn host(link: &str) -> &str {
    let rest = link.trim_start_matches("https://");
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_is_told_and_not_what_is_put_before_it() {
        let rows = [
            ("https://pay.example.org/inv/7", "pay.example.org"),
            ("https://fnb.co.za@evil.example/x", "evil.example"),
            ("https://fnb.co.za:x@evil.example:8443", "evil.example:8443"),
            ("https://evil.example\\@fnb.co.za", "evil.example"),
            ("https://evil.example?fnb.co.za", "evil.example"),
            ("https://", ""),
        ];
        for (link, expected) in rows {
            assert_eq!(host(link), expected, "{link}");
        }
    }
}
