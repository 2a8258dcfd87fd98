//! What needs the person now and what is coming, and beside it how the home stands: worked out from what is in the logbook.

use super::order::{Key, sorted};
use super::{Coming, Kept, Library, Standing, basis_home, warranty_clock};
use leptos::prelude::*;
use model::basis;
use model::certificate::Certificate;
use model::claim::Claim;
use model::entry::{Entry, EntryType};
use model::life::{self, Age, Life, Stage};
use model::system::System;
use model::warranty::{State, Warranty};
use model::{Date, RecordId, Stamp};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Tasks of so many days are "next".
const NEXT_DAYS: u32 = 30;
/// A warranty is worth a look so many days before it ends.
const ENDING_DAYS: u32 = 60;

/// What needs attention, in the order in which it is shown.
#[derive(Clone, Default, PartialEq)]
pub struct Attention {
    /// Faults that no entry has settled, the worst first.
    pub faults: Vec<Standing<Entry>>,
    /// Tasks whose day has passed, the longest first.
    pub overdue: Vec<Coming>,
    /// Tasks of the next thirty days, the nearest first.
    pub next: Vec<Coming>,
}

/// What a certificate needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// What it covers was altered after it: surely (true) or maybe.
    Altered(bool),
    /// What it covers has to be inspected again by then.
    Inspect(Date),
}

/// Papers that are told of on the home screen, in the order in which they are shown.
#[derive(Clone, Default, PartialEq)]
pub struct Papers {
    /// Certificates that need something, with what.
    pub flagged: Vec<(Standing<Certificate>, Flag)>,
    /// Warranties that end within sixty days, with the day.
    pub ending: Vec<(Arc<Kept<Warranty>>, Date)>,
    /// The latest certificates, of each sort the newest.
    pub certificates: Vec<Standing<Certificate>>,
}

impl Attention {
    /// How many things need the person now.
    pub fn urgent(&self) -> usize {
        self.faults.len() + self.overdue.len()
    }
}

/// What needs attention on `today`; tracks what it reads.
pub fn attention(library: &Library, today: Date) -> Attention {
    let mut found = Attention { faults: open_faults(library), ..Attention::default() };
    let until = today.plus_days(NEXT_DAYS);
    for coming in library.coming() {
        if coming.due.is_late(today) {
            found.overdue.push(coming);
        } else if coming.due.by <= until {
            found.next.push(coming);
        }
    }
    found
}

/// How the papers stand on `today`; tracks what it reads.
pub fn papers(library: &Library, today: Date, claims: &[(RecordId, Claim)]) -> Papers {
    let mut found = Papers { flagged: flagged(library, today), ..Papers::default() };
    let soon = today..=today.plus_days(ENDING_DAYS);
    for warranty in library.shelf::<Warranty>().values() {
        let clock = warranty_clock(library, &warranty, claims);
        if let Some(ends) = clock.ends.filter(|ends| soon.contains(ends) && clock.state(today) == State::Runs) {
            found.ending.push((warranty.clone(), ends));
        }
    }
    found.ending = sorted(found.ending, |(warranty, ends)| Key::of_day(Some(*ends), warranty.id));
    let mut seen = BTreeSet::new();
    found.certificates = library
        .certificates
        .with(|all| all.iter().filter(|certificate| seen.insert(certificate.letter.sort)).cloned().collect());
    found
}

/// Systems past or near the end of their life on `today`, the oldest against its life first; tracks what it reads.
pub fn ageing(library: &Library, today: Date) -> Vec<(Arc<Kept<System>>, Age, Life)> {
    let mut found = Vec::new();
    for system in library.shelf::<System>().values().filter(|system| system.letter.in_use()) {
        let standing = life::age(&system.letter, today).zip(life::expected_life(&system.letter));
        if let Some((age, life)) = standing.filter(|(age, _)| age.stage >= Stage::Due) {
            found.push((system.clone(), age, life));
        }
    }
    sorted(found, |(system, age, _)| {
        Key(-i64::from(age.of_life_percent.unwrap_or_default()), Stamp::default(), system.id)
    })
}

/// Of each sort the newest certificates, as far as they need something.
fn flagged(library: &Library, today: Date) -> Vec<(Standing<Certificate>, Flag)> {
    let home = basis_home(library, false);
    let newest = home
        .papers
        .iter()
        .enumerate()
        .filter(|(_, paper)| !basis::is_supplement(&home, paper) && !basis::is_superseded(&home, paper));
    let found = newest.filter_map(|(at, paper)| {
        let altered = basis::altered_by(&home, paper, today).map(|(_, surely)| Flag::Altered(surely));
        let soon = basis::inspect_by(paper).filter(|by| *by <= today.plus_days(ENDING_DAYS)).map(Flag::Inspect);
        let flag = altered.or(soon)?;
        library.certificates.with(|all| Some((all.get(at)?.clone(), flag)))
    });
    found.collect()
}

/// Faults that no entry has settled, the worst first, then the newest.
pub fn open_faults(library: &Library) -> Vec<Standing<Entry>> {
    library.entries.with(|entries| {
        let settled: BTreeSet<RecordId> = entries.iter().filter_map(|entry| entry.letter.settles).collect();
        let open = |entry: &&Standing<Entry>| {
            entry.letter.sort == EntryType::Fault && !settled.contains(&entry.root) && !settled.contains(&entry.id)
        };
        let worst = |fault: &Standing<Entry>| fault.letter.severity.map_or(0, |severity| 1 + severity as i64);
        sorted(entries.iter().filter(open).cloned().collect(), |fault| {
            Key(-worst(fault), Stamp::default(), Default::default())
        })
    })
}
