//! Whether a system has the certificates that are asked for, for safety.

use super::{Known, Reason};
use crate::basis::{self, Finding, Paper, Purpose, Verdict};
use crate::certificate::CertificateType;
use crate::id::RecordId;
use crate::system::{System, SystemType};

/// What is found of a sort of certificate that is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// How it stands.
    pub(super) verdict: Verdict,
    /// There is one that covers the system, whatever it is worth.
    pub(super) is_there: bool,
    /// Why it stands so.
    pub(super) reason: Reason,
}

/// Certificates of the home with what each is good for on the day.
pub(super) struct Papers<'a> {
    known: &'a Known<'a>,
    found: Vec<(&'a Paper, Finding)>,
}

impl<'a> Papers<'a> {
    pub(super) fn of(known: &'a Known<'a>) -> Self {
        let covers = |paper: &&Paper| !basis::rule(paper.letter.sort).covers.is_empty();
        let papers = known.basis.papers.iter().filter(covers);
        let main = papers.filter(|paper| !basis::is_supplement(known.basis, paper));
        let found = |paper| (paper, basis::finding(known.basis, paper, known.today, Purpose::Safety));
        Self { known, found: main.map(found).collect() }
    }

    /// The certificate that is asked for of a system; of several that would do, the one that stands best. None where none is asked for.
    pub(super) fn asked(&self, id: RecordId, system: &System) -> Option<Asked> {
        let sorts = CertificateType::ALL.iter().filter(|sort| concerns(**sort, system.sort));
        let asked: Vec<Asked> = sorts.filter_map(|sort| self.of_sort(*sort, id)).collect();
        let is_there = asked.iter().any(|asked| asked.is_there);
        let best = asked.into_iter().max_by_key(|asked| (asked.verdict, asked.is_there))?;
        Some(Asked { is_there, ..best })
    }

    fn of_sort(&self, sort: CertificateType, system: RecordId) -> Option<Asked> {
        let home = self.known.basis;
        let own = self.found.iter().filter(|(paper, _)| paper.letter.sort == sort && home.covers(paper, system));
        // Of those that serve alike the newest: papers stand in that order.
        let best = own.rev().max_by_key(|(_, finding)| finding.verdict);
        let (paper, finding) = match best {
            Some((paper, finding)) => (Some(paper.root), finding.clone()),
            None => (None, basis::missing(home, sort, self.known.today, Purpose::Safety)),
        };
        let is_asked = finding.verdict != Verdict::NotRequired && finding.reason != basis::Reason::OtherCountry;
        let reason = Reason::Certificate { sort, paper, reason: finding.reason, basis: finding.basis };
        is_asked.then_some(Asked { verdict: finding.verdict, is_there: paper.is_some(), reason })
    }
}

/// Whether a sort of certificate is about such a thing. For an ordinary electric geyser no law asks for one.
fn concerns(sort: CertificateType, system: SystemType) -> bool {
    basis::rule(sort).covers.contains(&system) && (sort, system) != (CertificateType::Geyser, SystemType::Geyser)
}
