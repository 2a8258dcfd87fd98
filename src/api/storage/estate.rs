//! Schemes: a space of its own for many homes, with its managers and trustees.

use super::push::{Own, tell, write_own};
use super::{Storage, account, space};
use crate::error::Error;
use model::access::{Role, Sort};
use model::scheme::Tally;
use model::{AccountId, Edit, Instant, Letter, RecordId, SpaceId};
use sqlx::AnyConnection;
use wire::ErrorCode;
use wire::space::Membership;

const OWNED: &str = "select spaces.head, members.version from members \
     join spaces on spaces.id = members.space and spaces.sort = 'estate' and spaces.erased is null \
     where members.account = $1 and members.role = 'owner' and spaces.id = $2";

const COUNT: &str = "select count(*) from members join spaces on spaces.id = members.space and spaces.sort = 'estate' \
     and spaces.erased is null where members.account = $1 and members.role = 'owner'";

const NEW: &str = "insert into spaces (id, head, access, total, created, sort) values ($1, 0, 1, 0, $2, 'estate') \
     on conflict (id) do nothing";

const OWN: &str = "insert into members (space, account, role, version, since) values ($1, $2, 'owner', 1, $3)";

/// Schemes of one account at most: what a managing agent looks after.
const ESTATES_MAX: i64 = 100;

impl Storage {
    /// Makes a scheme that an account owns; again is harmless.
    ///
    /// # Errors
    /// `Conflict` where something else has the id, `TooMany` where the account has as many as it may.
    pub async fn make_estate(&self, account: AccountId, estate: SpaceId, now: Instant) -> Result<Membership, Error> {
        self.write(move |connection| Box::pin(make(connection, account, estate, now))).await
    }

    /// Writes into a scheme how it stood in earlier months, which only the server tells.
    ///
    /// # Errors
    /// `NotFound` where there is no such scheme any more.
    pub async fn write_tallies(
        &self,
        estate: SpaceId,
        tallies: Vec<(RecordId, Tally)>,
        now: Instant,
    ) -> Result<(), Error> {
        let own = |(id, tally): (RecordId, Tally)| Own { id, kind: Tally::KIND, fields: Some(tally.fields()) };
        let records = tallies.into_iter().map(own).collect();
        self.write(move |connection| {
            Box::pin(async move {
                write_own(connection, estate, AccountId::default(), records, &[], now).await?;
                Ok(())
            })
        })
        .await
    }

    /// Writes into a scheme what an archive of it tells. How its units stand is worked out of that.
    ///
    /// # Errors
    /// `NotFound` where there is no such scheme any more.
    pub async fn restore_estate(
        &self,
        account: AccountId,
        estate: SpaceId,
        edits: Vec<Edit>,
        now: Instant,
    ) -> Result<(), Error> {
        self.write(move |connection| Box::pin(tell(connection, estate, account, edits, now))).await
    }
}

async fn make(
    connection: &mut AnyConnection,
    account: AccountId,
    estate: SpaceId,
    now: Instant,
) -> Result<Membership, Error> {
    account::hold(connection, &account.to_string()).await?;
    let owned = sqlx::query_as(OWNED).bind(account.to_string()).bind(estate.to_string());
    let owned: Option<(i64, i64)> = owned.fetch_optional(&mut *connection).await?;
    let (head, version) = match owned {
        Some(stands) => stands,
        None => {
            let count = sqlx::query_as(COUNT).bind(account.to_string());
            let (count,): (i64,) = count.fetch_one(&mut *connection).await?;
            if count >= ESTATES_MAX {
                return Err(Error::new(ErrorCode::TooMany, format!("An account has at most {ESTATES_MAX} schemes.")));
            }
            let new = sqlx::query(NEW).bind(estate.to_string()).bind(now.to_string());
            if new.execute(&mut *connection).await?.rows_affected() != 1 {
                return Err(Error::new(ErrorCode::Conflict, "Something else has this id."));
            }
            let own = sqlx::query(OWN).bind(estate.to_string()).bind(account.to_string()).bind(now.to_string());
            own.execute(connection).await?;
            (0, 1)
        }
    };
    let made = space::membership(estate, Role::Owner.as_str(), head, version)?;
    Ok(Membership { sort: Sort::Estate, ..made })
}

/// How many of a scheme's places are left for new members.
pub(super) fn has_place(taken: i64) -> Result<(), Error> {
    match taken < model::scheme::MEMBERS_MAX {
        true => Ok(()),
        false => Err(Error::new(ErrorCode::TooMany, "A scheme has at most fifty members.")),
    }
}
