//! What is known of one system, in names and values: for a report and for its summary.

use crate::block::Fact;
use crate::home::{Home, Kept};
use crate::parts::{joined, number};
use crate::wish::Hidden;
use model::entry::Entry;
use model::life::expected_life;
use model::system::System;
use model::warranty::{Clock, State};
use model::{Date, RecordId};
use words::Words;
use words::told::made;

/// What it is and where.
pub fn identity(home: &Home<'_>, words: &Words, system: &System, hidden: Hidden) -> Vec<Fact> {
    let said = words.system();
    let fitter = system.fitted_by.filter(|_| !hidden.names).and_then(|id| home.contact(id));
    let price = system.price.as_ref().filter(|_| !hidden.costs).map(|price| words.money(price));
    let lines = [
        Some(Fact::new(said.sort, (words.choice().system)(system.sort))),
        Fact::known(words.print().make, made(system)),
        Fact::known(said.serial, system.serial.as_str()),
        Fact::known(said.zone, home.zone_name(system.zone)),
        Fact::known(said.fitted_by, fitter.map(|fitter| fitter.name.as_str()).unwrap_or_default()),
        Fact::known(said.price, price.unwrap_or_default()),
    ];
    lines.into_iter().flatten().collect()
}

/// How old it is and how long it should last, by whose word.
pub fn life(home: &Home<'_>, words: &Words, system: &System) -> Vec<Fact> {
    let said = words.system();
    let unknown = || words.common().unknown.to_owned();
    let mut lines = vec![match system.installed {
        Some(date) => Fact::new(said.installed, words.date(date)).noted((said.precision)(date)),
        None => Fact::new(said.installed, unknown()),
    }];
    if !system.in_use() {
        let by = system.replaced_by.and_then(|by| home.system(by));
        lines.push(Fact::new(said.out_of_use, system.removed.map_or_else(unknown, |date| words.date(date))));
        lines.extend(Fact::known(said.replaced_by, by.map(|by| by.name.as_str()).unwrap_or_default()));
    } else if let Some(life) = expected_life(system) {
        let years = (said.life)(life.years_min, life.years_max);
        lines.push(Fact::new(said.expected_life, years).noted(words.life_source(system, life)));
    }
    lines
}

/// The warranties on it, those in force first, with when they end.
pub fn warranties(home: &Home<'_>, words: &Words, today: Date, id: RecordId) -> Vec<(bool, String)> {
    let own = home.warranties.iter().filter(|warranty| warranty.letter.systems.contains(&id));
    let mut named: Vec<_> = own.map(|warranty| (warranty, home.clock(*warranty))).collect();
    let over = |clock: &Clock| matches!(clock.state(today), State::Ended | State::Void);
    named.sort_by_key(|(_, clock)| (over(clock), clock.ends));
    let told = named.iter().map(|(warranty, clock)| {
        let end = match (clock.state(today), clock.ends) {
            (State::Void, _) => words.system().void.to_owned(),
            (State::Ended, Some(day)) => (words.system().ended)(&words.day(day)),
            (_, Some(day)) => (words.outlook().ends)(&words.day(day)),
            (_, None) => words.system().end_unknown.to_owned(),
        };
        (!over(clock), joined(&[&warranty.letter.title, &end]))
    });
    told.collect()
}

/// The certificates for it, newest first.
pub fn certificates(home: &Home<'_>, words: &Words, id: RecordId) -> Vec<String> {
    let about = home.certificates.iter().map(|certificate| certificate.letter);
    let told = about.filter(|letter| letter.systems.contains(&id)).map(|letter| {
        let issued = letter.issued.map(|issued| (words.outlook().issued)(&words.date(issued))).unwrap_or_default();
        joined(&[(words.choice().certificate)(letter.sort), &letter.number, &issued])
    });
    told.collect()
}

/// The entries about it, newest first.
pub fn entries<'a>(home: &Home<'a>, id: RecordId) -> Vec<Kept<'a, Entry>> {
    home.entries.iter().filter(|entry| entry.letter.systems.contains(&id)).copied().collect()
}

/// "14 entries, the latest March 2026".
pub fn logged(words: &Words, entries: &[Kept<'_, Entry>]) -> String {
    let count = (words.logbook().entries)(&number(words, entries.len()), entries.len());
    let latest = entries.first().and_then(|entry| entry.letter.when).map(|when| words.date(when));
    (words.print().logged)(&count, &latest.unwrap_or_default())
}
