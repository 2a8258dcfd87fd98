//! What lines come to: value-added tax, discounts, sums. Whole cents throughout.
//!
//! Each line is rounded, half a cent away from nothing, and an invoice's tax is the sum of its lines' taxes: so a line that is ticked, billed or credited
//! alone has the same cents as among the others, and what stands on the paper adds up.

use super::{Decision, Invoice, Line, Quote, Vat};
use crate::date::Date;

/// A standard rate of value-added tax.
struct Rate {
    country: &'static str,
    /// The first day on which it holds.
    from: (i32, u32, u32),
    /// Thousandths of the price without tax.
    per_mille: i64,
    source: &'static str,
}

/// Rates by country, the latest first. What is older than the first is not billed by Codessa.
const RATES: &[Rate] = &[Rate {
    country: "ZA",
    from: (2018, 4, 1),
    per_mille: 150,
    // The increase to 15,5 % that was to hold from 1 May 2025 was reversed before: Government Notice 6157 of 24 April 2025.
    source: "Value-Added Tax Act 89 of 1991, section 7; SARS, VAT Connect 8 of March 2018",
}];

/// The standard rate on a day, in thousandths, and where that comes from; none where none is known.
pub fn rate(country: &str, on: Date) -> Option<(i64, &'static str)> {
    let holds = |rate: &&Rate| {
        let (year, month, day) = rate.from;
        rate.country == country && Date::of(year, month, day).is_some_and(|from| from <= on)
    };
    RATES.iter().find(holds).map(|rate| (rate.per_mille, rate.source))
}

/// An amount with its tax, cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Amount {
    /// Without tax.
    pub net: i64,
    /// The tax.
    pub vat: i64,
    /// With tax.
    pub total: i64,
}

impl Amount {
    /// Both together. What is beyond all money stays there.
    pub fn plus(self, other: Self) -> Self {
        Self {
            net: self.net.saturating_add(other.net),
            vat: self.vat.saturating_add(other.vat),
            total: self.total.saturating_add(other.total),
        }
    }
}

/// `value * times / by`, half away from nothing.
pub(crate) fn scaled(value: i64, times: i64, by: i64) -> i64 {
    let product = i128::from(value) * i128::from(times);
    let by = i128::from(by);
    let half = if product < 0 { -by / 2 } else { by / 2 };
    i64::try_from((product + half) / by).unwrap_or(if product < 0 { i64::MIN / 2 } else { i64::MAX / 2 })
}

/// Cents as they are told on a line, taxed: `inclusive` says whether they have the tax in them.
fn taxed(cents: i64, vat: Vat, inclusive: bool, per_mille: i64) -> Amount {
    if vat != Vat::Standard {
        return Amount { net: cents, vat: 0, total: cents };
    }
    if inclusive {
        let vat = scaled(cents, per_mille, 1000 + per_mille);
        return Amount { net: cents - vat, vat, total: cents };
    }
    let vat = scaled(cents, per_mille, 1000);
    Amount { net: cents, vat, total: cents.saturating_add(vat) }
}

/// What a line comes to, on paper of a day of South Africa's: where no rate is known, without tax.
pub fn line(line: &Line, inclusive: bool, on: Option<Date>) -> Amount {
    let told = scaled(line.price, line.quantity, 1000).saturating_sub(line.discount);
    taxed(told, line.vat, inclusive, per_mille(on))
}

/// The most that a line may come to without anybody being asked: the upper end of an estimate, with tax.
pub fn most(one: &Line, inclusive: bool, on: Option<Date>) -> i64 {
    let upper = one.to.map(|to| taxed(to, one.vat, inclusive, per_mille(on)).total);
    line(one, inclusive, on).total.max(upper.unwrap_or(i64::MIN))
}

fn per_mille(on: Option<Date>) -> i64 {
    on.and_then(|on| rate("ZA", on)).map_or(0, |(per_mille, _)| per_mille)
}

/// What lines come to.
pub fn sum<'a>(lines: impl IntoIterator<Item = &'a Line>, inclusive: bool, on: Option<Date>) -> Amount {
    lines.into_iter().map(|one| line(one, inclusive, on)).fold(Amount::default(), Amount::plus)
}

/// What an invoice comes to, before a deposit is taken off.
pub fn sum_of(invoice: &Invoice) -> Amount {
    sum(&invoice.lines, invoice.inclusive, invoice.on)
}

/// So many cents, none of them below nothing, shared in proportion to `weights`, together the same to the cent: what is left of whole cents goes to the largest
/// rests. Weights below nothing count as none; where all are none, the first takes it all.
pub fn apportioned<const COUNT: usize>(cents: i64, weights: [i64; COUNT]) -> [i64; COUNT] {
    let weights = weights.map(|weight| i128::from(weight.max(0)));
    let all: i128 = weights.iter().sum();
    let mut parts = [0_i64; COUNT];
    if all == 0 {
        parts.iter_mut().take(1).for_each(|part| *part = cents);
        return parts;
    }
    let exact = weights.map(|weight| i128::from(cents) * weight);
    let mut order: Vec<usize> = (0..COUNT).collect();
    order.sort_by_key(|at| std::cmp::Reverse(exact[*at] % all));
    for at in 0..COUNT {
        // A share of `cents` is no more than that.
        parts[at] = i64::try_from(exact[at] / all).unwrap_or(cents);
    }
    let left = usize::try_from(cents - parts.iter().sum::<i64>()).unwrap_or(0);
    order.into_iter().take(left).for_each(|at| parts[at] += 1);
    parts
}

/// The lines of a quote that an option and ticks choose.
pub fn chosen<'a>(quote: &'a Quote, option: &'a str, ticked: &'a [String]) -> impl Iterator<Item = &'a Line> {
    quote.lines.iter().filter(move |line| {
        (line.option.is_empty() || line.option == option) && (!line.optional || ticked.contains(&line.id))
    })
}

/// What a quote comes to as it was approved.
pub fn approved(quote: &Quote, decision: &Decision) -> Amount {
    sum(chosen(quote, &decision.option, &decision.ticked), quote.inclusive, quote.on)
}
