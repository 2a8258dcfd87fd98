//! What owners and tenants are told of the scheme of their unit, and what they answer.

use super::shown;
use crate::error::Error;
use crate::storage::push::{Own, write_own};
use crate::storage::row::parsed;
use crate::storage::{Scope, Storage};
use model::scheme::{Hidden, Joining};
use model::{AccountId, Instant, Letter, Record, RecordId, SpaceId};
use uuid::Uuid;

const OF_HOME: &str = "select logbooks.estate, logbooks.unit, logbooks.held, logbooks.shows, logbooks.since from logbooks \
     join spaces on spaces.id = logbooks.estate and spaces.erased is null where logbooks.home = $1";

const TOLD: &str = "select record from records where space = $1 and (id = $2 or kind in ('scheme', 'vendor', 'ask', 'bundle', 'joining') \
     or id = (select standing from places where estate = $1 and unit = $2))";

const OWNERS: &str = "select distinct logbooks.unit, members.account, accounts.email from logbooks \
     join members on members.space = logbooks.home and members.role in ('owner', 'co_owner') and members.estate is null \
     join accounts on accounts.id = members.account where logbooks.estate = $1 and logbooks.held = 0 order by members.account";

/// A home as the logbook of a unit.
#[derive(Clone, Debug)]
pub struct OfUnit {
    /// The scheme.
    pub estate: SpaceId,
    /// The unit.
    pub unit: RecordId,
    /// The scheme holds it; else its owner has linked it.
    pub is_held: bool,
    /// What the scheme is shown.
    pub shows: Vec<Hidden>,
    /// Since when.
    pub since: Instant,
}

impl Storage {
    /// The unit whose logbook a home is; none if it is none.
    pub async fn unit_of(&self, scope: &Scope) -> Result<Option<OfUnit>, Error> {
        let query = sqlx::query_as(OF_HOME).bind(scope.space().to_string());
        let row: Option<(String, String, i64, String, String)> = self.readers.optional(query).await?;
        let of = |(estate, unit, held, shows, since): (String, String, i64, String, String)| {
            let (estate, unit, since) = (parsed(&estate)?, parsed(&unit)?, parsed(&since)?);
            Ok(OfUnit { estate, unit, is_held: held == 1, shows: shown(&shows)?, since })
        };
        row.map(of).transpose()
    }

    /// The records of a scheme of which the owner of a unit is told something: itself, the unit and how it stands, vendors, what is asked, and bundles.
    pub async fn told_to(&self, of: &OfUnit) -> Result<Vec<Record>, Error> {
        let query = sqlx::query_as(TOLD).bind(of.estate.to_string()).bind(of.unit.to_string());
        let rows: Vec<(String,)> = self.readers.all(query).await?;
        rows.iter().map(|(text,)| serde_json::from_str(text).map_err(Error::broken)).collect()
    }

    /// Writes the answer of an owner into the scheme, as a fact of theirs.
    pub async fn answer_bundle(
        &self,
        of: &OfUnit,
        account: AccountId,
        joining: Joining,
        now: Instant,
    ) -> Result<(), Error> {
        let estate = of.estate;
        self.write(move |connection| {
            Box::pin(async move {
                let id = RecordId(Uuid::now_v7());
                let own = Own { id, kind: Joining::KIND, fields: Some(joining.fields()) };
                write_own(connection, estate, account, vec![own], &[], now).await?;
                Ok(())
            })
        })
        .await
    }

    /// The owners who have linked their logbooks to units of a scheme: unit, account, address.
    pub async fn linked_owners(&self, estate: SpaceId) -> Result<Vec<(RecordId, AccountId, String)>, Error> {
        let rows: Vec<(String, String, String)> =
            self.readers.all(sqlx::query_as(OWNERS).bind(estate.to_string())).await?;
        rows.into_iter().map(|(unit, account, email)| Ok((parsed(&unit)?, parsed(&account)?, email))).collect()
    }
}
