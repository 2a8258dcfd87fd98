//! What is overdue in an estate, and with whom.

use super::{Code, Row};
use crate::certificate::CertificateType;
use crate::date::Date;
use crate::id::RecordId;

/// A unit or the common property, with its certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The unit; of the common property the record of that.
    pub unit: RecordId,
    /// Who answers for its certificates: the owner of a unit, of the common property whom the trustees named. None where nobody is named.
    pub responsible: Option<RecordId>,
    /// Its certificates.
    pub row: &'a Row,
}

/// A certificate that is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Of which unit.
    pub unit: RecordId,
    /// Which.
    pub sort: CertificateType,
    /// Why.
    pub code: Code,
    /// Whether that is certain.
    pub is_sure: bool,
    /// The first day on which it was, where a day ended it.
    pub since: Option<Date>,
    /// Who answers for it; none where nobody is named, which is to be said.
    pub responsible: Option<RecordId>,
}

/// Every certificate that is asked for and is not there or does not do on a day. What is certain comes first, then what was over first, then what has no day;
/// of equals in the order of the places.
pub fn overdue(places: &[Place<'_>], on: Date) -> Vec<Overdue> {
    let mut found: Vec<Overdue> = Vec::new();
    for place in places {
        let lacking = CertificateType::ALL.iter().zip(place.row).filter(|(_, cell)| cell.code.is_lacking());
        found.extend(lacking.map(|(sort, cell)| Overdue {
            unit: place.unit,
            sort: *sort,
            code: cell.code,
            is_sure: cell.is_sure,
            since: cell.until.filter(|last| *last < on).map(|last| last.plus_days(1)),
            responsible: place.responsible,
        }));
    }
    found.sort_by_key(|one| (!one.is_sure, one.since.is_none(), one.since));
    found
}
