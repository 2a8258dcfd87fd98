//! Where days come from: one table, a row for each kind of thing that falls due.

use super::{Due, Why};
use crate::certificate::{Certificate, CertificateType};
use crate::date::{Date, Instant};
use crate::record::Record;
use crate::standing::{Standing, facts, living};
use crate::task::Task;
use crate::warranty::Warranty;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Everything that the rules look at, and what they find there.
type Source = fn(&[Record]) -> Vec<Due>;

/// The sources. Each reads the records of a home, of every kind and in any order.
const SOURCES: [Source; 3] = [tasks, warranties, certificates];

/// Everything of a home that has a day, in no order.
pub fn due(records: &[Record]) -> Vec<Due> {
    SOURCES.iter().flat_map(|source| source(records)).collect()
}

fn tasks(records: &[Record]) -> Vec<Due> {
    let open = living::<Task>(records).into_iter().filter(|task| task.letter.done.is_none());
    open.filter_map(|task| Some(given(&task, Why::TaskDue, task.letter.title.clone(), task.letter.due?))).collect()
}

fn warranties(records: &[Record]) -> Vec<Due> {
    let all = living::<Warranty>(records);
    all.iter()
        .filter_map(|one| Some(given(one, Why::WarrantyEnds, one.letter.title.clone(), one.letter.ends()?)))
        .collect()
}

/// A thing whose day follows from what a person wrote.
fn given<T>(thing: &Standing<'_, T>, why: Why, title: String, on: Date) -> Due {
    let changed = Instant(i64::try_from(thing.record.latest().at_ms).unwrap_or_default());
    Due { record: thing.root, why, title, certificate: None, on, source: "", changed }
}

/// A rule that gives a certificate a day.
#[derive(Clone, Copy, Debug)]
pub struct CertificateDay {
    /// Of which sort.
    pub sort: CertificateType,
    /// How long after the date on it, months.
    pub months: u32,
    /// Why the day matters.
    pub why: Why,
    /// Where the rule stands.
    pub source: &'static str,
}

/// Sorts of certificate that have such a day. All others hold until what they certify is altered, or are made for one transfer.
pub const CERTIFICATE_DAYS: [CertificateDay; 2] = [
    CertificateDay {
        sort: CertificateType::Electrical,
        months: 24,
        why: Why::TransferUntil,
        source: "Electrical Installation Regulations 2009, regulation 7(5)",
    },
    CertificateDay {
        sort: CertificateType::Gas,
        months: 60,
        why: Why::InspectBy,
        source: "SANS 10087-1: inspection at intervals not exceeding five years",
    },
];

/// Of each sort the newest; a supplement does not renew what it supplements.
fn certificates(records: &[Record]) -> Vec<Due> {
    let mut all = facts(records, |certificate: &Certificate| certificate.amends);
    all.retain(|one| one.withdrawn.is_none() && one.letter.supplements.is_none());
    all.sort_by_key(|one| Reverse((one.letter.issued.map(|day| day.sort_key()), one.record.stamp)));
    let mut seen = BTreeSet::new();
    let newest = all.into_iter().filter(|one| seen.insert((one.letter.sort, one.letter.title.clone())));
    newest
        .filter_map(|one| {
            let rule = CERTIFICATE_DAYS.iter().find(|rule| rule.sort == one.letter.sort)?;
            let on = one.letter.issued?.first().plus_months(rule.months);
            let due = given(&one, rule.why, one.letter.title.clone(), on);
            Some(Due { certificate: Some(one.letter.sort), source: rule.source, ..due })
        })
        .collect()
}
