//! Reading what a push needs to know, and writing what its plan says.

use super::Incoming;
use super::plan::{Known, Plan, plan};
use crate::error::Error;
use crate::storage::batch::{ROWS_MAX, pieces, places};
use crate::storage::row::{counted, parsed};
use model::access::{Action, Role, may};
use model::canonical::field_hash;
use model::{AccountId, Edit, EditKey, FileHash, Instant, Record, RecordId, SpaceId};
use serde_json::{Map, Value, json};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{HashMap, HashSet};
use wire::push::Outcome;
use wire::{ErrorCode, PushReply};

/// Takes the locks of the spaces' rows, under which everything else is read and written.
const LOCK: &str = "update spaces set head = head where id in ";

const DOORS: (&str, &str) = (
    "select members.space, head, role, version from (values ",
    ") as asked join members on members.space = asked.column1 and members.account = asked.column2 \
     join spaces on spaces.id = members.space",
);

const ANSWERED: (&str, &str) = (
    "select revisions.space, edit_key, seq, stamp, account, at from (values ",
    ") as asked join revisions on revisions.space = asked.column1 and revisions.edit_key = asked.column2",
);

const RECORDS: &str = "select id, space, record from records where id in ";

const REVISE: &str =
    "insert into revisions (space, seq, record, kind, edit_key, account, at, stamp, hashes, contents) values ";

const KEEP: (&str, &str) = (
    "insert into records (id, space, kind, rev, record) values ",
    " on conflict (id) do update set rev = excluded.rev, record = excluded.record",
);

const CLAIM: (&str, &str) = ("insert into claims (space, hash, record) values ", " on conflict do nothing");

const MOVE_HEADS: (&str, &str) = (
    "update spaces set head = moved.column2, total = total + moved.column3 from (values ",
    ") as moved where spaces.id = moved.column1",
);

/// A push that asks to be taken in.
#[derive(Clone, Debug)]
pub(in crate::storage) struct Asked {
    pub(in crate::storage) space: SpaceId,
    pub(in crate::storage) account: AccountId,
    pub(in crate::storage) edits: Vec<Incoming>,
    pub(in crate::storage) now: Instant,
}

/// What pushes that are taken in together touch. No two may touch the same, or the second would not know of the first.
#[derive(Debug, Default)]
pub(in crate::storage) struct Together {
    spaces: HashSet<SpaceId>,
    records: HashSet<RecordId>,
}

impl Together {
    /// Lets a push in, unless it touches what another touches.
    pub(in crate::storage) fn admit(&mut self, asked: &Asked) -> bool {
        let ids: HashSet<RecordId> = ids(asked).collect();
        if self.spaces.contains(&asked.space) || !self.records.is_disjoint(&ids) {
            return false;
        }
        self.spaces.insert(asked.space);
        self.records.extend(ids);
        true
    }
}

/// A push whose sender may write.
struct Open {
    asked: Asked,
    space: String,
    scope: u64,
    known: Known,
}

/// Takes in pushes that touch nothing in common; an answer to each, in their order. One whose sender may not write takes no other along.
pub(in crate::storage) async fn push_all(
    connection: &mut AnyConnection,
    all: Vec<Asked>,
) -> Result<Vec<Result<PushReply, Error>>, Error> {
    let doors = lock(connection, &all).await?;
    let (mut open, mut answers) = (Vec::new(), Vec::new());
    for (asked, door) in all.into_iter().zip(doors) {
        answers.push(door.map(|(head, scope)| {
            let known = Known { head, ..Known::default() };
            open.push(Open { space: asked.space.to_string(), asked, scope, known });
        }));
    }
    read_answered(connection, &mut open).await?;
    read_records(connection, &mut open).await?;
    let planned: Vec<Planned> = open.into_iter().map(Planned::of).collect();
    write(connection, &planned).await?;
    let mut replies = planned.into_iter().map(Planned::reply);
    Ok(answers.into_iter().map(|one| one.map(|()| replies.next().expect("one for each that is open"))).collect())
}

