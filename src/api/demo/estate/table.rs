//! What stands in units and in the common property, and how it can stand there.

use model::system::SystemType;

/// Care that comes round: its key in the catalogue, what it is called, and every how many months.
pub type Care = (&'static str, &'static str, u32);

/// A thing: its sort, what it is called, its maker and model, the years that it lasts (0 where its sort says it), and its care.
pub type Row = (SystemType, &'static str, &'static str, &'static str, u32, Option<Care>);

/// What stands in a unit: the first five in each, the others in some.
pub const OF_UNIT: [Row; 9] = [
    (
        SystemType::Geyser,
        "Geyser",
        "Kwikot",
        "Superline 150",
        0,
        Some(("geyser.service", "Have the geyser serviced", 12)),
    ),
    (
        SystemType::DistributionBoard,
        "Distribution board",
        "CBI",
        "12 way",
        0,
        Some(("board.inspection", "Have the board inspected", 36)),
    ),
    (SystemType::Plumbing, "Pipes and taps", "", "", 50, None),
    (SystemType::WindowsDoors, "Windows and doors", "", "", 40, None),
    (SystemType::Oven, "Stove", "Defy", "DSS 514", 15, None),
    (
        SystemType::GasInstallation,
        "Gas hob",
        "",
        "",
        20,
        Some(("gas.service", "Have the gas installation checked", 12)),
    ),
    (SystemType::Inverter, "Inverter", "Sunsynk", "5 kW", 0, None),
    (SystemType::Alarm, "Alarm", "Texecom", "Premier 412", 15, Some(("", "Test the alarm and its battery", 12))),
    (SystemType::SmokeDetector, "Smoke detector", "Kidde", "29-HD", 10, Some(("", "Test the smoke detector", 6))),
];

/// What stands in the common property, by its place.
pub const OF_COMMON: [&[(Row, Stand)]; 3] = [
    &[
        (
            (SystemType::Roof, "Tiled roofs", "", "", 26, Some(("roof.inspection", "Have the roofs inspected", 12))),
            Stand::Worn,
        ),
        (
            (SystemType::Gutters, "Gutters", "", "", 0, Some(("gutters.clean", "Have the gutters cleaned", 6))),
            Stand::Well,
        ),
        ((SystemType::ExteriorPaint, "Outside paint", "", "", 0, None), Stand::Ageing),
        ((SystemType::Drainage, "Storm-water drains", "", "", 60, None), Stand::Well),
    ],
    &[
        (
            (SystemType::Lift, "Lift", "Otis", "Gen2", 25, Some(("lift.contract", "Have the lift serviced", 3))),
            Stand::Well,
        ),
        ((SystemType::DistributionBoard, "Lift board", "CBI", "24 way", 0, None), Stand::Well),
        (
            (
                SystemType::FireExtinguisher,
                "Extinguishers",
                "SafeQuip",
                "4.5 kg",
                15,
                Some(("extinguisher.service", "Have the extinguishers serviced", 12)),
            ),
            Stand::Well,
        ),
    ],
    &[
        (
            (
                SystemType::GateMotor,
                "Gate on Belmont Road",
                "Centurion",
                "D10",
                0,
                Some(("gate.service", "Have the gate serviced", 12)),
            ),
            Stand::Faulty,
        ),
        (
            (SystemType::WaterPump, "Pressure pumps", "DAB", "E.sybox", 10, Some(("", "Have the pumps serviced", 12))),
            Stand::Late,
        ),
        (
            (
                SystemType::ElectricFence,
                "Electric fence",
                "Nemtek",
                "Druid 18",
                0,
                Some(("fence.test", "Test the fence", 12)),
            ),
            Stand::Well,
        ),
        ((SystemType::Cameras, "Cameras", "Hikvision", "8 channels", 8, None), Stand::Undated),
    ],
];

/// How a thing stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// As it should.
    Well,
    /// Its care is late.
    Late,
    /// It will have to be replaced before long.
    Ageing,
    /// It has outlived what such a thing lasts, and its care is late.
    Worn,
    /// It is worn, and does not work.
    Broken,
    /// It is not old, and does not work.
    Faulty,
    /// Something small is wrong with it.
    Flawed,
    /// Nobody wrote down what make it is.
    Unproved,
    /// Nobody knows how old it is.
    Undated,
    /// Nobody looks after it.
    Unseen,
    /// All that is known is that there is one.
    Unknown,
}
