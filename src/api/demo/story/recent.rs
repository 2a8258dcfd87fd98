//! The last months, counted back from today: two faults are open.

use crate::demo::job::Job;
use crate::demo::pen::{Pen, Who};
use crate::demo::photo::Scene;
use model::entry::EntryType::{Fault, Inspection, Note, Repair};
use model::entry::Severity::{Emergency, Minor};

pub(super) fn write(pen: &mut Pen) {
    Job::on(Repair, pen.ago(94), "Back door’s weather bar replaced")
        .at(&["scullery"])
        .done_by("Oom Kobus")
        .cost(250, 310)
        .enter(pen);
    Job::on(Inspection, pen.ago(61), "Cottage geyser: rust line looked at again")
        .of(&["cottage-geyser"])
        .by("plumber")
        .cost(450, 0)
        .photo(Scene::Geyser, 2, "Line along the bottom seam")
        .note(
            "Sipho: replace before next winter. Offer for a 100 ℓ with tray and valves R 11 480, good for 60 \
            days. We said after Christmas.",
        )
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
}