/// Heads of the spaces and versions of the access, once nobody else can change either.
async fn lock(connection: &mut AnyConnection, all: &[Asked]) -> Result<Vec<Result<(u64, u64), Error>>, Error> {
    let mut doors = HashMap::new();
    for piece in pieces(all, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{LOCK}{}", places(1, piece.len(), 0))));
        for asked in piece {
            query = query.bind(asked.space.to_string());
        }
        query.execute(&mut *connection).await?;
        let text = format!("{}{}{}", DOORS.0, places(piece.len(), 2, 0), DOORS.1);
        let mut query = sqlx::query_as(AssertSqlSafe(text));
        for asked in piece {
            query = query.bind(asked.space.to_string()).bind(asked.account.to_string());
        }
        let rows: Vec<(String, i64, String, i64)> = query.fetch_all(&mut *connection).await?;
        doors.extend(rows.into_iter().map(|(space, head, role, version)| (space, (head, role, version))));
    }
    let door = |asked: &Asked| {
        let (head, role, version) = doors.get(&asked.space.to_string()).ok_or_else(Error::not_found)?;
        if !may(parsed::<Role>(role)?, Action::Write) {
            return Err(Error::new(ErrorCode::Forbidden, "Your role in this home does not allow that."));
        }
        Ok((counted(*head), counted(*version)))
    };
    Ok(all.iter().map(door).collect())
}

async fn read_answered(connection: &mut AnyConnection, open: &mut [Open]) -> Result<(), Error> {
    let keys = |(at, push): (usize, &Open)| push.asked.edits.iter().map(|one| (at, one.key)).collect::<Vec<_>>();
    let keys: Vec<(usize, EditKey)> = open.iter().enumerate().flat_map(keys).collect();
    let of_space: HashMap<String, usize> = open.iter().enumerate().map(|(at, push)| (push.space.clone(), at)).collect();
    for piece in pieces(&keys, ROWS_MAX) {
        let text = format!("{}{}{}", ANSWERED.0, places(piece.len(), 2, 0), ANSWERED.1);
        let mut query = sqlx::query_as(AssertSqlSafe(text));
        for (at, key) in piece {
            query = query.bind(open[*at].space.clone()).bind(key.to_string());
        }
        let rows: Vec<(String, String, i64, String, String, String)> = query.fetch_all(&mut *connection).await?;
        for (space, key, seq, stamp, by, at) in rows {
            let outcome =
                Outcome::Accepted { rev: counted(seq), stamp: parsed(&stamp)?, by: parsed(&by)?, at: parsed(&at)? };
            open[of_space[&space]].known.answered.insert(parsed::<EditKey>(&key)?, outcome);
        }
    }
    Ok(())
}

async fn read_records(connection: &mut AnyConnection, open: &mut [Open]) -> Result<(), Error> {
    let of_record: HashMap<RecordId, usize> =
        open.iter().enumerate().flat_map(|(at, push)| ids(&push.asked).map(move |id| (id, at))).collect();
    let wanted: Vec<RecordId> = of_record.keys().copied().collect();
    for piece in pieces(&wanted, ROWS_MAX) {
        let mut query = sqlx::query_as(AssertSqlSafe(format!("{RECORDS}{}", places(1, piece.len(), 0))));
        for id in piece {
            query = query.bind(id.to_string());
        }
        let rows: Vec<(String, String, String)> = query.fetch_all(&mut *connection).await?;
        for (id, owner, text) in rows {
            let id = parsed(&id)?;
            let push = &mut open[of_record[&id]];
            let record = (owner == push.space).then(|| serde_json::from_str::<Record>(&text)).transpose();
            push.known.records.insert(id, record.map_err(Error::broken)?);
        }
    }
    Ok(())
}

fn ids(asked: &Asked) -> impl Iterator<Item = RecordId> {
    asked.edits.iter().filter_map(|incoming| incoming.edit.as_ref().ok()).map(|edit| edit.id)
}

/// A push of which is known what it comes to.
struct Planned {
    space: String,
    account: String,
    now: String,
    before: u64,
    scope: u64,
    plan: Plan,
}

