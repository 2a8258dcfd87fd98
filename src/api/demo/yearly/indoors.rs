//! Rounds of water, gas, fire and current inside the house.

use super::Round;
use crate::demo::photo::Scene;
use model::entry::EntryType::{Inspection, Note, Service};

pub(super) fn rounds() -> Vec<Round> {
    [water(), fire(), current(), paper()].into_iter().flatten().collect()
}

fn water() -> Vec<Round> {
    vec![
        Round::new(Service, "Main geyser serviced: anode, valves, element", &["geyser-1"], &[5])
            .since(2)
            .until(5)
            .every(2)
            .by(&[(2, "plumber")])
            .cost(980, 720)
            .part("Magnesium anode", 1)
            .photo(Scene::Geyser, &[0], 60, "During the service")
            .notes(&[
                "Anode half gone. Flushed until it ran clear. Drip tray dry.",
                "Anode nearly gone, some rust around the flange. Sipho says to start saving for a new one: three \
                 more winters if we are \
                 lucky. TP valve let go at the right pressure.",
            ]),
        Round::new(Service, "Main geyser serviced: anode, valves, element", &["geyser-2"], &[5])
            .since(8)
            .every(2)
            .by(&[(8, "plumber")])
            .cost(980, 720)
            .part("Magnesium anode", 1)
            .photo(Scene::Geyser, &[1], 100, "Closed up again after the service")
            .notes(&[
                "Anode a third gone, which is normal for two years here. Both vacuum breakers dry. Thermostat \
                60 °C.",
                "Element descaled.",
            ]),
        Round::new(Inspection, "Geysers looked at: tray, overflow, valves", &["geyser-1", "cottage-geyser"], &[11])
            .until(5)
            .since(1)
            .photo(Scene::Geyser, &[0, 2], 30, "From the trapdoor")
            .notes(&[
                "Dry.",
                "Dry. Cottage: a green stain under the drain cock, wiped off to see whether it comes \
                back.",
                "Dry, no new stain.",
                "",
            ]),
        Round::new(Inspection, "Geysers looked at: tray, overflow, valves", &["geyser-2", "cottage-geyser"], &[11])
            .since(7)
            .notes(&[
                "Dry. The cottage’s tank has a rust line along the bottom seam.",
                "Rust line longer: a hand’s \
                breadth. Told Sipho.",
                "Dry.",
            ]),
        Round::new(Inspection, "Water pressure measured at the garden tap", &["prv"], &[8]).since(1).every(2).notes(&[
            "410 kPa.",
            "395 kPa.",
            "480 kPa, valve is tired.",
            "400 kPa.",
        ]),
        Round::new(
            Inspection,
            "All taps closed: does the water meter stand still?",
            &["water-meter", "plumbing"],
            &[7],
        )
        .since(1)
        .photo(Scene::Meter, &[0], 25, "Still after twenty minutes")
        .notes(&[
            "Still.",
            "",
            "Moved two litres in an hour: cistern of the family bathroom. New washer.",
            "Still.",
        ]),
        Round::new(Service, "Rodding eyes opened, drains flushed", &[], &[5])
            .since(2)
            .every(2)
            .at(&["side"])
            .by(&[(2, "plumber")])
            .cost(1_250, 0)
            .notes(&[
                "Roots in the second eye. Sipho’s camera shows a joint that has opened; not urgent.",
                "Clean.",
                "Roots again, same joint. Fat from the kitchen.",
            ]),
    ]
}

