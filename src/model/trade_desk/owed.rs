//! What is owed to a provider, by client and by age.

use super::Job;
use crate::choice::choice;
use crate::date::Date;
use crate::id::{RecordId, SpaceId};
use crate::portal::machine::State;

choice! {
    /// How long an amount has been owed: days after the last day on which it was to be paid; without one, after the date of the invoice.
    Age {
        /// Not due yet, or for up to thirty days.
        Days30 = "days_30",
        /// From the thirty-first to the sixtieth day.
        Days60 = "days_60",
        /// From the sixty-first to the ninetieth.
        Days90 = "days_90",
        /// Longer.
        Older = "older",
    }
}

impl Age {
    /// The age of what has been owed for so many days; below nothing for what is not due yet.
    pub fn of(days: i64) -> Self {
        match days {
            ..=30 => Self::Days30,
            31..=60 => Self::Days60,
            61..=90 => Self::Days90,
            _ => Self::Older,
        }
    }
}

/// An invoice of which something is owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debt {
    /// The job.
    pub space: SpaceId,
    /// The invoice.
    pub invoice: RecordId,
    /// Its number.
    pub number: String,
    /// Cents that are still to be paid.
    pub cents: i64,
    /// The last day on which it was to be paid, else its date.
    pub due: Option<Date>,
    /// Days since then; below nothing for what is not due yet.
    pub days: i64,
    /// Its age.
    pub age: Age,
}

/// Somebody who owes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debtor {
    /// Their name; nothing if nobody is named.
    pub name: String,
    /// What they owe, by age: cents.
    pub ages: [i64; 4],
    /// The invoices, the oldest first.
    pub debts: Vec<Debt>,
}

impl Debtor {
    /// What they owe in all: cents.
    pub fn cents(&self) -> i64 {
        self.ages.iter().sum()
    }
}

/// What is owed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Owed {
    /// In all, by age: cents.
    pub ages: [i64; 4],
    /// By client, who owes most first.
    pub debtors: Vec<Debtor>,
}

impl Owed {
    /// In all: cents.
    pub fn cents(&self) -> i64 {
        self.ages.iter().sum()
    }
}

/// What is owed on a day. Ended jobs count: what was billed is owed all the same. An invoice without a number is not one yet.
pub fn owed(jobs: &[Job], today: Date) -> Owed {
    let mut owed = Owed::default();
    for job in jobs {
        let billed = job.deal.invoices.iter().filter(|invoice| invoice.letter.credits.is_none());
        for invoice in billed.filter(|invoice| job.deal.invoice_state(invoice) == State::InvoiceOwed) {
            let due = invoice.letter.due.or(invoice.letter.on);
            let days = due.map_or(0, |due| today.days_since(due));
            let debt = Debt {
                space: job.space,
                invoice: invoice.id,
                number: job.deal.number(invoice).unwrap_or_default().to_owned(),
                cents: job.deal.owed(invoice),
                due,
                days,
                age: Age::of(days),
            };
            take(&mut owed, job, debt);
        }
    }
    for debtor in &mut owed.debtors {
        debtor.debts.sort_by_key(|debt| (std::cmp::Reverse(debt.days), debt.invoice));
    }
    owed.debtors.sort_by(|one, other| (other.cents(), &one.name).cmp(&(one.cents(), &other.name)));
    owed
}

fn take(owed: &mut Owed, job: &Job, debt: Debt) {
    let (at, name) = (debt.age as usize, job.client());
    owed.ages[at] += debt.cents;
    // Who is not named is nobody's namesake.
    let known = owed.debtors.iter_mut().find(|debtor| !name.is_empty() && is_same(&debtor.name, &name));
    match known {
        Some(debtor) => {
            debtor.ages[at] += debt.cents;
            debtor.debts.push(debt);
        }
        None => {
            let mut ages = [0; 4];
            ages[at] = debt.cents;
            owed.debtors.push(Debtor { name, ages, debts: vec![debt] });
        }
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
