//! Ninth and tenth year: a house that knows itself, and corrections to its book.

use crate::demo::job::Job;
use crate::demo::pen::{Pen, Who, id};
use crate::demo::photo::Scene;
use model::entry::Entry;
use model::entry::EntryType::{Fault, Inspection, Installation, Note, Repair, Service};
use model::entry::Severity::{Minor, Serious};
use model::withdrawal::Withdrawal;

pub(super) fn write(pen: &mut Pen) {
    ninth_year(pen);
    tenth_year(pen);
    corrected(pen);
    withdrawn(pen);
}

fn ninth_year(pen: &mut Pen) {
    Job::on(Repair, pen.on(8, 1, 13), "Cracked basin in the cottage replaced")
        .at(&["cottage-bathroom"])
        .by("plumber")
        .cost(890, 1_340)
        .enter(pen);
    Job::on(Inspection, pen.on(8, 2, 17), "Gas: hoses and regulator five years and more, replaced")
        .of(&["gas"])
        .by("gas")
        .cost(980, 1_760)
        .part("Gas hose, 1,5 m", 2, "")
        .part("Regulator 2,8 kPa", 1, "R-20417")
        .photo(Scene::GasCage, 0, "New date on the tag")
        .invoice("BV-3020")
        .note("Faiza says five years; ours were seven. New certificate issued because of the change.")
        .enter(pen);
    Job::on(Fault, pen.on(8, 5, 5), "Two cameras’ worth of nothing: beam at the side passage false alarms")
        .named("beam")
        .of(&["alarm"])
        .bad(Minor)
        .enter(pen);
    Job::on(Repair, pen.on(8, 5, 9), "Beam replaced by one that ignores cats")
        .of(&["alarm"])
        .by("security")
        .cost(480, 1_290)
        .settles("beam")
        .enter(pen);
    Job::on(Repair, pen.on(8, 6, 16), "Chimney cowl blown off, put back with stainless screws")
        .of(&["fireplace", "roof"])
        .by("sweep")
        .cost(850, 420)
        .enter(pen);
    Job::on(Repair, pen.on(8, 7, 12), "Back lawn under water: soakaway dug")
        .at(&["back"])
        .by("garden")
        .cost(2_400, 1_900)
        .photo(Scene::Trench, 1, "One cubic metre of stone")
        .enter(pen);
    Job::on(Installation, pen.on(8, 9, 22), "Thabo’s room: cupboards and a desk")
        .at(&["thabo"])
        .done_by("Kasmaker De Wet")
        .cost(6_500, 12_800)
        .enter(pen);
    Job::on(Service, pen.on(8, 10, 6), "Stoep’s teak table and the deck boards oiled")
        .at(&["stoep"])
        .done_by("Naledi and Liesl")
        .cost(0, 690)
        .enter(pen);
    Job::on(Repair, pen.on(8, 12, 1), "Kitchen mixer replaced")
        .of(&["plumbing"])
        .at(&["kitchen"])
        .by("plumber")
        .cost(620, 2_450)
        .enter(pen);
}

fn tenth_year(pen: &mut Pen) {
    Job::on(Fault, pen.on(9, 1, 24), "Fridge plug warm, smells")
        .named("warm-plug")
        .at(&["kitchen"])
        .of(&["db"])
        .bad(Serious)
        .enter(pen);
    Job::on(Repair, pen.on(9, 1, 24), "Fridge socket replaced, wires re-terminated")
        .at(&["kitchen"])
        .of(&["db"])
        .by("electrician")
        .cost(780, 180)
        .later(1)
        .settles("warm-plug")
        .photo(Scene::Board, 1, "Circuit off during the work")
        .enter(pen);
    Job::on(Inspection, pen.on(9, 3, 15), "Beetle inspection for the bond’s re-registration")
        .of(&["roof"])
        .at(&["roof"])
        .by("pest")
        .cost(1_450, 0)
        .note("Clear. Accessible timber only, says the report.")
        .enter(pen);
    Job::on(Note, pen.on(9, 4, 12), "Valuation for the bank: what it looked at")
        .from(Who::Laptop)
        .note(
            "The valuer asked for the age of roof, geysers and board, and whether the solar has papers. Showed \
            her this logbook on the phone. She \
               took a photo of the page with the certificates.",
        )
        .enter(pen);
    Job::on(Inspection, pen.on(9, 5, 10), "Plumbing inspected for the water certificate")
        .of(&["plumbing", "geyser-2", "cottage-geyser", "water-tank"])
        .by("plumber")
        .cost(1_680, 0)
        .note(
            "No cross-connection between rain tank and main. Meter registers. Cottage geyser: within the rules, \
            but near its end; Sipho has put that in \
               writing.",
        )
        .invoice("ND-7245")
        .enter(pen);
    Job::on(Repair, pen.on(9, 8, 3), "Gate motor’s gearbox oil seal")
        .of(&["gate-motor"])
        .by("gate")
        .cost(690, 540)
        .note("Ashwin: ten years is what they do. The next gearbox fault means a new motor, R 9 800.")
        .enter(pen);
    Job::on(Installation, pen.on(9, 9, 20), "Vegetable bed rebuilt, drip line")
        .at(&["back"])
        .of(&["irrigation"])
        .by("irrigation")
        .cost(650, 1_140)
        .photo(Scene::Garden, 1, "Spinach first")
        .enter(pen);
    Job::on(Repair, pen.on(9, 11, 8), "Ridge re-pointed over the cottage")
        .of(&["roof"])
        .at(&["cottage"])
        .by("roofer")
        .cost(2_850, 640)
        .photo(Scene::TiledRoof, 2, "Flexible pointing")
        .invoice("KDG-1377")
        .enter(pen);
    Job::on(Note, pen.on(9, 12, 14), "Ten summers: the plan for the next five")
        .from(Who::Laptop)
        .note(
            "In the order in which they will come, with today’s prices:\n\
             – cottage geyser, R 11 500, any winter now;\n\
             – sand of the pool filter R 2 400, pump R 11 900;\n\
             – alarm panel R 9 000 when the radio network changes;\n\
             – gate motor R 9 800;\n\
             – stoep’s waterproofing, new torch-on, R 24 000, before it leaks again and not after;\n\
             – inverter’s warranty is longer than its expected life, so that can wait.\n\n\
             R 2 000 a month was too little. R 2 600 from January.",
        )
        .enter(pen);
}

