//! What falls due in homes, kept ready: whoever asks of thousands of homes reads none of their records.
//!
//! It is worked out by [`model::reminder::due`] in the transaction of every change from which it follows, from the few records that matter
//! ([`model::reminder::grounds`]), and anew where it was worked out by other rules. What depends on the day or on who asks is not kept.

use super::batch::{Marks, ROWS_MAX, pieces, places};
use super::row::parsed;
use super::{Scope, Storage};
use crate::error::Error;
use model::certificate::CertificateType;
use model::property::Property;
use model::reminder::{Due, RULES, Why, due, grounds, source_of};
use model::standing::living;
use model::{Date, Instant, Record, RecordId, SpaceId};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const LOCK: &str = "update spaces set head = head where id = $1 and erased is null";

const STATE: &str = "select rules, property from due_homes where space = $1";

const SET_STATE: &str = "insert into due_homes (space, rules, property) values ($1, $2, $3) \
     on conflict (space) do update set rules = excluded.rules, property = excluded.property";

const ALL: &str = "select record from records where space = $1";

const NOTE: (&str, &str) = ("insert into due_grounds (space, record) values ", " on conflict do nothing");

const GROUNDS: &str = "select coalesce(string_agg(records.record, ',' order by records.rev), '') from due_grounds \
     join records on records.space = due_grounds.space and records.id = due_grounds.record where due_grounds.space = $1";

const KEPT: &str = "select record, due from dues where space = $1";

const KEEP: (&str, &str) = (
    "insert into dues (space, record, day, due) values ",
    " on conflict (space, record) do update set day = excluded.day, due = excluded.due",
);

const DROP: &str = "delete from dues where space = $1 and record = $2";

/// Of which of those homes something that falls due follows from one of those records.
const GROUNDED: (&str, &str) = (
    "select distinct due_grounds.space from (values ",
    ") as asked join due_grounds on due_grounds.space = asked.column1 and due_grounds.record = asked.column2",
);

/// One row for each home, however much falls due there.
const LIST: &str = "select spaces.id, coalesce(due_homes.rules, 0), records.record, coalesce((select string_agg(dues.due, ',') from dues \
     where dues.space = spaces.id and dues.day <= $1), '') from spaces left join due_homes on due_homes.space = spaces.id \
     left join records on records.space = spaces.id and records.id = due_homes.property where spaces.id in ";

/// Later than any day that anything has.
const EVER: &str = "9999-12-31";

/// A home with what falls due in it.
#[derive(Clone, Debug, Default)]
pub struct DueHome {
    /// What the home says of itself.
    pub property: Property,
    /// What falls due, in no order.
    pub due: Vec<Due>,
}

/// A thing that falls due as it is kept: record, why, day, when it was changed in milliseconds, sort of a certificate, title.
type Line = (RecordId, Why, Date, i64, Option<CertificateType>, String);

/// A row of [`LIST`].
type Listed = (String, i64, Option<String>, String);

impl Storage {
    /// What falls due in homes until a day, that day too, or ever: one answer for each, in their order. One that cannot be read keeps no other back.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn due(&self, homes: &[&Scope], until: Option<Date>) -> Result<Vec<Result<DueHome, Error>>, Error> {
        let spaces: Vec<SpaceId> = homes.iter().map(|home| home.space()).collect();
        let mut listed = self.listed(&spaces, until).await?;
        let is_stale = |space: &SpaceId| listed.get(&space.to_string()).is_some_and(|(_, rules, ..)| *rules != RULES);
        let stale: BTreeSet<SpaceId> = spaces.iter().copied().filter(is_stale).collect();
        let mut failed = HashMap::new();
        for space in &stale {
            if let Err(error) = self.renew_due(*space).await {
                failed.insert(*space, error);
            }
        }
        listed.extend(self.listed(&Vec::from_iter(stale), until).await?);
        let answer = |space: &SpaceId| match (failed.remove(space), listed.get(&space.to_string())) {
            (Some(error), _) => Err(error),
            (None, Some(row)) => home(row),
            (None, None) => Err(Error::not_found()),
        };
        Ok(spaces.iter().map(answer).collect())
    }

    async fn listed(&self, homes: &[SpaceId], until: Option<Date>) -> Result<HashMap<String, Listed>, Error> {
        let until = until.map_or_else(|| EVER.to_owned(), |day| day.to_string());
        let mut listed = HashMap::with_capacity(homes.len());
        for piece in pieces(homes, ROWS_MAX) {
            let many = places(Marks::NumberedAfter(1), 1, piece.len());
            let mut query = sqlx::query_as(AssertSqlSafe(format!("{LIST}{many}"))).bind(until.clone());
            for home in piece {
                query = query.bind(home.to_string());
            }
            let rows: Vec<Listed> = self.readers.all(query).await?;
            listed.extend(rows.into_iter().map(|row| (row.0.clone(), row)));
        }
        Ok(listed)
    }

    async fn renew_due(&self, space: SpaceId) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let space = space.to_string();
                match sqlx::query(LOCK).bind(space.clone()).execute(&mut *connection).await?.rows_affected() {
                    1 => renew(connection, &space, &BTreeSet::new()).await,
                    _ => Err(Error::not_found()),
                }
            })
        })
        .await
    }
}

