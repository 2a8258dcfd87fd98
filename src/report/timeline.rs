//! The entries that were chosen, newest first, year by year.

use crate::Given;
use crate::block::{Block, Line, Photo, Timeline, TimelineEntry, Year};
use crate::home::Kept;
use crate::parts::number;
use crate::wish::Part;
use model::date::{Known, Sense};
use model::entry::Entry;
use model::money::rand_cents;
use model::remark::{Remark, RemarkType};
use model::{Money, PartialDate, RecordId};
use std::collections::BTreeSet;
use words::Words;

/// The timeline.
pub(crate) fn blocks(given: &Given<'_>) -> Vec<Block> {
    let said = given.words.print();
    if given.entries.is_empty() {
        return vec![Block::Nothing { text: said.none }];
    }
    let hidden = given.wish.hidden;
    let open = given.home.open_faults();
    let columns = [Some(said.date), Some(said.what), Some(said.system), (!hidden.names).then_some(said.by)];
    let years = given.entries.chunk_by(|a, b| year(a) == year(b));
    vec![Block::Timeline(Timeline {
        caption: said.entries,
        columns: columns.into_iter().flatten().collect(),
        cost: (!hidden.costs).then_some(said.cost),
        years: years.map(|entries| of_year(given, entries, &open)).collect(),
        total: (!hidden.costs).then(|| Line { name: said.total.to_owned(), figure: sum(given.words, given.entries) }),
    })]
}

/// The year that an entry stands in.
pub(crate) fn year(entry: &Kept<'_, Entry>) -> Option<i32> {
    entry.letter.when.map(|when| when.sort_key().year())
}

fn sum(words: &Words, entries: &[Kept<'_, Entry>]) -> String {
    words.money(&Money::rand(entries.iter().map(|entry| rand_cents(entry.letter.cost.as_ref())).sum()))
}

fn of_year(given: &Given<'_>, entries: &[Kept<'_, Entry>], open: &BTreeSet<RecordId>) -> Year {
    let words = given.words;
    let name = entries.first().and_then(year).map_or(words.logbook().no_date.to_owned(), |year| year.to_string());
    let count = (words.logbook().entries)(&number(words, entries.len()), entries.len());
    Year {
        head: (words.print().year)(&name, &count),
        cost: (!given.wish.hidden.costs).then(|| sum(words, entries)),
        entries: entries.iter().map(|entry| of_entry(given, entry, open.contains(&entry.id))).collect(),
    }
}

fn of_entry(given: &Given<'_>, entry: &Kept<'_, Entry>, is_open: bool) -> TimelineEntry {
    let (words, letter, hidden) = (given.words, entry.letter, given.wish.hidden);
    let said = words.print();
    let severity = letter.severity.map(|severity| (words.choice().severity)(severity));
    let kind = [
        Some((words.choice().entry)(letter.sort)),
        severity,
        is_open.then_some(said.unsettled),
        (entry.versions > 1).then_some(said.amended),
        is_signed(given, entry).then_some(said.countersigned),
    ];
    let cost = || letter.cost.as_ref().map(|cost| words.money(cost)).unwrap_or_default();
    TimelineEntry {
        date: letter.when.map(|when| date(words, when)).unwrap_or_default(),
        title: letter.title.clone(),
        kind: kind.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        notes: if given.wish.has(Part::Notes) { notes(given, entry) } else { String::new() },
        systems: given.home.systems_named(&letter.systems),
        by: (!hidden.names).then(|| given.home.person(letter.contact, &letter.done_by)),
        cost: (!hidden.costs).then(cost),
        photos: if given.wish.has(Part::Photos) { photos(letter) } else { Vec::new() },
    }
}

fn is_signed(given: &Given<'_>, entry: &Kept<'_, Entry>) -> bool {
    given.home.remarks_about(*entry).any(|remark| remark.sort == RemarkType::Countersignature)
}

/// What was said or signed, and by whom, unless that is hidden.
fn remark(given: &Given<'_>, remark: &Remark) -> String {
    let words = given.words;
    let signs = (remark.sort == RemarkType::Countersignature).then_some(words.print().countersigned);
    let name = if given.wish.hidden.names { "" } else { &remark.name };
    let day = remark.on.map(|day| words.date(day)).unwrap_or_default();
    let parts = [signs.unwrap_or_default(), &remark.text, name, &remark.capacity, &day];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn notes(given: &Given<'_>, kept: &Kept<'_, Entry>) -> String {
    let (words, entry) = (given.words, kept.letter);
    let parts = entry.parts.iter().map(|part| (words.versions().part)(&words.number(part.quantity), &part.name));
    let notes = Some(entry.notes.clone()).filter(|notes| !notes.is_empty());
    let remarks = given.home.remarks_about(*kept).map(|said| remark(given, said));
    parts.chain(notes).chain(remarks).collect::<Vec<_>>().join("\n")
}

fn photos(entry: &Entry) -> Vec<Photo> {
    entry.files.iter().filter(|file| file.is_photo()).map(Photo::of).collect()
}

/// A date, short where it is a day.
fn date(words: &Words, when: PartialDate) -> String {
    match when {
        PartialDate { known: Known::Day(day), sense: Sense::Exact } => words.day_short(day),
        other => words.date(other),
    }
}
