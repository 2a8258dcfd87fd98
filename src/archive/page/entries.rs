//! The logbook: what was done and found, newest first, year by year.

use super::costs::{Sums, counted, year};
use super::html::Html;
use super::parts::{count, date, files, joined, names};
use super::systems;
use crate::book::{Book, Kept};
use model::entry::{Entry, EntryType, Part};
use std::collections::HashSet;

/// Every year, then what was withdrawn.
pub(super) fn draw(html: &mut Html, book: &Book) {
    let settled: HashSet<_> = counted(book).filter_map(|entry| entry.letter.settles).collect();
    let entries: Vec<&Kept<Entry>> = counted(book).collect();
    for of_year in entries.chunk_by(|a, b| year(a) == year(b)) {
        head(html, book, of_year);
        html.raw("<ol class=\"entries\">\n");
        for kept in of_year {
            let is_open = kept.letter.sort == EntryType::Fault && !settled.contains(&kept.id);
            entry(html, book, kept, is_open);
        }
        html.raw("</ol>\n");
    }
    let withdrawn: Vec<&Kept<Entry>> = book.entries.iter().filter(|entry| entry.withdrawn.is_some()).collect();
    if !withdrawn.is_empty() {
        let said = book.words.archive();
        html.raw("<div class=\"withdrawn\">\n").line("h3", "", said.withdrawn).line("p", "quiet", said.withdrawn_lead);
        html.raw("<ol class=\"entries\">\n");
        withdrawn.into_iter().for_each(|kept| entry(html, book, kept, false));
        html.raw("</ol>\n</div>\n");
    }
}

fn head(html: &mut Html, book: &Book, entries: &[&Kept<Entry>]) {
    let words = book.words;
    let year = entries.first().and_then(|entry| year(entry));
    let name = year.map_or_else(|| words.logbook().no_date.to_owned(), |year| year.to_string());
    let sums = entries.iter().filter_map(|entry| entry.letter.cost.as_ref()).collect::<Sums>();
    let number = (words.logbook().entries)(&count(book, entries.len()), entries.len());
    html.raw("<h3 class=\"year\">").line("span", "", &name).raw(" ").line("span", "quiet", &number);
    html.raw(" ").line("span", "figure", &sums.told(words)).raw("</h3>\n");
}

fn entry(html: &mut Html, book: &Book, kept: &Kept<Entry>, is_open: bool) {
    let (words, entry) = (book.words, &kept.letter);
    html.raw("<li class=\"entry\">\n").line("p", "entry__when", &date(book, entry.when));
    html.raw("<div class=\"entry__what\">\n").line("h4", "", &entry.title).raw("<p class=\"quiet\">");
    html.text((words.choice().entry)(entry.sort));
    if let Some(severity) = entry.severity {
        html.raw(" · ").text((words.choice().severity)(severity));
    }
    if is_open {
        html.raw(" · ").line("strong", "", words.archive().unsettled);
    }
    if !entry.systems.is_empty() {
        html.raw(" · ");
        systems::links(html, book, &entry.systems);
    }
    let done_by = entry.contact.map(|id| book.name(id)).unwrap_or_else(|| entry.done_by.clone());
    let rest = joined(&[&names(book, &entry.zones), &done_by]);
    html.raw(if rest.is_empty() { "" } else { " · " }).text(&rest).raw("</p>\n");
    html.line("p", "notes", &entry.notes);
    parts(html, book, &entry.parts);
    files(html, book, &entry.files);
    papers(html, book, entry);
    story(html, book, kept);
    html.raw("</div>\n<div class=\"entry__cost figure\">");
    html.line("p", "", &entry.cost.as_ref().map(|cost| words.money(cost)).unwrap_or_default());
    for (name, money) in [(words.entry().labour, &entry.labour), (words.entry().parts_cost, &entry.parts_cost)] {
        let told = money.as_ref().map(|money| format!("{name} {}", words.money(money)));
        html.line("p", "quiet", &told.unwrap_or_default());
    }
    html.raw("</div>\n</li>\n");
}

fn parts(html: &mut Html, book: &Book, parts: &[Part]) {
    if parts.is_empty() {
        return;
    }
    let said = book.words.entry();
    let told = parts.iter().map(|part| {
        let number = if part.number.is_empty() { String::new() } else { (said.part_number)(&part.number) };
        let times = if part.quantity == 1 {
            String::new()
        } else {
            (book.words.archive().times)(&book.words.number(part.quantity))
        };
        [times.as_str(), &part.name, &number]
            .iter()
            .filter(|text| !text.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    });
    let told = told.collect::<Vec<_>>().join("; ");
    html.raw("<p class=\"small\">").line("span", "quiet", said.parts).raw(" ").text(&told).raw("</p>\n");
}

/// The documents that belong to an entry, and what it settled.
fn papers(html: &mut Html, book: &Book, entry: &Entry) {
    let named = |id: &&model::RecordId| book.documents.iter().any(|document| document.id == **id);
    let documents: Vec<_> = entry.documents.iter().filter(named).copied().collect();
    let said = book.words.entry();
    let alters = entry.alters.map(|alters| if alters { said.altered } else { said.unaltered }).unwrap_or_default();
    for (name, told) in [
        (book.words.document().one, names(book, &documents)),
        (said.alters, alters.to_owned()),
        (said.settles, entry.settles.map(|id| book.name(id)).unwrap_or_default()),
    ] {
        if !told.is_empty() {
            html.raw("<p class=\"small\">").line("span", "quiet", name).raw(" ").text(&told).raw("</p>\n");
        }
    }
}

/// Who wrote it and when, and what became of it since.
fn story(html: &mut Html, book: &Book, kept: &Kept<Entry>) {
    let said = book.words.archive();
    let written = kept.at.map(|at| (said.written)(&book.day(at), &kept.by)).unwrap_or_default();
    let amended = if kept.amended > 0 { (said.amended)(kept.amended) } else { String::new() };
    let why = |reason: &str| if reason.is_empty() { String::new() } else { (said.why)(reason) };
    let reason = if kept.amended > 0 { why(&kept.letter.reason) } else { String::new() };
    let withdrawn = kept.withdrawn.as_deref().map(why).unwrap_or_default();
    html.line("p", "entry__story", &joined(&[&written, &amended, &reason, &withdrawn]));
}
