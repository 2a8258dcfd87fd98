//! Units that have to be looked at again: which, what is known of them, and what is told of them once it was worked out.

use super::shown;
use crate::error::Error;
use crate::storage::batch::{Marks, ROWS_MAX, pieces, places};
use crate::storage::push::{Own, write_own};
use crate::storage::row::{counted, parsed};
use crate::storage::{Scope, Storage, logbook::tally};
use model::access::Role;
use model::scheme::project::Told;
use model::scheme::{Hidden, Inventory, Sum, UnitStanding};
use model::{AccountId, Instant, Letter, Record, RecordId, SpaceId};
use serde::{Deserialize, Serialize};
use sqlx::{AnyConnection, AssertSqlSafe};
use uuid::Uuid;

/// The condition on the lease stands twice, as of jobs: of two processes that see the same places one takes them.
const LEASE: &str = "update places set leased_until = $2 where (estate, unit) in (select estate, unit from places \
     where due <= $1 and leased_until <= $1 order by due, estate, unit limit $3 + 0) and due <= $1 and leased_until <= $1 \
     returning estate, unit, standing, inventory, mark";

const TOUCH: &str = "insert into places (estate, unit, standing, inventory, mark, due, leased_until) values ($1, $2, $3, $4, 1, $5, '') \
     on conflict (estate, unit) do update set mark = places.mark + 1, due = $5, leased_until = ''";

/// Of homes that are no logbooks nothing is found, by an index.
const TOUCH_HOMES: (&str, &str) = (
    "update places set mark = mark + 1, due = $1, leased_until = '' where (estate, unit) in \
     (select estate, unit from logbooks where home in ",
    ")",
);

const NOTE: &str = "insert into place_notes (estate, record, unit) values ($1, $2, $3) \
     on conflict (estate, record) do update set unit = excluded.unit";

const TOUCH_NOTED: &str = "update places set mark = mark + 1, due = $3, leased_until = '' where estate = $1 \
     and unit in (select unit from place_notes where estate = $1 and record = $2)";

const LOGBOOKS: &str = "select logbooks.home, logbooks.held, logbooks.shows, logbooks.since, spaces.head from logbooks \
     join spaces on spaces.id = logbooks.home and spaces.erased is null where logbooks.estate = $1 and logbooks.unit = $2";

const ABOUT: &str = "select record from records where space = $1 and (id = $2 or id in \
     (select record from place_notes where estate = $1 and unit = $2))";

/// Who looked before something changed writes nothing: it is looked again.
const DONE: &str =
    "update places set due = $4, leased_until = '', sums = $5 where estate = $1 and unit = $2 and mark = $3";

/// When a place is looked at that no unit stands for: when something is written of it.
const NEVER: &str = "9999";

/// A record of a scheme of which something follows.
#[derive(Clone, Copy, Debug)]
pub(in crate::storage) enum Noted {
    /// A unit.
    Unit(RecordId),
    /// What is about a unit.
    About {
        /// The record.
        record: RecordId,
        /// The unit.
        unit: RecordId,
    },
    /// What the score follows from.
    Weighed,
}

/// A unit that is looked at.
#[derive(Clone, Debug)]
pub struct Place {
    /// The scheme.
    pub estate: SpaceId,
    /// The unit.
    pub unit: RecordId,
    standing: RecordId,
    inventory: RecordId,
    mark: i64,
}

/// What is known of a unit.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Records of the scheme: the unit, and what is about it.
    pub about: Vec<Record>,
    /// The records of the logbook that the scheme holds.
    pub held: Option<Vec<Record>>,
    /// The logbook that its owner has linked.
    pub own: Option<Linked>,
}

/// A logbook that the owner of a unit has linked.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// Its records.
    pub records: Vec<Record>,
    /// What of them is shown.
    pub shows: Vec<Hidden>,
    /// Since when it is linked.
    pub since: Instant,
}

/// What was worked out of a unit.
#[derive(Clone, Debug)]
pub struct UnitTold {
    /// What is told.
    pub told: Told,
    /// Whether it is a place of the common property.
    pub is_common: bool,
}

