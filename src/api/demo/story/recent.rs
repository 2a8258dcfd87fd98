//! The last months, counted back from today: two faults are open.

use crate::demo::job::Job;
use crate::demo::pen::{Pen, Who, id};
use crate::demo::photo::Scene;
use model::Date;
use model::entry::Entry;
use model::entry::EntryType::{Fault, Inspection, Installation, Note, Repair};
use model::entry::Severity::{Emergency, Minor};
use model::remark::Remark;
use model::remark::RemarkType::{Comment, Countersignature};

pub(super) fn write(pen: &mut Pen) {
    Job::on(Repair, pen.ago(94), "Back door’s weather bar replaced")
        .at(&["scullery"])
        .done_by("Oom Kobus")
        .cost(250, 310)
        .enter(pen);
    Job::on(Inspection, pen.ago(61), "Cottage geyser: rust line looked at again")
        .named("cottage-rust")
        .of(&["cottage-geyser"])
        .by("plumber")
        .cost(450, 0)
        .photo(Scene::Geyser, 2, "Line along the bottom seam")
        .note(
            "Sipho: replace before next winter. Offer for a 100 ℓ with tray and valves R 11 480, good for 60 \
            days. We said after Christmas.",
        )
        .enter(pen);
    Job::on(Installation, pen.ago(37), "New circuit for the pool’s heat pump")
        .named("pool-circuit")
        .of(&["db"])
        .at(&["pool"])
        .by("electrician")
        .from(Who::Pieter)
        .cost(2_100, 1_640)
        .part("Breaker 20 A, two-pole", 1, "")
        .note("The heat pump itself comes in spring. Bongani still owes the supplementary certificate.")
        .enter(pen);
    Job::on(Fault, pen.ago(23), "Pool filter lets sand through")
        .named("sand")
        .of(&["pool-filter"])
        .at(&["pool"])
        .bad(Minor)
        .from(Who::Pieter)
        .photo(Scene::Pool, 1, "A handful on the bottom step every morning")
        .note(
            "Started after the last backwash. Lwazi thinks of a cracked lateral; with sand this old he would \
            change both together.",
        )
        .enter(pen);
    Job::on(Repair, pen.ago(16), "Study’s roller blind")
        .at(&["study"])
        .done_by("Pieter")
        .cost(0, 420)
        .from(Who::Pieter)
        .enter(pen);
    Job::on(Note, pen.ago(9), "Liesl’s eighteenth: forty people on the stoep, nothing broken")
        .at(&["stoep", "back"])
        .photo(Scene::Garden, 0, "Before they came")
        .enter(pen);
    Job::on(Fault, pen.ago(2), "Cottage geyser leaks through Ouma’s bathroom ceiling")
        .named("cottage-leak")
        .of(&["cottage-geyser"])
        .at(&["cottage-bathroom"])
        .bad(Emergency)
        .photo(Scene::Ceiling, 3, "Seven in the evening; it was the size of a coin at lunch")
        .photo(Scene::Leak, 1, "Joint below the tank, and the wall behind it")
        .note(
            "Water shut off behind the basin, breaker 9 off, bucket under it. Ouma washes in the house for now. \
             Sipho is in Gqeberha until after the weekend and \
             sends Nonhlanhla tomorrow; if it grows overnight, Druppel.\n\n\
             Claim reported to Kavitha by WhatsApp with both photos. The inspection two months ago is in here.",
        )
        .enter(pen);
    let remark = |sort, about, text: &str, (name, capacity): (&str, &str), day: Date| Remark {
        sort,
        about: Some(id::<Entry>(about)),
        text: text.to_owned(),
        name: name.to_owned(),
        capacity: capacity.to_owned(),
        on: Some(day.into()),
    };
    let (signed, said) = (pen.ago(60), pen.ago(1));
    let sipho = ("Sipho Ndlovu", "Plumber");
    let signature = remark(Countersignature, "cottage-rust", "", sipho, signed);
    pen.write("rust signed", Who::Naledi, signed, &signature);
    let kavitha = ("Kavitha Naidoo", "Broker");
    let text = "Assessor is booked for Thursday between ten and twelve. Please keep the tank when it comes out.";
    let comment = remark(Comment, "cottage-leak", text, kavitha, said);
    pen.write("leak comment", Who::Naledi, said, &comment);
}
