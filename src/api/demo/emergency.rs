//! The emergency cards: what the household wrote down after the first geyser burst, so that anybody in the house knows what to do.

use super::pen::{Pen, Who, id};
use model::FileHash;
use model::contact::Contact;
use model::entry::Entry;
use model::system::System;
use model::task::Task;

/// A system, what to do first, whom to call, and the number that is answered at night.
const CARDS: [(&str, &str, &str, &str); 3] = [
    (
        "geyser-2",
        "Breaker 7 on the board off.\nRed stopcock at the trapdoor, quarter turn.\nOpen the hot tap in the bath until it stops.\nBuckets under the ceiling; take the piano’s cover.",
        "plumber",
        "086 555 0124",
    ),
    (
        "cottage-geyser",
        "Breaker 9 on the board off.\nValve behind the basin, left, quarter turn.\nMove Ouma’s bed away from the wall.",
        "plumber",
        "086 555 0124",
    ),
    (
        "plumbing",
        "Green lid left of the drive gate.\nQuarter turn clockwise; the key hangs behind the garage door.\nTell the cottage that the water is off.",
        "druppel",
        "086 555 0124",
    ),
];

/// Writes the cards, and names the leak in the task that came of it.
pub(super) fn write(pen: &mut Pen) {
    let day = pen.on(6, 8, 14);
    for (name, steps, contact, number) in CARDS {
        pen.change(name, Who::Pieter, day, |system: &mut System| {
            let photo: Option<FileHash> = system.files.first().map(|file| file.hash);
            system.shut_off_photo = photo;
            system.steps = steps.to_owned();
            system.call = Some(id::<Contact>(contact));
            system.call_number = number.to_owned();
        });
    }
    let leak = id::<Entry>("cottage-leak");
    pen.change("Nonhlanhla comes for the cottage geyser, 09:00", Who::Pieter, pen.ago(1), |task: &mut Task| {
        task.fault = Some(leak);
    });
}
