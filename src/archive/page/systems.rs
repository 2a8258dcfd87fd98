//! The systems, zone by zone: what it is, how old, where it shuts off, who stands for it.

use super::html::Html;
use super::parts::{date, files, joined, names};
use crate::book::{Book, Kept};
use model::RecordId;
use model::life::{age, expected_life};
use model::system::System;

/// All of them; those out of use at the end.
pub(super) fn draw(html: &mut Html, book: &Book) {
    let (used, retired): (Vec<_>, Vec<_>) = book.systems.iter().partition(|system| system.letter.in_use());
    let mut zones: Vec<(String, Vec<&Kept<System>>)> = Vec::new();
    let mut sorted: Vec<(String, &Kept<System>)> =
        used.into_iter().map(|system| (zone(book, system), system)).collect();
    // Those in no zone stand last.
    sorted.sort_by_cached_key(|(zone, _)| (zone.is_empty(), zone.clone()));
    for (zone, system) in sorted {
        match zones.last_mut().filter(|(last, _)| *last == zone) {
            Some((_, systems)) => systems.push(system),
            None => zones.push((zone, vec![system])),
        }
    }
    html.raw("<div class=\"cards\">\n");
    for (zone, systems) in &zones {
        let zone = if zone.is_empty() { book.words.archive().elsewhere } else { zone };
        group(html, book, zone, systems);
    }
    if !retired.is_empty() {
        group(html, book, book.words.archive().retired, &retired);
    }
    html.raw("</div>\n");
}

fn zone(book: &Book, system: &Kept<System>) -> String {
    system.letter.zone.map(|zone| book.name(zone)).unwrap_or_default()
}

fn group(html: &mut Html, book: &Book, title: &str, systems: &[&Kept<System>]) {
    html.line("h3", "group", title).raw("\n");
    systems.iter().for_each(|system| card(html, book, system));
}

fn card(html: &mut Html, book: &Book, kept: &Kept<System>) {
    let (words, system) = (book.words, &kept.letter);
    let (said, column) = (words.system(), &words.archive().column);
    html.raw("<article class=\"card\" id=\"").text(&anchor(kept.id)).raw("\">\n").line("h4", "", &system.name);
    let maker = [system.make.as_str(), &system.model].join(" ");
    html.line("p", "quiet", &joined(&[(words.choice().system)(system.sort), maker.trim(), &system.size]));
    html.raw("<dl>\n");
    html.fact(said.serial, &system.serial);
    html.fact(said.installed, &installed(book, system));
    html.fact(said.expected_life, &life(book, system));
    html.fact(said.shut_off, &system.shut_off);
    html.fact(said.fitted_by, &system.fitted_by.map(|id| book.name(id)).unwrap_or_default());
    html.fact(said.price, &system.price.as_ref().map(|price| words.money(price)).unwrap_or_default());
    html.fact(said.part_of, &system.parent.map(|id| book.name(id)).unwrap_or_default());
    html.fact(column.removed, &date(book, system.removed));
    html.fact(column.replaced_by, &system.replaced_by.map(|id| book.name(id)).unwrap_or_default());
    html.fact(said.warranties, &warranties(book, kept.id));
    html.fact(said.certificates, &certificates(book, kept.id));
    html.raw("</dl>\n").line("p", "notes", &system.notes);
    files(html, book, &system.files);
    html.raw("</article>\n");
}

/// Where a system stands on the page.
pub(super) fn anchor(id: RecordId) -> String {
    format!("system-{id}")
}

/// "March 2019, 7 years".
fn installed(book: &Book, system: &System) -> String {
    let age = age(system, book.today).filter(|_| system.in_use());
    let old = age.map(|age| match age.years {
        0 => book.words.system().under_a_year.to_owned(),
        years => (book.words.common().years)(years),
    });
    joined(&[&date(book, system.installed), &old.unwrap_or_default()])
}

fn life(book: &Book, system: &System) -> String {
    let words = book.words;
    let told = expected_life(system).map(|life| {
        let source = (words.choice().source)(life.source);
        let source =
            if system.life_source.is_empty() || system.life_years.is_none() { &source } else { &system.life_source };
        joined(&[&(words.system().life)(life.years_min, life.years_max), source.as_str()])
    });
    told.filter(|_| system.in_use()).unwrap_or_default()
}

fn warranties(book: &Book, id: RecordId) -> String {
    let of = book.warranties.iter().filter(|warranty| warranty.letter.systems.contains(&id));
    let told = of.map(|warranty| match book.clock(warranty.id, &warranty.letter).ends {
        Some(end) => (book.words.archive().until)(&warranty.letter.title, &book.words.day(end)),
        None => warranty.letter.title.clone(),
    });
    told.collect::<Vec<_>>().join("; ")
}

fn certificates(book: &Book, id: RecordId) -> String {
    let stands =
        |kept: &&Kept<model::certificate::Certificate>| kept.withdrawn.is_none() && kept.letter.systems.contains(&id);
    let told = book.certificates.iter().filter(stands).map(|kept| {
        joined(&[
            (book.words.choice().certificate)(kept.letter.sort),
            &kept.letter.number,
            &date(book, kept.letter.issued),
        ])
    });
    told.collect::<Vec<_>>().join("; ")
}

/// Links to the systems of a record, joined; those that are not on the page by name only.
pub(super) fn links(html: &mut Html, book: &Book, systems: &[RecordId]) {
    for (at, id) in systems.iter().enumerate() {
        html.raw(if at > 0 { ", " } else { "" });
        if book.systems.iter().any(|system| system.id == *id) {
            html.raw("<a href=\"#").text(&anchor(*id)).raw("\">").text(&book.name(*id)).raw("</a>");
        } else {
            html.text(&names(book, &[*id]));
        }
    }
}
