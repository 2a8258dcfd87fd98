//! The property and its zones.

use super::pen::{Pen, Who, id};
use model::property::{Dwelling, PowerSource, Property, RoofCover, Walls, WaterSource};
use model::zone::{Place, Zone};

/// Zones by name, place, the zone they lie in, and what was noted.
const ZONES: &[(&str, &str, Place, Option<&str>, &str)] = &[
    ("kitchen", "Kitchen", Place::Kitchen, None, ""),
    ("scullery", "Scullery", Place::Kitchen, Some("kitchen"), "Distribution board is behind the door."),
    ("lounge", "Lounge and dining room", Place::Room, None, ""),
    ("main-bedroom", "Main bedroom", Place::Bedroom, None, ""),
    (
        "main-bathroom",
        "Main bathroom",
        Place::Bathroom,
        Some("main-bedroom"),
        "Tiles: Oatmeal 300 × 600, two boxes kept in the garage loft.",
    ),
    ("liesl", "Liesl’s room", Place::Bedroom, None, ""),
    ("thabo", "Thabo’s room", Place::Bedroom, None, ""),
    ("family-bathroom", "Family bathroom", Place::Bathroom, None, ""),
    ("study", "Study", Place::Room, None, "Fibre comes in here, behind the bookcase."),
    (
        "stoep",
        "Stoep and braai room",
        Place::Room,
        None,
        "Flat concrete roof above; the only part of the house without tiles.",
    ),
    (
        "garage",
        "Garage",
        Place::Garage,
        None,
        "Inverter and battery on the north wall. Paint tins on the top shelf, labelled by room.",
    ),
    (
        "roof",
        "Roof and ceiling space",
        Place::Roof,
        None,
        "Trapdoor in the passage; walk on the beams only. Geyser on brackets above the main bathroom.",
    ),
    ("front", "Front garden and drive", Place::Garden, None, "Water meter under the green lid left of the gate."),
    ("back", "Back garden", Place::Garden, None, ""),
    ("side", "Side passage", Place::Garden, None, "Gas cage, rain tank, drains’ rodding eyes."),
    ("pool", "Pool and pump house", Place::Pool, Some("back"), ""),
    (
        "cottage",
        "Ouma’s cottage",
        Place::Building,
        None,
        "One room, kitchenette and bathroom, 38 m². Own small geyser above the bathroom.",
    ),
    ("cottage-bathroom", "Cottage bathroom", Place::Bathroom, Some("cottage"), ""),
];

/// Writes the property as it was on the first day, its zones, and what later changed.
pub(super) fn write(pen: &mut Pen) {
    let first = pen.on(0, 3, 5);
    let year_built = pen.year(0);
    let property = Property {
        name: "Kiepersol".into(),
        address: "114 Ou Meulsteen-Kromboomrivier Crescent, corner of Sir Alexander Bicknell Drive".into(),
        suburb: "Pinelands".into(),
        city: "Cape Town".into(),
        postal_code: "7405".into(),
        country: Some("ZA".into()),
        time_zone: Some("Africa/Johannesburg".into()),
        dwelling: Some(Dwelling::House),
        year_built: Some(year_built),
        occupied: Some(first.into()),
        floor_area_m2: Some(236),
        erf: "Erf 48213".into(),
        roof: Some(RoofCover::Tile),
        walls: Some(Walls::PlasteredBrick),
        water: vec![WaterSource::Municipal],
        power: vec![PowerSource::Municipal],
        water_shut_off: "Green lid left of the drive gate, quarter turn clockwise".into(),
        power_shut_off: "Main switch, top left of the board in the scullery".into(),
        notes: "Built by Bouwerf Developments on the back half of the old Bicknell stand. Alarm code and spare \
            keys: Ouma Hettie \
                in the cottage, or Nomvula next door at 112."
            .into(),
        deleted: None,
    };
    pen.write("home", Who::Naledi, first, &property);
    for (name, title, place, parent, notes) in ZONES {
        let zone = Zone {
            name: (*title).into(),
            place: *place,
            parent: parent.map(id::<Zone>),
            notes: (*notes).into(),
            deleted: None,
        };
        pen.write(name, Who::Naledi, first, &zone);
    }
    let day = pen.on(2, 3, 24);
    pen.change("home", Who::Pieter, day, |home: &mut Property| home.water.push(WaterSource::Rain));
    let day = pen.on(6, 10, 14);
    pen.change("home", Who::Pieter, day, |home: &mut Property| {
        home.power.extend([PowerSource::Solar, PowerSource::Battery]);
        home.power_shut_off =
            "Main switch, top left of the board in the scullery; THEN the red isolator beside the inverter \
                               in the garage, or the essential circuits stay live"
                .into();
    });
    let day = pen.on(4, 1, 11);
    pen.change("study", Who::Naledi, day, |zone: &mut Zone| zone.name = "Study (Naledi’s office)".into());
}
