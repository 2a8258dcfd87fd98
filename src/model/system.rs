//! A thing that a home depends on and that ages: a geyser, a roof, a gate motor.

use crate::choice::choice;
use crate::date::PartialDate;
use crate::fault::{Fault, FaultCode};
use crate::file::FileRef;
use crate::id::{FileHash, RecordId};
use crate::letter::{Check, Letter};
use crate::money::Money;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A system of a home, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct System {
    /// What its people call it.
    pub name: String,
    /// What sort of system.
    #[serde(rename = "type")]
    pub sort: SystemType,
    /// The zone it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<RecordId>,
    /// The system it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<RecordId>,
    /// Who made it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub make: String,
    /// The maker's model.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub model: String,
    /// The maker's serial number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub serial: String,
    /// Size as its trade says it: 150 litres, 5 kW.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub size: String,
    /// When it was installed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub installed: Option<PartialDate>,
    /// Who fitted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fitted_by: Option<RecordId>,
    /// What it cost, fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Expected life in years where its owner knows better than the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life_years: Option<i64>,
    /// Where that expectation comes from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub life_source: String,
    /// Where it is shut off.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub shut_off: String,
    /// Which of its photos shows where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shut_off_photo: Option<FileHash>,
    /// What to do first when it fails, a line for each step.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub steps: String,
    /// Whom to call then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<RecordId>,
    /// A number that is answered day and night.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub call_number: String,
    /// The system that took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<RecordId>,
    /// When it was taken out of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<PartialDate>,
    /// Photos of it and of its rating plate.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(System {
    "name" => name,
    "type" => sort,
    "zone" => zone,
    "parent" => parent,
    "make" => make,
    "model" => model,
    "serial" => serial,
    "size" => size,
    "installed" => installed,
    "fitted_by" => fitted_by,
    "price" => price,
    "life_years" => life_years,
    "life_source" => life_source,
    "shut_off" => shut_off,
    "shut_off_photo" => shut_off_photo,
    "steps" => steps,
    "call" => call,
    "call_number" => call_number,
    "replaced_by" => replaced_by,
    "removed" => removed,
    "files" => files,
    "notes" => notes,
    "deleted" => deleted,
});

choice! {
    /// Sorts of system.
    SystemType {
        /// Electric water heater with a tank.
        Geyser = "geyser",
        /// Solar water heater.
        SolarGeyser = "solar_geyser",
        /// Heat pump for water.
        HeatPump = "heat_pump",
        /// Gas water heater without a tank.
        GasGeyser = "gas_geyser",
        /// Distribution board.
        DistributionBoard = "distribution_board",
        /// Earth-leakage relay.
        EarthLeakage = "earth_leakage",
        /// Surge protective device.
        SurgeProtection = "surge_protection",
        /// Fixed wiring.
        Wiring = "wiring",
        /// Electricity meter.
        ElectricityMeter = "electricity_meter",
        /// Solar panels.
        SolarPanels = "solar_panels",
        /// Solar or backup inverter.
        Inverter = "inverter",
        /// Battery.
        Battery = "battery",
        /// Standby generator.
        Generator = "generator",
        /// Roof covering.
        Roof = "roof",
        /// Gutters and downpipes.
        Gutters = "gutters",
        /// Waterproofing of a flat roof, a balcony or a parapet.
        Waterproofing = "waterproofing",
        /// Ceilings and insulation.
        Ceiling = "ceiling",
        /// Paint outside.
        ExteriorPaint = "exterior_paint",
        /// Windows and doors.
        WindowsDoors = "windows_doors",
        /// Timber outside: decks, pergolas, doors.
        ExteriorTimber = "exterior_timber",
        /// Water pipes.
        Plumbing = "plumbing",
        /// Pressure-control valve.
        PressureValve = "pressure_valve",
        /// Water meter.
        WaterMeter = "water_meter",
        /// Rain or backup water tank.
        WaterTank = "water_tank",
        /// Water pump.
        WaterPump = "water_pump",
        /// Borehole.
        Borehole = "borehole",
        /// Drains and sewer.
        Drainage = "drainage",
        /// Septic tank.
        SepticTank = "septic_tank",
        /// Gas installation.
        GasInstallation = "gas_installation",
        /// Motor of a drive gate.
        GateMotor = "gate_motor",
        /// Motor of a garage door.
        GarageMotor = "garage_motor",
        /// Electric fence.
        ElectricFence = "electric_fence",
        /// Alarm.
        Alarm = "alarm",
        /// Cameras.
        Cameras = "cameras",
        /// Intercom.
        Intercom = "intercom",
        /// Swimming pool.
        Pool = "pool",
        /// Pool pump.
        PoolPump = "pool_pump",
        /// Pool filter.
        PoolFilter = "pool_filter",
        /// Irrigation.
        Irrigation = "irrigation",
        /// Air conditioner.
        AirConditioner = "air_conditioner",
        /// Fireplace and flue.
        Fireplace = "fireplace",
        /// Fire extinguisher.
        FireExtinguisher = "fire_extinguisher",
        /// Smoke detector.
        SmokeDetector = "smoke_detector",
        /// Oven or hob.
        Oven = "oven",
        /// Refrigerator or freezer.
        Refrigerator = "refrigerator",
        /// Dishwasher.
        Dishwasher = "dishwasher",
        /// Washing machine or dryer.
        WashingMachine = "washing_machine",
        /// Another appliance.
        Appliance = "appliance",
        /// Fibre, network and television.
        Network = "network",
        /// Lift.
        Lift = "lift",
        /// Anything else.
        Other = "other",
    }
}

