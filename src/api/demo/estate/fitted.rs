//! What stands in a unit, and how each thing stands there: mostly well, and of every sort of trouble some.

use super::book::Book;
use super::table::{Care, OF_COMMON, OF_UNIT, Row, Stand};
use crate::demo::chance::Chance;
use model::entry::{Entry, EntryType, Part, Severity};
use model::life::expected_life;
use model::recurrence::Recurrence;
use model::system::{System, SystemType};
use model::task::{IntervalBasis, Task};
use model::warranty::Warranty;
use model::{Date, PartialDate, RecordId};

/// A thing that was written down.
pub struct Fitted {
    /// Its record.
    pub id: RecordId,
    /// What it is.
    pub sort: SystemType,
    /// What it is called.
    pub name: &'static str,
    /// Whether somebody looked at it on the walk through the unit.
    pub is_walked: bool,
    /// Whether it was found to be as it should.
    pub is_sound: bool,
}

/// Writes down what stands in a unit. Some have no gas, no inverter, no alarm.
pub fn of_unit(book: &mut Book, name: &str) -> Vec<Fitted> {
    let mut chance = Chance::of(&format!("estate systems {name}"));
    let mut fitted = Vec::new();
    for (at, row) in OF_UNIT.iter().enumerate() {
        let is_there = at < 5 || chance.percent(45);
        let stand = rolled(&mut chance);
        if is_there {
            fitted.push(write(book, &mut chance, row, stand));
        }
    }
    fitted
}

/// The same of a place of the common property.
pub fn of_common(book: &mut Book, at: usize) -> Vec<Fitted> {
    let mut chance = Chance::of(&format!("estate common {at}"));
    OF_COMMON[at].iter().map(|(row, stand)| write(book, &mut chance, row, *stand)).collect()
}

fn rolled(chance: &mut Chance) -> Stand {
    match chance.within(1, 100) {
        1..=58 => Stand::Well,
        59..=68 => Stand::Late,
        69..=73 => Stand::Ageing,
        74..=77 => Stand::Worn,
        78..=79 => Stand::Broken,
        80..=82 => Stand::Flawed,
        83..=88 => Stand::Unproved,
        89..=93 => Stand::Undated,
        94..=96 => Stand::Unseen,
        _ => Stand::Unknown,
    }
}

fn write(book: &mut Book, chance: &mut Chance, row: &Row, stand: Stand) -> Fitted {
    let (sort, name, make, model, years, care) = *row;
    let is_named = !matches!(stand, Stand::Unproved | Stand::Unknown);
    let mut system = System { name: name.into(), sort, ..System::default() };
    if is_named {
        (system.make, system.model) = (make.into(), model.into());
    }
    system.life_years = (years > 0).then_some(years.into());
    let of_life = match stand {
        Stand::Ageing => chance.within(86, 97),
        Stand::Worn | Stand::Broken => chance.within(102, 130),
        _ => chance.within(8, 45),
    };
    if !matches!(stand, Stand::Undated | Stand::Unknown) {
        system.installed = Some(PartialDate::day(installed(&system, of_life, book.today)));
    }
    let id = book.write(name, &system);
    if is_named && !make.is_empty() {
        let title = format!("{make}, five years");
        let starts = system.installed;
        book.write(name, &Warranty { title, systems: vec![id], starts, months: Some(60), ..Warranty::default() });
    }
    let is_cared = !matches!(stand, Stand::Unseen | Stand::Unknown);
    if let Some(care) = care.filter(|_| is_cared) {
        cared(book, chance, id, care, matches!(stand, Stand::Late | Stand::Worn));
    }
    let severity = match stand {
        Stand::Broken | Stand::Faulty => Some(Severity::Serious),
        Stand::Flawed => Some(Severity::Minor),
        _ => None,
    };
    if let Some(severity) = severity {
        faulty(book, chance, id, name, severity);
    }
    Fitted { id, sort, name, is_walked: is_cared, is_sound: severity.is_none() && stand != Stand::Worn }
}

/// The day on which a thing was installed that has come so many per cent of what it lasts; none is older than the buildings.
fn installed(system: &System, of_life: u32, today: Date) -> Date {
    let years = expected_life(system).map_or(20, |life| life.years_max);
    let built = Date::of(1998, 9, 1).unwrap_or_default();
    today.minus_months(years * 12 * of_life / 100).max(built)
}

/// A task that comes round: late since a while, or done when it was last due.
fn cared(book: &mut Book, chance: &mut Chance, system: RecordId, (key, title, months): Care, is_late: bool) {
    let today = book.today;
    let part = |name: &str| Part { name: name.into(), quantity: 1, number: String::new() };
    let parts = if key == "geyser.service" { vec![part("Anode"), part("Element gasket")] } else { Vec::new() };
    let last = match is_late {
        true => today.minus_days(chance.within(35, 108)),
        false => today.minus_days(chance.within(1, months * 30 - 10)),
    };
    let task = Task {
        title: title.into(),
        due: Some(last),
        recurrence: Some(Recurrence::months(months.into())),
        systems: vec![system],
        parts,
        interval_basis: IntervalBasis::Trade,
        catalogue: key.into(),
        ..Task::default()
    };
    let task = book.write(title, &task);
    if !is_late {
        let (when, done_by) = (Some(PartialDate::day(last)), "Ndlovu Plumbing and Maintenance".to_owned());
        let done = Entry {
            sort: EntryType::Service,
            title: title.replacen("Have ", "Had ", 1),
            when,
            systems: vec![system],
            done_by,
            completes: Some(task),
            due: Some(last),
            ..Entry::default()
        };
        book.write(title, &done);
    }
}

fn faulty(book: &mut Book, chance: &mut Chance, system: RecordId, name: &str, severity: Severity) {
    let says = if severity == Severity::Minor { "not quite as it should be" } else { "does not work" };
    let fault = Entry {
        sort: EntryType::Fault,
        title: format!("{name}: {says}"),
        when: Some(PartialDate::day(book.today.minus_days(chance.within(2, 40)))),
        systems: vec![system],
        severity: Some(severity),
        ..Entry::default()
    };
    book.write(&format!("{name} fault"), &fault);
}
