//! Where records came from.

use crate::desk::Desk;
use model::RecordId;
use model::source::Origin;

/// Where a record of the open home was brought in from; none for one that was written here.
pub fn of(desk: Desk, id: RecordId) -> Option<Origin> {
    Origin::of(&desk.engine()?.record(id)?.body)
}