/// What a unit adds to the score, as it is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Sums {
    pub(super) is_common: bool,
    pub(super) common: Sum,
    pub(super) compliance: Sum,
    pub(super) care: Sum,
    pub(super) faults: Sum,
    pub(super) emergencies: u32,
}

impl Storage {
    /// Units that have to be looked at, for this process alone until then; at most so many.
    pub async fn lease_places(&self, now: Instant, until: Instant, most: i64) -> Result<Vec<Place>, Error> {
        // Most often there is nothing to do, and nothing is written to find that out.
        let due = sqlx::query_as("select 1 from places where due <= $1 and leased_until <= $1 limit 1");
        let due: Option<(i64,)> = self.readers.optional(due.bind(now.to_string())).await?;
        if due.is_none() {
            return Ok(Vec::new());
        }
        self.write(move |connection| {
            Box::pin(async move {
                let lease = sqlx::query_as(LEASE).bind(now.to_string()).bind(until.to_string()).bind(most);
                let rows: Vec<(String, String, String, String, i64)> = lease.fetch_all(connection).await?;
                let place = |(estate, unit, standing, inventory, mark): (String, String, String, String, i64)| {
                    let (standing, inventory) = (parsed(&standing)?, parsed(&inventory)?);
                    Ok(Place { estate: parsed(&estate)?, unit: parsed(&unit)?, standing, inventory, mark })
                };
                rows.into_iter().map(place).collect()
            })
        })
        .await
    }

    /// What is known of a unit.
    pub async fn place_seen(&self, place: &Place) -> Result<Seen, Error> {
        let (estate, unit) = (place.estate.to_string(), place.unit.to_string());
        let about: Vec<(String,)> =
            self.readers.all(sqlx::query_as(ABOUT).bind(estate.clone()).bind(unit.clone())).await?;
        let about = about.iter().map(|(text,)| serde_json::from_str(text).map_err(Error::broken));
        let mut seen = Seen { about: about.collect::<Result<_, _>>()?, ..Seen::default() };
        let logbooks = sqlx::query_as(LOGBOOKS).bind(estate).bind(unit);
        let rows: Vec<(String, i64, String, String, i64)> = self.readers.all(logbooks).await?;
        for (home, held, shows, since, head) in rows {
            let home = Scope::of_link(parsed(&home)?, AccountId::default(), Role::Viewer, counted(head));
            let records = self.records(&home).await?;
            match held {
                1 => seen.held = Some(records),
                _ => seen.own = Some(Linked { records, shows: shown(&shows)?, since: parsed(&since)? }),
            }
        }
        Ok(seen)
    }

    /// Writes what is told of units of one scheme; none where there is no such unit. Each is looked at again at `next`, unless something changed meanwhile:
    /// then nothing is written of it. Whether anything was.
    pub async fn tell_places(
        &self,
        estate: SpaceId,
        told: Vec<(Place, Option<UnitTold>)>,
        next: Instant,
        now: Instant,
    ) -> Result<bool, Error> {
        self.write(move |connection| Box::pin(tell(connection, estate, told, next, now))).await
    }
}

async fn tell(
    connection: &mut AnyConnection,
    estate: SpaceId,
    told: Vec<(Place, Option<UnitTold>)>,
    next: Instant,
    now: Instant,
) -> Result<bool, Error> {
    let lock = sqlx::query("update spaces set head = head where id = $1 and erased is null").bind(estate.to_string());
    if lock.execute(&mut *connection).await?.rows_affected() != 1 {
        return Ok(false);
    }
    let mut records = Vec::new();
    for (place, told) in told {
        let sums = told.as_ref().map(|unit| serde_json::to_string(&sums(unit)));
        let sums = sums.transpose().map_err(Error::broken)?;
        let due = if told.is_some() { next.to_string() } else { NEVER.to_owned() };
        let done = sqlx::query(DONE).bind(estate.to_string()).bind(place.unit.to_string()).bind(place.mark);
        let done = done.bind(due).bind(sums);
        if done.execute(&mut *connection).await?.rows_affected() == 1 {
            records.extend(own(&place, told.map(|unit| unit.told)));
        }
    }
    let is_written = write_own(connection, estate, AccountId::default(), records, &["on"], now).await?;
    if is_written {
        tally::touch(connection, &estate.to_string(), now).await?;
    }
    Ok(is_written)
}

