//! The entries as a table, by year, with photos and the sum of each year and of all.

use super::parts::{Given, Section, number};
use super::pictures::{Picture, Pictures};
use super::wish::{Hidden, Part};
use crate::data::Standing;
use crate::data::open_faults;
use crate::data::timeline::rand_cents;
use crate::desk::Desk;
use leptos::prelude::*;
use model::contact::Contact;
use model::date::{Known, Sense};
use model::entry::Entry;
use model::system::System;
use model::{Money, PartialDate, RecordId};
use std::collections::BTreeSet;
use words::Words;

/// The timeline.
#[component]
pub fn Timeline(
    /// The report.
    given: Given,
    /// Where its photos are counted.
    pictures: Pictures,
) -> impl IntoView {
    let drawn = Memo::new(move |_| {
        given.wish.with(|wish| Drawn {
            hidden: wish.hidden,
            photos: wish.has(Part::Photos),
            notes: wish.has(Part::Notes),
        })
    });
    let table = move || {
        let paper = Paper { desk: given.desk, drawn: drawn.get(), pictures, open: unsettled(given.desk) };
        given.entries.with(|entries| if entries.is_empty() { paper.nothing() } else { paper.table(entries) })
    };
    view! { <Section part=Part::Timeline>{table}</Section> }
}

/// The faults that nothing has settled.
fn unsettled(desk: Desk) -> BTreeSet<RecordId> {
    open_faults(&desk.library).into_iter().map(|fault| fault.root).collect()
}

/// What of each entry is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Drawn {
    hidden: Hidden,
    photos: bool,
    notes: bool,
}

/// What all rows are drawn with.
struct Paper {
    desk: Desk,
    drawn: Drawn,
    pictures: Pictures,
    open: BTreeSet<RecordId>,
}

/// The year that an entry stands in.
pub fn year(entry: &Standing<Entry>) -> Option<i32> {
    entry.letter.when.map(|when| when.sort_key().year())
}

fn sum(entries: &[Standing<Entry>]) -> i64 {
    entries.iter().map(|entry| rand_cents(entry.letter.cost.as_ref())).sum()
}

impl Paper {
    fn nothing(&self) -> AnyView {
        view! { <p class="soft">{self.desk.words().print().none}</p> }.into_any()
    }

