//! The home itself: where it is, what it is built of, and what feeds it. One record in each home's space.

use crate::choice::choice;
use crate::date::PartialDate;
use crate::letter::{Check, Letter, YEAR_MAX, YEAR_MIN};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A home.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Property {
    /// What its people call it.
    pub name: String,
    /// Street and number, unit and scheme, on one or more lines.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Suburb or place.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suburb: String,
    /// City or municipality.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Postal code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// ISO 3166-1 code of two capitals; South Africa unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Time zone in which the home's days begin and end; Africa/Johannesburg unless said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// What sort of home.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dwelling: Option<Dwelling>,
    /// Year in which it was built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year_built: Option<i32>,
    /// When it was first lived in: the clocks of a new home run from then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupied: Option<PartialDate>,
    /// Floor area, square metres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor_area_m2: Option<i64>,
    /// Stand, erf or section number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub erf: String,
    /// What covers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roof: Option<RoofCover>,
    /// What its walls are of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub walls: Option<Walls>,
    /// Where its water comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub water: Vec<WaterSource>,
    /// Where its power comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub power: Vec<PowerSource>,
    /// Where the water to the whole home is shut off.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub water_shut_off: String,
    /// Where the power to the whole home is switched off.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub power_shut_off: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Property {
    "name" => name,
    "address" => address,
    "suburb" => suburb,
    "city" => city,
    "postal_code" => postal_code,
    "country" => country,
    "time_zone" => time_zone,
    "dwelling" => dwelling,
    "year_built" => year_built,
    "occupied" => occupied,
    "floor_area_m2" => floor_area_m2,
    "erf" => erf,
    "roof" => roof,
    "walls" => walls,
    "water" => water,
    "power" => power,
    "water_shut_off" => water_shut_off,
    "power_shut_off" => power_shut_off,
    "notes" => notes,
    "deleted" => deleted,
});

choice! {
    /// Sorts of home.
    Dwelling {
        /// Free-standing.
        House = "house",
        /// In a row or a small complex.
        Townhouse = "townhouse",
        /// In a block.
        Flat = "flat",
        /// Beside the main house.
        Cottage = "cottage",
        /// On a farm or smallholding.
        Farmhouse = "farmhouse",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// Roof coverings.
    RoofCover {
        /// Clay or concrete tiles.
        Tile = "tile",
        /// Corrugated or profiled steel.
        Metal = "metal",
        /// Slate.
        Slate = "slate",
        /// Thatch.
        Thatch = "thatch",
        /// A flat concrete slab.
        Flat = "flat",
        /// Fibre cement, which may hold asbestos where it is older than 2008.
        FibreCement = "fibre_cement",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// Wall materials.
    Walls {
        /// Plastered brick.
        PlasteredBrick = "plastered_brick",
        /// Face brick.
        FaceBrick = "face_brick",
        /// Concrete block.
        Block = "block",
        /// Stone.
        Stone = "stone",
        /// Timber.
        Timber = "timber",
        /// Light steel frame.
        SteelFrame = "steel_frame",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// Sources of water.
    WaterSource {
        /// The municipality.
        Municipal = "municipal",
        /// A borehole.
        Borehole = "borehole",
        /// A well point.
        WellPoint = "well_point",
        /// Rain tanks.
        Rain = "rain",
        /// A stored supply for outages.
        Backup = "backup",
    }
}

choice! {
    /// Sources of power.
    PowerSource {
        /// The municipality.
        Municipal = "municipal",
        /// Eskom directly.
        Eskom = "eskom",
        /// A prepaid meter.
        Prepaid = "prepaid",
        /// Solar panels.
        Solar = "solar",
        /// A battery.
        Battery = "battery",
        /// A generator.
        Generator = "generator",
    }
}

impl Letter for Property {
    const KIND: &'static str = "property";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.line("address", &self.address);
        check.line("suburb", &self.suburb);
        check.line("city", &self.city);
        check.line("postal_code", &self.postal_code);
        check.line("erf", &self.erf);
        check.line("water_shut_off", &self.water_shut_off);
        check.line("power_shut_off", &self.power_shut_off);
        check.note("notes", &self.notes);
        check.line("time_zone", self.time_zone.as_deref().unwrap_or_default());
        if self.country.as_ref().is_some_and(|code| code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase())) {
            check.fault("country", crate::FaultCode::NotAllowed);
        }
        if let Some(year) = self.year_built {
            check.within("year_built", year.into(), YEAR_MIN.into(), YEAR_MAX.into());
        }
        check.date("occupied", self.occupied);
        if let Some(area) = self.floor_area_m2 {
            check.within("floor_area_m2", area, 1, 100_000);
        }
        check.list("water", &self.water);
        check.list("power", &self.power);
    }
}
