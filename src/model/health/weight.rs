//! What counts how much: the formula as data, each figure with where it comes from. None as a source is this program's own default.

use super::Part;
use crate::entry::Severity;
use crate::system::SystemType;

/// The most points that there are.
pub const FULL: u32 = 100;

/// What a part can cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Which.
    pub part: Part,
    /// The most points that it takes; open faults take more than these, as many as there are.
    pub points: u32,
    /// What knowing it adds to the confidence.
    pub confidence: u32,
    /// Who says that it counts so much.
    pub source: Option<&'static str>,
}

/// The parts, in the order in which they are shown. Points and confidence are 100 each.
pub const PARTS: [Weight; 4] = [
    Weight { part: Part::Faults, points: 20, confidence: 0, source: None },
    Weight {
        part: Part::Care,
        points: 30,
        confidence: 35,
        source: Some(
            "smartaboutmoney.co.za, 14 July 2025: want of maintenance was the first reason for refused claims in 2024",
        ),
    },
    Weight { part: Part::Age, points: 30, confidence: 35, source: None },
    Weight { part: Part::Evidence, points: 20, confidence: 30, source: None },
];

/// The weight of a part.
pub fn weight(part: Part) -> Weight {
    PARTS[part as usize]
}

/// Up to so many per cent of the longer end of its expected life age takes nothing; from there on evenly more, and all of its points at the end.
pub const AGE_FREE_PERCENT: u32 = 50;

/// What is not known is neither as good nor as bad as it can be: it takes one part in so many.
pub const UNKNOWN_SHARE: u32 = 2;

/// What is left of a thing of which nothing is known: half of care and of age, nothing of evidence.
pub const UNKNOWN_POINTS: u32 = 50;

/// Care that lies farther back says nothing of how a thing is today, unless its plan says that nothing was due since: months.
pub const SEEN_MONTHS: u32 = 24;

/// What a task that is late takes, by the days since it was due, at least.
pub const LATENESS: [(i64, u32); 3] = [(1, 10), (31, 20), (181, 30)];

/// What an open fault takes of its system.
pub fn fault_points(severity: Severity) -> u32 {
    match severity {
        Severity::Minor => 8,
        Severity::Serious => 25,
        Severity::Emergency => 60,
    }
}

/// The most that a zone and the home can have while such a fault is open in it, however well all else is.
pub fn ceiling(severity: Severity) -> u32 {
    match severity {
        Severity::Minor => FULL,
        Severity::Serious => 75,
        Severity::Emergency => 40,
    }
}

/// What concerns no system takes one part in so many of the home, as if it had that many systems beside.
pub const OWN_SHARE: u32 = 5;

/// What evidence counts, of a thing of one sort. Points are 20 in all, confidence 30.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Somebody made it and gave it a model.
    pub is_made: bool,
    /// A certificate is asked for.
    pub is_certified: bool,
    /// Make and model: points and confidence, as those that follow.
    pub make: (u32, u32),
    /// A photo.
    pub photo: (u32, u32),
    /// A document, a warranty, or papers with what was done.
    pub paper: (u32, u32),
    /// A certificate.
    pub certificate: (u32, u32),
}

/// The four sorts of thing.
pub const EVIDENCE: [Evidence; 4] = [
    Evidence { is_made: true, is_certified: true, make: (3, 5), photo: (3, 5), paper: (4, 8), certificate: (10, 12) },
    Evidence { is_made: true, is_certified: false, make: (6, 8), photo: (6, 8), paper: (8, 14), certificate: (0, 0) },
    Evidence { is_made: false, is_certified: true, make: (0, 0), photo: (4, 7), paper: (6, 11), certificate: (10, 12) },
    Evidence {
        is_made: false,
        is_certified: false,
        make: (0, 0),
        photo: (8, 12),
        paper: (12, 18),
        certificate: (0, 0),
    },
];

/// What evidence counts.
pub fn evidence(is_made: bool, is_certified: bool) -> Evidence {
    EVIDENCE[usize::from(!is_made) * 2 + usize::from(!is_certified)]
}

/// Whether such a thing has a maker and a model, and was not built where it is.
pub fn is_made(sort: SystemType) -> bool {
    use SystemType as T;
    let built = [
        T::Wiring,
        T::Roof,
        T::Gutters,
        T::Waterproofing,
        T::Ceiling,
        T::ExteriorPaint,
        T::WindowsDoors,
        T::ExteriorTimber,
        T::Plumbing,
        T::Borehole,
        T::Drainage,
        T::SepticTank,
        T::GasInstallation,
        T::Pool,
        T::Fireplace,
        T::Other,
    ];
    !built.contains(&sort)
}

/// What happens when a thing fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// Somebody may be hurt.
    Danger,
    /// The damage spreads.
    Damage,
    /// The home goes without power, water or protection.
    Outage,
    /// It costs a repair.
    Repair,
    /// It is a nuisance.
    Comfort,
}

/// How much a system counts beside others in a zone and in the home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// What happens when it fails.
    pub risk: Risk,
    /// How many times it counts.
    pub times: u32,
    /// Who says so.
    pub source: Option<&'static str>,
}

/// The shares, the largest first.
pub const SHARES: [Share; 5] = [
    Share { risk: Risk::Danger, times: 5, source: None },
    Share {
        risk: Risk::Damage,
        times: 4,
        source: Some("fpm.co.za, 5 November 2018: insurers name roofs, gutters, damp and drains"),
    },
    Share {
        risk: Risk::Outage,
        times: 3,
        source: Some("fpm.co.za, 5 November 2018: insurers name gate motors and boreholes"),
    },
    Share { risk: Risk::Repair, times: 2, source: None },
    Share { risk: Risk::Comfort, times: 1, source: None },
];

/// How much a system of that sort counts.
pub fn share(sort: SystemType) -> Share {
    SHARES[risk(sort) as usize]
}

fn risk(sort: SystemType) -> Risk {
    use SystemType as T;
    match sort {
        T::DistributionBoard
        | T::EarthLeakage
        | T::Wiring
        | T::GasInstallation
        | T::GasGeyser
        | T::SmokeDetector
        | T::FireExtinguisher
        | T::Fireplace
        | T::Lift => Risk::Danger,
        T::Geyser
        | T::SolarGeyser
        | T::HeatPump
        | T::Roof
        | T::Gutters
        | T::Waterproofing
        | T::Plumbing
        | T::PressureValve
        | T::Drainage
        | T::SepticTank => Risk::Damage,
        T::ElectricityMeter
        | T::SurgeProtection
        | T::SolarPanels
        | T::Inverter
        | T::Battery
        | T::Generator
        | T::WaterMeter
        | T::WaterTank
        | T::WaterPump
        | T::Borehole
        | T::ElectricFence
        | T::Alarm
        | T::GateMotor => Risk::Outage,
        T::Oven | T::Refrigerator | T::Dishwasher | T::WashingMachine | T::Appliance | T::Network => Risk::Comfort,
        _ => Risk::Repair,
    }
}

/// A score from there on is good, if the confidence is enough too.
pub const GOOD_FROM: u32 = 80;
/// A score below that is poor.
pub const POOR_BELOW: u32 = 50;
/// A good or a bad score is believed from this confidence on.
pub const SURE_FROM: u32 = 60;
/// Below that nothing is told but serious faults.
pub const TOLD_FROM: u32 = 20;
