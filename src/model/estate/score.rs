//! How a scheme stands, from 0 to 100, the physical condition of what is common first.
//!
//! Each part earns a share of its weight. What is not known earns half of what it could, as in the health of a home ([`crate::health`]), never all: it does
//! not count as good, and it lowers the confidence, which is a part of its own. So nothing bad that becomes known makes a scheme better
//! ([`weights::CONFIDENCE_MAX`]), and nothing good that becomes known makes it worse. An emergency that is open in the common property is a ceiling.

mod share;
pub mod weights;

pub use share::{Contribution, FAULTY_SHARE, Share};
pub use weights::{WeightFault, Weights};

use crate::choice::choice;
use crate::entry::Severity;
use crate::health::weight::{FULL, TOLD_FROM, ceiling};
use crate::health::{Health, State};

choice! {
    /// What a scheme's score is made of, in the order in which it is shown.
    Part {
        /// Health of the common systems.
        Common = "common",
        /// Certificates.
        Compliance = "compliance",
        /// Care on time.
        Care = "care",
        /// What the reserve holds of what it needs.
        Reserve = "reserve",
        /// Open faults.
        Faults = "faults",
        /// How much of all that is known.
        Confidence = "confidence",
    }
}

impl Part {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();
}

/// What the reserve holds against what it needs, cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reserve {
    /// What it holds; below nothing where it is overdrawn.
    pub held_cents: i64,
    /// What it should hold by the plan.
    pub needed_cents: i64,
}

/// What one part earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earned {
    /// Which.
    pub part: Part,
    /// What it can earn: points.
    pub weight: u32,
    /// What it does: hundredths of points, rounded down.
    pub hundredths: u32,
    /// How much of it is known, basis points, rounded down.
    pub known_bp: u32,
    /// What stands behind it: how many are well, badly, and not known. Of the reserve and the confidence, which count no things, all 0.
    pub evidence: Evidence,
}

/// How many things stand how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Well.
    pub good: u64,
    /// Badly.
    pub bad: u64,
    /// Not known.
    pub unknown: u64,
}

/// How a scheme stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The score, its confidence and its band ([`Health::state`]).
    pub health: Health,
    /// The parts, by [`Part::ALL`].
    pub parts: [Earned; Part::COUNT],
    /// So many emergencies are open in the common property: they hold the score down.
    pub emergencies: u32,
}

impl Score {
    /// The band that it is in.
    pub fn band(&self) -> State {
        self.health.state()
    }

    /// The part.
    pub fn part(&self, part: Part) -> &Earned {
        &self.parts[part as usize]
    }
}

/// How fine shares are worked out before they are rounded.
const FINE: u128 = 1_000_000_000_000;

/// How a scheme stands by the sum of what its places contribute.
///
/// A part of which there is nothing is not known: no common system, no certificate that anything asks for, no plan to hold a reserve against.
pub fn score(total: &Contribution, reserve: Option<Reserve>, weights: &Weights) -> Score {
    let reserve = Share::reserve(reserve);
    let shares = [total.common, total.compliance, total.care, reserve, total.faults];
    let known = weights.known(&shares);
    let earned: [u128; Part::COUNT] = std::array::from_fn(|at| {
        shares.get(at).map_or(known, |share| share.earned(FINE)) * u128::from(weights.all()[at])
    });
    let parts = std::array::from_fn(|at| Earned {
        part: Part::ALL[at],
        weight: weights.all()[at],
        hundredths: down(earned[at] * 100 / FINE),
        known_bp: down(shares.get(at).map_or(known, |share| share.known(FINE)) * 10_000 / FINE),
        evidence: shares.get(at).map_or_else(Evidence::default, |share| share.evidence),
    });
    let confidence = down(known * u128::from(FULL) / FINE);
    let is_broken = total.emergencies > 0;
    let most = if is_broken { ceiling(Severity::Emergency) } else { FULL };
    let points = down(earned.iter().sum::<u128>() / FINE).min(most);
    let score = (confidence >= TOLD_FROM || is_broken).then_some(points);
    Score { health: Health { score, confidence, is_broken }, parts, emergencies: total.emergencies }
}

fn down(figure: u128) -> u32 {
    u32::try_from(figure).unwrap_or(u32::MAX)
}