impl Letter for System {
    const KIND: &'static str = "system";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.line("make", &self.make);
        check.line("model", &self.model);
        check.line("serial", &self.serial);
        check.line("size", &self.size);
        check.line("life_source", &self.life_source);
        check.line("shut_off", &self.shut_off);
        check.note("steps", &self.steps);
        check.line("call_number", &self.call_number);
        check.note("notes", &self.notes);
        check.date("installed", self.installed);
        check.date("removed", self.removed);
        check.money("price", self.price.as_ref());
        if let Some(years) = self.life_years {
            check.within("life_years", years, 1, 200);
        }
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
    }

    fn conflicts(&self) -> Vec<Fault> {
        match (self.installed, self.removed) {
            (Some(installed), Some(removed)) if removed.last() < installed.first() => {
                vec![Fault::new("removed", FaultCode::Contradicts)]
            }
            _ => Vec::new(),
        }
    }
}

impl System {
    /// Whether it is still in use.
    pub fn in_use(&self) -> bool {
        self.replaced_by.is_none() && self.removed.is_none() && self.deleted != Some(true)
    }
}

/// `id` and everything above it by `parent_of`, nearest first. A cycle, which two offline edits can make, ends before it repeats.
pub fn ancestry(id: RecordId, parent_of: impl Fn(RecordId) -> Option<RecordId>) -> Vec<RecordId> {
    let mut line = vec![id];
    while let Some(parent) = parent_of(line[line.len() - 1]) {
        if line.contains(&parent) {
            break;
        }
        line.push(parent);
    }
    line
}

/// The parent that everyone shows for `id`: none for the smallest id of a cycle, so that every device cuts it at the same place.
pub fn shown_parent(id: RecordId, parent_of: impl Fn(RecordId) -> Option<RecordId>) -> Option<RecordId> {
    let line = ancestry(id, &parent_of);
    let closes = parent_of(line[line.len() - 1]);
    let in_cycle = closes == Some(id);
    if in_cycle && line.iter().min() == Some(&id) { None } else { parent_of(id) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_cycle_of_parents_is_cut_at_the_same_place_from_everywhere() {
        let id = |n: u128| RecordId(Uuid::from_u128(n));
        // 1 -> 2 -> 3 -> 1, and 4 hangs below 3.
        let parent_of = |of: RecordId| match of.0.as_u128() {
            1 => Some(id(2)),
            2 => Some(id(3)),
            3 => Some(id(1)),
            4 => Some(id(3)),
            _ => None,
        };
        assert_eq!([1, 2, 3, 4].map(|n| shown_parent(id(n), parent_of)), [None, Some(id(3)), Some(id(1)), Some(id(3))]);
        assert_eq!(shown_parent(id(5), |_| Some(id(5))), None);
    }

    #[test]
    fn removed_before_installed_is_a_contradiction_not_a_fault() {
        let system = System {
            name: "Geyser".into(),
            installed: "2019".parse().ok(),
            removed: "2018-05".parse().ok(),
            ..System::default()
        };
        assert_eq!(system.faults(), []);
        assert_eq!(system.conflicts(), [Fault::new("removed", FaultCode::Contradicts)]);
    }
}
