//! One cell: how a system of a unit stands, as far as the estate is shown, and the one thing that costs it most.

use crate::choice::choice;
use crate::entry::Severity;
use crate::health::weight::{FULL, GOOD_FROM, PARTS, POOR_BELOW, TOLD_FROM, UNKNOWN_SHARE, weight};
use crate::health::{Health, Lost, Part, Reason, State, SystemHealth};

choice! {
    /// How a cell stands, the worst first.
    Mark {
        /// Badly.
        Poor = "poor",
        /// Not as well as it could.
        Fair = "fair",
        /// Well or badly as far as is known, which is too little to say so.
        Unsure = "unsure",
        /// It cannot be told.
        Untold = "untold",
        /// Its owner shows the estate nothing of it.
        NotShared = "not_shared",
        /// Well, and enough is known to say so.
        Good = "good",
        /// There is none.
        Absent = "absent",
    }
}

choice! {
    /// The one reason for a mark; what it costs most, after faults that hold everything down.
    Cause {
        /// Nothing is missing.
        Nothing = "nothing",
        /// An emergency is open.
        Emergency = "emergency",
        /// A serious fault is open.
        Serious = "serious",
        /// A minor fault is open.
        Minor = "minor",
        /// Care is late: [`Cell::amount`] is days.
        Late = "late",
        /// Nothing is planned for it, and nothing was done for a long time.
        NoCare = "no_care",
        /// Something is planned, and nothing was done for a long time.
        NoCareYet = "no_care_yet",
        /// It grows old: [`Cell::amount`] is per cent of its expected life.
        Ageing = "ageing",
        /// Its replacement is to be planned: [`Cell::amount`] as above.
        ReplaceSoon = "replace_soon",
        /// Its expected life is over: [`Cell::amount`] as above.
        PastLife = "past_life",
        /// It may be older than is known.
        MayBeOlder = "may_be_older",
        /// When it was installed is not known, or lies ahead.
        AgeUnknown = "age_unknown",
        /// How long such a thing lasts is not known.
        LifeUnknown = "life_unknown",
        /// Make, photo or papers are missing.
        NoEvidence = "no_evidence",
        /// A certificate that is asked for is missing or does not do; the matrix says why.
        Certificate = "certificate",
        /// Its faults are not shown to the estate.
        FaultsHidden = "faults_hidden",
        /// Its care is not shown.
        CareHidden = "care_hidden",
        /// Its age is not shown.
        AgeHidden = "age_hidden",
        /// Its evidence is not shown.
        EvidenceHidden = "evidence_hidden",
        /// Nothing of it is shown.
        NotShared = "not_shared",
    }
}

/// A cell: eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How it stands.
    pub mark: Mark,
    /// Why.
    pub cause: Cause,
    /// The figure of the reason, where it has one: days or per cent, as [`Cause`] says. What is more than fits stays there.
    pub amount: u16,
    /// From 0 to 100; 0 where it cannot be told.
    pub score: u8,
    /// From 0 to 100.
    pub confidence: u8,
    /// How many systems stand in it: the worst of them shows.
    pub systems: u8,
}

impl Cell {
    /// There is no such system.
    pub const ABSENT: Self =
        Self { mark: Mark::Absent, cause: Cause::Nothing, amount: 0, score: 0, confidence: 0, systems: 0 };

    /// The owner shows nothing of it.
    pub const NOT_SHARED: Self =
        Self { mark: Mark::NotShared, cause: Cause::NotShared, amount: 0, score: 0, confidence: 0, systems: 0 };

