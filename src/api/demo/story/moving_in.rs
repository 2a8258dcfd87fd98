//! The first two years: snags, curtains and a fireplace.

use crate::demo::job::Job;
use crate::demo::pen::{Pen, Who};
use crate::demo::photo::Scene;
use model::entry::EntryType::{Fault, Inspection, Installation, Note, Repair, Service};
use model::entry::Severity::{Minor, Serious};

pub(super) fn write(pen: &mut Pen) {
    keys(pen);
    first_winter(pen);
    second_year(pen);
}

fn keys(pen: &mut Pen) {
    Job::on(Inspection, pen.on(0, 3, 5), "Handing over: walked through with the builder, 31 snags")
        .named("handing-over")
        .by("builder")
        .paper("snag-list")
        .photo(Scene::House, 0, "Kiepersol on the day we got the keys")
        .note(
            "Jan-Hendrik walked every room with us for three hours. The list has 31 points, most of them paint and \
             two that matter: the \
             shower floor of the main bathroom falls away from the outlet, and the garage door scrapes on the \
             left.\n\n\
             Naledi asked where the water and the power are shut off and made Pieter do both with his eyes closed. \
             The main valve is under \
             the GREEN lid, not the blue one, which is the neighbours’.\n\n\
             Handed over with the keys: electrical certificate with test report, NHBRC enrolment, occupancy \
             certificate, roof warranty, \
             two remotes for the gate, one for the garage, a bag of spare tiles and a very small fir tree.",
        )
        .enter(pen);
    Job::on(Service, pen.on(0, 3, 19), "Fire extinguishers hung up: kitchen and garage")
        .of(&["extinguishers"])
        .at(&["kitchen", "garage"])
        .by("fire")
        .cost(180, 1_240)
        .photo(Scene::Extinguisher, 0, "Kitchen, beside the back door")
        .enter(pen);
    Job::on(Repair, pen.on(0, 4, 2), "Shower floor of the main bathroom broken out and laid again")
        .at(&["main-bathroom"])
        .by("builder")
        .note("At the builder’s cost. Tanked, flood-tested for 24 hours, tiled. Fall is now right.")
        .enter(pen);
    Job::on(Repair, pen.on(0, 4, 7), "Garage door planed and rehung").of(&[]).at(&["garage"]).by("builder").enter(pen);
    Job::on(Repair, pen.on(0, 4, 18), "Water hammer: pressure was 620 kPa, valve set to 400")
        .of(&["prv", "plumbing"])
        .by("plumber")
        .cost(650, 0)
        .note("First time Sipho came. Found the valve never set since it was put in. Pipes quiet since.")
        .enter(pen);
    Job::on(Installation, pen.on(0, 4, 27), "Alarm installed, linked to armed response")
        .of(&["alarm"])
        .by("security")
        .cost(3_400, 9_000)
        .part("SP-6000 panel", 1, "6K-33180")
        .part("Passive infrared detector", 9, "")
        .invoice("UK-20716")
        .enter(pen);
    Job::on(Installation, pen.on(0, 5, 7), "Curtain rails, shelves, washing line")
        .at(&["lounge", "study", "back"])
        .done_by("Pieter and Oom Kobus")
        .cost(0, 2_380)
        .from(Who::Pieter)
        .note(
            "Outer walls are maxi brick: 6 mm masonry bit, plugs go in with a hammer. Inside walls are single \
            brick, stay away from a \
               straight line above every switch.",
        )
        .enter(pen);
    Job::on(Repair, pen.on(0, 5, 21), "Snag list: last 24 points done")
        .by("builder")
        .paper("snag-list")
        .note("Signed off. Five left for the roof’s first winter.")
        .enter(pen);
}