    /// Columns that are words; the amount stands behind them.
    fn columns(&self) -> Vec<&'static str> {
        let said = self.desk.words().print();
        let by = (!self.drawn.hidden.names).then_some(said.by);
        [Some(said.date), Some(said.what), Some(said.system), by].into_iter().flatten().collect()
    }

    fn table(&self, entries: &[Standing<Entry>]) -> AnyView {
        let words = self.desk.words();
        let said = words.print();
        let columns = self.columns();
        let span = columns.len();
        let heads = columns.into_iter().map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
        let years = entries.chunk_by(|a, b| year(a) == year(b)).map(|of| self.year(of, span)).collect_view();
        let has_costs = !self.drawn.hidden.costs;
        let cost = has_costs.then(|| view! { <th scope="col" role="columnheader" class="money">{said.cost}</th> });
        let total = has_costs.then(|| {
            let total = words.money(&Money::rand(sum(entries)));
            view! {
                <tfoot role="rowgroup">
                    <tr class="total" role="row"><th scope="row" role="rowheader" colspan=span>{said.total}</th><td class="money" role="cell">{total}</td></tr>
                </tfoot>
            }
        });
        view! {
            <table class="table table--list print-sheet__entries" role="table">
                <caption class="unseen">{said.entries}</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()} {cost}</tr></thead>
                {years} {total}
            </table>
        }
        .into_any()
    }

    /// The rows of a year under its head.
    fn year(&self, entries: &[Standing<Entry>], span: usize) -> AnyView {
        let words = self.desk.words();
        let name =
            entries.first().and_then(year).map_or_else(|| words.logbook().no_date.to_owned(), |year| year.to_string());
        let head =
            (words.print().year)(&name, &(words.logbook().entries)(&number(words, entries.len()), entries.len()));
        let cost = (!self.drawn.hidden.costs).then(|| {
            view! { <td class="money" role="cell">{words.money(&Money::rand(sum(entries)))}</td> }
        });
        let rows = entries.iter().map(|entry| self.entry(entry, span)).collect_view();
        view! {
            <tbody role="rowgroup">
                <tr class="print-sheet__year" role="row"><th scope="rowgroup" role="rowheader" colspan=span>{head}</th>{cost}</tr>
                {rows}
            </tbody>
        }
        .into_any()
    }

    fn entry(&self, entry: &Standing<Entry>, span: usize) -> AnyView {
        let words = self.desk.words();
        let letter = &entry.letter;
        let names = letter.systems.iter().filter_map(|id| self.desk.library.find::<System>(*id));
        let systems = names.map(|system| system.letter.name.clone()).collect::<Vec<_>>().join(", ");
        let by = (!self.drawn.hidden.names)
            .then(|| view! { <td class="print-sheet__name" role="cell">{done_by(self.desk, letter)}</td> });
        let cost = (!self.drawn.hidden.costs).then(|| {
            let cost = letter.cost.as_ref().map(|cost| words.money(cost)).unwrap_or_default();
            view! { <td class="money" role="cell">{cost}</td> }
        });
        let notes = self.notes(letter);
        let photos = self.photos(letter, span + usize::from(cost.is_some()));
        let date = letter.when.map(|when| date(words, when)).unwrap_or_default();
        view! {
            <tr role="row" class:print-sheet__led=photos.is_some()>
                <td class="print-sheet__date" role="cell">{date}</td>
                <th scope="row" role="rowheader">
                    {letter.title.clone()} <span class="print-sheet__kind">{self.kind(entry)}</span>
                    {(!notes.is_empty()).then(|| view! { <span class="print-sheet__notes">{notes}</span> })}
                </th>
                <td class="print-sheet__name" role="cell">{systems}</td>
                {by} {cost}
            </tr>
            {photos}
        }
        .into_any()
    }

    /// "Fault, still open, amended".
    fn kind(&self, entry: &Standing<Entry>) -> String {
        let words = self.desk.words();
        let said = words.print();
        let severity = entry.letter.severity.map(|severity| (words.choice().severity)(severity));
        let open = self.open.contains(&entry.root).then_some(said.unsettled);
        let amended = (entry.versions > 1).then_some(said.amended);
        let kind = (words.choice().entry)(entry.letter.sort);
        [Some(kind), severity, open, amended].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn notes(&self, entry: &Entry) -> String {
        if !self.drawn.notes {
            return String::new();
        }
        let words = self.desk.words();
        let parts = entry.parts.iter().map(|part| (words.versions().part)(&words.number(part.quantity), &part.name));
        let notes = Some(entry.notes.clone()).filter(|notes| !notes.is_empty());
        parts.chain(notes).collect::<Vec<_>>().join("\n")
    }

    /// A row of its own below the entry, as wide as the table.
    fn photos(&self, entry: &Entry, span: usize) -> Option<AnyView> {
        let photos = entry.files.iter().filter(|file| self.drawn.photos && file.is_photo());
        let pictures = self.pictures;
        let photos: Vec<_> = photos.cloned().map(|file| view! { <Picture file pictures /> }).collect();
        (!photos.is_empty()).then(|| {
            view! {
                <tr role="row" class="print-sheet__photos"><td role="cell" colspan=span><div class="photos">{photos}</div></td></tr>
            }
            .into_any()
        })
    }
}

/// Who did it: the contact, else as it says.
fn done_by(desk: Desk, entry: &Entry) -> String {
    let contact = entry.contact.and_then(|id| desk.library.find::<Contact>(id));
    contact.map_or_else(|| entry.done_by.clone(), |contact| contact.letter.name.clone())
}

/// A date, short where it is a day.
fn date(words: &Words, when: PartialDate) -> String {
    match when {
        PartialDate { known: Known::Day(day), sense: Sense::Exact } => words.day_short(day),
        other => words.date(other),
    }
}
