//! What is written into a space in somebody's name without asking what they may write there: how a case begins, and what a restored scheme had. It is
//! numbered and kept as any revision.

use super::own::{locked, stands};
use super::perform::Planned;
use super::plan::Plan;
use super::write::write;
use crate::error::Error;
use model::{AccountId, Edit, Instant, SpaceId};
use sqlx::AnyConnection;

/// Writes edits into a space as those of `account`, without asking what that may write there.
///
/// # Errors
/// `NotFound` where there is no such space any more.
pub(in crate::storage) async fn tell(
    connection: &mut AnyConnection,
    space: SpaceId,
    account: AccountId,
    edits: Vec<Edit>,
    now: Instant,
) -> Result<(), Error> {
    let before = locked(connection, space).await?;
    let mut plan = Plan { head: before, ..Plan::default() };
    for edit in edits {
        let standing = match plan.records.get(&edit.id) {
            Some(record) => Some(record.clone()),
            None => stands(connection, space, edit.id).await?,
        };
        let fields = edit.fields.open();
        plan.write(standing, edit, fields, account, now);
    }
    write(connection, &[Planned::own(space.to_string(), before, account, now, plan)]).await
}
