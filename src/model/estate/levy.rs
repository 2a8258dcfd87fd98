//! Who pays what: an amount of the scheme shared among its units by their participation quotas, in whole cents that add up.

use super::cents;
use crate::id::RecordId;
use crate::life::Source;

/// All quotas together: a quota is a percentage to four decimal places, and this is 100.0000 %.
pub const QUOTA_WHOLE: i64 = 1_000_000;

/// Where that comes from.
pub const SOURCE: Source = Source::Published("Sectional Titles Act 95 of 1986, s32(1): acts.co.za");

/// Months of a year, in which levies are paid.
const MONTHS: u32 = 12;

/// A unit and its quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit.
    pub id: RecordId,
    /// Its participation quota, in ten-thousandths of a per cent: 2.0833 % is 20833.
    pub quota: u32,
}

/// What the quotas come to beside 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotas {
    /// Exactly that.
    Whole,
    /// As near as quotas can be of which each was rounded; more than the whole by so many ten-thousandths of a per cent, less where negative.
    Rounded(i64),
    /// Something else: a unit is missing, or a quota is wrong. By so many ten-thousandths of a per cent, less where negative.
    Off(i64),
}

/// What a unit pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The unit.
    pub unit: RecordId,
    /// Its part, cents.
    pub cents: i64,
}

/// What each unit pays. The shares make the amount whatever the quotas come to: each pays its part of all quotas there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levies {
    /// In the order of the units.
    pub shares: Vec<Share>,
    /// What the quotas come to, to be shown wherever it is not the whole.
    pub quotas: Quotas,
    /// Units without a quota, which pay nothing.
    pub without: Vec<RecordId>,
}

/// Why nothing can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There are no units.
    NoUnits,
    /// No unit has a quota.
    NoQuotas,
    /// A unit stands twice.
    Twice(RecordId),
}

/// What each unit pays of an amount; of one below nothing, what each is given back.
pub fn levies(cents: i64, units: &[Unit]) -> Result<Levies, Refusal> {
    if units.is_empty() {
        return Err(Refusal::NoUnits);
    }
    let mut ids: Vec<RecordId> = units.iter().map(|unit| unit.id).collect();
    ids.sort_unstable();
    if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Refusal::Twice(pair[0]));
    }
    let weights: Vec<u64> = units.iter().map(|unit| unit.quota.into()).collect();
    let parts = cents::shared(cents, &weights).ok_or(Refusal::NoQuotas)?;
    let shares = units.iter().zip(parts).map(|(unit, cents)| Share { unit: unit.id, cents }).collect();
    let without = units.iter().filter(|unit| unit.quota == 0).map(|unit| unit.id).collect();
    Ok(Levies { shares, quotas: quotas(units), without })
}

/// What quotas come to. A quota that was rounded is off by half of its last place at most.
pub fn quotas(units: &[Unit]) -> Quotas {
    let sum: i64 = units.iter().map(|unit| i64::from(unit.quota)).sum();
    let rounding = i64::try_from(units.len()).unwrap_or(i64::MAX) / 2;
    match sum - QUOTA_WHOLE {
        0 => Quotas::Whole,
        off if off.abs() <= rounding => Quotas::Rounded(off),
        off => Quotas::Off(off),
    }
}

/// What of a year's levy falls due in each month: whole cents that make the year's, the first months a cent more where it does not come out even.
pub fn monthly(cents: i64) -> Vec<i64> {
    (0..MONTHS).map(|month| cents::part(cents, MONTHS, month)).collect()
}