    /// The cell of a system, by what its home's rules find in what the estate is shown; `hidden` names the parts of which its owner shows nothing.
    ///
    /// What is hidden takes half of what it could, and all that knowing it adds to the confidence, as what nobody knows does. Nothing is good by what is hidden,
    /// and nothing bad: it is said to be good only where it would be whatever that is, so that nobody looks better by hiding something.
    pub fn of(system: &SystemHealth, hidden: &[Part]) -> Self {
        let is_shown = |lost: &&Lost| !hidden.contains(&lost.part);
        let shown: Vec<&Lost> = system.lost.iter().filter(is_shown).collect();
        let veiled = veil(hidden);
        let points: u32 =
            shown.iter().map(|lost| lost.points).sum::<u32>() + veiled.iter().map(|one| one.1).sum::<u32>();
        let confidence: u32 =
            shown.iter().map(|lost| lost.confidence).sum::<u32>() + veiled.iter().map(|one| one.2).sum::<u32>();
        let (score, confidence) = (FULL.saturating_sub(points), FULL.saturating_sub(confidence));
        let is_broken = shown.iter().any(|lost| lost.reason.severity() > Some(Severity::Minor));
        let is_told = confidence >= TOLD_FROM || is_broken;
        // What hides half of its points may hide the other half too, or nothing; faults may take all there is.
        let half: u32 = veiled.iter().map(|one| one.1).sum();
        let least = if hidden.contains(&Part::Faults) { 0 } else { score.saturating_sub(half) };
        let mark = match (Health { score: is_told.then_some(score), confidence, is_broken }).state() {
            State::Good if least < GOOD_FROM && !hidden.is_empty() => Mark::Unsure,
            State::Poor if score + half >= POOR_BELOW && !is_broken && !hidden.is_empty() => Mark::Unsure,
            State::Good => Mark::Good,
            State::Unsure => Mark::Unsure,
            State::Fair => Mark::Fair,
            State::Poor => Mark::Poor,
            State::Untold => Mark::Untold,
        };
        // What is lost stands serious faults first, then by what it costs; what is hidden comes among it.
        let first =
            shown.first().map(|lost| (lost.reason.severity() > Some(Severity::Minor), lost.points, lost.reason));
        let (cause, amount) = match (first, veiled.iter().rev().max_by_key(|one| one.1)) {
            (Some((false, cost, _)), Some((part, points, _))) if *points > cost => (part_hidden(*part), 0),
            (Some((_, _, reason)), _) => cause(reason),
            (None, Some((part, ..))) => (part_hidden(*part), 0),
            (None, None) => (Cause::Nothing, 0),
        };
        Self {
            mark,
            cause,
            amount,
            score: if is_told { small(score) } else { 0 },
            confidence: small(confidence),
            systems: 1,
        }
    }

    /// Two cells of one column and unit as one: the worse shows, and both are counted.
    pub fn joined(self, other: Self) -> Self {
        let systems = self.systems.saturating_add(other.systems);
        let worse = if other.rank() < self.rank() { other } else { self };
        Self { systems, ..worse }
    }

    /// The worst first: by mark, then by score, then by confidence.
    pub fn rank(self) -> u32 {
        (self.mark as u32) << 16 | u32::from(self.score) << 8 | u32::from(self.confidence)
    }
}

/// What parts of which nothing is shown cost: points and confidence of each.
fn veil(hidden: &[Part]) -> Vec<(Part, u32, u32)> {
    let cost = |part: Part| (part, weight(part).points / UNKNOWN_SHARE, weight(part).confidence);
    PARTS.iter().map(|weight| weight.part).filter(|part| hidden.contains(part)).map(cost).collect()
}

fn part_hidden(part: Part) -> Cause {
    match part {
        Part::Faults => Cause::FaultsHidden,
        Part::Care => Cause::CareHidden,
        Part::Age => Cause::AgeHidden,
        Part::Evidence => Cause::EvidenceHidden,
    }
}

/// A reason of a home's rules as a cell says it, and its figure.
fn cause(reason: Reason) -> (Cause, u16) {
    match reason {
        Reason::Fault { severity: Severity::Emergency, .. } => (Cause::Emergency, 0),
        Reason::Fault { severity: Severity::Serious, .. } => (Cause::Serious, 0),
        Reason::Fault { severity: Severity::Minor, .. } => (Cause::Minor, 0),
        Reason::Late { days, .. } => (Cause::Late, u16::try_from(days.max(0)).unwrap_or(u16::MAX)),
        Reason::NoCare => (Cause::NoCare, 0),
        Reason::NoCareYet => (Cause::NoCareYet, 0),
        Reason::Old { percent, is_due } => {
            let cause = match is_due {
                _ if percent >= FULL => Cause::PastLife,
                true => Cause::ReplaceSoon,
                false => Cause::Ageing,
            };
            (cause, u16::try_from(percent).unwrap_or(u16::MAX))
        }
        Reason::MayBeOlder => (Cause::MayBeOlder, 0),
        Reason::InstalledUnknown | Reason::InstalledAhead => (Cause::AgeUnknown, 0),
        Reason::LifeUnknown => (Cause::LifeUnknown, 0),
        Reason::NoMake | Reason::NoPhoto | Reason::NoPaper => (Cause::NoEvidence, 0),
        Reason::Certificate { .. } => (Cause::Certificate, 0),
    }
}

fn small(percent: u32) -> u8 {
    u8::try_from(percent.min(FULL)).unwrap_or(u8::MAX)
}