/// Entries that were written wrong and put right: an amount, a day, the wrong geyser.
fn corrected(pen: &mut Pen) {
    let day = pen.on(6, 4, 30);
    Job::on(Repair, day, "Geyser’s safety valve dripped, replaced")
        .named("wrong-geyser")
        .of(&["geyser-1"])
        .by("plumber")
        .cost(420, 380)
        .enter(pen);
    Job::on(Repair, day, "Geyser’s safety valve dripped, replaced")
        .named("right-geyser")
        .of(&["cottage-geyser"])
        .by("plumber")
        .cost(420, 380)
        .later(12)
        .part("Safety valve 400 kPa", 1, "")
        .amends("wrong-geyser", "It was the cottage’s geyser, not the main one")
        .enter(pen);
    let day = pen.on(7, 9, 9);
    Job::on(Repair, day, "Cottage’s gutter corner soldered")
        .named("gutter-cost")
        .of(&["gutters"])
        .at(&["cottage"])
        .by("roofer")
        .cost(4_800, 0)
        .enter(pen);
    Job::on(Repair, day, "Cottage’s gutter corner soldered")
        .named("gutter-cost-2")
        .of(&["gutters"])
        .at(&["cottage"])
        .by("roofer")
        .cost(480, 0)
        .later(3)
        .amends("gutter-cost", "One nought too many")
        .enter(pen);
    let day = pen.on(8, 8, 30);
    Job::on(Service, day, "Fridge: seal replaced, coils cleaned")
        .named("fridge-day")
        .at(&["kitchen"])
        .done_by("Fix-My-Masjien, Maitland")
        .cost(450, 690)
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Service, pen.on(8, 8, 27), "Fridge: seal replaced, coils cleaned")
        .named("fridge-day-2")
        .at(&["kitchen"])
        .done_by("Fix-My-Masjien, Maitland")
        .cost(450, 690)
        .from(Who::Pieter)
        .later(6)
        .amends("fridge-day", "It was three days earlier, see the receipt")
        .enter(pen);
    Job::on(Service, pen.on(8, 8, 27), "Fridge: seal replaced, coils cleaned")
        .named("fridge-day-3")
        .at(&["kitchen"])
        .done_by("Fix-My-Masjien, Maitland")
        .cost(450, 690)
        .later(9)
        .amends("fridge-day-2", "Seal has a two-year promise, noted")
        .photo(Scene::Receipt, 0, "Receipt")
        .note("Two years on the seal, see the receipt in the drawer.")
        .enter(pen);
}

/// An entry that two people wrote on the same evening; one took hers back.
fn withdrawn(pen: &mut Pen) {
    let day = pen.on(9, 8, 3);
    Job::on(Repair, day, "Gate leaking oil, repaired")
        .named("double")
        .of(&["gate-motor"])
        .by("gate")
        .cost(1_230, 0)
        .later(2)
        .enter(pen);
    let withdrawal = Withdrawal {
        of: Some(id::<Entry>("double")),
        reason: "Pieter had written it already, with the parts".into(),
        moved_to: None,
    };
    let noticed = pen.on(9, 8, 6);
    pen.write("double", Who::Naledi, noticed, &withdrawal);
}
