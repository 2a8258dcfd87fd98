//! Checks of a certificate's own date, of what has to be with it, and of its time.

use super::rule::{GAS_DIGITAL, day};
use super::{Found, Home, Paper, Purpose, Reason, Term, Verdict};
use crate::certificate::{Basis, CertificateType};
use crate::date::Date;

/// It has a date, by then, and not one before the house.
pub(super) fn issued(found: &mut Found, home: &Home, paper: &Paper, on: Date) {
    let Some(issued) = paper.letter.issued else { return found.note(Verdict::Unknown, Reason::Undated) };
    if issued.earliest().is_some_and(|earliest| earliest > on) {
        found.note(Verdict::Fails, Reason::NotYetIssued);
    } else if issued.latest() > on {
        found.note(Verdict::Unknown, Reason::MayNotBeIssued);
    }
    // A home is enrolled before it is built.
    let is_older = home.built.is_some_and(|built| issued.latest().year() < built);
    if is_older && paper.letter.sort != CertificateType::Nhbrc {
        found.note(Verdict::Unknown, Reason::BeforeHouse);
    }
}

/// What has to be with it is there.
pub(super) fn accompanied(found: &mut Found, home: &Home, paper: &Paper, on: Date, purpose: Purpose) {
    let letter = &paper.letter;
    let mut asked = |told: Option<bool>, no: Reason, unknown: Reason| match told {
        Some(true) => {}
        Some(false) => found.note(Verdict::Fails, no),
        None => found.note(Verdict::Unknown, unknown),
    };
    match letter.sort {
        CertificateType::Electrical => {
            asked(letter.test_report, Reason::NoTestReport, Reason::TestReportUnknown);
        }
        CertificateType::Gas => {
            let first = day(GAS_DIGITAL);
            let surely = letter.issued.and_then(|issued| issued.earliest()).is_some_and(|issued| issued >= first);
            let maybe = letter.issued.is_some_and(|issued| issued.latest() >= first);
            match letter.digital {
                // On paper and perhaps from before the rule.
                Some(false) if maybe && !surely => asked(None, Reason::NotDigital, Reason::DigitalUnknown),
                told if maybe => asked(told, Reason::NotDigital, Reason::DigitalUnknown),
                _ => {}
            }
        }
        CertificateType::SolarPv => {
            if purpose != Purpose::Safety {
                asked(letter.registered, Reason::NotRegistered, Reason::RegistrationUnknown);
            }
            let is_main = |other: &&Paper| {
                other.letter.sort == CertificateType::Electrical
                    && other.letter.issued.is_some_and(|issued| issued.latest() <= on)
            };
            if !home.papers.iter().any(|other| is_main(&other)) {
                found.note(Verdict::Unknown, Reason::NoMain);
            }
        }
        _ => {}
    }
}

/// Its time has not passed, and it is for this change of ownership where each needs its own.
pub(super) fn aged(found: &mut Found, paper: &Paper, term: Term, on: Date) {
    if let Some(issued) = paper.letter.issued.filter(|_| term.months > 0) {
        let until = issued.earliest().map(|earliest| earliest.plus_months(term.months));
        found.ends(until);
        if issued.latest().plus_months(term.months) < on {
            found.note(Verdict::Fails, Reason::Over);
        } else if until.is_none_or(|until| until < on) {
            found.note(Verdict::Unknown, Reason::MayBeOver);
        }
    }
    if term.basis == Basis::PerTransfer {
        match paper.letter.transfer {
            Some(transfer) if transfer.earliest().is_some_and(|earliest| on <= earliest) => {
                found.ends(transfer.earliest());
            }
            Some(transfer) if on <= transfer.latest() => found.note(Verdict::Unknown, Reason::MayBeOtherTransfer),
            _ => found.note(Verdict::Fails, Reason::NewPerTransfer),
        }
    }
}
