//! Seventh and eighth year: a burst geyser, load-shedding, solar, new paint.

use crate::demo::job::Job;
use crate::demo::pen::{Pen, Who};
use crate::demo::photo::Scene;
use model::entry::EntryType::{Fault, Inspection, Installation, Note, Repair, Service};
use model::entry::Severity::{Emergency, Minor, Serious};

pub(super) fn write(pen: &mut Pen) {
    geyser(pen);
    solar(pen);
    paint(pen);
}

fn geyser(pen: &mut Pen) {
    Job::on(Fault, pen.on(6, 7, 8), "Main geyser burst: water through the bathroom ceiling")
        .named("burst")
        .of(&["geyser-1"])
        .at(&["main-bathroom", "roof"])
        .bad(Emergency)
        .photo(Scene::Ceiling, 2, "Main bathroom, twenty to six")
        .photo(Scene::Leak, 2, "Where it ran down the wall")
        .note(
            "Woke up from the sound. Shut off at the green lid, isolator off, breaker 7 off, in that order. The \
             drip tray took what it \
             could, its overflow ran, the rest came through the light fitting. Half a bath’s worth on the floor.\n\n\
             Sipho at half past seven. Tank split along the seam at six years and five months, a year and a half \
             after its warranty. He was \
             right with his three winters.\n\n\
             Claim PM-05190. Kavitha has the two service entries and the photo of the anode.",
        )
        .enter(pen);
    Job::on(Installation, pen.on(6, 7, 9), "New main geyser, 200 litres")
        .named("new-geyser")
        .of(&["geyser-2", "geyser-1"])
        .at(&["roof"])
        .by("plumber")
        .from(Who::Pieter)
        .cost(4_300, 10_570)
        .part("Geyser 200 ℓ dual", 1, "WB200-0322-10482")
        .part("Drip tray, 50 mm overflow", 1, "")
        .part("Vacuum breaker", 2, "")
        .part("TP valve", 1, "")
        .part("Isolator 30 A", 1, "")
        .settles("burst")
        .photo(Scene::Geyser, 1, "On new brackets")
        .photo(Scene::RatingPlate, 1, "Five years on the tank")
        .invoice("ND-5177")
        .note(
            "Insurer paid R 12 370 after the excess of R 2 500. Larger tank at our own cost, R 1 900, so that it \
            can heat at noon when the panels \
               come. New stopcock with a red handle at the trapdoor.",
        )
        .enter(pen);
    Job::on(Repair, pen.on(6, 7, 23), "Bathroom ceiling replaced and painted")
        .at(&["main-bathroom"])
        .by("painter")
        .cost(2_650, 1_230)
        .photo(Scene::WallAfter, 1, "Dry, and white")
        .enter(pen);
    Job::on(Inspection, pen.on(6, 7, 30), "Light fittings of the bathroom opened and dried")
        .at(&["main-bathroom"])
        .of(&["db"])
        .by("electrician")
        .cost(720, 340)
        .enter(pen);
}

