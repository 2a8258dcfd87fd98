//! Amounts in whole cents: rates of them, and parts that make the whole.

use crate::portal::money::scaled;
use std::cmp::Reverse;

/// Basis points of the whole.
pub const WHOLE: i64 = 10_000;
/// Nobody knows a price farther ahead: years.
const GROWN_MAX: u32 = 1_000;

/// So many basis points of an amount, half a cent away from nothing.
pub fn at_rate(cents: i64, rate: i64) -> i64 {
    scaled(cents, rate, WHOLE)
}

/// An amount that rises by so many basis points each year, after so many years. Each year is rounded to the cent, so that anybody can follow it on
/// paper.
pub fn grown(cents: i64, rate: i64, years: u32) -> i64 {
    if rate == 0 {
        return cents;
    }
    (0..years.min(GROWN_MAX)).fold(cents, |cents, _| scaled(cents, WHOLE.saturating_add(rate), WHOLE))
}

/// The least whole cents of which so many are not less than an amount; the amount itself where they are none.
pub fn level(cents: i64, parts: u32) -> i64 {
    let parts = i64::from(parts.max(1));
    cents.div_euclid(parts) + i64::from(cents.rem_euclid(parts) > 0)
}

/// One of so many equal parts of an amount, counted from nought: the first have a cent more where it does not come out even, and all of them make
/// the amount.
pub fn part(cents: i64, parts: u32, at: u32) -> i64 {
    let count = i64::from(parts.max(1));
    cents.div_euclid(count) + i64::from(i64::from(at) < cents.rem_euclid(count))
}

/// An amount shared by weights, in whole cents that make the amount: each gets its share without the broken cent, and the cents that are left go to
/// those who lost most, the first of equals (largest remainder). None where there is no weight to share by.
pub fn shared(cents: i64, weights: &[u64]) -> Option<Vec<i64>> {
    let all: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if all == 0 {
        return None;
    }
    let amount = i128::from(cents.unsigned_abs());
    let exact = weights.iter().map(|weight| amount * i128::from(*weight));
    let (mut shares, lost): (Vec<i128>, Vec<i128>) = exact.map(|exact| (exact / all, exact % all)).unzip();
    let left = usize::try_from(amount - shares.iter().sum::<i128>()).unwrap_or(0);
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|at| (Reverse(lost[*at]), *at));
    for at in order.into_iter().take(left) {
        shares[at] += 1;
    }
    let signed = |share: i128| i64::try_from(share * i128::from(cents.signum())).unwrap_or(cents);
    Some(shares.into_iter().map(signed).collect())
}
