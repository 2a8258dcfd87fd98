//! Who writes a paper, and whom it is for.

use super::Party;
use model::portal::{Client, Deal, Provider, Request};
use words::Words;

/// A provider, as they tell of themselves.
pub fn provider(words: &Words, provider: &Provider) -> Party {
    let said = words.paper();
    let mut lines = broken(&provider.address);
    lines.extend([&provider.phone, &provider.email].into_iter().filter(|line| !line.is_empty()).cloned());
    lines.extend(vat(words, &provider.vat_number));
    lines.extend(provider.registrations.iter().map(|one| (said.registered)(&one.body, &one.number)));
    Party { head: said.from, name: provider.name.clone(), lines }
}

/// The provider of a deal that wrote no quote for this paper: as they told of themselves last.
pub fn known_provider(deal: &Deal) -> Provider {
    let approved = deal.approval().map(|(quote, _)| &quote.letter.provider);
    let offered = deal.quotes.last().map(|quote| &quote.letter.provider);
    let billed = deal.invoices.last().map(|invoice| &invoice.letter.provider);
    let asked = || deal.request.as_ref().map(|request| request.letter.provider.clone()).unwrap_or_default();
    let told = approved.or(offered).or(billed).cloned();
    told.unwrap_or_else(|| Provider { name: asked(), ..Provider::default() })
}

/// Who is to pay, as the invoice names them.
pub fn payer(words: &Words, client: &Client) -> Party {
    let mut lines = broken(&client.address);
    lines.extend(vat(words, &client.vat_number));
    Party { head: words.paper().to, name: client.name.clone(), lines }
}

/// Who asked.
pub fn asker(words: &Words, deal: &Deal) -> Party {
    let request = deal.request.as_ref().map(|request| request.letter.clone()).unwrap_or_default();
    let Request { name, address, suburb, phone, .. } = request;
    let mut lines = broken(&address);
    lines.extend([suburb, phone].into_iter().filter(|line| !line.is_empty()));
    Party { head: words.paper().to, name, lines }
}

fn vat(words: &Words, number: &str) -> Option<String> {
    (!number.is_empty()).then(|| format!("{} {number}", words.paper().vat_number))
}

fn broken(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
