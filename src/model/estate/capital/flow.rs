//! What becomes of the money over the years.

use super::contribution::{self, Basis};
use super::item::{Missing, Plan};
use super::loan::Loan;
use super::work::{self, Work};
use crate::estate::cents;
use crate::id::RecordId;

/// How many years are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon(u32);

impl Horizon {
    /// From ten years to thirty; none of others.
    pub fn of(years: u32) -> Option<Self> {
        (10..=30).contains(&years).then_some(Self(years))
    }

    /// Years.
    pub fn years(self) -> u32 {
        self.0
    }
}

/// A levy that is raised once, and is there before the year's work is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Special {
    /// The financial year.
    pub year: i32,
    /// Cents.
    pub cents: i64,
}

/// Where the money comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funding {
    /// What is contributed.
    pub basis: Basis,
    /// Special levies.
    pub specials: Vec<Special>,
    /// Loans.
    pub loans: Vec<Loan>,
}

/// A financial year: opening + interest + contributions + special + borrowed − repaid − spent = closing, all in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Row {
    /// Which.
    pub year: i32,
    /// What there is on its first day.
    pub opening: i64,
    /// What that earns; nothing where it is below nothing.
    pub interest: i64,
    /// Contributions.
    pub contributions: i64,
    /// Special levies.
    pub special: i64,
    /// Loans that are drawn.
    pub borrowed: i64,
    /// What is paid back on loans.
    pub repaid: i64,
    /// What work costs.
    pub spent: i64,
    /// What there is when the work is paid before the year's contributions and interest have come in.
    pub lowest: i64,
    /// What there is on its last day.
    pub closing: i64,
}

/// The years, and when the money does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What contributions are by.
    pub basis: Basis,
    /// Every year of the horizon.
    pub rows: Vec<Row>,
    /// All work in them, by the year.
    pub works: Vec<Work>,
    /// The first year in which there is too little if the work comes before the year's contributions.
    pub short_in: Option<i32>,
    /// The first year at whose end less than nothing is there: the money has run out.
    pub out_in: Option<i32>,
    /// Items whose work or contribution is in no row, and why.
    pub left_out: Vec<(RecordId, Missing)>,
}

/// What becomes of the money.
pub fn flow(plan: &Plan, funding: &Funding, horizon: Horizon) -> Flow {
    let end = plan.first.saturating_add_unsigned(horizon.0);
    let mut left_out = Vec::new();
    let mut works = Vec::new();
    for item in &plan.items {
        match work::works(item, plan.first, end) {
            Ok(own) => works.extend(own),
            Err(missing) => left_out.push((item.id, missing)),
        }
    }
    works.sort_by_key(|work| work.year);
    let loans: Vec<(i32, Vec<i64>)> = funding.loans.iter().map(|loan| (loan.year(), loan.yearly())).collect();
    let repaid = |year: i32| {
        let paid =
            |(from, years): &(i32, Vec<i64>)| years.get(usize::try_from(year.checked_sub(*from)?).ok()?).copied();
        sum(loans.iter().filter_map(paid))
    };
    let yearly = contribution::yearly(plan, funding.basis, horizon.0, &mut left_out);
    let mut opening = plan.fund.opening;
    let mut rows = Vec::new();
    for (year, contributions) in (plan.first..end).zip(yearly) {
        let spent = sum(works.iter().filter(|work| work.year == year).map(|work| work.cents));
        let begun = Row { year, opening, contributions, repaid: repaid(year), spent, ..Row::default() };
        let row = ended(begun, plan.fund.interest, funding);
        opening = row.closing;
        rows.push(row);
    }
    let first = |is_so: fn(&Row) -> bool| rows.iter().find(|row| is_so(row)).map(|row| row.year);
    let (short_in, out_in) = (first(|row| row.lowest < 0), first(|row| row.closing < 0));
    Flow { basis: funding.basis, rows, works, short_in, out_in, left_out }
}

/// A year with what its opening earns and what comes in once, and what is left of it.
fn ended(year: Row, rate: i64, funding: &Funding) -> Row {
    let interest = cents::at_rate(year.opening.max(0), rate);
    let special = sum(funding.specials.iter().filter(|one| one.year == year.year).map(|one| one.cents));
    let borrowed = sum(funding.loans.iter().filter(|loan| loan.year() == year.year).map(Loan::cents));
    let before = sum([year.opening, special, borrowed]).saturating_sub(year.spent);
    let closing = sum([before, interest, year.contributions]).saturating_sub(year.repaid);
    Row { interest, special, borrowed, lowest: before.min(closing), closing, ..year }
}

fn sum(each: impl IntoIterator<Item = i64>) -> i64 {
    each.into_iter().fold(0, i64::saturating_add)
}
