//! The scheme itself, its buildings and its units.

use super::id;
use crate::demo::chance::Chance;
use model::Date;
use model::estate::responsibility::{Bearer, Duty, Regime};
use model::scheme::{Building, Scheme, SchemeRule, Unit};
use model::system::SystemType;

/// The buildings, in the order in which they stand along the drive.
const BUILDINGS: [&str; 4] = ["Disa", "Erica", "Watsonia", "Aloe"];

/// Units of each.
const UNITS_OF_EACH: u32 = 12;

/// Places of the common property.
pub const COMMON: [&str; 3] = ["Roofs and walls", "Lift of Aloe", "Gates and pumps"];

const FIRST: [&str; 16] = [
    "Thandeka", "Johan", "Fatima", "Sipho", "Anneke", "Yusuf", "Lerato", "Michael", "Priya", "Bongani", "Elsabe",
    "Nomsa", "David", "Zainab", "Pieter", "Refilwe",
];
const LAST: [&str; 14] = [
    "Mokoena",
    "van der Merwe",
    "Davids",
    "Dlamini",
    "Botha",
    "Adams",
    "Khumalo",
    "Jacobs",
    "Naidoo",
    "Pillay",
    "Mthembu",
    "Fourie",
    "September",
    "Nkosi",
];

/// What the scheme says of itself.
pub fn scheme(today: Date) -> Scheme {
    Scheme {
        name: "Protea Mews".into(),
        regime: Regime::SectionalTitle,
        number: "SS 214/1998".into(),
        address: "41 Belmont Road".into(),
        suburb: "Rondebosch".into(),
        city: "Cape Town".into(),
        year_end: Some(2),
        first_meeting: Date::of(1998, 9, 17),
        agent: "Kromboom Property Services".into(),
        agent_phone: "021 555 0177".into(),
        agent_email: "mews@kromboom.example".into(),
        trustees: ["Thandeka Mokoena", "Yusuf Adams", "Elsabe Fourie"].map(str::to_owned).into(),
        rules: vec![SchemeRule {
            cite: "Conduct rule 14".into(),
            words: "Owners of ground-floor sections maintain the garden of their exclusive use area, its taps and its irrigation.".into(),
            sorts: vec![SystemType::Irrigation],
            duties: vec![Duty::Maintain],
            bearer: Bearer::default(),
            ..SchemeRule::default()
        }],
        approval_from: Some(2_500_000),
        approvals: Some(2),
        notes: format!("Trustees meet on the first Tuesday. The plan was last walked on {}.", today.minus_days(61)),
        ..Scheme::default()
    }
}

/// The buildings, each by its name.
pub fn buildings() -> Vec<(&'static str, Building)> {
    let building =
        |(name, place): (&'static str, u32)| (name, Building { name: name.into(), place, ..Building::default() });
    BUILDINGS.into_iter().zip(1..).map(building).collect()
}

/// The units by their numbers, and the common property. Quotas are by floor area, and sum to a hundred per cent.
pub fn units(today: Date) -> Vec<(String, Unit)> {
    let mut units: Vec<(String, Unit)> = Vec::new();
    for (building, name) in BUILDINGS.iter().enumerate() {
        for at in 1..=UNITS_OF_EACH {
            let number = u32::try_from(building).unwrap_or(0) * UNITS_OF_EACH + at;
            units.push((number.to_string(), unit(number, name, today)));
        }
    }
    let told: u32 = units.iter().filter_map(|(_, unit)| unit.quota).sum();
    if let Some(quota) = units.last_mut().and_then(|(_, unit)| unit.quota.as_mut()) {
        *quota += 1_000_000 - told;
    }
    let common = |name: &&str| {
        let responsible = "Kromboom Property Services".into();
        let unit = Unit { number: (*name).into(), common: Some(true), responsible, ..Unit::default() };
        ((*name).to_owned(), unit)
    };
    units.extend(COMMON.iter().map(common));
    units
}

fn unit(number: u32, building: &str, today: Date) -> Unit {
    let mut chance = Chance::of(&format!("estate unit {number}"));
    let owner = format!("{} {}", chance.pick(&FIRST), chance.pick(&LAST));
    let tenant =
        if chance.percent(30) { format!("{} {}", chance.pick(&FIRST), chance.pick(&LAST)) } else { String::new() };
    Unit {
        number: number.to_string(),
        section: number.to_string(),
        building: Some(id::<Building>(building)),
        quota: Some(if number.is_multiple_of(3) { 23_500 } else { 19_450 }),
        owner_email: format!("unit{number}@proteamews.example"),
        owner_phone: format!("082 555 {:04}", 1000 + number * 37),
        owner,
        tenant,
        owned_since: Some(today.minus_days(chance.within(90, 5_200))),
        ..Unit::default()
    }
}
