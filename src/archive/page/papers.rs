//! Certificates, warranties and documents.

use super::html::Html;
use super::parts::{date, files, joined, names};
use crate::book::{Book, Kept};
use model::RecordId;
use model::certificate::Certificate;
use model::claim::Claim;
use model::document::Document;
use model::warranty::{Clock, State, Warranty};
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
    let basis = words.basis();
    let answer = |answer: Option<bool>| answer.map(|yes| if yes { basis.yes } else { basis.no }).unwrap_or_default();
    html.fact(basis.test_report, answer(certificate.test_report));
    html.fact(basis.digital, answer(certificate.digital));
    html.fact(basis.registered, answer(certificate.registered));
    html.fact(basis.transfer, &date(book, certificate.transfer));
    html.fact(basis.jurisdiction, &certificate.jurisdiction);
    html.fact(basis.own_basis, certificate.basis.map(basis.basis).unwrap_or_default());
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
    let timed = book.warranties.iter().map(|kept| (kept, book.clock(kept.id, &kept.letter)));
    let (mut over, mut running): (Vec<(&Kept<Warranty>, Clock)>, Vec<_>) =
        timed.partition(|(_, clock)| matches!(clock.state(book.today), State::Ended | State::Void));
    running.sort_by_key(|(_, clock)| (clock.ends.is_none(), clock.ends));
    over.sort_by_key(|(_, clock)| Reverse(clock.ends));
    let said = book.words.care();
    html.raw("<div class=\"cards\">\n");
    for (title, all) in [(said.running, running), (said.run_out, over)] {
        if !all.is_empty() {
            html.line("h3", "group", title).raw("\n");
            all.into_iter().for_each(|(kept, clock)| warranty(html, book, kept, clock));
        }
    }
    html.raw("</div>\n");
}

fn warranty(html: &mut Html, book: &Book, kept: &Kept<Warranty>, clock: Clock) {
    let (words, said, own) = (book.words, book.words.care(), book.words.warranty());
    let warranty = &kept.letter;
    html.raw("<article class=\"card\">\n").line("h4", "", &warranty.title);
    html.line("p", "quiet", (words.choice().cover)(warranty.cover)).raw("<dl>\n");
    html.fact(said.provider, &giver(book, &warranty.provider, warranty.contact));
    html.fact(said.number, &warranty.number);
    let worked_out = (own.worked_out)(warranty.begins.unwrap_or_default());
    html.fact(said.starts, &joined(&[&date(book, clock.starts), worked_out]));
    let months = warranty.months.map(|months| format!("{} {}", words.number(months), said.months_unit));
    html.fact(said.months, &months.unwrap_or_default());
    let moved = if clock.moved_by.is_some() { own.moved } else { "" };
    let ends = clock.ends.map(|end| words.day(end)).unwrap_or_default();
    html.fact(words.archive().column.ends, &joined(&[&ends, moved]));
    html.fact(own.void_since, &joined(&[&date(book, clock.void), &warranty.void_reason]));
    html.fact(said.covers, &names(book, &warranty.systems));
    html.raw("</dl>\n").line("p", "notes", &warranty.notes);
    files(html, book, &warranty.files);
    let claims = book.claims.iter().filter(|claim| claim.letter.warranty == Some(kept.id));
    claims.for_each(|kept| claim(html, book, &kept.letter));
    html.raw("</article>\n");
}

/// A claim, below the warranty.
fn claim(html: &mut Html, book: &Book, claim: &Claim) {
    let (words, said) = (book.words, book.words.warranty());
    html.line("h5", "", &joined(&[said.claim, &claim.title]));
    html.line("p", "quiet", (said.outcomes)(claim.outcome)).raw("<dl>\n");
    html.fact(said.asked, &date(book, claim.asked));
    html.fact(said.decided, &date(book, claim.decided));
    html.fact(said.answer, &claim.answer);
    let months = claim.months.map(|months| format!("{} {}", words.number(months), words.care().months_unit));
    let effect = claim.effect.map(|effect| (said.effects)(Some(effect))).unwrap_or_default();
    html.fact(said.effect, &joined(&[effect, &months.unwrap_or_default()]));
    html.fact(words.frame().documents, &names(book, &claim.documents));
    html.raw("</dl>\n").line("p", "notes", &claim.notes);
    files(html, book, &claim.files);
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
