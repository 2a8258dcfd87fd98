//! What a certificate is good for: on a day and for a purpose, with the reason and where the rule comes from.
//!
//! Certificates do not simply expire. What is known of a date only in part is never read in the home's favour: what may have passed is not
//! said to hold. Nothing here is legal advice; where sources disagree, the finding says that somebody who knows should be asked.

mod age;
mod alteration;
mod home;
mod need;
mod rule;

pub use alteration::altered_by;
pub use home::{Alteration, Home, Municipality, Paper, Thing};
pub use rule::{CLOCKS, Clock, Rule, Term, rule};

use crate::certificate::{Basis, CertificateType};
use crate::choice::choice;
use crate::date::Date;
use crate::id::RecordId;
use crate::life::Source;

choice! {
    /// What a certificate is wanted for.
    Purpose {
        /// Living with it safely and within the law.
        Safety = "safety",
        /// Selling: the transfer to another owner.
        Transfer = "transfer",
        /// Insuring, and claiming.
        Insurance = "insurance",
    }
}

/// What is found, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is not good for it.
    Fails,
    /// It cannot be told: something is missing or contradicts.
    Unknown,
    /// It is good for it.
    Holds,
    /// Nothing asks for one.
    NotRequired,
}

/// Why, as a code that `words` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing speaks against it.
    Stands,
    /// What it covers was altered, and a supplementary certificate covers that.
    Supplemented,
    /// It has no date.
    Undated,
    /// It is dated after the day in question.
    NotYetIssued,
    /// Its date is not known well enough to say that it was issued by then.
    MayNotBeIssued,
    /// It is older than the house.
    BeforeHouse,
    /// There is no test report with it.
    NoTestReport,
    /// Nobody has said whether the test report is with it.
    TestReportUnknown,
    /// It is on paper, and had to be digital.
    NotDigital,
    /// Nobody has said whether it is digital.
    DigitalUnknown,
    /// What it covers is not registered.
    NotRegistered,
    /// Nobody has said whether what it covers is registered.
    RegistrationUnknown,
    /// It stands on a certificate for the whole installation, which is not here.
    NoMain,
    /// What it covers is no longer there.
    Replaced,
    /// What it covers was altered after it.
    Altered,
    /// What it covers may have been altered after it: the dates do not tell.
    MayBeAltered,
    /// Its time has passed.
    Over,
    /// Its time may have passed: the date does not tell.
    MayBeOver,
    /// It was not made out for this change of ownership.
    NewPerTransfer,
    /// It may have been made out for an earlier change of ownership.
    MayBeOtherTransfer,
    /// Nobody has said what it rests on, or for how long.
    BasisUnknown,
    /// Clocks run from the first occupation.
    ClocksRun,
    /// They have run out.
    ClocksOver,
    /// When it was first lived in is not known.
    OccupationUnknown,
    /// There is none, and there should be.
    Missing,
    /// The logbook has nothing of the sort.
    NothingHere,
    /// The logbook has no systems at all, so that nothing can be told.
    NothingLogged,
    /// What sort of water heater it is about is not known.
    GeyserUnknown,
    /// Only another municipality asks for it.
    OtherMunicipality,
    /// In which municipality the home lies is not known.
    MunicipalityUnknown,
    /// No national law asks for it.
    NoNationalRequirement,
    /// Only a contract asks for it.
    ContractOnly,
    /// No law asks for it, most insurers do.
    InsurerAsks,
    /// It was there before the rule and has not been altered since.
    BeforeRule,
    /// No source says who asks for it.
    NoSource,
    /// The rules are South African, and the home is not there.
    OtherCountry,
}

/// What was found of a certificate, or of the want of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it is good for it.
    pub verdict: Verdict,
    /// What it rests on.
    pub basis: Basis,
    /// The last day on which it surely is, or was; none where no day ends it.
    pub until: Option<Date>,
    /// Why.
    pub reason: Reason,
    /// The entry that altered what it covers.
    pub altered_by: Option<RecordId>,
    /// Where the rule comes from.
    pub source: Source,
    /// Sources disagree: to be confirmed by a conveyancer.
    pub confirm: bool,
}

/// What is found, put together check by check: the worst stands, the first of equals.
struct Found {
    verdict: Verdict,
    reason: Reason,
    until: Option<Date>,
    altered_by: Option<RecordId>,
}

impl Found {
    fn note(&mut self, verdict: Verdict, reason: Reason) {
        if verdict < self.verdict {
            (self.verdict, self.reason) = (verdict, reason);
        }
    }

    /// It ends on that day at the latest.
    fn ends(&mut self, day: Option<Date>) {
        self.until = self.until.into_iter().chain(day).min();
    }

    fn finding(self, rule: &Rule, basis: Basis) -> Finding {
        let Self { verdict, reason, until, altered_by } = self;
        Finding { verdict, basis, until, reason, altered_by, source: rule.source, confirm: rule.confirm }
    }
}

