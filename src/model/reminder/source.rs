//! Where days come from: one table, a row for each kind of thing that falls due.

use super::{Due, Why};
use crate::basis::{self, Paper};
use crate::certificate::{Certificate, CertificateType};
use crate::claim::Claim;
use crate::date::{Date, Instant};
use crate::entry::Entry;
use crate::id::RecordId;
use crate::life;
use crate::property::Property;
use crate::record::Record;
use crate::schedule::{self, Next};
use crate::standing::{Standing, facts, living};
use crate::system::System;
use crate::warranty::{Known, Warranty, clock};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that the rules look at, and what they find there.
type Source = fn(&[Record]) -> Vec<Due>;

/// The sources. Each reads the records of a home, of every kind and in any order.
const SOURCES: [Source; 3] = [tasks, warranties, certificates];

/// Everything of a home that has a day, in no order.
pub fn due(records: &[Record]) -> Vec<Due> {
    SOURCES.iter().flat_map(|source| source(records)).collect()
}

/// Of each task the round that is due next, on the day to which it was put off.
fn tasks(records: &[Record]) -> Vec<Due> {
    let changed: BTreeMap<RecordId, Instant> = records.iter().map(|record| (record.id, changed(record))).collect();
    let next = |planned: schedule::Planned| {
        let Next::Due(due) = planned.next else { return None };
        let changed = changed.get(&planned.id).copied().unwrap_or(Instant(0));
        Some(Due {
            record: planned.id,
            why: Why::TaskDue,
            title: planned.task.title,
            certificate: None,
            on: due.by,
            source: "",
            changed,
        })
    };
    schedule::of_home(records).into_iter().filter_map(next).collect()
}

/// Warranties, from where they begin and as claims moved their ends; none that became void.
fn warranties(records: &[Record]) -> Vec<Due> {
    let systems = living::<System>(records);
    let entries = facts(records, |entry: &Entry| entry.amends);
    let claims = living::<Claim>(records);
    let occupied = living::<Property>(records).first().and_then(|property| property.letter.occupied);
    let installed = |id| systems.iter().find(|system| system.root == id)?.letter.installed;
    let done = |id| entries.iter().find(|entry| entry.root == id && entry.withdrawn.is_none())?.letter.when;
    let known = Known { installed: &installed, done: &done, occupied };
    let ends = |one: Standing<'_, Warranty>| {
        let own = claims.iter().filter(|claim| claim.letter.warranty == Some(one.root));
        let own: Vec<(RecordId, Claim)> = own.map(|claim| (claim.root, claim.letter.clone())).collect();
        let clock = clock(&one.letter, &known, &own);
        let ends = clock.ends.filter(|_| clock.void.is_none())?;
        Some(given(&one, Why::WarrantyEnds, one.letter.title.clone(), ends))
    };
    living::<Warranty>(records).into_iter().filter_map(ends).collect()
}

/// A thing whose day follows from what a person wrote.
fn given<T>(thing: &Standing<'_, T>, why: Why, title: String, on: Date) -> Due {
    Due { record: thing.root, why, title, certificate: None, on, source: "", changed: changed(thing.record) }
}

fn changed(record: &Record) -> Instant {
    Instant(i64::try_from(record.latest().at_ms).unwrap_or_default())
}

/// Of each sort the newest; a supplement does not renew what it supplements.
fn certificates(records: &[Record]) -> Vec<Due> {
    let mut all = facts(records, |certificate: &Certificate| certificate.amends);
    all.retain(|one| one.withdrawn.is_none() && one.letter.supplements.is_none());
    all.sort_by_key(|one| Reverse((one.letter.issued.map(|day| day.sort_key()), one.record.stamp)));
    let mut seen = BTreeSet::new();
    let newest = all.into_iter().filter(|one| seen.insert((one.letter.sort, one.letter.title.clone())));
    newest.filter_map(|one| certificate(&one)).collect()
}

fn certificate(one: &Standing<'_, Certificate>) -> Option<Due> {
    let paper = Paper { root: one.root, id: one.record.id, letter: one.letter.clone() };
    let inspect = basis::inspect_by(&paper).map(|on| (Why::InspectBy, on));
    let (why, on) = inspect.or_else(|| Some((Why::TransferUntil, basis::transfer_until(&paper)?)))?;
    let certificate = Some(one.letter.sort);
    let due = given(one, why, one.letter.title.clone(), on);
    Some(Due { certificate, source: source_of(certificate), ..due })
}

/// Where the rule stands that gives a certificate of that sort its day; empty where a person gave it, as of everything that is no certificate.
pub fn source_of(certificate: Option<CertificateType>) -> &'static str {
    match certificate.map(|sort| basis::rule(sort).source) {
        Some(life::Source::Published(source)) => source,
        Some(life::Source::Owner | life::Source::Trade) | None => "",
    }
}
