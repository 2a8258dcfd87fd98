//! What a home will need, by the same rules by which its list of what is due is drawn.

use crate::remind::zone;
use model::catalogue::Catalogue;
use model::estate::family::Families;
use model::estate::month::Month;
use model::estate::outlook::{AHEAD_MONTHS, Home, Planned, needs};
use model::property::Property;
use model::schedule::rounds_of_home;
use model::standing::living;
use model::system::{System, SystemType};
use model::usual_care::UsualCare;
use model::{AccountId, Instant, Record, RecordId};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The families of parts of the catalogue that the app has too.
pub(super) static FAMILIES: LazyLock<Families> = LazyLock::new(|| {
    let care = UsualCare::read(include_str!("../../../public/catalogue/za.en-ZA.care.json"));
    let catalogue = Catalogue::read(include_str!("../../../public/catalogue/za.en-ZA.json"));
    Families::new(
        &care.expect("the file is part of the program, and tests read it"),
        &catalogue.expect("the file is part of the program, and tests read it"),
    )
});

/// What the home of these records will need; none where nobody wrote down where it is.
pub(super) fn seen(records: &[Record], holder: AccountId, now: Instant) -> Option<Home> {
    let property = living::<Property>(records).into_iter().next()?.letter;
    let suburb = suburb(&property)?;
    let (today, _) = zone::local(now, property.time_zone.as_deref());
    let until = Month::of(today).plus(AHEAD_MONTHS + 1).last_day();
    let systems = living::<System>(records).into_iter().map(|system| (system.root, system.letter.sort));
    let systems: BTreeMap<RecordId, SystemType> = systems.collect();
    let rounds = rounds_of_home(records, today, until);
    let planned = rounds.into_iter().map(|(task, rounds)| {
        let sort = task.systems.iter().find_map(|system| systems.get(system)).copied();
        let months: Vec<Month> = rounds.iter().map(|round| Month::of(round.by)).collect();
        (months, FAMILIES.of(&task, sort))
    });
    let planned: Vec<_> = planned.collect();
    let planned: Vec<_> = planned.iter().map(|(months, parts)| Planned { months, parts }).collect();
    Some(Home { holder, suburb, agreed: true, needs: needs(&planned) })
}

/// The suburb with its city, for many cities have a suburb of the same name.
fn suburb(property: &Property) -> Option<String> {
    match (property.suburb.trim(), property.city.trim()) {
        ("", _) => None,
        (suburb, "") => Some(suburb.to_owned()),
        (suburb, city) => Some(format!("{suburb}, {city}")),
    }
}
