//! What is written into a space in somebody's name without asking what they may write there: how a case begins, and what a restored scheme had. It is
//! numbered and kept as any revision.

use super::perform::Planned;
use super::plan::Plan;
use super::write::write;
use crate::error::Error;
use crate::storage::row::counted;
use model::{AccountId, Edit, Instant, Record, RecordId, SpaceId};
use sqlx::AnyConnection;

/// Takes the lock of the space's row, under which the rest is read and written.
const LOCK: &str = "update spaces set head = head where id = $1 and erased is null returning head";

const FIND: &str = "select record from records where space = $1 and id = $2";

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
    let locked = sqlx::query_as(LOCK).bind(space.to_string()).fetch_optional(&mut *connection).await?;
    let (head,): (i64,) = locked.ok_or_else(Error::not_found)?;
    let before = counted(head);
    let mut plan = Plan { head: before, ..Plan::default() };
    for edit in edits {
        let stands = match plan.records.get(&edit.id) {
            Some(record) => Some(record.clone()),
            None => find(connection, space, edit.id).await?,
        };
        let fields = edit.fields.open();
        plan.write(stands, edit, fields, account, now);
    }
    write(connection, &[Planned::own(space.to_string(), before, account, now, plan)]).await
}

async fn find(connection: &mut AnyConnection, space: SpaceId, record: RecordId) -> Result<Option<Record>, Error> {
    let find = sqlx::query_as(FIND).bind(space.to_string()).bind(record.to_string());
    let stands: Option<(String,)> = find.fetch_optional(connection).await?;
    stands.map(|(text,)| serde_json::from_str(&text).map_err(Error::broken)).transpose()
}
