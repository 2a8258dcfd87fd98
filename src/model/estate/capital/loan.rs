//! A loan of the scheme, paid back in equal months.

use crate::estate::cents::WHOLE;
use crate::money::CENTS_MAX;
use crate::portal::money::scaled;

/// Months in a year.
const MONTHS: u32 = 12;
/// No loan runs longer than the longest plan: months.
const MONTHS_MAX: u32 = 360;

/// A loan. It is drawn on the first day of a financial year and paid back at the end of each month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loan {
    year: i32,
    cents: i64,
    rate: i64,
    months: u32,
}

/// A month's payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// What is paid, cents.
    pub cents: i64,
    /// What of it is interest, cents.
    pub interest: i64,
    /// What is owed after it, cents.
    pub owed: i64,
}

impl Loan {
    /// So many cents in a year, at so many basis points a year, in so many months; none where there is nothing to lend or more than
    /// all money, where the rate is below nothing or above the whole, and where there are no months or more than thirty years of them.
    pub fn of(year: i32, cents: i64, rate: i64, months: u32) -> Option<Self> {
        let is_sound =
            (1..=CENTS_MAX).contains(&cents) && (0..=WHOLE).contains(&rate) && (1..=MONTHS_MAX).contains(&months);
        is_sound.then_some(Self { year, cents, rate, months })
    }

    /// The financial year in which it is drawn.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// What is lent, cents.
    pub fn cents(&self) -> i64 {
        self.cents
    }

    /// What is paid each month: the least whole cents that pay it back in its months, which is the annuity amount × i ÷ (1 − (1 + i)^−months) with i
    /// the month's rate, each month's interest rounded to the cent.
    pub fn payment(&self) -> i64 {
        let (mut least, mut most) = (0, self.cents.saturating_add(self.interest(self.cents)));
        while least < most {
            let middle = least + (most - least) / 2;
            let owed = (0..self.months).fold(self.cents, |owed, _| (owed + self.interest(owed) - middle).max(0));
            (least, most) = if owed == 0 { (least, middle) } else { (middle + 1, most) };
        }
        least
    }

    /// Every payment. The last takes the rest, which is no more than the others.
    pub fn payments(&self) -> Vec<Payment> {
        let payment = self.payment();
        let mut owed = self.cents;
        let month = |_| {
            let interest = self.interest(owed);
            let cents = payment.min(owed + interest);
            owed = owed + interest - cents;
            Payment { cents, interest, owed }
        };
        (0..self.months).map(month).collect()
    }

    /// What is paid in each financial year from the one in which it is drawn.
    pub fn yearly(&self) -> Vec<i64> {
        let months = usize::try_from(MONTHS).unwrap_or(1);
        self.payments().chunks(months).map(|year| year.iter().map(|payment| payment.cents).sum()).collect()
    }

    /// A month's interest on what is owed.
    fn interest(&self, owed: i64) -> i64 {
        scaled(owed, self.rate, WHOLE * i64::from(MONTHS))
    }
}