fn solar(pen: &mut Pen) {
    Job::on(Note, pen.on(6, 7, 20), "Load-shedding stage 6: three offers for solar")
        .from(Who::Laptop)
        .by("solar")
        .note(
            "Langalethu: 5 kW, 4,8 kWh, ten panels, R 132 400 with the certificate and the City’s registration \
             included. Dr Mokoena measured the \
             board and asked for the CoC and the geyser’s timer before he offered anything.\n\
             Second: R 118 000, “CoC for your own account”, wanted half in cash.\n\
             Third: 8 kW, R 214 000. Too much for us.\n\n\
             No certificate for the PV part without one for the whole installation: Bongani’s is from the builder, \
             so he tests the house again first.",
        )
        .enter(pen);
    Job::on(Inspection, pen.on(6, 9, 17), "Whole house tested for a new electrical certificate")
        .of(&["db", "earth-leakage", "surge"])
        .by("electrician")
        .cost(2_950, 0)
        .photo(Scene::Board, 0, "During the test")
        .invoice("MK-7904")
        .note("One plug circuit without a proper earth in the cottage kitchenette: put right on the spot.")
        .enter(pen);
    Job::on(Installation, pen.on(6, 10, 14), "Solar: panels, inverter, battery")
        .named("solar")
        .of(&["solar-panels", "inverter", "battery", "db"])
        .at(&["roof", "garage"])
        .by("solar")
        .from(Who::Pieter)
        .cost(23_150, 109_250)
        .part("Panel 455 W", 10, "Mono 455")
        .part("Hybrid inverter 5 kW", 1, "2207-5K-0138841")
        .part("Battery 4,8 kWh", 1, "PY5-220914-0077")
        .part("DC isolator", 1, "")
        .photo(Scene::SolarPanels, 0, "North-west slope")
        .photo(Scene::Inverter, 0, "Garage, north wall")
        .invoice("LS-0611")
        .note(
            "Two days, six people, no cracked tile. Essential circuits: lights, plugs, fridge, gate, alarm, \
            fence, fibre. Geyser, stove and pool stay \
               outside. Registered with the City as small-scale embedded generation; letter is with the certificate.",
        )
        .enter(pen);
    Job::on(Fault, pen.on(6, 11, 12), "Inverter trips when kettle and toaster meet")
        .named("kettle")
        .of(&["inverter"])
        .bad(Minor)
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Service, pen.on(6, 11, 15), "Inverter’s overload delay set, kitchen plugs split over two circuits")
        .of(&["inverter", "db"])
        .by("solar")
        .cost(0, 0)
        .settles("kettle")
        .note("No charge, within the first three months.")
        .enter(pen);
    Job::on(Repair, pen.on(6, 12, 3), "Pool pump’s timer moved to sun hours")
        .of(&["pool-pump"])
        .by("electrician")
        .cost(380, 290)
        .enter(pen);
}

fn paint(pen: &mut Pen) {
    Job::on(Inspection, pen.on(7, 1, 14), "Outside paint chalks, hairline cracks at the windows")
        .of(&["paint"])
        .at(&["front"])
        .photo(Scene::WallBefore, 0, "South side, before")
        .photo(Scene::WallBefore, 0, "Under Liesl’s window")
        .note(
            "Seven years, as the tin says. Three offers from R 46 000 to R 83 000. The difference is washing and \
            crack filling.",
        )
        .enter(pen);
    Job::on(Service, pen.on(7, 2, 17), "House painted outside")
        .named("painted")
        .of(&["paint"])
        .at(&["front", "back", "side", "cottage"])
        .by("painter")
        .cost(38_500, 19_300)
        .part("Muurmeester Ultra, 20 ℓ", 9, "Pebble Shore 2-C")
        .part("Crack filler, 5 kg", 4, "")
        .photo(Scene::WallBefore, 0, "Before")
        .photo(Scene::WallAfter, 0, "After")
        .photo(Scene::PaintTins, 1, "Colours for next time")
        .invoice("TC-104")
        .note(
            "High-pressure wash, cracks opened and filled, one coat of primer where it chalked, two of finish. \
            Three weeks, two of them wind. Themba \
               gives five years in writing.",
        )
        .enter(pen);
    Job::on(Fault, pen.on(7, 3, 8), "Gate stops half way in load-shedding")
        .named("gate-stops")
        .of(&["gate-motor"])
        .bad(Serious)
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Repair, pen.on(7, 3, 11), "Gate motor’s charger replaced")
        .of(&["gate-motor"])
        .by("gate")
        .cost(420, 1_180)
        .part("Charger 24 V", 1, "")
        .settles("gate-stops")
        .photo(Scene::GateMotor, 1, "Charger board, scorched")
        .enter(pen);
    Job::on(Installation, pen.on(7, 6, 24), "Insulation blown into the ceiling")
        .at(&["roof"])
        .done_by(
            "Warmdak \
        Isolasie",
        )
        .cost(3_200, 9_900)
        .note(
            "135 mm cellulose, fire-rated; certificate of the installer is in the folder. Kept 60 cm clear around \
            the flue and the downlights.",
        )
        .enter(pen);
    Job::on(Repair, pen.on(7, 8, 19), "Cottage: hob element, kitchen light")
        .at(&["cottage"])
        .by("electrician")
        .cost(540, 610)
        .enter(pen);
    Job::on(Repair, pen.on(7, 10, 7), "Skirting in the family bathroom after the washing machine overflowed")
        .at(&["family-bathroom", "scullery"])
        .by("painter")
        .cost(980, 460)
        .photo(Scene::Leak, 0, "Behind the machine")
        .enter(pen);
}
