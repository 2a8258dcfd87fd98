//! How the systems of a unit stand: mostly well, and of every sort of trouble some.

use super::id;
use crate::demo::chance::Chance;
use model::Date;
use model::date::PartialDate;
use model::entry::Severity;
use model::estate::grid::{Cause, Column, Mark};
use model::scheme::{Spot, Task, Thing};
use model::system::{System, SystemType};

/// What stands in a unit, and what falls due there by a key of the catalogue, once in so many months.
const OF_UNIT: [(SystemType, &str, &str, &str, u32); 9] = [
    (SystemType::Geyser, "Geyser", "geyser.service", "Have the geyser serviced", 12),
    (SystemType::DistributionBoard, "Distribution board", "", "", 0),
    (SystemType::Plumbing, "Pipes and taps", "", "", 0),
    (SystemType::WindowsDoors, "Windows and doors", "", "", 0),
    (SystemType::Oven, "Stove", "", "", 0),
    (SystemType::GasInstallation, "Gas hob", "gas_installation.service", "Have the gas installation checked", 12),
    (SystemType::Inverter, "Inverter", "", "", 0),
    (SystemType::Alarm, "Alarm", "", "", 0),
    (SystemType::SmokeDetector, "Smoke detector", "", "", 0),
];

/// What stands in the common property, by its place.
const OF_COMMON: [&[(SystemType, &str)]; 3] = [
    &[
        (SystemType::Roof, "Tiled roofs"),
        (SystemType::Gutters, "Gutters"),
        (SystemType::ExteriorPaint, "Outside paint"),
        (SystemType::Drainage, "Storm-water drains"),
    ],
    &[
        (SystemType::Lift, "Lift"),
        (SystemType::DistributionBoard, "Lift board"),
        (SystemType::FireExtinguisher, "Extinguishers"),
    ],
    &[
        (SystemType::GateMotor, "Gate on Belmont Road"),
        (SystemType::WaterPump, "Pressure pumps"),
        (SystemType::ElectricFence, "Electric fence"),
        (SystemType::Cameras, "Cameras"),
    ],
];

/// A system of a unit, as the scheme is shown it.
pub struct Kept {
    /// Its cell.
    pub spot: Spot,
    /// In the inventory.
    pub thing: Thing,
    /// What falls due at it.
    pub task: Option<Task>,
}

/// The systems of a unit. Some have no gas, no inverter, no alarm.
pub fn of_unit(name: &str, today: Date) -> Vec<Kept> {
    let mut chance = Chance::of(&format!("estate systems {name}"));
    let mut kept = Vec::new();
    for (at, (sort, called, key, title, months)) in OF_UNIT.into_iter().enumerate() {
        let is_there = at < 5 || chance.percent(45);
        let spot = rolled(&mut chance, sort);
        let age_years = chance.within(1, 14);
        let due = today.plus_days(chance.within(5, months * 30 + 5));
        if !is_there {
            continue;
        }
        let thing = thing(name, sort, called, &spot, today.minus_days(age_years * 365));
        let by = if spot.cause == Cause::Late { today.minus_days(spot.amount.into()) } else { due };
        let task = (!key.is_empty()).then(|| task(name, sort, (key, title), by));
        kept.push(Kept { spot, thing, task });
    }
    kept
}

/// The systems of a common place: two of them need the trustees.
pub fn of_common(at: usize, name: &str, today: Date) -> Vec<Kept> {
    let one = |(sort, called): &(SystemType, &str)| {
        let spot = match sort {
            SystemType::Roof => spot(*sort, Mark::Poor, Cause::PastLife, 112, 46, 88),
            SystemType::ExteriorPaint => spot(*sort, Mark::Fair, Cause::ReplaceSoon, 91, 71, 84),
            SystemType::GateMotor => spot(*sort, Mark::Poor, Cause::Serious, 0, 35, 92),
            SystemType::WaterPump => spot(*sort, Mark::Fair, Cause::Late, 23, 78, 90),
            SystemType::Cameras => spot(*sort, Mark::Unsure, Cause::AgeUnknown, 0, 82, 52),
            _ => spot(*sort, Mark::Good, Cause::Nothing, 0, 95, 93),
        };
        let thing = thing(name, *sort, called, &spot, today.minus_days(365 * 11));
        Kept { spot, thing, task: None }
    };
    OF_COMMON[at].iter().map(one).collect()
}

fn spot(sort: SystemType, mark: Mark, cause: Cause, amount: u16, score: u8, confidence: u8) -> Spot {
    Spot { column: Column::of(sort), mark, cause, amount, score, confidence, systems: 1 }
}

/// How a system stands, by chance.
fn rolled(chance: &mut Chance, sort: SystemType) -> Spot {
    let (roll, figure) = (chance.within(1, 100), chance.within(0, 99) as u16);
    let (mark, cause, amount, score, confidence) = match roll {
        1..=58 => (Mark::Good, Cause::Nothing, 0, 94, 91),
        59..=68 => (Mark::Fair, Cause::Late, 9 + figure, 72, 88),
        69..=73 => (Mark::Fair, Cause::ReplaceSoon, 86 + figure / 9, 74, 86),
        74..=77 => (Mark::Poor, Cause::PastLife, 101 + figure / 2, 52, 85),
        78..=79 => (Mark::Poor, Cause::Serious, 0, 34, 90),
        80..=82 => (Mark::Fair, Cause::Minor, 0, 79, 90),
        83..=88 => (Mark::Unsure, Cause::NoEvidence, 0, 86, 54),
        89..=93 => (Mark::Unsure, Cause::AgeUnknown, 0, 83, 48),
        94..=96 => (Mark::Fair, Cause::NoCare, 0, 68, 80),
        _ => (Mark::Untold, Cause::CareHidden, 0, 0, 31),
    };
    spot(sort, mark, cause, amount, score, confidence)
}

fn thing(unit: &str, sort: SystemType, called: &str, spot: &Spot, installed: Date) -> Thing {
    Thing {
        id: id::<System>(&format!("{unit}/{called}")),
        sort,
        name: called.to_owned(),
        installed: (spot.cause != Cause::AgeUnknown).then(|| PartialDate::day(installed)),
        mark: spot.mark,
        cause: spot.cause,
        amount: spot.amount,
        score: spot.score,
        confidence: spot.confidence,
        fault: fault(spot.cause),
        ..Thing::default()
    }
}

/// The fault that a reason names.
pub fn fault(cause: Cause) -> Option<Severity> {
    match cause {
        Cause::Emergency => Some(Severity::Emergency),
        Cause::Serious => Some(Severity::Serious),
        Cause::Minor => Some(Severity::Minor),
        _ => None,
    }
}

fn task(unit: &str, sort: SystemType, (key, title): (&str, &str), by: Date) -> Task {
    let parts =
        if sort == SystemType::Geyser { vec!["Anode".to_owned(), "Element gasket".to_owned()] } else { Vec::new() };
    Task {
        id: id::<model::task::Task>(&format!("{unit}/{key}")),
        title: title.to_owned(),
        key: key.to_owned(),
        sort: Some(sort),
        by: Some(by),
        parts,
    }
}
