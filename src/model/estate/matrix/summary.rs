//! How many certificates stand how. One unit's are taken off and added again without going through the others.

use super::{Cell, Code, Row, SORTS};
use crate::certificate::CertificateType;

const CODES: usize = Code::ALL.len();

/// What stands in a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Summary {
    sure: [[u32; CODES]; SORTS],
    unsure: [[u32; CODES]; SORTS],
}

/// A whole in basis points.
const WHOLE_BP: u64 = 10_000;

impl Summary {
    /// What stands in these rows.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Self {
        let mut summary = Self::default();
        rows.into_iter().for_each(|row| summary.add(row));
        summary
    }

    /// Counts a unit.
    pub fn add(&mut self, row: &Row) {
        self.each(row, |count| *count += 1);
    }

    /// Takes off a unit that was counted.
    pub fn remove(&mut self, row: &Row) {
        self.each(row, |count| *count = count.saturating_sub(1));
    }

    /// Puts what a unit is now in the place of what it was.
    pub fn replace(&mut self, before: &Row, now: &Row) {
        self.remove(before);
        self.add(now);
    }

    fn each(&mut self, row: &Row, change: impl Fn(&mut u32)) {
        for (sort, Cell { code, is_sure, .. }) in row.iter().enumerate() {
            let side = if *is_sure { &mut self.sure } else { &mut self.unsure };
            change(&mut side[sort][*code as usize]);
        }
    }

    /// How many certificates of a sort stand so, certainly or not.
    pub fn count(&self, sort: CertificateType, code: Code) -> u32 {
        self.sure[sort as usize][code as usize] + self.unsure[sort as usize][code as usize]
    }

    /// How many of those are not certain.
    pub fn unsure(&self, sort: CertificateType, code: Code) -> u32 {
        self.unsure[sort as usize][code as usize]
    }

    /// How many certificates of all sorts stand so.
    pub fn total(&self, code: Code) -> u32 {
        CertificateType::ALL.iter().map(|sort| self.count(*sort, code)).sum()
    }

    /// Certificates that are fine, that are lacking, and of which nothing is known. What is not asked for is in none of them.
    pub fn stand(&self) -> (u32, u32, u32) {
        let sum =
            |which: fn(Code) -> bool| Code::ALL.iter().filter(|code| which(**code)).map(|code| self.total(*code)).sum();
        (self.total(Code::Fine), sum(Code::is_lacking), sum(Code::is_unknown))
    }

    /// How many of those that are asked for are fine, in basis points, rounded down; what is not known counts as asked for and not as fine. None where nothing
    /// is asked for.
    pub fn fine_bp(&self) -> Option<u32> {
        let (fine, lacking, unknown) = self.stand();
        let asked = u64::from(fine) + u64::from(lacking) + u64::from(unknown);
        (u64::from(fine) * WHOLE_BP).checked_div(asked).and_then(|share| u32::try_from(share).ok())
    }
}
