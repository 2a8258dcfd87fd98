//! What is known of one system, in names and values: for a report and for its summary.

use super::parts::{joined, number};
use super::wish::Hidden;
use crate::components::FactLine;
use crate::data::{Kept, Standing};
use crate::desk::Desk;
use crate::pages::systems::{Age, made, zone_name};
use leptos::prelude::*;
use model::certificate::Certificate;
use model::contact::Contact;
use model::entry::Entry;
use model::system::System;
use model::warranty::Warranty;
use model::zone::Zone;
use model::{Date, RecordId};
use std::sync::Arc;

/// A line for what is known; none for what is not.
fn known(name: &'static str, text: &str) -> Option<FactLine> {
    (!text.is_empty()).then(|| FactLine::words(name, text))
}

/// What it is and where.
pub fn identity(desk: Desk, system: &System, hidden: Hidden) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.system();
    let zones = desk.library.shelf::<Zone>();
    let zone = system.zone.filter(|zone| zones.contains_key(zone)).map(|zone| zone_name(&zones, zone));
    let fitter = system.fitted_by.filter(|_| !hidden.names).and_then(|id| desk.library.find::<Contact>(id));
    let price = system.price.as_ref().filter(|_| !hidden.costs).map(|price| words.money(price));
    let lines = [
        Some(FactLine::words(said.sort, (words.choice().system)(system.sort))),
        known(words.print().make, &made(system)),
        known(said.serial, &system.serial),
        known(said.zone, &zone.unwrap_or_default()),
        known(said.fitted_by, &fitter.map(|fitter| fitter.letter.name.clone()).unwrap_or_default()),
        known(said.price, &price.unwrap_or_default()),
    ];
    lines.into_iter().flatten().collect()
}

/// How old it is and how long it should last, by whose word.
pub fn life(desk: Desk, system: &System) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.system();
    let standing = Age::of(desk, system);
    let mut lines = vec![match system.installed {
        Some(date) => FactLine::words(said.installed, words.date(date)).noted((said.precision)(date)),
        None => FactLine::words(said.installed, words.common().unknown),
    }];
    if !system.in_use() {
        let removed = system.removed.map_or_else(|| words.common().unknown.to_owned(), |date| words.date(date));
        let by = system.replaced_by.and_then(|by| desk.library.find::<System>(by));
        lines.push(FactLine::words(said.out_of_use, removed));
        lines.extend(known(said.replaced_by, &by.map(|by| by.letter.name.clone()).unwrap_or_default()));
    } else if let Some(life) = standing.life {
        let source = match system.life_years {
            Some(_) if !system.life_source.is_empty() => system.life_source.clone(),
            _ => (words.choice().source)(life.source),
        };
        lines.push(FactLine::words(said.expected_life, (said.life)(life.years_min, life.years_max)).noted(source));
    }
    lines
}

/// The warranties on it, those in force first, with when they end.
pub fn warranties(desk: Desk, id: RecordId) -> Vec<(bool, String)> {
    let words = desk.words();
    let today = desk.today();
    let shelf = desk.library.shelf::<Warranty>();
    let mut named: Vec<Arc<Kept<Warranty>>> =
        shelf.values().filter(|warranty| warranty.letter.systems.contains(&id)).collect();
    let ended = |ends: Option<Date>| ends.is_some_and(|ends| ends < today);
    named.sort_by_key(|warranty| (ended(warranty.letter.ends()), warranty.letter.ends()));
    let told = named.iter().map(|warranty| {
        let ends = warranty.letter.ends();
        let end = match ends {
            Some(day) if ended(ends) => (words.system().ended)(&words.day(day)),
            Some(day) => (words.outlook().ends)(&words.day(day)),
            None => words.system().end_unknown.to_owned(),
        };
        (!ended(ends), joined(&[&warranty.letter.title, &end]))
    });
    told.collect()
}

/// The certificates for it, newest first.
pub fn certificates(desk: Desk, id: RecordId) -> Vec<String> {
    let words = desk.words();
    let told = |certificate: &Standing<Certificate>| {
        let letter = &certificate.letter;
        let issued = letter.issued.map(|issued| (words.outlook().issued)(&words.date(issued))).unwrap_or_default();
        joined(&[(words.choice().certificate)(letter.sort), &letter.number, &issued])
    };
    let about = |certificate: &&Standing<Certificate>| certificate.letter.systems.contains(&id);
    desk.library.certificates.with(|all| all.iter().filter(about).map(told).collect())
}

/// The entries about it, newest first.
pub fn entries(desk: Desk, id: RecordId) -> Vec<Standing<Entry>> {
    let about = |entry: &&Standing<Entry>| entry.letter.systems.contains(&id);
    desk.library.entries.with(|all| all.iter().filter(about).cloned().collect())
}

/// "14 entries, the latest March 2026".
pub fn logged(desk: Desk, entries: &[Standing<Entry>]) -> String {
    let words = desk.words();
    let count = (words.logbook().entries)(&number(words, entries.len()), entries.len());
    let latest = entries.first().and_then(|entry| entry.letter.when).map(|when| words.date(when));
    (words.print().logged)(&count, &latest.unwrap_or_default())
}

/// Texts below one another as the value of one name; none where there are none.
pub fn several(name: &'static str, texts: Vec<String>) -> Option<FactLine> {
    let any = !texts.is_empty();
    let lines = texts.into_iter().map(|text| view! { <div>{text}</div> }).collect_view();
    any.then(|| FactLine::view(name, lines.into_any()))
}
