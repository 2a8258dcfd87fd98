//! What a row says, before it is laid beside what the scheme has.

use super::talk::{Left, Problem, QuotaForm};
use model::PartialDate;
use model::certificate::CertificateType;
use model::scheme::Unit;
use model::system::SystemType;

/// A row that names a unit.
#[derive(Clone, Debug, Default)]
pub(super) struct UnitRow {
    /// The table, by its place.
    pub(super) place: String,
    /// The row, as a spreadsheet numbers it.
    pub(super) row: u32,
    /// What it says of the unit; its building is only a name yet.
    pub(super) unit: Unit,
    /// The name of its building.
    pub(super) building: String,
    /// The building was taken from a row above.
    pub(super) is_carried: bool,
    /// Its floor area, thousandths of a square metre.
    pub(super) area: Option<u64>,
    /// Systems that it tells of.
    pub(super) systems: Vec<SystemTold>,
    /// Certificates that it tells of.
    pub(super) certificates: Vec<(CertificateType, PartialDate)>,
}

/// A system that a row tells of.
#[derive(Clone, Debug, Default)]
pub(super) struct SystemTold {
    /// What it is.
    pub(super) sort: SystemType,
    /// Its make.
    pub(super) make: String,
    /// When it was installed.
    pub(super) installed: Option<PartialDate>,
}

/// A row that is no unit.
#[derive(Clone, Debug)]
pub(super) struct LeftRow {
    /// The table, by its place.
    pub(super) place: String,
    /// The row.
    pub(super) row: u32,
    /// What it says.
    pub(super) text: String,
    /// Why.
    pub(super) why: Left,
}

/// All that the tables say.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    /// Units, in the order of the rows.
    pub(super) units: Vec<UnitRow>,
    /// Rows that are none.
    pub(super) left: Vec<LeftRow>,
    /// What is not as it should be.
    pub(super) problems: Vec<Problem>,
    /// How quotas were read.
    pub(super) form: Option<QuotaForm>,
}