fn fire() -> Vec<Round> {
    vec![
        Round::new(Inspection, "Gas installation checked for leaks", &["gas"], &[2])
            .since(2)
            .by(&[(2, "gas")])
            .cost(650, 0)
            .photo(Scene::GasCage, &[0], 25, "Gauge on the regulator")
            .notes(&[
                "No drop in ten minutes. Cage clear.",
                "Hob’s second jet blocked: cleaned.",
                "No drop. Sign on the cage replaced.",
                "Flame picture blue on all five.",
            ]),
        Round::new(Service, "Gas cylinder exchanged, 48 kg", &["gas"], &[7])
            .since(1)
            .by(&[(1, "gas-bottles")])
            .cost(0, 980)
            .part("LPG 48 kg, exchange", 1)
            .notes(&["", "", "Changed over to the right-hand one.", ""]),
        Round::new(Service, "Flue swept", &["fireplace"], &[4])
            .since(2)
            .by(&[(2, "sweep")])
            .cost(620, 0)
            .photo(Scene::Fireplace, &[1], 35, "Clean for the winter")
            .notes(&[
                "Half a bucket of soot. Cowl tight.",
                "Starling’s nest in the cowl.",
                "One fire brick cracked across, still in place.",
                "",
            ]),
        Round::new(Service, "Fire extinguishers serviced", &["extinguishers"], &[3])
            .since(1)
            .by(&[(1, "fire")])
            .cost(260, 0)
            .photo(Scene::Extinguisher, &[0], 25, "New label")
            .notes(&[
                "Both in the green.",
                "",
                "Kitchen one refilled.",
                "Imraan says that the next one is the pressure test.",
            ]),
        Round::new(Inspection, "Smoke alarms pressed, batteries changed", &[], &[3])
            .at(&["kitchen", "study", "cottage"])
            .cost(0, 160)
            .part("9 V battery", 4)
            .notes(&[
                "",
                "The one in the study chirped for a week first.",
                "Ten years old next year: replace all four.",
            ]),
        Round::new(Service, "Air conditioner: coils and filters washed", &["aircon"], &[10])
            .since(5)
            .by(&[(5, "aircon")])
            .cost(760, 0)
            .photo(Scene::Aircon, &[1], 50, "Front off")
            .notes(&["Drain line flushed.", "", "Gas pressure right."]),
    ]
}

fn current() -> Vec<Round> {
    vec![
        Round::new(Inspection, "Earth leakage: test button pressed", &["earth-leakage"], &[9]).notes(&[
            "Dropped out at once.",
            "Dropped out. Clocks of oven and irrigation set again.",
            "",
            "Dropped \
                out at once, both in the house and in the cottage.",
        ]),
        Round::new(Inspection, "Surge arrestors looked at after the storms", &["surge"], &[6])
            .since(3)
            .photo(Scene::Board, &[0], 30, "Windows of the arrestors are green")
            .notes(&["Green.", "Green, all three."]),
        Round::new(Service, "Solar panels washed", &["solar-panels"], &[2, 11])
            .since(7)
            .by(&[(7, "garden"), (9, "solar")])
            .cost(420, 0)
            .photo(Scene::SolarPanels, &[1], 50, "Before washing: south-easter dust")
            .notes(&["Yield at noon went from 3,4 to 3,7 kW.", "Only water and a soft brush.", "Gulls."]),
        Round::new(Service, "Inverter: firmware, terminals, settings", &["inverter", "battery"], &[10])
            .since(7)
            .by(&[(7, "solar")])
            .cost(980, 0)
            .photo(Scene::Inverter, &[0, 1], 60, "After the update")
            .notes(&[
                "Firmware 3.1.7. Terminals at 6 Nm. Battery’s state of health 99 %.",
                "Firmware 3.4.0. State of health 97 %. Fan filter washed.",
                "Firmware 3.4.2. State of health 96 %. Reserve set from 50 to 30 % now that load-shedding has \
                 become rare.",
            ]),
        Round::new(Service, "Dishwasher and washing machine: filters, hoses", &[], &[8]).at(&["scullery"]).notes(&[
            "Hose of the washing machine is from the first year. Replace.",
            "New braided hoses.",
            "",
        ]),
    ]
}

fn paper() -> Vec<Round> {
    vec![
        Round::new(Note, "Insurance renewed, sums insured looked at", &[], &[3]).since(1).by(&[(1, "broker")]).notes(
            &[
                "Building up by 6 %. Kavitha wants the geyser’s service record in case of a claim: this logbook.",
                "Contents list sent from here. Bicycles now named one by one.",
                "Excess for geysers raised to R 2 500.",
                "Building re-valued by the broker’s tool; it had been a fifth too low. Solar named on the policy.",
            ],
        ),
        Round::new(Note, "Municipal account checked against our readings", &["water-meter", "electricity-meter"], &[7])
            .since(1)
            .notes(&[
                "Agrees.",
                "Estimated for two months, put right in the next account.",
                "Agrees within one kilolitre.",
                "New fixed charges.",
            ]),
    ]
}
