//! What carries current, covers the house or guards it.

use super::{Thing, finished};
use crate::demo::day;
use crate::demo::pen::{Pen, Who};
use crate::demo::photo::Scene;
use model::date::Sense;
use model::system::{System, SystemType};

pub(super) fn write(pen: &mut Pen) {
    board(pen);
    sun(pen);
    cover(pen);
    gates(pen);
    comfort(pen);
}

fn board(pen: &mut Pen) {
    let built = finished(pen);
    Thing::new("db", pen.on(0, 3, 12), SystemType::DistributionBoard, "Distribution board (DB)", "scullery")
        .made("Kringmeester", "Mini-rail 36", "", "36 ways, 60 A main switch")
        .installed(built)
        .fitted_by("builder")
        .shut_off("Main switch, top left")
        .photo(Scene::Board, 0, "The board with its legend, cover off for the inspection")
        .note(
            "Legend inside the door was redone when the solar went in. 7 geyser, 8 stove, 11 pool, 14 gate and \
            garage, 15 to 19 plugs.",
        )
        .write(pen);
    Thing::new("earth-leakage", pen.on(0, 3, 12), SystemType::EarthLeakage, "Earth-leakage relay", "scullery")
        .part_of("db")
        .made("Kringmeester", "EL-63", "", "63 A, 30 mA")
        .installed(built)
        .fitted_by("builder")
        .note("Press the test button at the change of season. If it does not drop out, phone Bongani the same day.")
        .write(pen);
    let day = pen.on(3, 1, 22);
    Thing::new("surge", day, SystemType::SurgeProtection, "Surge arrestors (SPD)", "scullery")
        .from(Who::Pieter)
        .part_of("db")
        .made("Blitsvang", "T2-40", "", "Class II, 40 kA")
        .installed(day)
        .fitted_by("electrician")
        .price(2_960)
        .life(10, "Bongani Mkhize; sooner if the window turns red")
        .write(pen);
    Thing::new("electricity-meter", pen.on(0, 3, 19), SystemType::ElectricityMeter, "Electricity meter", "front")
        .made("Conlyn", "BEC62", "0412 7783 095", "Single phase, 60 A")
        .installed(built)
        .fitted_by("city")
        .photo(Scene::Meter, 1, "The meter in the kiosk on the pavement")
        .write(pen);
}

fn sun(pen: &mut Pen) {
    let day = pen.on(6, 10, 14);
    Thing::new("solar-panels", day, SystemType::SolarPanels, "Solar panels", "roof")
        .from(Who::Pieter)
        .made("Sonstraal", "Mono 455", "Ten panels, list with the invoice", "4,55 kWp, north-west")
        .installed(day)
        .fitted_by("solar")
        .price(48_600)
        .shut_off("Red DC isolator beside the inverter")
        .photo(Scene::SolarPanels, 0, "Ten panels on the north-west slope")
        .write(pen);
    Thing::new("inverter", day, SystemType::Inverter, "Inverter", "garage")
        .from(Who::Pieter)
        .made("Deyang", "Hibried 5K", "2207-5K-0138841", "5 kW")
        .installed(day)
        .fitted_by("solar")
        .price(31_900)
        .shut_off("Red AC isolator below it, then the DC isolator")
        .photo(Scene::Inverter, 0, "Inverter and battery on the garage wall")
        .photo(Scene::RatingPlate, 2, "Rating plate of the inverter")
        .note("Firmware is updated by Langalethu once a year. Fault codes are listed inside the manual, page 41.")
        .write(pen);
    Thing::new("battery", day, SystemType::Battery, "Battery", "garage")
        .from(Who::Pieter)
        .part_of("inverter")
        .made("Pylaar", "US5000", "PY5-220914-0077", "4,8 kWh, lithium iron phosphate")
        .installed(day)
        .fitted_by("solar")
        .price(28_750)
        .photo(Scene::Inverter, 1, "Battery on its shelf, three status lights")
        .write(pen);
}

