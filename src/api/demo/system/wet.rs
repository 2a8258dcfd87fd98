//! What carries water or gas, and the pool.

use super::{Thing, finished};
use crate::demo::day;
use crate::demo::pen::{Pen, Who, id};
use crate::demo::photo::Scene;
use model::Date;
use model::date::Sense;
use model::system::{System, SystemType};

pub(super) fn write(pen: &mut Pen) {
    geysers(pen);
    water(pen);
    gas(pen);
    pool(pen);
}

fn geysers(pen: &mut Pen) {
    let built = finished(pen);
    Thing::new("geyser-1", pen.on(0, 3, 12), SystemType::Geyser, "Main geyser (first)", "roof")
        .made("Warmbron", "Standaard 150 B-class", "WB150-0415-77213", "150 ℓ, 3 kW")
        .installed(built)
        .fitted_by("builder")
        .shut_off("Stopcock on the cold feed beside the tank; isolator on the beam")
        .photo(Scene::Geyser, 0, "Main geyser on its brackets, seen from the trapdoor")
        .photo(Scene::RatingPlate, 0, "Rating plate of the main geyser")
        .note(
            "Came with the house. The drip tray’s overflow comes out above the side passage: if it drips there, \
            look here.",
        )
        .write(pen);
    let day = pen.on(6, 7, 9);
    Thing::new("geyser-2", day, SystemType::Geyser, "Main geyser", "roof")
        .from(Who::Pieter)
        .made("Warmbron", "Superlyn 200 Dual", "WB200-0322-10482", "200 ℓ, 4 kW")
        .installed(day)
        .fitted_by("plumber")
        .price(14_870)
        .shut_off("New stopcock at the trapdoor, red handle; isolator on the beam; breaker 7 on the board")
        .photo(Scene::Geyser, 1, "The new 200 litre tank, drip tray and both vacuum breakers")
        .photo(Scene::RatingPlate, 1, "Rating plate; five years on the tank")
        .note("Timer set 04:30–06:00 and 13:00–15:00 since the panels are up. Keep at 60 °C.")
        .write(pen);
    pen.change("geyser-1", Who::Pieter, day, |geyser: &mut System| {
        geyser.replaced_by = Some(id::<System>("geyser-2"));
        geyser.removed = Some(day.into());
    });
    let about = day::year(pen.year(0), Sense::About);
    Thing::new("cottage-geyser", pen.on(0, 4, 16), SystemType::Geyser, "Cottage geyser", "cottage-bathroom")
        .made("Warmbron", "Kompak 100", "", "100 ℓ, 2 kW")
        .installed(about)
        .fitted_by("builder")
        .shut_off("Behind the cottage’s bathroom basin, left")
        .photo(Scene::Geyser, 2, "The cottage’s geyser, in the corner above the bathroom")
        .note("The plate is on the side that faces the wall; serial number not readable without moving the tank.")
        .write(pen);
}

