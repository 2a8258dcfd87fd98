//! First records of a logbook that the scheme keeps of a unit.

use super::plan::{Change, Held};
use super::row::UnitRow;
use model::certificate::Certificate;
use model::property::Property;
use model::system::System;
use model::{Letter, RecordId};

/// What a row tells of systems and certificates, as records of a home; nothing where it tells of none.
pub(super) fn held(
    row: &UnitRow,
    unit: RecordId,
    words: &words::Words,
    fresh: &mut dyn FnMut() -> RecordId,
) -> Option<Held> {
    if row.systems.is_empty() && row.certificates.is_empty() {
        return None;
    }
    let name = match row.building.is_empty() {
        true => row.unit.number.clone(),
        false => format!("{}, {}", row.unit.number, row.building),
    };
    let name = crate::text::cut(&name, model::letter::LINE_CHARS_MAX).to_owned();
    let mut records = vec![change(fresh(), &Property { name, ..Property::default() })];
    for told in &row.systems {
        let (make, installed) = (told.make.clone(), told.installed);
        let name = (words.choice().system)(told.sort).to_owned();
        records.push(change(fresh(), &System { sort: told.sort, name, make, installed, ..System::default() }));
    }
    for (sort, issued) in &row.certificates {
        records.push(change(fresh(), &Certificate { sort: *sort, issued: Some(*issued), ..Certificate::default() }));
    }
    Some(Held { unit, records })
}

fn change<T: Letter>(id: RecordId, letter: &T) -> Change {
    Change { id, kind: T::KIND.to_owned(), fields: letter.fields() }
}
