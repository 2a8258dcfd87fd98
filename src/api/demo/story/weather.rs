//! Fifth and sixth year: everyone at home, the great storm, the stoep roof.

use crate::demo::job::Job;
use crate::demo::pen::{Pen, Who};
use crate::demo::photo::Scene;
use model::entry::EntryType::{Fault, Inspection, Installation, Note, Repair};
use model::entry::Severity::{Emergency, Minor, Serious};

pub(super) fn write(pen: &mut Pen) {
    at_home(pen);
    storm(pen);
    stoep(pen);
}

fn at_home(pen: &mut Pen) {
    Job::on(Installation, pen.on(4, 1, 11), "Study made into an office: desk, plugs, data point")
        .at(&["study"])
        .by("electrician")
        .cost(1_240, 1_610)
        .part("Double socket", 4, "")
        .enter(pen);
    Job::on(Repair, pen.on(4, 2, 1), "Main bedroom and passage repainted")
        .at(&["main-bedroom"])
        .by("painter")
        .cost(4_200, 1_850)
        .photo(Scene::PaintTins, 0, "Colours: Oatmeal 3-B, ceilings white")
        .enter(pen);
    Job::on(Repair, pen.on(4, 4, 18), "Everything small, done during the long weeks at home")
        .at(&["kitchen", "garage", "study"])
        .done_by("The four of us")
        .cost(0, 1_130)
        .from(Who::Pieter)
        .note(
            "Squeaking stairs to the loft screwed. Kitchen tap’s cartridge. Eleven door handles. Silicone in both \
            bathrooms: cut out, \
               cleaned with spirits, done again with a sanitary grade. Thabo fixed the doorbell by himself.",
        )
        .enter(pen);
    Job::on(Fault, pen.on(4, 8, 17), "Pressure up again: taps bang, cottage geyser’s safety valve drips")
        .named("prv-tired")
        .of(&["prv", "cottage-geyser"])
        .bad(Serious)
        .enter(pen);
    Job::on(Repair, pen.on(4, 8, 22), "Pressure-control valve replaced")
        .of(&["prv", "plumbing"])
        .by("plumber")
        .cost(780, 1_460)
        .part("Multi valve 400 kPa, 22 mm", 1, "M2-400")
        .settles("prv-tired")
        .photo(Scene::Leak, 1, "The old one")
        .invoice("ND-4290")
        .note(
            "480 kPa before, 400 after. The City’s pressure is over 700 at night since the restrictions were \
            lifted.",
        )
        .enter(pen);
    Job::on(Installation, pen.on(4, 11, 28), "Air conditioner put into the main bedroom")
        .when(crate::demo::day::month(pen.year(4), 11))
        .of(&["aircon"])
        .at(&["main-bedroom"])
        .by("aircon")
        .cost(3_100, 10_100)
        .part("Split unit 12 000 BTU", 1, "SW12-2010-5561")
        .photo(Scene::Aircon, 0, "Indoor unit")
        .invoice("PW-7719")
        .enter(pen);
    Job::on(Note, pen.on(4, 12, 13), "Five years: what the next five will cost")
        .from(Who::Laptop)
        .note(
            "From the ages in this logbook: main geyser, paint outside, stoep roof, gate motor. About R 110 000 \
            in today’s money, most of it \
               paint and the stoep. We put R 2 000 a month aside from January.",
        )
        .enter(pen);
}

fn storm(pen: &mut Pen) {
    Job::on(Repair, pen.on(5, 5, 15), "Wi-Fi cable to the cottage dug in")
        .at(&["cottage", "back"])
        .done_by("Thabo and Pieter")
        .cost(0, 870)
        .from(Who::Pieter)
        .photo(Scene::Trench, 0, "30 cm deep, left of the paving")
        .enter(pen);
    Job::on(Fault, pen.on(5, 6, 29), "Great storm: branch through the roof above the study")
        .named("branch")
        .of(&["roof", "gutters"])
        .at(&["study"])
        .bad(Emergency)
        .photo(Scene::TiledRoof, 1, "From the garden")
        .photo(Scene::Ceiling, 1, "Study, an hour later")
        .note(
            "Twenty past four in the morning. A limb of the stone pine, as thick as a leg. Two rafters cracked, \
             nineteen tiles, five metres \
             of gutter. Books out, buckets in, tarpaulin over it by seven: Werner and his men came first, Mogamat \
             at nine.\n\n\
             Claim PM-03318. The assessor wants the dates of the yearly roof inspections. They are all here, with \
             photos; it took two \
             minutes to send them.",
        )
        .enter(pen);
    Job::on(Repair, pen.on(5, 6, 29), "Branch taken off, roof covered")
        .at(&["study"])
        .of(&["roof"])
        .by("trees")
        .cost(3_800, 0)
        .later(1)
        .enter(pen);
    Job::on(Repair, pen.on(5, 7, 10), "Rafters, battens, tiles and gutter replaced")
        .of(&["roof", "gutters"])
        .at(&["study"])
        .by("roofer")
        .cost(9_600, 7_450)
        .part("Rafter 38 × 152, metre", 9, "")
        .part("Concrete tile, double Roman", 12, "")
        .part("Ogee gutter 125 mm, metre", 6, "")
        .settles("branch")
        .photo(Scene::TiledRoof, 0, "Closed again")
        .photo(Scene::Gutter, 2, "New length of gutter")
        .invoice("KDG-0933")
        .note("Paid by the insurer but for the excess of R 4 000. Seven of the tiles came from our stack: 30 left.")
        .enter(pen);
    Job::on(Repair, pen.on(5, 7, 24), "Study: ceiling board, cornice, paint")
        .at(&["study"])
        .by("painter")
        .cost(2_900, 1_420)
        .photo(Scene::WallAfter, 0, "As if nothing had been")
        .enter(pen);
    Job::on(Inspection, pen.on(5, 8, 7), "The rest of the stone pine judged")
        .at(&["back"])
        .by("trees")
        .cost(650, 0)
        .note("Sound. Crown thinned by a fifth, the side towards the house shortened every second year.")
        .enter(pen);
    Job::on(Repair, pen.on(5, 9, 12), "Inter-leading door to the stoep: lock replaced")
        .at(&["stoep"])
        .done_by("Pinelands Locksmith")
        .cost(320, 560)
        .enter(pen);
}

fn stoep(pen: &mut Pen) {
    Job::on(Fault, pen.on(5, 2, 7), "Paint peels under the stoep’s ceiling")
        .named("stoep-peels")
        .of(&["waterproofing"])
        .at(&["stoep"])
        .bad(Minor)
        .photo(Scene::Ceiling, 0, "Beside the second lamp")
        .enter(pen);
    Job::on(Repair, pen.on(5, 2, 26), "Stoep roof: outlet re-dressed, silver coat renewed")
        .of(&["waterproofing"])
        .at(&["stoep"])
        .by("waterproofer")
        .cost(2_800, 2_350)
        .part("Bitumen aluminium paint, 20 ℓ", 1, "")
        .settles("stoep-peels")
        .photo(Scene::FlatRoof, 0, "Dry in an hour")
        .invoice("DD-1406")
        .note("Chantal: the torch-on itself is good for another five to eight years if the coat is kept up.")
        .enter(pen);
    Job::on(Repair, pen.on(5, 10, 30), "Braai chimney re-plastered")
        .at(&["stoep"])
        .by("painter")
        .cost(1_500, 380)
        .enter(pen);
    Job::on(Installation, pen.on(5, 11, 20), "Gate to the side passage, with a lock that opens from inside")
        .at(&["side"])
        .by("gate")
        .cost(900, 3_250)
        .enter(pen);
}
