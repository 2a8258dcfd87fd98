//! Writing records of any kind.

use super::{Change, Trouble, engine};
use crate::browser::random;
use crate::data::Shelved;
use crate::desk::Desk;
use model::body::Fields;
use model::{Letter, RecordId};

/// Writes a new record; its id.
pub async fn add<T: Letter>(desk: Desk, letter: &T) -> Result<RecordId, Trouble> {
    let id = random::record_id();
    engine(desk)?.save(vec![Change::new(id, letter)]).await?;
    Ok(id)
}

/// Writes what differs between `before`, as the page read it, and `after`, as the person left it: nothing else is touched, so that what
/// somebody else changed meanwhile in other fields stays.
pub async fn change<T: Letter>(desk: Desk, id: RecordId, before: &T, after: &T) -> Result<(), Trouble> {
    match Change::between(id, before, after) {
        Some(change) => engine(desk)?.save(vec![change]).await,
        None => Ok(()),
    }
}

/// Takes a living record away; [`restore`] takes that back.
pub async fn delete<T: Shelved>(desk: Desk, id: RecordId) -> Result<(), Trouble> {
    set_deleted::<T>(desk, id, true).await
}

/// Brings a deleted record back.
pub async fn restore<T: Shelved>(desk: Desk, id: RecordId) -> Result<(), Trouble> {
    set_deleted::<T>(desk, id, false).await
}

async fn set_deleted<T: Shelved>(desk: Desk, id: RecordId, deleted: bool) -> Result<(), Trouble> {
    engine(desk)?.save(vec![Change::mark::<T>(id, deleted)]).await
}

/// Puts `new` in the place of the system `old`, which keeps its history; both in one act.
pub async fn replace_system(
    desk: Desk,
    old: RecordId,
    new: &model::system::System,
    removed: Option<model::PartialDate>,
) -> Result<RecordId, Trouble> {
    let id = random::record_id();
    let mut fields = Fields::from_iter([("replaced_by".to_owned(), id.to_string().into())]);
    if let Some(removed) = removed {
        fields.insert("removed".to_owned(), removed.to_string().into());
    }
    let retired = Change::of::<model::system::System>(old, fields);
    engine(desk)?.save(vec![Change::new(id, new), retired]).await?;
    Ok(id)
}
