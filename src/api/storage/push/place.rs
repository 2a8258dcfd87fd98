//! Which units of schemes have to be looked at again for what pushes wrote: into a home that is a logbook, or into a scheme.

use super::perform::Planned;
use crate::error::Error;
use crate::storage::logbook::{Noted, note_estate, note_homes};
use model::access::Sort;
use model::scheme::{Siting, Twin, Unit};
use model::{Letter, Record, RecordId};
use sqlx::AnyConnection;

/// Kinds of a scheme of which its score follows beside how its units stand.
const WEIGHED: [&str; 3] = ["scheme", "budget", "capital_item"];

/// Notes the units that have to be looked at again, in the transaction of the pushes.
pub(super) async fn note_places(connection: &mut AnyConnection, planned: &[Planned]) -> Result<(), Error> {
    let wrote = |sort: Sort| planned.iter().filter(move |push| push.sort == sort && push.plan.head != push.before);
    let homes: Vec<&str> = wrote(Sort::Home).map(|push| push.space.as_str()).collect();
    let Some(now) = planned.first().map(|push| push.now.clone()) else { return Ok(()) };
    note_homes(connection, &homes, &now).await?;
    for push in wrote(Sort::Estate) {
        let noted: Vec<Noted> = push.plan.records.values().filter_map(noted).collect();
        note_estate(connection, &push.space, &noted, &push.now).await?;
    }
    Ok(())
}

fn noted(record: &Record) -> Option<Noted> {
    let about = |unit: Option<RecordId>| Some(Noted::About { record: record.id, unit: unit? });
    match record.kind.as_str() {
        Unit::KIND => Some(Noted::Unit(record.id)),
        Siting::KIND => about(record.body.read::<Siting>().ok()?.unit),
        Twin::KIND => about(record.body.read::<Twin>().ok()?.unit),
        kind if WEIGHED.contains(&kind) => Some(Noted::Weighed),
        _ => None,
    }
}
