//! How long systems last: defaults with their source, which an owner's own figure overrides.

use crate::date::{Date, PartialDate};
use crate::system::{System, SystemType};

/// An expected life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// The shorter end, years.
    pub years_min: u32,
    /// The longer end, years.
    pub years_max: u32,
    /// Where the figures come from.
    pub source: Source,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Named by the home's owner.
    Owner,
    /// A published source, named as it would be cited.
    Published(&'static str),
    /// General trade knowledge without a source.
    Trade,
}

/// The default for a sort of system, where there is one.
pub fn default_life(sort: SystemType) -> Option<Life> {
    use Source::{Published, Trade};
    const COMPONENTS: Source = Published("Typical life expectancy of building components (UK survey means)");
    const ASHTON: Source = Published("Ashton pool guide; Weber Pools");
    const OSA: Source = Published("osapower.com");
    let (years_min, years_max, source) = match sort {
        SystemType::Geyser => (8, 12, Trade),
        SystemType::DistributionBoard => (25, 40, Trade),
        SystemType::SolarPanels => (25, 30, OSA),
        SystemType::Inverter => (5, 10, OSA),
        SystemType::Battery => (10, 15, OSA),
        SystemType::Gutters => (30, 40, COMPONENTS),
        SystemType::Roof => (37, 64, COMPONENTS),
        SystemType::Waterproofing => (10, 15, Trade),
        SystemType::ExteriorPaint => (3, 8, Published("t-rifik.co.za")),
        SystemType::GateMotor => (8, 12, Trade),
        SystemType::GarageMotor => (10, 15, Trade),
        SystemType::ElectricFence => (7, 10, Trade),
        SystemType::PoolPump => (8, 12, ASHTON),
        SystemType::PoolFilter => (3, 5, Published("homeiown.com")),
        SystemType::SepticTank => (30, 40, Trade),
        _ => return None,
    };
    Some(Life { years_min, years_max, source })
}

/// The expected life of one system: its owner's figure, else the default of its sort.
pub fn expected_life(system: &System) -> Option<Life> {
    match system.life_years.and_then(|years| u32::try_from(years).ok()).filter(|years| *years > 0) {
        Some(years) => Some(Life { years_min: years, years_max: years, source: Source::Owner }),
        None => default_life(system.sort),
    }
}

/// How far through its life a system is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Whole years since the last day on which it can have been installed.
    pub years: u32,
    /// Age over the longer end of its expected life, per cent; more than 100 when past it. None where no life is known.
    pub of_life_percent: Option<u32>,
    /// Where age stands against life.
    pub stage: Stage,
}

/// Where a system stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// No life is known to compare with.
    Unknown,
    /// Younger than the shorter end.
    Within,
    /// Between the shorter and the longer end: plan its replacement.
    Due,
    /// Past the longer end.
    Past,
}

/// The age of `system` on `today`; none if it is not known when it was installed, or it lies ahead.
pub fn age(system: &System, today: Date) -> Option<Age> {
    let installed: PartialDate = system.installed?;
    let days = u32::try_from(today.days_since(installed.last())).ok()?;
    let years = years_between(installed.last(), today);
    let Some(life) = expected_life(system) else {
        return Some(Age { years, of_life_percent: None, stage: Stage::Unknown });
    };
    let percent = u64::from(days) * 10_000 / (u64::from(life.years_max) * 36_525);
    let stage = match years {
        years if years >= life.years_max => Stage::Past,
        years if years >= life.years_min => Stage::Due,
        _ => Stage::Within,
    };
    Some(Age { years, of_life_percent: u32::try_from(percent).ok(), stage })
}

/// Whole years from `from` to `to`, as birthdays are counted.
fn years_between(from: Date, to: Date) -> u32 {
    let before_birthday = (to.month(), to.day()) < (from.month(), from.day());
    u32::try_from(to.year() - from.year() - i32::from(before_birthday)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_is_told_against_life() {
        let today: Date = "2026-11-21".parse().expect("a date");
        let rows = [
            ("2016-11-21", None, Some((10, Stage::Due))),
            ("2016-11-22", None, Some((9, Stage::Due))),
            ("2014", None, Some((11, Stage::Due))),
            ("2013", None, Some((12, Stage::Past))),
            ("../2013", None, Some((13, Stage::Past))),
            ("2024", None, Some((1, Stage::Within))),
            ("2024", Some(1), Some((1, Stage::Past))),
            // Found by mutated archives: a life of no years is none at all.
            ("2024", Some(0), Some((1, Stage::Within))),
            ("2030", None, None),
        ];
        for (installed, life_years, expected) in rows {
            let system = System { installed: installed.parse().ok(), life_years, ..System::default() };
            assert_eq!(age(&system, today).map(|age| (age.years, age.stage)), expected, "{installed}");
        }
        let unknown = System { sort: SystemType::Other, installed: "2020".parse().ok(), ..System::default() };
        assert_eq!(age(&unknown, today).map(|age| (age.of_life_percent, age.stage)), Some((None, Stage::Unknown)));
    }
}
