//! What stands first: which home, over which time, how much there is, what is in the report and what is not.

use super::left_out::LeftOut;
use super::parts::{Given, anchor, number};
use super::pictures::Pictures;
use super::wish::{Part, Wish};
use crate::components::{Facts, Notice, NoticeKind, When};
use crate::data::timeline::Filter;
use crate::data::{Library, Standing};
use crate::desk::{Desk, use_desk};
use crate::pages::property::{address, built, switched_off};
use leptos::prelude::*;
use model::contact::Contact;
use model::date::{Known, Sense};
use model::document::Document;
use model::entry::Entry;
use model::item::Item;
use model::system::System;
use model::warranty::Warranty;
use model::{Date, Money, PartialDate};
use words::Words;

/// The cover.
#[component]
pub fn Cover(
    /// The report.
    given: Given,
    /// The photos of the report.
    pictures: Pictures,
) -> impl IntoView {
    let Given { desk, wish, entries } = given;
    let lines = move || {
        let words = desk.words();
        let said = words.print();
        let property = desk.library.property();
        let name = property.as_ref().map_or_else(|| said.title.to_owned(), |property| property.letter.name.clone());
        let street = property.as_ref().map(|property| address(&property.letter)).unwrap_or_default();
        let count = entries.with(Vec::len);
        let count = (words.logbook().entries)(&number(words, count), count);
        let span = entries.with(|entries| span(words, entries));
        let only = wish.with(|wish| only(desk, wish));
        let day = words.day(desk.today());
        let account = desk.account.with(|account| account.as_ref().map(|account| account.email.clone()));
        let made = match account.filter(|_| !wish.with(|wish| wish.hidden.names)) {
            Some(account) => (said.made_by)(&day, &account),
            None => (said.made)(&day),
        };
        view! {
            <p class="soft">{said.title}</p>
            <h1 class="print-sheet__home">{name}</h1>
            <p>{street}</p>
            <p class="print-sheet__span">{if span.is_empty() { count } else { format!("{span} · {count}") }}</p>
            {(!only.is_empty()).then(|| view! { <p>{(said.only)(&only)}</p> })}
            <p class="small soft">{made}</p>
        }
    };
    let arriving = Signal::derive(move || desk.status.with(|status| status.first_sync.is_some()));
    view! {
        <header class="print-sheet__cover stack">
            <div class="stack stack--tight">{lines}</div>
            <When is=arriving><Notice kind=NoticeKind::Warn title=desk.words().print().arriving /></When>
            <Inside given />
            <LeftOut given pictures />
        </header>
    }
}

/// From the month of the first entry to that of the last.
fn span(words: &Words, entries: &[Standing<Entry>]) -> String {
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
fn only(desk: Desk, wish: &Wish) -> String {
    let words = desk.words();
    let Filter { query, sort, system, year, contact, cents_min } = &wish.filter;
    let dated = |name: &str, date: PartialDate| format!("{} {}", name.to_lowercase(), words.date(date));
    let contact = contact.filter(|_| !wish.hidden.names).and_then(|id| desk.library.find::<Contact>(id));
    let cents_min = cents_min.filter(|_| !wish.hidden.costs);
    let parts = [
        wish.from.map(|date| dated(words.print().from, date)),
        wish.until.map(|date| dated(words.print().until, date)),
        (!query.trim().is_empty()).then(|| (words.entry().quoted)(query.trim())),
        sort.map(|sort| (words.choice().entry)(sort).to_owned()),
        system.and_then(|id| desk.library.find::<System>(id)).map(|system| system.letter.name.clone()),
        year.map(|year| year.to_string()),
        contact.map(|contact| contact.letter.name.clone()),
        cents_min.map(|cents| (words.logbook().cost_from)(&words.money_round(&Money::rand(cents)))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What is in the report, with links to it.
#[component]
fn Inside(given: Given) -> impl IntoView {
    let Given { desk, wish, entries } = given;
    let lines = move || {
        let words = desk.words();
        let parts: Vec<Part> =
            wish.with(|wish| Part::ALL.into_iter().filter(|part| part.is_section() && wish.has(*part)).collect());
        let line = |part: Part| {
            let count = match part {
                Part::Timeline => Some(entries.with(Vec::len)),
                other => count(&desk.library, other),
            };
            view! {
                <li class="print-sheet__leads">
                    <a href=format!("#{}", anchor(part)) rel="external">{part.name(words)}</a>
                    <span class="soft">{count.map(|count| number(words, count))}</span>
                </li>
            }
        };
        parts.into_iter().map(line).collect_view()
    };
    let title = desk.words().print().inside;
    view! {
        <nav aria-label=title>
            <h2>{title}</h2>
            <ol>{lines}</ol>
        </nav>
    }
}

/// How many things a section could tell of; none where it is no list.
pub fn count(library: &Library, part: Part) -> Option<usize> {
    Some(match part {
        Part::Home | Part::Photos | Part::Notes | Part::Costs => return None,
        Part::Systems => library.shelf::<System>().len(),
        Part::Timeline => library.entries.with(|entries| entries.len()),
        Part::Certificates => library.certificates.with(|all| all.len()),
        Part::Warranties => library.shelf::<Warranty>().len(),
        Part::Documents => library.shelf::<Document>().len(),
        Part::Contacts => library.shelf::<Contact>().len(),
        Part::Items => library.shelf::<Item>().len(),
    })
}

/// What is known of the home.
#[component]
pub fn HomeFacts() -> impl IntoView {
    let desk = use_desk();
    let facts = move || {
        let property = desk.library.property()?;
        let mut lines = built(desk, &property.letter);
        lines.extend(switched_off(desk, &property.letter));
        Some(view! { <Facts lines /> })
    };
    view! { <super::parts::Section part=Part::Home>{facts}</super::parts::Section> }
}