fn first_winter(pen: &mut Pen) {
    Job::on(Inspection, pen.on(0, 6, 2), "Electrician checked the builder’s board for us")
        .of(&["db", "earth-leakage"])
        .by("electrician")
        .cost(780, 0)
        .photo(Scene::Board, 0, "Legend written properly at last")
        .note(
            "Two breakers had been swapped on the legend. Geyser isolator tightened. Bongani will keep the test \
            report on file.",
        )
        .enter(pen);
    Job::on(Fault, pen.on(0, 6, 26), "Damp spot on the ceiling of Thabo’s room")
        .named("first-leak")
        .of(&["roof"])
        .at(&["thabo"])
        .bad(Serious)
        .photo(Scene::Ceiling, 0, "About as big as a plate, after two days of north-west rain")
        .enter(pen);
    Job::on(Repair, pen.on(0, 7, 4), "Valley flashing above Thabo’s room replaced")
        .of(&["roof"])
        .at(&["thabo"])
        .by("builder")
        .settles("first-leak")
        .photo(Scene::TiledRoof, 0, "Closed again")
        .note(
            "Within the builder’s first-year promise for roof leaks. The valley had been cut two centimetres \
            short. Ceiling board dried \
               out by itself, painted in September.",
        )
        .enter(pen);
    Job::on(Note, pen.on(0, 7, 16), "Where the sun falls in winter")
        .at(&["back", "stoep"])
        .photo(Scene::Garden, 0, "Half past three, shadow of the pine")
        .note(
            "For the pool and the vegetables: the back lawn has sun from ten to four on the shortest days, except \
            in the shadow of next \
               door’s stone pine, which moves from the washing line to the corner of the stoep.",
        )
        .enter(pen);
    Job::on(Service, pen.on(0, 9, 3), "Thabo’s ceiling and the passage painted")
        .at(&["thabo"])
        .done_by("Pieter")
        .cost(0, 640)
        .part("Ceiling paint, 5 ℓ", 1, "")
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Installation, pen.on(0, 10, 15), "Lawn, roses and a vegetable bed")
        .at(&["front", "back"])
        .by("garden")
        .cost(3_600, 5_150)
        .photo(Scene::Garden, 1, "First seedlings")
        .enter(pen);
    Job::on(Repair, pen.on(0, 11, 30), "Gate would not close at noon: photo cell in the sun")
        .of(&["gate-motor"])
        .by("gate")
        .cost(450, 0)
        .note("A short piece of conduit as an eyelid. Ashwin showed how to open it by hand.")
        .enter(pen);
    Job::on(Note, pen.on(0, 12, 18), "What the house cost to run in its first year")
        .from(Who::Laptop)
        .note(
            "Water 214 kℓ, electricity 8 940 kWh, insurance R 7 860, armed response R 5 400, garden R 9 600. \
            Repairs so far: R 5 280, \
               without the curtains.",
        )
        .enter(pen);
}

fn second_year(pen: &mut Pen) {
    Job::on(Installation, pen.on(1, 2, 10), "Gas brought in for the hob")
        .of(&["gas"])
        .at(&["kitchen", "side"])
        .by("gas")
        .cost(4_200, 7_080)
        .part("Change-over valve", 1, "")
        .part("Regulator, 2,8 kPa", 1, "R-88120")
        .part("Copper pipe 22 mm, metre", 11, "")
        .photo(Scene::GasCage, 0, "Cage and signs")
        .invoice("BV-1184")
        .note("Leak-tested at 7 kPa for ten minutes with us watching. Certificate followed on Monday.")
        .enter(pen);
    Job::on(Installation, pen.on(1, 3, 11), "Oven and hob fitted")
        .at(&["kitchen"])
        .by("gas")
        .cost(900, 14_600)
        .enter(pen);
    Job::on(Fault, pen.on(1, 4, 20), "Toilet in the family bathroom runs on")
        .named("cistern")
        .of(&["plumbing"])
        .at(&["family-bathroom"])
        .bad(Minor)
        .enter(pen);
    Job::on(Repair, pen.on(1, 4, 22), "Cistern valve replaced")
        .named("cistern-done")
        .of(&["plumbing"])
        .at(&["family-bathroom"])
        .done_by("Pieter")
        .cost(0, 210)
        .part("Bottom-entry inlet valve", 1, "")
        .settles("cistern")
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Repair, pen.on(1, 6, 11), "Hot water pipe under the kitchen sink let go at nine in the evening")
        .of(&["plumbing"])
        .at(&["kitchen"])
        .by("druppel")
        .cost(1_350, 240)
        .part("15 mm compression coupling", 2, "")
        .photo(Scene::Leak, 0, "Before Riaan came")
        .note(
            "Shut off at the green lid within two minutes because we had practised. The plinth of the cupboard \
            swelled, the rest dried. \
               Riaan was here in forty minutes.",
        )
        .enter(pen);
    Job::on(Installation, pen.on(1, 6, 24), "Fireplace and flue put in")
        .of(&["fireplace"])
        .at(&["lounge", "roof"])
        .by("sweep")
        .cost(6_500, 15_000)
        .photo(Scene::Fireplace, 0, "First fire")
        .photo(Scene::TiledRoof, 2, "Flue through the tiles, lead flashing")
        .invoice("SS-0417")
        .enter(pen);
    Job::on(Note, pen.on(1, 8, 8), "Roof’s first year is over: builder’s promise for leaks ends")
        .of(&["roof"])
        .by("builder")
        .note("Checked everything once more before it ended. Nothing wet.")
        .enter(pen);
    Job::on(Repair, pen.on(1, 9, 13), "Ouma’s bathroom door swollen, planed")
        .at(&["cottage-bathroom"])
        .done_by("Pieter")
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Installation, pen.on(1, 11, 4), "Grab rails and a hand shower for Ouma Hettie")
        .at(&["cottage-bathroom"])
        .by("plumber")
        .cost(1_100, 1_890)
        .note(
            "Rails are bolted through into a timber plate behind the tiles: the plate is 30 cm wide at 90 cm \
            height.",
        )
        .enter(pen);
}
