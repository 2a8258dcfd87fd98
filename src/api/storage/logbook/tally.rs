//! When the score of a scheme is noted, and what it follows from.

use super::place::Sums;
use crate::error::Error;
use crate::storage::Storage;
use crate::storage::push::{Own, write_own};
use crate::storage::row::parsed;
use model::estate::score::Contribution;
use model::scheme::Tally;
use model::{AccountId, Instant, Letter, Record, RecordId, SpaceId};
use sqlx::AnyConnection;
use uuid::Uuid;

/// Between two notes of one scheme at least, milliseconds.
const PAUSE_MS: i64 = 60_000;

/// What was noted within the last minute is noted again when that is over.
const TOUCH: &str = "insert into tallies (estate, record, month, noted, due, leased_until) values ($1, $2, '', '', $3, '') \
     on conflict (estate) do update set due = case when tallies.due <= $3 then tallies.due \
     when tallies.noted <= $5 then $3 when tallies.due <= $4 then tallies.due else $4 end";

/// While somebody has it, it is due when the lease ends: what changes meanwhile makes it due before.
const LEASE: &str = "update tallies set leased_until = $2, due = $2 where estate = (select estate from tallies \
     where due <= $1 and leased_until <= $1 order by due, estate limit 1) and leased_until <= $1 returning estate, record, month";

const SUMS: &str = "select sums from places where estate = $1 and sums is not null";

const WEIGHED: &str = "select record from records where space = $1 and kind in ('scheme', 'budget', 'capital_item')";

const NOTED: &str = "update tallies set record = $2, month = $3, noted = $4, \
     due = case when due = $6 then $5 else due end, leased_until = '' where estate = $1";

const SKIPPED: &str =
    "update tallies set due = case when due = $3 then $2 else due end, leased_until = '' where estate = $1";

/// A scheme whose score is to be noted.
#[derive(Clone, Debug)]
pub struct TallyDue {
    /// The scheme.
    pub estate: SpaceId,
    record: RecordId,
    month: String,
    until: Instant,
}

/// What a score follows from.
#[derive(Clone, Debug, Default)]
pub struct Weighed {
    /// What all units add to it.
    pub total: Contribution,
    /// Whether any unit was looked at.
    pub is_any: bool,
    /// Units that there are, without places of the common property.
    pub units: u32,
    /// What the scheme says of itself, its budgets and the items of its plan.
    pub records: Vec<Record>,
}

impl Storage {
    /// A scheme whose score is to be noted, for this process alone until then; none if there is none.
    pub async fn lease_tally(&self, now: Instant, until: Instant) -> Result<Option<TallyDue>, Error> {
        let due = sqlx::query_as("select 1 from tallies where due <= $1 and leased_until <= $1 limit 1");
        let due: Option<(i64,)> = self.readers.optional(due.bind(now.to_string())).await?;
        if due.is_none() {
            return Ok(None);
        }
        self.write(move |connection| {
            Box::pin(async move {
                let lease = sqlx::query_as(LEASE).bind(now.to_string()).bind(until.to_string());
                let row: Option<(String, String, String)> = lease.fetch_optional(connection).await?;
                let due = |(estate, record, month): (String, String, String)| {
                    Ok(TallyDue { estate: parsed(&estate)?, record: parsed(&record)?, month, until })
                };
                row.map(due).transpose()
            })
        })
        .await
    }

    /// What the score of a scheme follows from: what its units add is kept as sums, so that none of them is looked at.
    pub async fn weighed(&self, due: &TallyDue) -> Result<Weighed, Error> {
        let rows: Vec<(String,)> = self.readers.all(sqlx::query_as(SUMS).bind(due.estate.to_string())).await?;
        let mut weighed = Weighed { is_any: !rows.is_empty(), ..Weighed::default() };
        for (text,) in rows {
            let sums: Sums = serde_json::from_str(&text).map_err(Error::broken)?;
            weighed.units += u32::from(!sums.is_common);
            weighed.total.add(&Contribution {
                common: sums.common.share(),
                compliance: sums.compliance.share(),
                care: sums.care.share(),
                faults: sums.faults.share(),
                emergencies: sums.emergencies,
            });
        }
        let rows: Vec<(String,)> = self.readers.all(sqlx::query_as(WEIGHED).bind(due.estate.to_string())).await?;
        let records = rows.iter().map(|(text,)| serde_json::from_str(text).map_err(Error::broken));
        weighed.records = records.collect::<Result<_, _>>()?;
        Ok(weighed)
    }

    /// Notes nothing of a scheme, which is looked at again at `next` at the latest.
    pub async fn skip_tally(&self, due: TallyDue, next: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let skip = sqlx::query(SKIPPED).bind(due.estate.to_string()).bind(next.to_string());
                skip.bind(due.until.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Notes the score of a scheme, in the place of an earlier one of the same month; it is noted again at `next` at the latest.
    pub async fn note_tally(&self, due: TallyDue, tally: Tally, next: Instant, now: Instant) -> Result<(), Error> {
        let TallyDue { estate, record, month, until } = due;
        let this = tally.on.map(|on| format!("{:04}-{:02}", on.year(), on.month())).unwrap_or_default();
        let record = if this == month { record } else { RecordId(Uuid::new_v4()) };
        self.write(move |connection| {
            Box::pin(async move {
                let own = Own { id: record, kind: Tally::KIND, fields: Some(tally.fields()) };
                write_own(connection, estate, AccountId::default(), vec![own], &["on"], now).await?;
                let noted = sqlx::query(NOTED).bind(estate.to_string()).bind(record.to_string()).bind(this);
                let noted = noted.bind(now.to_string()).bind(next.to_string()).bind(until.to_string());
                noted.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }
}

/// The score of a scheme is noted soon.
pub(super) async fn touch(connection: &mut AnyConnection, estate: &str, now: Instant) -> Result<(), Error> {
    let [soon, before] = [now.0 + PAUSE_MS, now.0 - PAUSE_MS].map(|at| Instant(at).to_string());
    let touch = sqlx::query(TOUCH).bind(estate.to_owned()).bind(Uuid::new_v4().to_string()).bind(now.to_string());
    touch.bind(soon).bind(before).execute(connection).await?;
    Ok(())
}
