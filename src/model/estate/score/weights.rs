//! What the parts of the score weigh: data that a scheme may change, as long as they sum to a hundred.

use super::{Part, Share};
use crate::health::weight::FULL;

/// The defaults, and who says so. None as a source is this program's own default: what people live in and under comes first.
pub const DEFAULTS: [(Part, u32, Option<&str>); Part::COUNT] = [
    (Part::Common, 35, None),
    (
        Part::Compliance,
        20,
        Some(
            "Electrical Installation Regulations 2009, Pressure Equipment Regulations 2009, Electrical Machinery Regulations 2011: the duties",
        ),
    ),
    (
        Part::Care,
        15,
        Some(
            "smartaboutmoney.co.za, 14 July 2025: want of maintenance was the first reason for refused claims in 2024",
        ),
    ),
    (
        Part::Reserve,
        10,
        Some(
            "Sectional Titles Schemes Management Act 8 of 2011, section 3(1)(b): a reserve that is reasonably sufficient",
        ),
    ),
    (Part::Faults, 10, None),
    (Part::Confidence, 10, None),
];

/// The most that the confidence may weigh. What becomes known to be bad loses half of what it counted for; of the care or the age of a common system 15 of
/// its points, where knowing it adds 35 to its confidence. A fifth of all gives back a quarter of what becomes known: always less than is lost.
pub const CONFIDENCE_MAX: u32 = 20;

/// What the parts weigh; they sum to [`FULL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights([u32; Part::COUNT]);

/// What is wrong with a set of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightFault {
    /// A part is named twice.
    Twice(Part),
    /// A part is not named.
    Missing(Part),
    /// They sum to so much, and have to sum to a hundred.
    Sum(u64),
    /// The confidence weighs more than [`CONFIDENCE_MAX`]: a scheme could become better by finding what is wrong with it.
    TooSure(u32),
    /// The health of common systems weighs less than another part: the physical condition comes first.
    NotPhysicalFirst(Part),
}

impl Default for Weights {
    fn default() -> Self {
        Self(DEFAULTS.map(|(_, weight, _)| weight))
    }
}

impl Weights {
    /// The weights that are named, in any order.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn of(named: &[(Part, u32)]) -> Result<Self, Vec<WeightFault>> {
        let mut faults = Vec::new();
        let mut weights = [0; Part::COUNT];
        for part in Part::ALL {
            let mut own = named.iter().filter(|(name, _)| name == part).map(|(_, weight)| *weight);
            match own.next() {
                Some(weight) => weights[*part as usize] = weight,
                None => faults.push(WeightFault::Missing(*part)),
            }
            if own.next().is_some() {
                faults.push(WeightFault::Twice(*part));
            }
        }
        let sum = weights.iter().map(|weight| u64::from(*weight)).sum();
        if sum != u64::from(FULL) {
            faults.push(WeightFault::Sum(sum));
        }
        let of = |part: Part| weights[part as usize];
        if of(Part::Confidence) > CONFIDENCE_MAX {
            faults.push(WeightFault::TooSure(of(Part::Confidence)));
        }
        if let Some(part) = Part::ALL.iter().find(|part| of(**part) > of(Part::Common)) {
            faults.push(WeightFault::NotPhysicalFirst(*part));
        }
        if faults.is_empty() { Ok(Self(weights)) } else { Err(faults) }
    }

    /// What each part weighs, by [`Part::ALL`].
    pub fn all(&self) -> &[u32; Part::COUNT] {
        &self.0
    }

    /// How much of the parts is known, weighed; of a trillion.
    pub(super) fn known(&self, shares: &[Share]) -> u128 {
        let weighed = || shares.iter().zip(self.0).map(|(share, weight)| (share, u128::from(weight)));
        let total: u128 = weighed().map(|(_, weight)| weight).sum();
        weighed().map(|(share, weight)| share.known(super::FINE) * weight).sum::<u128>().checked_div(total).unwrap_or(0)
    }
}
