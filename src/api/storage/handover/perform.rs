//! Doing a hand-over: one transaction, after which the home is the buyer's without what stays private.

use super::rewrite::rewrite;
use super::settle::co_owners;
use super::{Found, found, handover};
use crate::error::Error;
use crate::storage::deal;
use crate::storage::due::renew;
use crate::storage::logbook::leave_unit_of;
use crate::storage::outlook;
use crate::storage::push::{Asked, Sender, push_all};
use crate::storage::{Incoming, Storage};
use model::date::HOME_AHEAD_MINUTES;
use model::entry::{Entry, EntryType};
use model::{AccountId, Body, DeviceId, Edit, EditKey, Instant, Letter, PartialDate, RecordId, SpaceId, Stamp};
use sqlx::AnyConnection;
use std::collections::BTreeSet;
use uuid::Uuid;
use wire::handover::HandedOver;
use wire::push::Outcome;

/// Nobody else reads or writes in the home until it is done: pushes take this lock too, and take it first.
const LOCK: &str = "update spaces set head = head where id = (select space from handovers where id = $1)";

/// One statement decides, however many see that it is due.
const DECIDE: &str = "update handovers set state = 'done', ended = $2, message = '' where id = $1 and state = 'accepted' and due <= $2 \
     and exists (select 1 from members where members.space = handovers.space and members.account = handovers.seller \
     and members.role = 'owner')";

const FIND: &str = found!("handovers.id = $1");

const LINKS: &str =
    "select count(*) from shares where space = $1 and revoked is null and suspended is null and expires > $2";

const BUMP: &str = "update spaces set access = access + 1 where id = $1 returning access";

const LEAVE: &str = "delete from members where space = $1 and account <> $2";

const OWN: &str = "insert into members (space, account, role, version, since) values ($1, $2, 'owner', $3, $4) \
     on conflict (space, account) do update set role = 'owner', version = excluded.version, since = excluded.since";

/// What was shared stays known by its secret only, so that who comes by it is told that it has ended: whom it was for is the seller's matter.
const END_LINKS: &str =
    "update shares set revoked = coalesce(revoked, $2), name = '', passcode = null, made_by = $3 where space = $1";

/// Who looked at what, what was sent and by whom, and who was invited, is told to nobody any more.
const FORGET: [&str; 6] = [
    // An inbox is nobody's: when it was erased tells nothing, only that its files have to go.
    "update spaces set erased = created where id in (select inbox from shares where space = $1)",
    "delete from claims where space in (select inbox from shares where space = $1)",
    "delete from files where space in (select inbox from shares where space = $1)",
    "delete from contributions where share in (select id from shares where space = $1)",
    "delete from sights where share in (select id from shares where space = $1)",
    "delete from invitations where space = $1",
];

const NOTE: &str = "update handovers set outcome = $2, others = $3 where id = $1";

impl Storage {
    /// Does a hand-over that is due: the buyer owns the home, everybody else's access to it ends, and what stays private is gone from it.
    /// `title` is that of the entry which tells of it. Whether it was done by this very call.
    ///
    /// Contents of files that nothing names any more are left to the sweep.
    ///
    /// # Errors
    /// Where the database does not answer; then nothing of it was done.
    pub async fn perform_handover(&self, id: String, title: String, now: Instant) -> Result<bool, Error> {
        let done = self.write(move |connection| Box::pin(perform(connection, id, title, now))).await?;
        if done {
            self.forget_log().await?;
        }
        Ok(done)
    }
}

async fn perform(connection: &mut AnyConnection, id: String, title: String, now: Instant) -> Result<bool, Error> {
    sqlx::query(LOCK).bind(id.clone()).execute(&mut *connection).await?;
    let decide = sqlx::query(DECIDE).bind(id.clone()).bind(now.to_string());
    if decide.execute(&mut *connection).await?.rows_affected() != 1 {
        return Ok(false);
    }
    let row: Found = sqlx::query_as(FIND).bind(id.clone()).fetch_one(&mut *connection).await?;
    let row = handover(row)?;
    let (Some(space), Some(buyer)) = (row.whole.space, row.buyer) else {
        return Err(Error::broken("a hand-over was accepted by nobody"));
    };
    let others = serde_json::to_string(&co_owners(connection, &id).await?).map_err(Error::broken)?;
    deal::leave(connection, &space.to_string(), Some(row.seller), now).await?;
    leave_unit_of(connection, &space.to_string(), now).await?;
    outlook::leave(connection, &space.to_string()).await?;
    let mut outcome = end_access(connection, space, buyer, now).await?;
    outcome.counts = rewrite(connection, space, &row.whole.private, buyer).await?;
    renew(connection, &space.to_string(), &BTreeSet::new()).await?;
    outcome.head = write_entry(connection, space, buyer, title, now).await?;
    let outcome = serde_json::to_string(&outcome).map_err(Error::broken)?;
    sqlx::query(NOTE).bind(id).bind(outcome).bind(others).execute(connection).await?;
    Ok(true)
}

/// Makes the buyer the owner and the only member, and ends links and invitations.
async fn end_access(
    connection: &mut AnyConnection,
    space: SpaceId,
    buyer: AccountId,
    now: Instant,
) -> Result<HandedOver, Error> {
    let (space, buyer, now) = (space.to_string(), buyer.to_string(), now.to_string());
    let links = sqlx::query_as(LINKS).bind(space.clone()).bind(now.clone());
    let (links,): (i64,) = links.fetch_one(&mut *connection).await?;
    let end = sqlx::query(END_LINKS).bind(space.clone()).bind(now.clone()).bind(AccountId::default().to_string());
    end.execute(&mut *connection).await?;
    let mut invitations = 0;
    for statement in FORGET {
        invitations = sqlx::query(statement).bind(space.clone()).execute(&mut *connection).await?.rows_affected();
    }
    let (access,): (i64,) = sqlx::query_as(BUMP).bind(space.clone()).fetch_one(&mut *connection).await?;
    let leave = sqlx::query(LEAVE).bind(space.clone()).bind(buyer.clone());
    let members = leave.execute(&mut *connection).await?.rows_affected();
    sqlx::query(OWN).bind(space).bind(buyer).bind(access).bind(now).execute(connection).await?;
    Ok(HandedOver { links: links.max(0).cast_unsigned(), members, invitations, ..HandedOver::default() })
}

/// Writes into the history that the home changed hands, as any entry of its new owner is written; its number.
async fn write_entry(
    connection: &mut AnyConnection,
    space: SpaceId,
    buyer: AccountId,
    title: String,
    now: Instant,
) -> Result<u64, Error> {
    let when = Some(PartialDate::day(now.date(HOME_AHEAD_MINUTES)));
    let entry = Entry { sort: EntryType::Note, title, when, ..Entry::default() };
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(0) };
    let edit = Edit {
        key: EditKey(Uuid::new_v4()),
        id: RecordId(Uuid::now_v7()),
        kind: Entry::KIND.to_owned(),
        stamp,
        fields: Body::seal(&entry.fields()),
    };
    let edits = vec![Incoming { key: edit.key, edit: Ok(edit) }];
    let replies =
        push_all(connection, vec![Asked { space, from: Sender::Account(buyer), edits, files: Vec::new(), now }])
            .await?;
    let reply = replies.into_iter().next().unwrap_or_else(|| Err(Error::broken("a push without an answer")))?;
    match reply.answers.first().map(|answer| &answer.outcome) {
        Some(Outcome::Accepted { rev, .. }) => Ok(*rev),
        refused => Err(Error::broken(format!("the entry of a hand-over was refused: {refused:?}"))),
    }
}
