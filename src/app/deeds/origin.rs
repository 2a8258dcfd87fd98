//! Where records came from.

use crate::desk::Desk;
use model::RecordId;
use model::source::Origin;
use model::via::Via;

/// Who contributed a record of the open home by a link; none for one that a member wrote.
pub fn via(desk: Desk, id: RecordId) -> Option<Via> {
    Via::of(&desk.engine()?.record(id)?.body)
}

/// Where a record of the open home was brought in from; none for one that was written here.
pub fn of(desk: Desk, id: RecordId) -> Option<Origin> {
    Origin::of(&desk.engine()?.record(id)?.body)
}
