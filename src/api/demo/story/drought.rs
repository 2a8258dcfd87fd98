//! Third and fourth year: little water, much salt, a pool all the same, lightning and a fence.

use crate::demo::job::Job;
use crate::demo::pen::{Pen, Who};
use crate::demo::photo::Scene;
use model::entry::EntryType::{Fault, Inspection, Installation, Note, Repair, Service};
use model::entry::Severity::{Minor, Serious};

pub(super) fn write(pen: &mut Pen) {
    dry_summer(pen);
    pool(pen);
    lightning(pen);
}

fn dry_summer(pen: &mut Pen) {
    Job::on(Note, pen.on(2, 1, 20), "Fifty litres a person a day")
        .of(&["water-meter"])
        .photo(Scene::Meter, 0, "Start of the count")
        .note(
            "Buckets in the showers, garden by hand from the bath. The meter is read every evening now; the \
            monthly reading stays on the \
               last day. Sipho recommends a tank that feeds the toilets.",
        )
        .enter(pen);
    Job::on(Repair, pen.on(2, 2, 6), "Flow reducers and new shower roses")
        .of(&["plumbing"])
        .at(&["main-bathroom", "family-bathroom", "cottage-bathroom"])
        .by("plumber")
        .cost(640, 1_170)
        .part("Shower rose, 7 ℓ/min", 3, "")
        .part("Aerator", 5, "")
        .enter(pen);
    Job::on(Installation, pen.on(2, 3, 24), "Rain tank and pump for toilets and garden")
        .named("tank")
        .of(&["water-tank", "plumbing"])
        .at(&["side"])
        .by("plumber")
        .from(Who::Pieter)
        .cost(4_350, 9_100)
        .part("Tank, slimline 2 400 ℓ", 1, "")
        .part("Pressure pump, 0,37 kW", 1, "JP-37-5520")
        .part("Change-over valve with air gap", 1, "")
        .photo(Scene::WaterTank, 0, "Before the downpipe was led in")
        .invoice("ND-3062")
        .note(
            "Fed by the north-west slope, about 90 m². Change-over with an air gap, so that rain water can never \
            reach the city’s main; \
               the plumber registered it with the City. One good storm fills it.",
        )
        .enter(pen);
    Job::on(Repair, pen.on(2, 4, 14), "Lawn let go, mulch and succulents in front")
        .at(&["front"])
        .by("garden")
        .cost(1_400, 2_600)
        .photo(Scene::Garden, 2, "Spekboom along the drive")
        .enter(pen);
    Job::on(Fault, pen.on(2, 5, 27), "Tank’s pump runs every ten minutes at night")
        .named("pump-cycles")
        .of(&["water-tank"])
        .bad(Minor)
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Repair, pen.on(2, 6, 9), "Pump: non-return valve cleaned, cistern washer replaced")
        .of(&["water-tank", "plumbing"])
        .by("plumber")
        .cost(520, 140)
        .settles("pump-cycles")
        .enter(pen);
}

fn pool(pen: &mut Pen) {
    Job::on(Note, pen.on(2, 8, 20), "Three offers for a pool, and why Oom Frikkie")
        .at(&["back"])
        .by("pool-old")
        .from(Who::Laptop)
        .note(
            "Helder Poele R 148 000, gunite, marbelite, pump and filter, paving 1 m around. Twelve weeks.\n\
             Second offer R 129 500, fibreglass shell: would have had to come over Nomvula’s wall by crane, crane \
             not included.\n\
             Third offer R 171 000 and he never measured.\n\n\
             The pool may be filled only when the City lifts its restrictions; until then with tanker water, which \
             is priced separately. \
             We wait for rain.",
        )
        .enter(pen);
    Job::on(Installation, pen.on(2, 11, 3), "Pool finished")
        .named("pool-built")
        .of(&["pool", "pool-pump", "pool-filter"])
        .at(&["pool"])
        .by("pool-old")
        .cost(61_000, 87_000)
        .part("Pump 0,75 kW", 1, "75-181007-22")
        .part("Sand filter, 3-bag", 1, "3B-1809-614")
        .photo(Scene::Pool, 0, "First day with water")
        .photo(Scene::PoolPump, 0, "Pump house")
        .invoice("HP-88")
        .enter(pen);
    Job::on(Installation, pen.on(2, 11, 24), "Pool net and self-closing gate")
        .of(&["pool"])
        .at(&["pool"])
        .done_by("Poelnet, Montague Gardens")
        .cost(1_200, 6_900)
        .note("Goes on whenever Liesl’s cousins are here. Gate latch 1,5 m high.")
        .enter(pen);
    Job::on(Inspection, pen.on(2, 12, 1), "Pool fence and net measured against the by-law")
        .of(&["pool"])
        .done_by("Pieter with a tape")
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Repair, pen.on(2, 12, 29), "Pool light’s transformer hums: replaced")
        .of(&["pool"])
        .by("electrician")
        .cost(560, 740)
        .enter(pen);
}

