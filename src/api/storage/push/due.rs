//! Keeping what falls due in homes, in the transaction of the pushes that change it.

use super::perform::Planned;
use crate::error::Error;
use crate::storage::due::{grounded, renew};
use model::access::Sort;
use model::reminder::grounds;
use model::{Letter, RecordId, entry::Entry};
use sqlx::AnyConnection;
use std::collections::BTreeSet;

/// Works out anew what falls due in the homes in which something was written that it follows from; most of what is written in a home is not.
pub(super) async fn note_dues(connection: &mut AnyConnection, planned: &[Planned]) -> Result<(), Error> {
    let (mut touched, mut untouched) = (Vec::new(), Vec::new());
    for push in planned.iter().filter(|push| push.sort == Sort::Home && push.plan.head != push.before) {
        let noted: BTreeSet<RecordId> = push.plan.records.values().flat_map(grounds).collect();
        if noted.is_empty() {
            untouched.push(push);
        } else {
            touched.push((push, noted));
        }
    }
    // What corrects an entry, or begins with it, may have come before it.
    let entries = |push: &&'_ Planned| -> Vec<RecordId> {
        push.plan.records.values().filter(|record| record.kind == Entry::KIND).map(|record| record.id).collect()
    };
    let asked: Vec<(&str, RecordId)> =
        untouched.iter().flat_map(|push| entries(push).into_iter().map(|id| (push.space.as_str(), id))).collect();
    let late = grounded(connection, &asked).await?;
    let late = untouched.into_iter().filter(|push| late.contains(&push.space)).map(|push| (push, BTreeSet::new()));
    for (push, noted) in touched.into_iter().chain(late) {
        renew(connection, &push.space, &noted).await?;
    }
    Ok(())
}
