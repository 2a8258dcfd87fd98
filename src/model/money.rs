//! Money: whole cents and a currency, never a float.

use crate::fault::{Fault, FaultCode};
use serde::Serialize;

/// The most that one amount may be: a thousand million rand, in cents.
pub const CENTS_MAX: i64 = 100_000_000_000;

/// An amount in the currency's hundredths.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Money {
    /// Hundredths of the currency.
    pub cents: i64,
    /// ISO 4217 code of three capitals.
    pub currency: String,
}

crate::fielded!(Money requires { "cents" => cents, "currency" => currency } {  });

impl Money {
    /// South African rand.
    pub fn rand(cents: i64) -> Self {
        Self { cents, currency: "ZAR".to_owned() }
    }

    /// What is wrong with the amount, if anything.
    pub fn fault(&self) -> Option<Fault> {
        let capitals = self.currency.len() == 3 && self.currency.bytes().all(|b| b.is_ascii_uppercase());
        if self.cents < 0 {
            Some(Fault::limited("", FaultCode::TooSmall, 0))
        } else if self.cents > CENTS_MAX {
            Some(Fault::limited("", FaultCode::TooLarge, CENTS_MAX))
        } else if !capitals {
            Some(Fault::new("", FaultCode::NotAllowed))
        } else {
            None
        }
    }

    /// Reads what a person typed (`1 234,50`, `R1,234.50`, `1234`): the last comma or dot with one or two digits after it separates the
    /// cents, all other blanks, commas and dots group digits. None if it is no such amount.
    pub fn read(typed: &str, currency: &str) -> Option<Self> {
        let text: String = typed.trim().trim_start_matches(['R', 'r']).chars().filter(|c| !c.is_whitespace()).collect();
        let negative = text.starts_with('-');
        let text = text.trim_start_matches('-');
        let (whole, cents) = match text.rfind([',', '.']) {
            Some(at) if text.len() - at <= 3 => (&text[..at], &text[at + 1..]),
            _ => (text, ""),
        };
        let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && cents.is_empty()) || whole.len() > 12 || !digits(&whole) || !digits(cents) {
            return None;
        }
        let cents = format!("{cents:0<2}").parse::<i64>().ok()?;
        let total = whole.parse::<i64>().unwrap_or(0) * 100 + cents;
        Some(Self { cents: if negative { -total } else { total }, currency: currency.to_owned() })
    }
}

/// What an amount adds to a sum, in rand cents. Amounts in other currencies are shown where they stand and left out of sums: a sum of
/// two currencies is no sum.
pub fn rand_cents(amount: Option<&Money>) -> i64 {
    amount.filter(|amount| amount.currency == "ZAR").map_or(0, |amount| amount.cents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        let rows = [
            ("1 234,50", Some(123_450)),
            ("R1,234.50", Some(123_450)),
            ("R 1\u{a0}234,5", Some(123_450)),
            ("1.234.567,89", Some(123_456_789)),
            ("1,234", Some(123_400)),
            ("1234", Some(123_400)),
            (",50", Some(50)),
            ("-5", Some(-500)),
            ("", None),
            ("R", None),
            ("12a", None),
            ("٣", None),
            ("9999999999999", None),
        ];
        for (typed, cents) in rows {
            assert_eq!(Money::read(typed, "ZAR").map(|money| money.cents), cents, "{typed:?}");
        }
    }

    #[test]
    fn negative_enormous_and_unnamed_amounts_are_faults() {
        let code = |money: Money| money.fault().map(|fault| fault.code);
        assert_eq!(code(Money::rand(0)), None);
        assert_eq!(code(Money::rand(-1)), Some(FaultCode::TooSmall));
        assert_eq!(code(Money::rand(i64::MAX)), Some(FaultCode::TooLarge));
        assert_eq!(code(Money { cents: 1, currency: "rand".into() }), Some(FaultCode::NotAllowed));
    }
}
