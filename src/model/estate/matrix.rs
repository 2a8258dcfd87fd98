//! The compliance of an estate: units by certificates, each with a reason code for a day and a purpose, by the rules of [`crate::basis`].

mod code;
mod overdue;
mod summary;

pub use code::Code;
pub use overdue::{Overdue, Place, overdue};
pub use summary::Summary;

use crate::basis::{self, Home, Purpose, Verdict};
use crate::certificate::CertificateType;
use crate::date::Date;

/// How many sorts of certificate there are: the columns of the matrix.
pub const SORTS: usize = CertificateType::ALL.len();

/// A unit's certificates, by [`CertificateType::ALL`].
pub type Row = [Cell; SORTS];

/// One certificate of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How it stands.
    pub code: Code,
    /// Whether that is certain; where a date or a word is missing it only may be so.
    pub is_sure: bool,
    /// The last day on which it surely does, or did; none where no day ends it.
    pub until: Option<Date>,
}

impl Cell {
    /// The owner shows the estate none of it.
    pub const NOT_SHARED: Self = Self { code: Code::NotShared, is_sure: true, until: None };
}

/// How a certificate of a unit stands on a day and for a purpose. `home` holds what the estate is shown; a certificate without its document is good for
/// nothing that has to be proved.
pub fn cell(home: &Home, sort: CertificateType, on: Date, purpose: Purpose) -> Cell {
    let (paper, finding) = basis::standing(home, sort, on, purpose);
    let code = Code::of(finding.reason);
    let has_none = paper.is_some_and(|paper| paper.letter.files.is_empty());
    let code = if code == Code::Fine && has_none { Code::DocumentMissing } else { code };
    Cell { code, is_sure: finding.verdict != Verdict::Unknown, until: finding.until }
}

/// All of a unit's certificates; `shared` says of which sorts the estate is shown anything.
pub fn row(home: &Home, on: Date, purpose: Purpose, shared: impl Fn(CertificateType) -> bool) -> Row {
    let mut row = [Cell::NOT_SHARED; SORTS];
    for (cell, sort) in row.iter_mut().zip(CertificateType::ALL) {
        if shared(*sort) {
            *cell = self::cell(home, *sort, on, purpose);
        }
    }
    row
}