impl Planned {
    fn of(Open { asked, space, scope, known }: Open) -> Self {
        let (before, Asked { account, edits, now, .. }) = (known.head, asked);
        let plan = plan(known, edits, account, now);
        Self { space, account: account.to_string(), now: now.to_string(), before, scope, plan }
    }

    fn reply(self) -> PushReply {
        PushReply { scope: self.scope, before: self.before, head: self.plan.head, answers: self.plan.answers }
    }
}

async fn write(connection: &mut AnyConnection, planned: &[Planned]) -> Result<(), Error> {
    let revisions = |push| of_each(push, |plan: &Plan| plan.revisions.iter());
    let revisions: Vec<(&Planned, &(u64, Edit))> = planned.iter().flat_map(revisions).collect();
    for piece in pieces(&revisions, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{REVISE}{}", places(piece.len(), 10, 0))));
        for (push, (seq, edit)) in piece {
            let (hashes, contents) = sealed(edit)?;
            query = query.bind(push.space.clone()).bind(seq.cast_signed()).bind(edit.id.to_string());
            query = query.bind(edit.kind.clone()).bind(edit.key.to_string()).bind(push.account.clone());
            query = query.bind(push.now.clone()).bind(edit.stamp.to_string()).bind(hashes).bind(contents);
        }
        query.execute(&mut *connection).await?;
    }
    let records = |push| of_each(push, |plan: &Plan| plan.records.values());
    let records: Vec<(&Planned, &Record)> = planned.iter().flat_map(records).collect();
    for piece in pieces(&records, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{}{}{}", KEEP.0, places(piece.len(), 5, 0), KEEP.1)));
        for (push, record) in piece {
            let text = serde_json::to_string(record).map_err(Error::broken)?;
            query = query.bind(record.id.to_string()).bind(push.space.clone()).bind(record.kind.clone());
            query = query.bind(record.rev.cast_signed()).bind(text);
        }
        query.execute(&mut *connection).await?;
    }
    let claims = |push| of_each(push, |plan: &Plan| plan.claims.iter());
    let claims: Vec<(&Planned, &(FileHash, RecordId))> = planned.iter().flat_map(claims).collect();
    for piece in pieces(&claims, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{}{}{}", CLAIM.0, places(piece.len(), 3, 0), CLAIM.1)));
        for (push, (hash, record)) in piece {
            query = query.bind(push.space.clone()).bind(hash.to_string()).bind(record.to_string());
        }
        query.execute(&mut *connection).await?;
    }
    let moved: Vec<&Planned> = planned.iter().filter(|push| push.plan.head != push.before).collect();
    for piece in pieces(&moved, ROWS_MAX) {
        let text = format!("{}{}{}", MOVE_HEADS.0, places(piece.len(), 3, 0), MOVE_HEADS.1);
        let mut query = sqlx::query(AssertSqlSafe(text));
        for push in piece {
            query =
                query.bind(push.space.clone()).bind(push.plan.head.cast_signed()).bind(push.plan.born.cast_signed());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Parts of a push's plan, each with its push.
fn of_each<'p, T, I>(push: &'p Planned, of: impl Fn(&'p Plan) -> I) -> impl Iterator<Item = (&'p Planned, T)>
where
    I: Iterator<Item = T>,
{
    of(&push.plan).map(move |part| (push, part))
}

/// The hash of every field with a nonce of its own, and apart from it what an erasure takes away: nonces and values.
fn sealed(edit: &Edit) -> Result<(String, String), Error> {
    let fields = edit.fields.open();
    let mut nonces = vec![[0_u8; 16]; fields.len()];
    getrandom::fill(nonces.as_flattened_mut()).map_err(Error::broken)?;
    let (mut hashes, mut contents) = (Map::new(), Map::new());
    for ((name, value), nonce) in fields.into_iter().zip(&nonces) {
        hashes.insert(name.clone(), Value::String(hexadecimal(&field_hash(nonce, &value))));
        contents.insert(name, json!({"nonce": hexadecimal(nonce), "value": value}));
    }
    Ok((Value::Object(hashes).to_string(), Value::Object(contents).to_string()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).expect("half a byte is one digit");
    let mut text = String::with_capacity(bytes.len() * 2);
    text.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    text
}