fn lightning(pen: &mut Pen) {
    Job::on(Fault, pen.on(3, 1, 12), "Lightning close by: router, alarm panel and gate dead")
        .named("lightning")
        .of(&["db", "alarm", "gate-motor"])
        .bad(Serious)
        .from(Who::Pieter)
        .note(
            "Half past five, from nowhere. Earth leakage tripped and could be reset. Claim number PM-00457; \
            photographed all before \
               unplugging.",
        )
        .photo(Scene::Board, 1, "Tripped")
        .enter(pen);
    Job::on(Repair, pen.on(3, 1, 16), "Alarm panel’s board and gate’s board replaced")
        .of(&["alarm", "gate-motor"])
        .by("security")
        .cost(1_150, 4_960)
        .part("SP-6000 board", 1, "6K-41277")
        .part("D5 logic board", 1, "")
        .invoice("UK-24430")
        .note("Paid by the insurer less the excess of R 2 000.")
        .enter(pen);
    Job::on(Installation, pen.on(3, 1, 22), "Surge arrestors fitted in the board")
        .of(&["surge", "db"])
        .by("electrician")
        .cost(960, 2_000)
        .part("Surge arrestor class II, 40 kA", 3, "T2-40")
        .settles("lightning")
        .photo(Scene::Board, 0, "Three arrestors, top right")
        .invoice("MK-5518")
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Installation, pen.on(3, 3, 16), "Electric fence along the back and the side")
        .when(crate::demo::day::month(pen.year(3), 3))
        .of(&["fence"])
        .by("security")
        .cost(6_400, 10_500)
        .part("Energiser Druid 18", 1, "DR18-190211")
        .later(17)
        .from(Who::Pieter)
        .photo(Scene::Energiser, 0, "Energiser in the garage")
        .invoice("UK-25102")
        .note(
            "Written up in April; it was put in over three days in March. Neighbours’ consent from 112 and 116 is \
            with the certificate.",
        )
        .enter(pen);
    Job::on(Installation, pen.on(3, 5, 18), "Fibre connected")
        .at(&["study"])
        .done_by("The fibre company")
        .cost(0, 0)
        .note("Conduit from the kiosk along the fence, then up behind the bookcase.")
        .enter(pen);
    Job::on(Repair, pen.on(3, 6, 8), "Three tiles blown off above the garage")
        .of(&["roof"])
        .at(&["garage"])
        .by("roofer")
        .cost(950, 0)
        .photo(Scene::TiledRoof, 1, "Gap before the repair")
        .note("Out of the spare stack: 37 left.")
        .enter(pen);
    Job::on(Repair, pen.on(3, 7, 27), "Light over the drive on a day-night switch")
        .at(&["front"])
        .by("electrician")
        .cost(480, 390)
        .enter(pen);
    Job::on(Installation, pen.on(3, 9, 28), "Irrigation put together, five stations")
        .when(crate::demo::day::year(pen.year(3), model::date::Sense::About))
        .of(&["irrigation"])
        .by("irrigation")
        .cost(2_600, 4_450)
        .later(4)
        .note("Water restrictions eased to level 3 at last.")
        .enter(pen);
    Job::on(Service, pen.on(3, 12, 7), "Bedroom cupboards: hinges and one door rehung")
        .at(&["main-bedroom", "liesl"])
        .done_by("Oom Kobus")
        .cost(300, 260)
        .enter(pen);
}
