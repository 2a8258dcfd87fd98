//! What stands first: which home, over which time, how much there is; and the home itself.

use crate::block::{Block, Cover, Fact};
use crate::home::Kept;
use crate::parts::number;
use crate::{Given, Maker};
use model::date::{Known, Sense};
use model::entry::Entry;
use model::look::Filter;
use model::{Date, Money, PartialDate};
use words::Words;
use words::told::address;

/// The cover.
pub(crate) fn cover(given: &Given<'_>, maker: &Maker) -> Cover {
    let words = given.words;
    let said = words.print();
    let property = given.home.property;
    let count = given.entries.len();
    let count = (words.logbook().entries)(&number(words, count), count);
    let span = span(words, given.entries);
    let only = only(given);
    let day = words.day(given.today);
    Cover {
        title: said.title,
        home: property.map_or(said.title, |property| &property.name).to_owned(),
        street: property.map(address).unwrap_or_default(),
        span: if span.is_empty() { count } else { format!("{span} · {count}") },
        only: if only.is_empty() { only } else { (said.only)(&only) },
        made: match maker.account.as_deref().filter(|_| !given.wish.hidden.names) {
            Some(account) => (said.made_by)(&day, account),
            None => (said.made)(&day),
        },
    }
}

/// From the month of the first entry to that of the last.
fn span(words: &Words, entries: &[Kept<'_, Entry>]) -> String {
    let mut dated = entries.iter().filter_map(|entry| entry.letter.when);
    let month = |date: Date| format!("{} {}", words.month(date.month()), date.year());
    let (last, first) = (dated.next(), dated.next_back());
    match (first.or(last), last) {
        (Some(first), Some(last)) => (words.print().span)(&start(words, first), &month(last.sort_key())),
        _ => String::new(),
    }
}

/// When a history starts: a year where no month is known.
fn start(words: &Words, first: PartialDate) -> String {
    match (first.sense, first.known) {
        (Sense::Exact, Known::Day(_) | Known::Month(..)) => {
            format!("{} {}", words.month(first.first().month()), first.year())
        }
        _ => words.date(first),
    }
}

/// By what the entries were chosen, in words.
fn only(given: &Given<'_>) -> String {
    let (words, wish) = (given.words, given.wish);
    let Filter { query, sort, system, year, contact, cents_min } = &wish.filter;
    let dated = |name: &str, date: PartialDate| format!("{} {}", name.to_lowercase(), words.date(date));
    let contact = contact.filter(|_| !wish.hidden.names).and_then(|id| given.home.contact(id));
    let cents_min = cents_min.filter(|_| !wish.hidden.costs);
    let parts = [
        wish.from.map(|date| dated(words.print().from, date)),
        wish.until.map(|date| dated(words.print().until, date)),
        (!query.trim().is_empty()).then(|| (words.entry().quoted)(query.trim())),
        sort.map(|sort| (words.choice().entry)(sort).to_owned()),
        system.and_then(|id| given.home.system(id)).map(|system| system.name.clone()),
        year.map(|year| year.to_string()),
        contact.map(|contact| contact.name.clone()),
        cents_min.map(|cents| (words.logbook().cost_from)(&words.money_round(&Money::rand(cents)))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What is known of the home.
pub(crate) fn home(given: &Given<'_>) -> Vec<Block> {
    let Some(property) = given.home.property else { return Vec::new() };
    let facts = given.words.built(property).into_iter().chain(given.words.switched_off(property));
    vec![Block::Facts { facts: facts.map(|(name, value)| Fact::new(name, value)).collect() }]
}
