//! Which registration which work needs: data with its source.

use crate::choice::choice;
use crate::life::Source::{self, Published};
use crate::system::SystemType;

choice! {
    /// A body that registers who may do some work.
    Body {
        /// Electrical contractors: the Department of Employment and Labour.
        Electrical = "electrical",
        /// Electric fence system installers: the same department.
        Fence = "fence",
        /// Gas practitioners: SAQCC Gas.
        Gas = "gas",
        /// Plumbers: the Plumbing Industry Registration Board.
        Plumbing = "plumbing",
    }
}

/// What work at some sorts of system needs.
#[derive(Debug, PartialEq, Eq)]
pub struct Need {
    /// The registration.
    pub body: Body,
    /// Work at which it is needed.
    pub sorts: &'static [SystemType],
    /// Whether a law asks for it, else only insurers and the trade do.
    pub is_law: bool,
    /// Who says so.
    pub source: Source,
}

/// What work needs. Of what is not named here no source says that it needs any.
pub static NEEDS: [Need; 4] = [
    Need {
        body: Body::Electrical,
        sorts: &[
            SystemType::DistributionBoard,
            SystemType::EarthLeakage,
            SystemType::SurgeProtection,
            SystemType::Wiring,
            SystemType::SolarPanels,
            SystemType::Inverter,
            SystemType::Battery,
            SystemType::Generator,
        ],
        is_law: true,
        source: Published("Electrical Installation Regulations 2009, reg 7; SANS 10142-1"),
    },
    Need {
        body: Body::Fence,
        sorts: &[SystemType::ElectricFence],
        is_law: true,
        source: Published("Electrical Machinery Regulations 2011, reg 12(4)-(5)"),
    },
    Need {
        body: Body::Gas,
        sorts: &[SystemType::GasInstallation, SystemType::GasGeyser],
        is_law: true,
        source: Published("Pressure Equipment Regulations 2009, reg 17(3); SAQCC Gas"),
    },
    Need {
        body: Body::Plumbing,
        sorts: &[
            SystemType::Geyser,
            SystemType::SolarGeyser,
            SystemType::HeatPump,
            SystemType::Plumbing,
            SystemType::PressureValve,
            SystemType::Drainage,
        ],
        is_law: false,
        source: Published("pirb.co.za: most insurers want a certificate of a registered plumber"),
    },
];
