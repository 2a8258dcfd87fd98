//! Ready to sell: which certificates will be fit on the day of a transfer, and between which days the others have to be ordered.

use crate::basis::{Finding, Home, Paper, Purpose, Reason, Verdict, finding, is_supplement, rule, standing};
use crate::certificate::{Basis, Certificate, CertificateType};
use crate::date::Date;
use crate::entry::Entry;
use crate::money::rand_cents;

/// What has to be done for one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A new one has to be ordered.
    Order,
    /// Something has to be found out.
    Ask,
    /// It will be fit.
    Fit,
    /// Nothing asks for it.
    None,
}

/// One line of the checklist.
#[derive(Clone, Debug)]
pub struct Line<'h> {
    /// What sort of certificate.
    pub sort: CertificateType,
    /// The one that serves best.
    pub paper: Option<&'h Paper>,
    /// What is found of it on the day of the transfer.
    pub finding: Finding,
    /// What has to be done.
    pub step: Step,
    /// Between which days a new one has to be ordered; none where ordering one does not help.
    pub order: Option<Order>,
}

/// Between which days a certificate has to be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The first day from which it will still be fresh; never before today.
    pub from: Date,
    /// The last day that leaves the usual time, which may have passed.
    pub by: Date,
    /// The usual time, days.
    pub lead_days: u32,
}

/// Days that it usually takes from the order until the certificate is there, with what has to be put right first. Trade experience, no source.
pub fn lead_days(sort: CertificateType) -> u32 {
    match sort {
        CertificateType::SolarPv => 56,
        CertificateType::Gas | CertificateType::Geyser => 21,
        CertificateType::Beetle => 14,
        _ => 28,
    }
}

/// What was paid for a certificate, in rand cents: what the entries of its day say of its issuer. None where they do not say it: no price is made up.
pub fn paid_cents<'e>(paper: &Certificate, entries: impl Iterator<Item = &'e Entry>) -> Option<i64> {
    let (issued, issuer) = (paper.issued.filter(|issued| issued.first() == issued.last())?, paper.contact?);
    let its = entries.filter(|entry| entry.when == Some(issued) && entry.contact == Some(issuer));
    Some(its.map(|entry| rand_cents(entry.cost.as_ref())).sum()).filter(|cents| *cents > 0)
}

/// The checklist for a transfer on that day, what is to be done first.
pub fn checklist(home: &Home, today: Date, on: Date) -> Vec<Line<'_>> {
    let known = CertificateType::ALL.iter().filter(|sort| **sort != CertificateType::Other).map(|sort| {
        let (paper, found) = standing(home, *sort, on, Purpose::Transfer);
        line(*sort, paper, found, today, on)
    });
    let own = home.papers.iter().filter(|paper| paper.letter.sort == CertificateType::Other);
    let own = own.filter(|paper| !is_supplement(home, paper)).map(|paper| {
        let found = finding(home, paper, on, Purpose::Transfer);
        line(CertificateType::Other, Some(paper), found, today, on)
    });
    let mut lines: Vec<Line<'_>> = known.chain(own).collect();
    lines.sort_by_key(|line| line.step);
    lines
}

fn line<'h>(sort: CertificateType, paper: Option<&'h Paper>, finding: Finding, today: Date, on: Date) -> Line<'h> {
    let can_be_ordered = can_be_ordered(sort, finding.reason) && on >= today;
    let step = match finding.verdict {
        Verdict::Holds => Step::Fit,
        Verdict::NotRequired => Step::None,
        // Whether a contract asks for it is in the contract.
        Verdict::Fails if can_be_ordered && finding.basis != Basis::Contract => Step::Order,
        Verdict::Fails | Verdict::Unknown => Step::Ask,
    };
    let months = match finding.basis {
        Basis::TransferWindow | Basis::Contract => window(sort, paper),
        _ => 0,
    };
    let order = (can_be_ordered && step != Step::Fit).then(|| order(sort, months, today, on));
    Line { sort, paper, finding, step, order }
}

/// Months for which a new one will be fresh; 0 where no time ends it.
fn window(sort: CertificateType, paper: Option<&Paper>) -> u32 {
    let own = paper.filter(|_| sort == CertificateType::Other).and_then(|paper| paper.letter.months);
    own.and_then(|months| u32::try_from(months).ok()).unwrap_or(rule(sort).terms[Purpose::Transfer as usize].months)
}

/// Whether a new certificate is what helps, or would if a contract asks for one.
fn can_be_ordered(sort: CertificateType, reason: Reason) -> bool {
    let of_the_home = [
        Reason::OtherCountry,
        Reason::MunicipalityUnknown,
        Reason::OtherMunicipality,
        Reason::NothingHere,
        Reason::NothingLogged,
        Reason::NoNationalRequirement,
        Reason::NoSource,
        Reason::BasisUnknown,
    ];
    !matches!(sort, CertificateType::Nhbrc | CertificateType::Occupancy) && !of_the_home.contains(&reason)
}

/// From the first day on which a new one will still be fresh on `on`, to the last that leaves the usual time.
fn order(sort: CertificateType, months: u32, today: Date, on: Date) -> Order {
    let lead_days = lead_days(sort);
    let mut from = today;
    if months > 0 {
        let earliest = on.minus_months(months);
        // The end of a short month lies before the same day of a longer one.
        let fresh = if earliest.plus_months(months) < on { earliest.plus_days(1) } else { earliest };
        from = from.max(fresh);
    }
    Order { from, by: on.minus_days(lead_days), lead_days }
}