/// The records that tell of a unit. Without anything in it there is no inventory.
fn own(place: &Place, told: Option<Told>) -> [Own; 2] {
    let (standing, inventory) = match told {
        Some(Told { standing, inventory }) => {
            let is_empty = inventory.things.is_empty() && inventory.tasks.is_empty();
            (Some(standing.fields()), (!is_empty).then(|| inventory.fields()))
        }
        None => (None, None),
    };
    [
        Own { id: place.standing, kind: UnitStanding::KIND, fields: standing },
        Own { id: place.inventory, kind: Inventory::KIND, fields: inventory },
    ]
}

fn sums(unit: &UnitTold) -> Sums {
    let UnitStanding { common, compliance, care, faults, emergencies, .. } = unit.told.standing.clone();
    Sums { is_common: unit.is_common, common, compliance, care, faults, emergencies }
}

/// Takes away what is told of a unit, in this transaction; it is worked out anew of what is left.
pub(super) async fn untell(
    connection: &mut AnyConnection,
    estate: &str,
    unit: &str,
    now: Instant,
) -> Result<(), Error> {
    let lock = sqlx::query("update spaces set head = head where id = $1 and erased is null").bind(estate.to_owned());
    if lock.execute(&mut *connection).await?.rows_affected() != 1 {
        return Ok(());
    }
    touch(connection, estate, unit, &now.to_string()).await?;
    let find = sqlx::query_as("select standing, inventory, mark from places where estate = $1 and unit = $2");
    let (standing, inventory, mark): (String, String, i64) =
        find.bind(estate.to_owned()).bind(unit.to_owned()).fetch_one(&mut *connection).await?;
    let (estate, unit) = (parsed(estate)?, parsed(unit)?);
    let place = Place { estate, unit, standing: parsed(&standing)?, inventory: parsed(&inventory)?, mark };
    write_own(connection, estate, AccountId::default(), own(&place, None).into(), &[], now).await?;
    Ok(())
}

/// A unit is looked at again.
pub(super) async fn touch(connection: &mut AnyConnection, estate: &str, unit: &str, now: &str) -> Result<(), Error> {
    let touch = sqlx::query(TOUCH).bind(estate.to_owned()).bind(unit.to_owned());
    let touch = touch.bind(Uuid::new_v4().to_string()).bind(Uuid::new_v4().to_string()).bind(now.to_owned());
    touch.execute(connection).await?;
    Ok(())
}

/// The units of homes in which something was written are looked at again.
pub(in crate::storage) async fn note_homes(
    connection: &mut AnyConnection,
    homes: &[&str],
    now: &str,
) -> Result<(), Error> {
    for piece in pieces(homes, ROWS_MAX) {
        let many = places(Marks::NumberedAfter(1), 1, piece.len());
        let mut touch = sqlx::query(AssertSqlSafe(format!("{}{many}{}", TOUCH_HOMES.0, TOUCH_HOMES.1)));
        touch = touch.bind(now.to_owned());
        for home in piece {
            touch = touch.bind((*home).to_owned());
        }
        touch.execute(&mut *connection).await?;
    }
    Ok(())
}

/// The units of a scheme are looked at again of which something was written there.
pub(in crate::storage) async fn note_estate(
    connection: &mut AnyConnection,
    estate: &str,
    noted: &[Noted],
    now: &str,
) -> Result<(), Error> {
    for one in noted {
        match one {
            Noted::Unit(unit) => touch(connection, estate, &unit.to_string(), now).await?,
            Noted::About { record, unit } => {
                for is_known in [true, false] {
                    let touch = sqlx::query(TOUCH_NOTED).bind(estate.to_owned()).bind(record.to_string());
                    touch.bind(now.to_owned()).execute(&mut *connection).await?;
                    if is_known {
                        let note = sqlx::query(NOTE).bind(estate.to_owned()).bind(record.to_string());
                        note.bind(unit.to_string()).execute(&mut *connection).await?;
                    }
                }
            }
            Noted::Weighed => tally::touch(connection, estate, parsed(now)?).await?,
        }
    }
    Ok(())
}
