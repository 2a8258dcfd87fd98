//! How certificates stand in the months ahead, as chains: how each does until a day, and then until the next. Between the days that are looked at nothing changes.

use crate::basis::{CLOCKS, Home, Purpose, rule};
use crate::certificate::CertificateType;
use crate::date::{Date, Known, PartialDate, Sense};
use crate::estate::matrix::{Cell, Code};
use crate::scheme::Proof;
use std::collections::BTreeSet;

/// So far ahead chains look, months.
pub const AHEAD_MONTHS: u32 = 24;

/// The chains of every sort and purpose, those of one sort and purpose in the order of their days. What nothing asks for in all that time has none.
pub(super) fn chains(home: &Home, today: Date, cell: impl Fn(CertificateType, Date, Purpose) -> Cell) -> Vec<Proof> {
    let mut proofs = Vec::new();
    for sort in CertificateType::ALL {
        let days = turns(home, *sort, today);
        for purpose in Purpose::ALL {
            let chain = chain(&days, |on| cell(*sort, on, *purpose));
            if chain.iter().any(|(_, link)| link.code != Code::NotApplicable) {
                proofs.extend(ended(chain).map(|proof| Proof { sort: *sort, purpose: *purpose, ..proof }));
            }
        }
    }
    proofs
}

/// How it stands from each of the days on, those left out from which nothing is otherwise.
fn chain(days: &BTreeSet<Date>, cell: impl Fn(Date) -> Cell) -> Vec<(Date, Proof)> {
    let mut links: Vec<(Date, Proof)> = Vec::new();
    for day in days {
        let Cell { code, is_sure, until } = cell(*day);
        let ended = until.filter(|until| code.is_lacking() && until < day);
        let until = until.filter(|_| code == Code::Fine);
        let link = Proof { code, unsure: !is_sure, ended, until, ..Proof::default() };
        let is_same =
            |before: &Proof| (before.code, before.unsure, before.ended) == (link.code, link.unsure, link.ended);
        match links.last_mut().filter(|(_, before)| is_same(before)) {
            Some((_, before)) => before.until = link.until,
            None => links.push((*day, link)),
        }
    }
    links
}

/// The same with the last day of each.
fn ended(links: Vec<(Date, Proof)>) -> impl Iterator<Item = Proof> {
    let next: Vec<Date> = links.iter().skip(1).map(|(day, _)| day.minus_days(1)).collect();
    let next = next.into_iter().map(Some).chain([None]);
    links.into_iter().zip(next).map(|((_, link), last)| Proof { until: last.or(link.until), ..link })
}

/// Today, and the days ahead on which it can come to stand otherwise: those on which something is dated, those on which its time ends, and the days after.
fn turns(home: &Home, sort: CertificateType, today: Date) -> BTreeSet<Date> {
    let rule = rule(sort);
    let papers = home
        .papers
        .iter()
        .filter(|paper| paper.letter.sort == sort || paper.letter.sort == CertificateType::Electrical);
    let own = papers.clone().filter_map(|paper| paper.letter.months).filter_map(|months| u32::try_from(months).ok());
    let terms = rule.terms.iter().map(|term| term.months).chain(CLOCKS.iter().map(|(_, months)| *months));
    let months: BTreeSet<u32> = own.chain(terms).chain([0]).collect();
    let built = home.built.map(|year| PartialDate { known: Known::Year(year), sense: Sense::Exact });
    let dated = papers.flat_map(|paper| [paper.letter.issued, paper.letter.transfer]);
    let dated = dated.chain(home.alterations.iter().map(|alteration| alteration.when)).chain([home.occupied, built]);
    let days =
        dated.flatten().flat_map(|when| [when.earliest(), Some(when.latest()), Some(when.first()), Some(when.last())]);
    let days: BTreeSet<Date> = days.flatten().collect();
    let ends = days.iter().flat_map(|day| months.iter().map(|months| day.plus_months(*months)));
    let around = ends.flat_map(|day| [day, day.plus_days(1)]);
    let last = today.plus_months(AHEAD_MONTHS);
    around.filter(|day| (today..=last).contains(day)).chain([today]).collect()
}