fn home((_, _, property, lines): &Listed) -> Result<DueHome, Error> {
    let property: Option<Record> = property.as_deref().map(serde_json::from_str).transpose().map_err(Error::broken)?;
    let property = property.and_then(|record| record.body.read().ok()).unwrap_or_default();
    let lines: Vec<Line> = serde_json::from_str(&format!("[{lines}]")).map_err(Error::broken)?;
    let due = lines.into_iter().map(|(record, why, on, changed, certificate, title)| {
        let changed = Instant(changed);
        Due { record, why, title, certificate, on, source: source_of(certificate), changed }
    });
    Ok(DueHome { property, due: due.collect() })
}

fn line(due: &Due) -> Result<String, Error> {
    let Due { record, why, on, changed, certificate, title, source: _ } = due;
    serde_json::to_string(&(record, why, on, changed.0, certificate, title)).map_err(Error::broken)
}

/// Of those homes and records of theirs, the homes in which something that falls due follows from one of the records.
pub(super) async fn grounded(
    connection: &mut AnyConnection,
    records: &[(&str, RecordId)],
) -> Result<BTreeSet<String>, Error> {
    let marks = Marks::of(connection);
    let mut homes = BTreeSet::new();
    for piece in pieces(records, ROWS_MAX) {
        let text = format!("{}{}{}", GROUNDED.0, places(marks, piece.len(), 2), GROUNDED.1);
        let mut query = sqlx::query_as(AssertSqlSafe(text));
        for (home, record) in piece {
            query = query.bind((*home).to_owned()).bind(record.to_string());
        }
        let rows: Vec<(String,)> = query.fetch_all(&mut *connection).await?;
        homes.extend(rows.into_iter().map(|(home,)| home));
    }
    Ok(homes)
}

/// Works out what falls due in a home, and writes what is no longer as it was. `noted` are the grounds of what was changed; the caller holds the lock of the home.
pub(super) async fn renew(
    connection: &mut AnyConnection,
    space: &str,
    noted: &BTreeSet<RecordId>,
) -> Result<(), Error> {
    let state = sqlx::query_as(STATE).bind(space.to_owned()).fetch_optional(&mut *connection).await?;
    let state: Option<(i64, Option<String>)> = state;
    let is_known = state.as_ref().is_some_and(|(rules, _)| *rules == RULES);
    let every = if is_known { BTreeSet::new() } else { every_ground(connection, space).await? };
    note(connection, space, noted.union(&every)).await?;
    let text = sqlx::query_as(GROUNDS).bind(space.to_owned()).fetch_one(&mut *connection).await?;
    let (text,): (String,) = text;
    let records: Vec<Record> = serde_json::from_str(&format!("[{text}]")).map_err(Error::broken)?;
    keep(connection, space, &due(&records)).await?;
    let property = living::<Property>(&records).first().map(|property| property.root.to_string());
    if state.as_ref() != Some(&(RULES, property.clone())) {
        let set = sqlx::query(SET_STATE).bind(space.to_owned()).bind(RULES).bind(property);
        set.execute(connection).await?;
    }
    Ok(())
}

/// The grounds of all that stands in a home.
async fn every_ground(connection: &mut AnyConnection, space: &str) -> Result<BTreeSet<RecordId>, Error> {
    let rows: Vec<(String,)> = sqlx::query_as(ALL).bind(space.to_owned()).fetch_all(connection).await?;
    let mut noted = BTreeSet::new();
    for (text,) in rows {
        noted.extend(grounds(&serde_json::from_str(&text).map_err(Error::broken)?));
    }
    Ok(noted)
}

async fn note(
    connection: &mut AnyConnection,
    space: &str,
    noted: impl Iterator<Item = &RecordId>,
) -> Result<(), Error> {
    let marks = Marks::of(connection);
    for piece in pieces(&noted.collect::<Vec<_>>(), ROWS_MAX) {
        let mut insert = sqlx::query(AssertSqlSafe(format!("{}{}{}", NOTE.0, places(marks, piece.len(), 2), NOTE.1)));
        for record in piece {
            insert = insert.bind(space.to_owned()).bind(record.to_string());
        }
        insert.execute(&mut *connection).await?;
    }
    Ok(())
}

async fn keep(connection: &mut AnyConnection, space: &str, due: &[Due]) -> Result<(), Error> {
    let marks = Marks::of(connection);
    let kept = sqlx::query_as(KEPT).bind(space.to_owned()).fetch_all(&mut *connection).await?;
    let mut kept: BTreeMap<RecordId, String> = kept
        .into_iter()
        .map(|(record, line): (String, String)| Ok((parsed(&record)?, line)))
        .collect::<Result<_, Error>>()?;
    let mut changed = Vec::new();
    for due in due {
        let line = line(due)?;
        if kept.remove(&due.record).as_ref() != Some(&line) {
            changed.push((due, line));
        }
    }
    for piece in pieces(&changed, ROWS_MAX) {
        let mut put = sqlx::query(AssertSqlSafe(format!("{}{}{}", KEEP.0, places(marks, piece.len(), 4), KEEP.1)));
        for (due, line) in piece {
            put = put.bind(space.to_owned()).bind(due.record.to_string()).bind(due.on.to_string()).bind(line.clone());
        }
        put.execute(&mut *connection).await?;
    }
    for gone in kept.keys() {
        let drop = sqlx::query(DROP).bind(space.to_owned()).bind(gone.to_string());
        drop.execute(&mut *connection).await?;
    }
    Ok(())
}
