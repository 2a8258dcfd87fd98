//! What comes round in this house: tasks that the catalogue proposed and the household took in, and two of their own. The yearly rounds answer them.

use super::pen::{Pen, Who, id};
use model::contact::Contact;
use model::date::Date;
use model::deferral::Deferral;
use model::recurrence::{Basis, Recurrence};
use model::season::Region;
use model::system::System;
use model::task::{IntervalBasis, Task};
use model::usual_care::{UsualCare, UsualTask};
use std::sync::LazyLock;

/// What the catalogue proposes.
static USUAL: LazyLock<UsualCare> = LazyLock::new(|| {
    UsualCare::read(include_str!("../../../public/catalogue/za.en-ZA.care.json")).expect("the tests of model read it")
});

/// What the catalogue calls it, or what the household does; the system; the round of the year that does it; who usually does; the year and the month of the
/// house in which it is due first.
type Row = (&'static str, &'static str, &'static str, Option<&'static str>, (i32, u32));

const TASKS: &[Row] = &[
    ("gutters.clean", "gutters", "Gutters cleared before the winter rain", Some("roofer"), (2, 4)),
    ("roof.inspection", "roof", "Roof looked over, ridge to gutter", Some("roofer"), (3, 4)),
    ("geyser.anode", "geyser-2", "Main geyser serviced: anode, valves, element", Some("plumber"), (8, 5)),
    ("gas.service", "gas", "Gas installation checked for leaks", Some("gas"), (2, 2)),
    ("gate.service", "gate-motor", "Gate motor serviced", Some("gate"), (2, 11)),
    ("gate.battery", "gate-motor", "Gate motor’s batteries replaced", Some("gate"), (2, 2)),
    ("garage.service", "garage-motor", "Garage door and motor serviced", Some("gate"), (3, 11)),
    ("fence.test", "fence", "Electric fence walked and measured", Some("security"), (4, 2)),
    ("pool_pump.service", "pool-pump", "Pool pump and filter serviced", Some("pool"), (6, 11)),
    ("extinguisher.service", "extinguishers", "Fire extinguishers serviced", Some("fire"), (2, 3)),
    ("inverter.check", "inverter", "Inverter: firmware, terminals, settings", Some("solar"), (7, 10)),
    ("Have the flue swept", "fireplace", "Flue swept", Some("sweep"), (2, 4)),
    ("Have the air conditioner washed", "aircon", "Air conditioner: coils and filters washed", Some("aircon"), (5, 10)),
];

/// Writes the tasks, and one round that was put off.
pub(super) fn write(pen: &mut Pen) {
    for (name, system, _, contact, (years, month)) in TASKS {
        let due = month_end(pen.year(*years), *month);
        let written = super::day::before(due, 40);
        let task = Task { due: Some(due), contact: contact.map(id::<Contact>), ..task(pen, name, system, due) };
        pen.write(name, Who::Naledi, written, &task);
    }
    let deferral = Deferral {
        task: Some(id::<Task>("gas.service")),
        due: Some(month_end(pen.year(5), 2)),
        until: Some(month_end(pen.year(5), 3)),
        on: Some(pen.on(5, 2, 20)),
        reason: "Everybody has the flu".into(),
    };
    pen.write("flu", Who::Pieter, pen.on(5, 2, 20), &deferral);
}

/// The task that a round of the year does for these systems, and the day on which that is due: what is due in April may be done in March. None before the
/// household planned it.
pub(super) fn answered(
    title: &str,
    systems: &[&str],
    (year, years): (i32, i32),
    month: u32,
) -> Option<(&'static str, Date)> {
    let does = TASKS.iter().find(|(_, system, round, ..)| *round == title && systems.contains(system));
    let (name, _, _, _, first) = does.filter(|(.., first)| (years, month) >= *first)?;
    let due = if month + 1 == first.1 { first.1 } else { month };
    Some((name, month_end(year, due)))
}

fn task(pen: &Pen, name: &str, system: &str, today: Date) -> Task {
    let id = id::<System>(system);
    match USUAL.systems.iter().flat_map(|sort| &sort.tasks).find(|usual| usual.key == name) {
        Some(usual) => of_catalogue(pen, usual, id, today),
        None => Task {
            title: name.to_owned(),
            recurrence: Some(Recurrence { from: Basis::Plan, ..Recurrence::months(12) }),
            lead_days: Some(30),
            systems: vec![id],
            interval_basis: IntervalBasis::Owner,
            ..Task::default()
        },
    }
}

fn of_catalogue(pen: &Pen, usual: &UsualTask, id: model::RecordId, today: Date) -> Task {
    let system = pen.letter::<System>(id).unwrap_or_default();
    usual.task(id, &system, Some(Region::WinterRain), today)
}

fn month_end(year: i32, month: u32) -> Date {
    let next = super::day::of(year + i32::from(month == 12), month % 12 + 1, 1);
    super::day::before(next, 1)
}
