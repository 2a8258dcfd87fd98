//! Certificates, warranties and documents.

use super::html::Html;
use super::parts::{date, files, joined, names};
use crate::book::{Book, Kept};
use model::RecordId;
use model::certificate::Certificate;
use model::document::Document;
use model::warranty::Warranty;
use std::cmp::Reverse;

/// The certificates, newest first.
pub(super) fn certificates(html: &mut Html, book: &Book) {
    let mut all: Vec<&Kept<Certificate>> = book.certificates.iter().collect();
    all.sort_by_key(|kept| kept.withdrawn.is_some());
    html.line("p", "quiet lead", book.words.care().certificates_note).raw("<div class=\"cards\">\n");
    for kept in all {
        certificate(html, book, kept);
    }
    html.raw("</div>\n");
}

fn certificate(html: &mut Html, book: &Book, kept: &Kept<Certificate>) {
    let (words, certificate) = (book.words, &kept.letter);
    let said = words.care();
    let sort = (words.choice().certificate)(certificate.sort);
    let (title, sort) = if certificate.title.is_empty() { (sort, "") } else { (certificate.title.as_str(), sort) };
    html.raw("<article class=\"card\">\n").line("h4", "", title);
    let withdrawn = kept.withdrawn.as_ref().map(|_| words.archive().withdrawn).unwrap_or_default();
    html.line("p", "quiet", &joined(&[sort, withdrawn, kept.withdrawn.as_deref().unwrap_or_default()]));
    html.raw("<dl>\n");
    html.fact(said.number, &certificate.number);
    html.fact(said.issued, &date(book, certificate.issued));
    html.fact(said.issuer, &giver(book, &certificate.issuer, certificate.contact));
    html.fact(said.registration, &joined(&[&certificate.registration, &certificate.body]));
    html.fact(said.covers, &names(book, &certificate.systems));
    let amended = if kept.amended > 0 { (words.archive().amended)(kept.amended) } else { String::new() };
    html.raw("</dl>\n").line("p", "notes", &certificate.notes);
    html.line("p", "entry__story", &joined(&[&amended, if kept.amended > 0 { &certificate.reason } else { "" }]));
    files(html, book, &certificate.files);
    html.raw("</article>\n");
}

/// Who gave a paper: as it says, and the contact where that says more.
fn giver(book: &Book, said: &str, contact: Option<RecordId>) -> String {
    let contact = contact.map(|id| book.name(id)).unwrap_or_default();
    if said.contains(&contact) { said.to_owned() } else { joined(&[said, &contact]) }
}

/// The warranties: those that run, soonest ending first, then those that have run out.
pub(super) fn warranties(html: &mut Html, book: &Book) {
    let (mut over, mut running): (Vec<_>, Vec<_>) = book
        .warranties
        .iter()
        .partition(|kept: &&Kept<Warranty>| kept.letter.ends().is_some_and(|end| end < book.today));
    running.sort_by_key(|kept| (kept.letter.ends().is_none(), kept.letter.ends()));
    over.sort_by_key(|kept| Reverse(kept.letter.ends()));
    let said = book.words.care();
    html.raw("<div class=\"cards\">\n");
    for (title, all) in [(said.running, running), (said.run_out, over)] {
        if !all.is_empty() {
            html.line("h3", "group", title).raw("\n");
            all.into_iter().for_each(|kept| warranty(html, book, &kept.letter));
        }
    }
    html.raw("</div>\n");
}

fn warranty(html: &mut Html, book: &Book, warranty: &Warranty) {
    let (words, said) = (book.words, book.words.care());
    html.raw("<article class=\"card\">\n").line("h4", "", &warranty.title);
    html.line("p", "quiet", (words.choice().cover)(warranty.cover)).raw("<dl>\n");
    html.fact(said.provider, &giver(book, &warranty.provider, warranty.contact));
    html.fact(said.number, &warranty.number);
    html.fact(said.starts, &date(book, warranty.starts));
    let months = warranty.months.map(|months| format!("{} {}", words.number(months), said.months_unit));
    html.fact(said.months, &months.unwrap_or_default());
    html.fact(words.archive().column.ends, &warranty.ends().map(|end| words.day(end)).unwrap_or_default());
    html.fact(said.covers, &names(book, &warranty.systems));
    html.raw("</dl>\n").line("p", "notes", &warranty.notes);
    files(html, book, &warranty.files);
    html.raw("</article>\n");
}

/// The documents, by what they are, newest first.
pub(super) fn documents(html: &mut Html, book: &Book) {
    let mut all: Vec<&Kept<Document>> = book.documents.iter().collect();
    all.sort_by_key(|kept| kept.letter.sort);
    html.raw("<div class=\"cards\">\n");
    for of_sort in all.chunk_by(|a, b| a.letter.sort == b.letter.sort) {
        html.line("h3", "group", (book.words.choice().document)(of_sort[0].letter.sort)).raw("\n");
        of_sort.iter().for_each(|kept| document(html, book, &kept.letter));
    }
    html.raw("</div>\n");
}

fn document(html: &mut Html, book: &Book, document: &Document) {
    html.raw("<article class=\"card\">\n").line("h4", "", &document.title);
    let contact = document.contact.map(|id| book.name(id)).unwrap_or_default();
    let about = names(book, &document.systems);
    html.line("p", "quiet", &joined(&[&date(book, document.dated), &contact, &about])).raw("<dl>\n");
    document.facts.iter().for_each(|fact| _ = html.fact(&fact.name, &fact.value));
    html.raw("</dl>\n").line("p", "notes", &document.notes);
    files(html, book, &document.file);
    html.raw("</article>\n");
}
