//! What stands in the boxes of the home's form, and the home that they make.

use crate::pages::form::number_typed;
use leptos::prelude::*;
use model::canonical::normal;
use model::property::{Dwelling, PowerSource, Property, RoofCover, Walls, WaterSource};
use model::{Fault, Letter, PartialDate};

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Boxes {
    /// The name.
    pub name: RwSignal<String>,
    /// Street and number.
    pub address: RwSignal<String>,
    /// The suburb.
    pub suburb: RwSignal<String>,
    /// The city.
    pub city: RwSignal<String>,
    /// The postal code.
    pub postal_code: RwSignal<String>,
    /// What sort of home.
    pub dwelling: RwSignal<Option<Dwelling>>,
    /// The year it was built.
    pub year_built: RwSignal<String>,
    /// When it was first lived in.
    pub occupied: RwSignal<Option<PartialDate>>,
    /// Floor area, square metres.
    pub floor_area: RwSignal<String>,
    /// Erf, stand or section number.
    pub erf: RwSignal<String>,
    /// The roof.
    pub roof: RwSignal<Option<RoofCover>>,
    /// The walls.
    pub walls: RwSignal<Option<Walls>>,
    /// Where the water comes from.
    pub water: RwSignal<Vec<WaterSource>>,
    /// Where the power comes from.
    pub power: RwSignal<Vec<PowerSource>>,
    /// Where the water is shut off.
    pub water_shut_off: RwSignal<String>,
    /// Where the power is switched off.
    pub power_shut_off: RwSignal<String>,
    /// Notes.
    pub notes: RwSignal<String>,
}

impl Boxes {
    /// The boxes filled from `property`.
    pub fn of(property: &Property) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let number = |number: Option<i64>| RwSignal::new(number.map(|number| number.to_string()).unwrap_or_default());
        Self {
            name: text(&property.name),
            address: text(&property.address),
            suburb: text(&property.suburb),
            city: text(&property.city),
            postal_code: text(&property.postal_code),
            dwelling: RwSignal::new(property.dwelling),
            year_built: number(property.year_built.map(Into::into)),
            occupied: RwSignal::new(property.occupied),
            floor_area: number(property.floor_area_m2),
            erf: text(&property.erf),
            roof: RwSignal::new(property.roof),
            walls: RwSignal::new(property.walls),
            water: RwSignal::new(property.water.clone()),
            power: RwSignal::new(property.power.clone()),
            water_shut_off: text(&property.water_shut_off),
            power_shut_off: text(&property.power_shut_off),
            notes: text(&property.notes),
        }
    }

    /// The home with what was typed, on top of `before`; or everything wrong with it.
    pub fn property(&self, before: &Property) -> Result<Property, Vec<Fault>> {
        let text = |signal: RwSignal<String>| signal.with_untracked(|text| normal(text));
        let year = self.year_built.with_untracked(|typed| number_typed(typed, "year_built"));
        let area = self.floor_area.with_untracked(|typed| number_typed(typed, "floor_area_m2"));
        let mut faults: Vec<Fault> = [&year, &area].into_iter().filter_map(|typed| typed.clone().err()).collect();
        let property = Property {
            name: text(self.name),
            address: text(self.address),
            suburb: text(self.suburb),
            city: text(self.city),
            postal_code: text(self.postal_code),
            dwelling: self.dwelling.get_untracked(),
            // A year that no `i32` holds is out of bounds as much as the largest is.
            year_built: year.unwrap_or_default().map(|year| i32::try_from(year).unwrap_or(i32::MAX)),
            occupied: self.occupied.get_untracked(),
            floor_area_m2: area.unwrap_or_default(),
            erf: text(self.erf),
            roof: self.roof.get_untracked(),
            walls: self.walls.get_untracked(),
            water: self.water.get_untracked(),
            power: self.power.get_untracked(),
            water_shut_off: text(self.water_shut_off),
            power_shut_off: text(self.power_shut_off),
            notes: text(self.notes),
            ..before.clone()
        };
        faults.extend(property.faults());
        if faults.is_empty() { Ok(property) } else { Err(faults) }
    }
}