fn water(pen: &mut Pen) {
    let built = finished(pen);
    Thing::new("plumbing", pen.on(0, 3, 13), SystemType::Plumbing, "Water pipes", "side")
        .installed(built)
        .fitted_by("builder")
        .made("", "Copper to the house, PEX inside", "", "22 mm and 15 mm")
        .shut_off("Green lid left of the drive gate, quarter turn clockwise")
        .write(pen);
    let replaced = pen.on(4, 8, 22);
    Thing::new("prv", pen.on(0, 4, 18), SystemType::PressureValve, "Pressure-control valve (PRV)", "side")
        .part_of("plumbing")
        .made("Stroombeheer", "Multi 400", "", "400 kPa")
        .installed(built)
        .fitted_by("builder")
        .write(pen);
    pen.change("prv", Who::Pieter, replaced, |valve: &mut System| {
        valve.model = "Multi 400 Mark II".into();
        valve.installed = Some(replaced.into());
        valve.fitted_by = Some(id::<model::contact::Contact>("plumber"));
    });
    Thing::new("water-meter", pen.on(0, 3, 19), SystemType::WaterMeter, "Water meter", "front")
        .made("Aquatel", "V100", "WM 8841207", "15 mm")
        .installed(built)
        .fitted_by("city")
        .photo(Scene::Meter, 0, "The meter under the green lid")
        .note("Red digits are litres. Read on the last evening of each month.")
        .write(pen);
    let day = pen.on(2, 3, 24);
    Thing::new("water-tank", day, SystemType::WaterTank, "Rain tank and pump", "side")
        .from(Who::Pieter)
        .made("Jopo-Groen", "Slimline 2 400", "", "2 400 ℓ, 0,37 kW pump")
        .installed(day)
        .fitted_by("plumber")
        .price(13_450)
        .life(20, "Maker’s leaflet, tank in full sun")
        .shut_off("Blue ball valve at the foot of the tank")
        .photo(Scene::WaterTank, 0, "Tank in the side passage, before the downpipe was led in")
        .note(
            "Feeds the toilets and the garden tap. NOT for drinking: the change-over valve behind the tank must \
            stay as the plumber left it, \
               or rain water gets into the city’s main (the certificate says so too).",
        )
        .write(pen);
    let about = day::year(pen.year(3), Sense::About);
    Thing::new("irrigation", pen.on(3, 10, 2), SystemType::Irrigation, "Irrigation", "back")
        .made("Reënboog", "ESP-6", "", "6 stations, 5 used")
        .installed(about)
        .fitted_by("irrigation")
        .life(15, "Nathi, when he set it up")
        .note(
            "Stations: 1 front lawn, 2 roses, 3 back lawn left, 4 back lawn right, 5 vegetables (drip), 6 not \
            connected.",
        )
        .write(pen);
}

/// The day on which the cottage got its gas: five years before a day 25 days ahead, when it has to be inspected again.
pub(in crate::demo) fn cottage_gas(today: Date) -> Date {
    today.plus_days(25).minus_months(60)
}

fn gas(pen: &mut Pen) {
    let day = pen.on(1, 2, 10);
    Thing::new("gas", day, SystemType::GasInstallation, "Gas installation (hob and heater point)", "side")
        .made("", "Two 48 kg cylinders, change-over valve, 5-plate hob", "", "22 mm copper, 2,8 kPa")
        .installed(day)
        .fitted_by("gas")
        .price(11_280)
        .shut_off("Yellow lever inside the cage; second valve in the cupboard left of the hob")
        .photo(Scene::GasCage, 0, "Cage in the side passage, with the warning signs")
        .note("Hoses and regulator to be changed every five years; date is punched into the brass tag.")
        .write(pen);
    let day = cottage_gas(pen.today);
    Thing::new("cottage-gas", day, SystemType::GasInstallation, "Cottage: gas point for the hob", "cottage")
        .made("", "One 9 kg cylinder outside, two-plate hob", "", "15 mm copper")
        .installed(day)
        .fitted_by("gas")
        .shut_off("Lever at the cylinder, left of Ouma’s door")
        .write(pen);
}

fn pool(pen: &mut Pen) {
    let day = pen.on(2, 11, 3);
    Thing::new("pool", day, SystemType::Pool, "Swimming pool", "pool")
        .made("Helder Poele", "Gunite, marbelite finish", "", "7,5 × 3,6 m, 34 kℓ")
        .installed(day)
        .fitted_by("pool-old")
        .price(148_000)
        .life(25, "Helder Poele’s offer; marbelite 12 to 15 years")
        .photo(Scene::Pool, 0, "First day with water in it")
        .write(pen);
    Thing::new("pool-pump", day, SystemType::PoolPump, "Pool pump", "pool")
        .part_of("pool")
        .made("Kwikvloei", "KV-75", "75-181007-22", "0,75 kW")
        .installed(day)
        .fitted_by("pool-old")
        .shut_off("Timer box in the pump house, lower switch")
        .photo(Scene::PoolPump, 0, "Pump and filter in the pump house")
        .write(pen);
    Thing::new("pool-filter", day, SystemType::PoolFilter, "Pool sand filter", "pool")
        .part_of("pool")
        .made("Kwikvloei", "3-bag", "3B-1809-614", "120 kg sand")
        .installed(day)
        .fitted_by("pool-old")
        .note("Backwash every second week in summer. Sand has never been changed.")
        .write(pen);
}