/// What `paper` is good for on a day.
pub fn finding(home: &Home, paper: &Paper, on: Date, purpose: Purpose) -> Finding {
    let rule = rule(paper.letter.sort);
    let term = own_term(paper).unwrap_or(rule.terms[purpose as usize]);
    if let Some(finding) = need::decided(home, rule, Some(paper), on, purpose) {
        return finding;
    }
    let mut found = Found { verdict: Verdict::Holds, reason: Reason::Stands, until: None, altered_by: None };
    age::issued(&mut found, home, paper, on);
    age::accompanied(&mut found, home, paper, on, purpose);
    if ends_altered(paper) {
        alteration::altered(&mut found, home, paper, on);
    }
    if paper.letter.sort == CertificateType::Other && !is_told(paper) {
        found.note(Verdict::Unknown, Reason::BasisUnknown);
    }
    age::aged(&mut found, paper, term, on);
    found.finding(rule, term.basis)
}

/// What it means on a day that there is no certificate of that sort.
pub fn missing(home: &Home, sort: CertificateType, on: Date, purpose: Purpose) -> Finding {
    let rule = rule(sort);
    let (verdict, reason) = match need::decided(home, rule, None, on, purpose) {
        Some(finding) => return finding,
        None => need::without(home, rule, purpose),
    };
    let found = Found { verdict, reason, until: None, altered_by: None };
    found.finding(rule, rule.terms[purpose as usize].basis)
}

/// The certificate of that sort that serves best on a day, and what is found of it; what its want means where there is none.
///
/// Where several serve alike, the newest: papers stand in that order.
pub fn standing(home: &Home, sort: CertificateType, on: Date, purpose: Purpose) -> (Option<&Paper>, Finding) {
    let own = home.papers.iter().filter(|paper| paper.letter.sort == sort && !is_supplement(home, paper));
    let mut best: Option<(&Paper, Finding)> = None;
    for paper in own {
        let found = finding(home, paper, on, purpose);
        if best.as_ref().is_none_or(|(_, best)| found.verdict > best.verdict) {
            best = Some((paper, found));
        }
    }
    match best {
        Some((paper, found)) => (Some(paper), found),
        None => (None, missing(home, sort, on, purpose)),
    }
}

/// Whether an alteration of what it covers ends it.
fn ends_altered(paper: &Paper) -> bool {
    rule(paper.letter.sort).ends_altered || own_term(paper).is_some_and(|term| term.basis == Basis::UntilAltered)
}

/// Whether it only adds to another certificate of its sort.
pub fn is_supplement(home: &Home, paper: &Paper) -> bool {
    let Some(of) = paper.letter.supplements else { return false };
    home.papers.iter().any(|main| (main.root == of || main.id == of) && main.letter.sort == paper.letter.sort)
}

/// Whether a newer certificate of its sort covers some of the same: papers stand newest first.
pub fn is_superseded(home: &Home, paper: &Paper) -> bool {
    let own = &paper.letter;
    let shares = |newer: &Paper| {
        let named = &newer.letter.systems;
        named.is_empty() || own.systems.is_empty() || named.iter().any(|system| own.systems.contains(system))
    };
    let newer = home.papers.iter().take_while(|newer| newer.root != paper.root);
    let mut rivals = newer.filter(|newer| newer.letter.sort == own.sort && !is_supplement(home, newer));
    own.sort != CertificateType::Other && !is_supplement(home, paper) && rivals.any(shares)
}

/// The last day before what a certificate covers has to be inspected again, where a rule says so for safety; none otherwise.
pub fn inspect_by(paper: &Paper) -> Option<Date> {
    last_day(paper, Purpose::Safety, Basis::Reinspect)
}

/// The last day on which a certificate carries a change of ownership, where a rule gives it a time for that; none otherwise.
pub fn transfer_until(paper: &Paper) -> Option<Date> {
    last_day(paper, Purpose::Transfer, Basis::TransferWindow)
}

fn last_day(paper: &Paper, purpose: Purpose, basis: Basis) -> Option<Date> {
    let term = own_term(paper).unwrap_or(rule(paper.letter.sort).terms[purpose as usize]);
    let issued = paper.letter.issued?.earliest()?;
    (term.basis == basis && term.months > 0).then(|| issued.plus_months(term.months))
}

/// What a certificate of another sort rests on, as its form says.
fn own_term(paper: &Paper) -> Option<Term> {
    let letter = &paper.letter;
    let months = letter.months.and_then(|months| u32::try_from(months).ok()).unwrap_or(0);
    let basis = letter.basis.filter(|_| letter.sort == CertificateType::Other)?;
    Some(Term { basis, months: if basis == Basis::UntilAltered { 0 } else { months } })
}

/// Whether enough is said of what a certificate of another sort rests on.
fn is_told(paper: &Paper) -> bool {
    let timed = [Basis::TransferWindow, Basis::Reinspect, Basis::Contract];
    paper.letter.basis.is_some_and(|basis| !timed.contains(&basis) || paper.letter.months.is_some())
}
