//! The rules: what each sort of certificate rests on, as data with its source.

use crate::certificate::{Basis, CertificateType};
use crate::date::Date;
use crate::life::Source::{self, Published, Trade};
use crate::system::SystemType;

/// What a sort of certificate rests on.
pub struct Rule {
    /// Which.
    pub sort: CertificateType,
    /// What it covers where it names no systems.
    pub covers: &'static [SystemType],
    /// It is worth nothing once what it covers has been altered.
    pub ends_altered: bool,
    /// What it rests on for safety, for a transfer and for insurance.
    pub terms: [Term; 3],
    /// Where that comes from.
    pub source: Source,
    /// Sources disagree.
    pub confirm: bool,
}

/// A basis, and how many months it lasts from the date of the certificate; none where no time ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The basis.
    pub basis: Basis,
    /// Months; 0 for no end.
    pub months: u32,
}

const fn term(basis: Basis, months: u32) -> Term {
    Term { basis, months }
}

const ALTERED: Term = term(Basis::UntilAltered, 0);
const NONE: Term = term(Basis::NoRequirement, 0);
const OCCUPATION: Term = term(Basis::Occupation, 0);

/// Gas certificates are digital from this day on. Source: kimberley.org.za; SAQCC Gas.
pub(super) const GAS_DIGITAL: (i32, u32, u32) = (2023, 4, 1);
/// Electric fences installed or altered after this day need a certificate. Source: Electrical Machinery Regulations 2011, reg 12.
pub(super) const FENCE_RULE: (i32, u32, u32) = (2012, 10, 1);
/// From this day on no national rule asks for a certificate of an ordinary electric geyser. Source: iopsa.org; pirb.co.za.
pub(super) const GEYSER_FREE: (i32, u32, u32) = (2022, 6, 24);

/// A day of the rules.
pub(super) fn day((year, month, day): (i32, u32, u32)) -> Date {
    Date::of(year, month, day).unwrap_or_default()
}

/// A clock of a new home's enrolment: what it is for, and how many months it runs from the first occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Minor defects.
    Minor,
    /// Roof leaks.
    Roof,
    /// Major structural defects.
    Structure,
}

/// The clocks, the shortest first. Source: nhbrc.org.za/why-enrol.
pub const CLOCKS: [(Clock, u32); 3] = [(Clock::Minor, 3), (Clock::Roof, 12), (Clock::Structure, 60)];

/// The rule of a sort.
pub fn rule(sort: CertificateType) -> &'static Rule {
    &RULES[sort as usize]
}

/// In the order of the sorts.
static RULES: [Rule; 10] = [
    Rule {
        sort: CertificateType::Electrical,
        covers: &[
            SystemType::DistributionBoard,
            SystemType::EarthLeakage,
            SystemType::SurgeProtection,
            SystemType::Wiring,
            SystemType::SolarPanels,
            SystemType::Inverter,
            SystemType::Battery,
            SystemType::Generator,
        ],
        ends_altered: true,
        terms: [ALTERED, term(Basis::TransferWindow, 24), ALTERED],
        source: Published("Electrical Installation Regulations 2009, reg 7 and 7(5); SANS 10142-1"),
        confirm: true,
    },
    Rule {
        sort: CertificateType::Gas,
        covers: &[SystemType::GasInstallation, SystemType::GasGeyser],
        ends_altered: true,
        terms: [term(Basis::Reinspect, 60), term(Basis::PerTransfer, 60), term(Basis::Reinspect, 60)],
        source: Published("Pressure Equipment Regulations 2009, reg 17(3); SANS 10087-1"),
        confirm: true,
    },
    Rule {
        sort: CertificateType::ElectricFence,
        covers: &[SystemType::ElectricFence],
        ends_altered: true,
        terms: [ALTERED; 3],
        source: Published("Electrical Machinery Regulations 2011, reg 12(4)-(5)"),
        confirm: true,
    },
    Rule {
        sort: CertificateType::Water,
        covers: &[],
        ends_altered: false,
        terms: [NONE, term(Basis::PerTransfer, 0), NONE],
        source: Published("City of Cape Town Water By-law 2010, s14"),
        confirm: false,
    },
    Rule {
        sort: CertificateType::Geyser,
        covers: &[SystemType::Geyser, SystemType::SolarGeyser, SystemType::HeatPump],
        ends_altered: true,
        terms: [ALTERED; 3],
        source: Published("IOPSA and PIRB on SANS 10254, 24 June 2022; SANS 10106 (solar), SANS 1352 (heat pumps)"),
        confirm: true,
    },
    Rule {
        sort: CertificateType::SolarPv,
        covers: &[SystemType::SolarPanels, SystemType::Inverter, SystemType::Battery],
        ends_altered: true,
        terms: [ALTERED; 3],
        source: Published("propertyprofessional.co.za, 24 August 2024; NRS 097-2-1"),
        confirm: false,
    },
    Rule {
        sort: CertificateType::Beetle,
        covers: &[],
        ends_altered: false,
        terms: [NONE, term(Basis::Contract, 3), NONE],
        source: Published("saiv.org.za, 11 February 2025; propertyprofessional.co.za"),
        confirm: false,
    },
    Rule {
        sort: CertificateType::Nhbrc,
        covers: &[],
        ends_altered: false,
        terms: [OCCUPATION; 3],
        source: Published("nhbrc.org.za/why-enrol"),
        confirm: false,
    },
    Rule {
        sort: CertificateType::Occupancy,
        covers: &[],
        ends_altered: true,
        terms: [ALTERED; 3],
        source: Trade,
        confirm: false,
    },
    Rule {
        sort: CertificateType::Other,
        covers: &[],
        ends_altered: false,
        terms: [ALTERED; 3],
        source: Source::Owner,
        confirm: false,
    },
];