fn cover(pen: &mut Pen) {
    let built = finished(pen);
    Thing::new("roof", pen.on(0, 3, 19), SystemType::Roof, "Tiled roof", "roof")
        .made("Marlverwe", "Concrete, double Roman, charcoal", "", "about 260 m², pitch 26°")
        .installed(built)
        .fitted_by("builder")
        .photo(Scene::TiledRoof, 0, "North slope in the first winter")
        .note("Forty spare tiles are stacked behind the pump house.")
        .write(pen);
    Thing::new("gutters", pen.on(0, 3, 19), SystemType::Gutters, "Gutters and downpipes", "roof")
        .part_of("roof")
        .made("", "Seamless aluminium, ogee, 125 mm", "", "54 m, 7 downpipes")
        .installed(built)
        .fitted_by("builder")
        .write(pen);
    Thing::new("waterproofing", pen.on(0, 8, 6), SystemType::Waterproofing, "Waterproofing of the stoep roof", "stoep")
        .made("", "Torch-on, 4 mm, silver coat", "", "31 m²")
        .installed(built)
        .fitted_by("builder")
        .photo(Scene::FlatRoof, 0, "Silver coat on the flat roof over the stoep")
        .write(pen);
    Thing::new("paint", pen.on(0, 3, 19), SystemType::ExteriorPaint, "Paint outside", "front")
        .made("Plascolour", "Muurmeester, Karoo Dust 4-B", "", "about 310 m²")
        .installed(built)
        .fitted_by("builder")
        .life(7, "Tin: seven years on sound plaster")
        .write(pen);
    let repainted = pen.on(7, 2, 17);
    pen.change("paint", Who::Naledi, repainted, |paint: &mut System| {
        paint.model = "Muurmeester Ultra, Pebble Shore 2-C".into();
        paint.installed = Some(repainted.into());
        paint.notes = "Trim and fascias: Witgat 0-A, satin. Colour cards are in the paint folder.".into();
    });
}

fn gates(pen: &mut Pen) {
    let built = finished(pen);
    Thing::new("gate-motor", pen.on(0, 3, 19), SystemType::GateMotor, "Drive gate motor", "front")
        .made("Hekreus", "D5-Vinnig", "D5V-1601-2284", "24 V, gates to 500 kg")
        .installed(built)
        .fitted_by("builder")
        .shut_off("Key release under the flap; breaker 14")
        .photo(Scene::GateMotor, 0, "Motor, rack and the manual release")
        .note("Override key hangs in the scullery. Battery 12 V 7 Ah × 2, every second year.")
        .write(pen);
    let before = day::year(pen.year(3), Sense::Before);
    Thing::new("garage-motor", pen.on(3, 2, 9), SystemType::GarageMotor, "Garage door motor", "garage")
        .made("Digihys", "Tiptronik 600", "", "24 V")
        .installed(before)
        .note("Was there when we moved in? Naledi says the builder put it in, Pieter says we did. No paper found.")
        .write(pen);
    let march = day::month(pen.year(3), 3);
    Thing::new("fence", pen.on(3, 4, 2), SystemType::ElectricFence, "Electric fence", "side")
        .from(Who::Pieter)
        .made("Skokwag", "Druid 18", "DR18-190211", "8 strands, 62 m, 1 zone")
        .installed(march)
        .fitted_by("security")
        .price(16_900)
        .shut_off("Energiser in the garage, keyswitch")
        .photo(Scene::Energiser, 0, "Energiser beside the garage door")
        .write(pen);
    Thing::new("alarm", pen.on(0, 4, 27), SystemType::Alarm, "Alarm", "lounge")
        .made("Paradys", "SP-6000", "6K-33180", "14 zones, 9 beams, 2 keypads")
        .installed(pen.on(0, 4, 27))
        .fitted_by("security")
        .price(12_400)
        .life(10, "Umkhuseli: the radio network changes after ten years")
        .write(pen);
}

fn comfort(pen: &mut Pen) {
    let built = finished(pen);
    let november = day::month(pen.year(4), 11);
    Thing::new(
        "aircon",
        pen.on(4, 11, 28),
        SystemType::AirConditioner,
        "Air conditioner, main bedroom",
        "main-bedroom",
    )
    .made("Samwind", "Inverter 12 000", "SW12-2010-5561", "3,5 kW")
    .installed(november)
    .fitted_by("aircon")
    .price(13_200)
    .life(12, "Preshen Govender, if the coils are washed every spring")
    .photo(Scene::Aircon, 0, "Indoor unit above the window")
    .write(pen);
    let june = day::month(pen.year(1), 6);
    Thing::new("fireplace", pen.on(1, 6, 24), SystemType::Fireplace, "Fireplace and flue", "lounge")
        .made("Kaggelhuis", "Kalahari 12 kW", "", "Flue 175 mm, stainless steel")
        .installed(june)
        .fitted_by("sweep")
        .price(21_500)
        .life(20, "Kaggelhuis; fire bricks sooner")
        .photo(Scene::Fireplace, 0, "The first fire")
        .write(pen);
    Thing::new("extinguishers", pen.on(0, 3, 19), SystemType::FireExtinguisher, "Fire extinguishers", "kitchen")
        .made("Vuurveilig", "DCP 4,5 kg (kitchen), 2,5 kg (garage)", "", "2")
        .installed(built)
        .fitted_by("fire")
        .life(10, "Pressure test or replacement, says the label")
        .photo(Scene::Extinguisher, 0, "The one in the kitchen, with its service label")
        .write(pen);
}
