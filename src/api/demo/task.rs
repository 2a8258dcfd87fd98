//! What is to be done once: overdue, soon, later; and what was done.

use super::pen::{Pen, Who, id};
use model::contact::Contact;
use model::entry::Entry;
use model::system::System;
use model::task::Task;
use model::{Date, Money, RecordId};

/// Days from today, title, systems, contact, notes.
type Row = (i64, &'static str, &'static [&'static str], Option<&'static str>, &'static str);

const OPEN: &[Row] = &[
    (-12, "Creeper off the electric fence at the back corner", &["fence"], None, "Before Zanele measures it again."),
    (
        -5,
        "Book Mogamat for the gutters over the garage",
        &["gutters"],
        Some("roofer"),
        "They overflowed at the corner last week.",
    ),
    (
        1,
        "Nonhlanhla comes for the cottage geyser, 09:00",
        &["cottage-geyser"],
        Some("plumber"),
        "Ouma has the key of the trapdoor. Ask for the offer of two months ago to be honoured.",
    ),
    (
        6,
        "Send the photos of the leak to Protea Mutual",
        &["cottage-geyser"],
        Some("broker"),
        "Claim form is in the mail of yesterday.",
    ),
    (11, "Pay the municipal account", &[], Some("city"), ""),
    (17, "Dishwasher: have the rattle looked at before its warranty ends", &[], Some("hardware"), ""),
    (24, "Pool filter: sand and laterals", &["pool-filter"], Some("pool"), "Lwazi’s offer: R 3 150 with three bags."),
    (29, "Press the earth-leakage button with Ouma watching", &["earth-leakage"], None, ""),
    (
        48,
        "Silver coat on the stoep roof",
        &["waterproofing"],
        Some("waterproofer"),
        "Every three years, says Chantal; the last was longer ago.",
    ),
    (210, "Alarm: offer for a panel on the new radio network", &["alarm"], Some("security"), ""),
    (
        330,
        TRAY.0,
        &["geyser-2"],
        Some("plumber"),
        "Every year or so. R 300 to R 400 on the phone, if they are here anyway.",
    ),
    (340, "Inside of the garage: two offers for an epoxy floor", &[], None, ""),
];

/// What the household expects a task to cost, in cents: it stands beside what a plumber quotes for the same.
const TRAY: (&str, i64, i64) = ("Clean and test the drip tray of the main geyser", 30_000, 40_000);

/// Tasks that were done, with the entry that says so: years, month, day due, title, entry.
const DONE: &[(i32, u32, u32, &str, &str)] = &[
    (1, 4, 30, "Family bathroom: cistern", "cistern-done"),
    (6, 7, 15, "Hot water back before the children’s exams", "new-geyser"),
    (6, 10, 31, "Solar before summer’s load-shedding", "solar"),
    (7, 2, 28, "Outside paint", "painted"),
];

/// Writes the tasks, the done ones with what closed them.
pub(super) fn write(pen: &mut Pen) {
    for (days, title, systems, contact, notes) in OPEN {
        let expected = |cents| (*title == TRAY.0).then(|| Money::rand(cents));
        let task = Task {
            title: (*title).into(),
            due: Some(from_today(pen, *days)),
            cost_min: expected(TRAY.1),
            cost_max: expected(TRAY.2),
            systems: systems.iter().map(|name| id::<System>(name)).collect(),
            contact: contact.map(id::<Contact>),
            notes: (*notes).into(),
            ..Task::default()
        };
        let written = if *days < 7 { 1 } else { 30 };
        let day = pen.ago(u32::try_from(written - days.min(&0) * 3).expect("a few weeks"));
        pen.write(title, if notes.is_empty() { Who::Naledi } else { Who::Pieter }, day, &task);
    }
    for (years, month, due, title, entry) in DONE {
        let due = pen.on(*years, *month, *due);
        let written = super::day::before(due, 20);
        let task = Task { title: (*title).into(), due: Some(due), ..Task::default() };
        pen.write(title, Who::Naledi, written, &task);
        let entry: RecordId = id::<Entry>(entry);
        pen.change(title, Who::Naledi, due, |task: &mut Task| task.done = Some(entry));
    }
}

fn from_today(pen: &Pen, days: i64) -> Date {
    let size = u32::try_from(days.unsigned_abs()).expect("less than a year");
    if days < 0 { pen.ago(size) } else { pen.today.plus_days(size) }
}
