//! Links by which owners come, and what they show the scheme by their logbooks.

use super::leave::{close_all, leave_unit_of};
use super::place::{touch, untell};
use super::{shown, text_of};
use crate::error::Error;
use crate::storage::row::parsed;
use crate::storage::{Scope, Storage, space};
use model::scheme::Hidden;
use model::{AccountId, Instant, RecordId, SpaceId};
use sqlx::AnyConnection;
use wire::ErrorCode;
use wire::space::Membership;

const IS_UNIT: &str = "select 1 from records where space = $1 and id = $2 and kind = 'unit'";

const INVITE: &str = "insert into logbook_invitations (token_hash, estate, unit, email, invited_by, expires) \
     values ($1, $2, $3, $4, $5, $6)";

/// Who invited is of the scheme still. With the link that is used all others of the unit end.
const TAKE: &str = "select estate, unit from logbook_invitations where token_hash = $1 and expires > $2 \
     and exists (select 1 from members join spaces on spaces.id = members.space and spaces.erased is null \
     where members.space = logbook_invitations.estate and members.account = logbook_invitations.invited_by \
     and members.role in ('owner', 'manager'))";

const SPEND: &str = "delete from logbook_invitations where token_hash = $1";

const SPEND_OTHERS: &str = "delete from logbook_invitations where estate = $1 and unit = $2";

/// Takes the lock of the home's row.
const OWNS: &str = "update spaces set head = head where id = $1 and sort = 'home' and erased is null and exists \
     (select 1 from members where members.space = spaces.id and members.account = $2 and members.role in ('owner', 'co_owner') \
     and members.estate is null)";

const OF_HOME: &str = "select estate, unit from logbooks where home = $1";

const UNLINK_UNIT: &str = "delete from logbooks where estate = $1 and unit = $2 and held = 0";

const LINK: &str =
    "insert into logbooks (estate, unit, home, held, shows, since, account) values ($1, $2, $3, 0, $4, $5, $6)";

const HELD: &str = "select home from logbooks where estate = $1 and unit = $2 and held = 1";

const HOLD: &str = "update spaces set access = access + 1 where id = $1 and erased is null returning access";

const OWN: &str = "insert into members (space, account, role, version, since) values ($1, $2, 'owner', $3, $4) \
     on conflict (space, account) do update set role = 'owner', version = excluded.version, since = excluded.since, estate = null";

const TAKE_OVER: &str =
    "update logbooks set held = 0, shows = $3, since = $4, account = $5 where estate = $1 and unit = $2 and held = 1";

const STANDING: &str = "select members.role, spaces.head, members.version from members \
     join spaces on spaces.id = members.space where members.space = $1 and members.account = $2";

const SHOWS: &str = "select estate, unit, shows from logbooks where home = $1 and held = 0";

const SHOW: &str = "update logbooks set shows = $2 where home = $1 and held = 0";

impl Storage {
    /// Keeps a link for the owner of a unit.
    ///
    /// # Errors
    /// `NotFound` where the scheme has no such unit.
    pub async fn invite_owner(
        &self,
        scope: &Scope,
        unit: RecordId,
        email: Option<String>,
        token_hash: String,
        expires: Instant,
    ) -> Result<(), Error> {
        let (estate, by) = (scope.space().to_string(), scope.account().to_string());
        self.write(move |connection| {
            Box::pin(async move {
                let is_unit = sqlx::query_as(IS_UNIT).bind(estate.clone()).bind(unit.to_string());
                let is_unit: Option<(i64,)> = is_unit.fetch_optional(&mut *connection).await?;
                is_unit.ok_or_else(Error::not_found)?;
                let invite = sqlx::query(INVITE).bind(token_hash).bind(estate).bind(unit.to_string()).bind(email);
                invite.bind(by).bind(expires.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Whether the scheme holds a logbook of the unit that a link is for; none where the link has ended. It is not used up.
    pub async fn link_offers_held(&self, token_hash: String, now: Instant) -> Result<Option<bool>, Error> {
        let take = sqlx::query_as(TAKE).bind(token_hash).bind(now.to_string());
        let invited: Option<(String, String)> = self.readers.optional(take).await?;
        let Some((estate, unit)) = invited else { return Ok(None) };
        let held: Option<(String,)> = self.readers.optional(sqlx::query_as(HELD).bind(estate).bind(unit)).await?;
        Ok(Some(held.is_some()))
    }

    /// Links the home of an account to a unit, or makes the account the owner of the home that the scheme holds of it, by a link that this uses up.
    /// What was linked to the unit before is no more. None where the link has ended.
    ///
    /// # Errors
    /// `NotFound` where the account does not own the home, `Conflict` where it is the logbook of another unit, or the scheme holds none to take over.
    pub async fn link_logbook(
        &self,
        account: AccountId,
        token_hash: String,
        home: Option<SpaceId>,
        shows: Vec<Hidden>,
        now: Instant,
    ) -> Result<Option<Membership>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let take = sqlx::query_as(TAKE).bind(token_hash.clone()).bind(now.to_string());
                let invited: Option<(String, String)> = take.fetch_optional(&mut *connection).await?;
                let Some((estate, unit)) = invited else { return Ok(None) };
                let spent = sqlx::query(SPEND).bind(token_hash).execute(&mut *connection).await?;
                if spent.rows_affected() != 1 {
                    return Ok(None);
                }
                let linking = Linking { estate, unit, account, shows, now };
                let home = match home {
                    Some(home) => linking.link(connection, home).await?,
                    None => linking.take_over(connection).await?,
                };
                let others = sqlx::query(SPEND_OTHERS).bind(linking.estate).bind(linking.unit);
                others.execute(&mut *connection).await?;
                let standing = sqlx::query_as(STANDING).bind(home.to_string()).bind(account.to_string());
                let (role, head, version): (String, i64, i64) = standing.fetch_one(connection).await?;
                space::membership(home, &role, head, version).map(Some)
            })
        })
        .await
    }

    /// Shows the scheme other things of a home. Whether its owner has linked it. What is shown no more is taken away at once.
    pub async fn show_estate(&self, scope: &Scope, shows: Vec<Hidden>, now: Instant) -> Result<bool, Error> {
        let home = scope.space().to_string();
        self.write(move |connection| {
            Box::pin(async move {
                let linked = sqlx::query_as(SHOWS).bind(home.clone()).fetch_optional(&mut *connection).await?;
                let Some((estate, unit, before)): Option<(String, String, String)> = linked else { return Ok(false) };
                let show = sqlx::query(SHOW).bind(home).bind(text_of(&shows)?);
                show.execute(&mut *connection).await?;
                match self::shown(&before)?.iter().any(|one| !shows.contains(one)) {
                    true => untell(connection, &estate, &unit, now).await?,
                    false => touch(connection, &estate, &unit, &now.to_string()).await?,
                }
                Ok(true)
            })
        })
        .await
    }

    /// Shows the scheme nothing of a home any more, and takes away what it was told. Whether its owner had linked it.
    pub async fn leave_scheme(&self, scope: &Scope, now: Instant) -> Result<bool, Error> {
        let home = scope.space().to_string();
        let left =
            self.write(move |connection| Box::pin(async move { leave_unit_of(connection, &home, now).await })).await?;
        if left {
            self.forget_log().await?;
        }
        Ok(left)
    }
}

/// A unit that gets the logbook of its owner.
struct Linking {
    estate: String,
    unit: String,
    account: AccountId,
    shows: Vec<Hidden>,
    now: Instant,
}

impl Linking {
    async fn link(&self, connection: &mut AnyConnection, home: SpaceId) -> Result<SpaceId, Error> {
        let owns = sqlx::query(OWNS).bind(home.to_string()).bind(self.account.to_string());
        if owns.execute(&mut *connection).await?.rows_affected() != 1 {
            return Err(Error::not_found());
        }
        let of_home = sqlx::query_as(OF_HOME).bind(home.to_string()).fetch_optional(&mut *connection).await?;
        if of_home.is_some_and(|of: (String, String)| of != (self.estate.clone(), self.unit.clone())) {
            return Err(Error::new(ErrorCode::Conflict, "This home is the logbook of another unit already."));
        }
        self.unlink(connection).await?;
        let link = sqlx::query(LINK).bind(self.estate.clone()).bind(self.unit.clone()).bind(home.to_string());
        let link = link.bind(text_of(&self.shows)?).bind(self.now.to_string()).bind(self.account.to_string());
        link.execute(&mut *connection).await?;
        touch(connection, &self.estate, &self.unit, &self.now.to_string()).await?;
        Ok(home)
    }

    async fn take_over(&self, connection: &mut AnyConnection) -> Result<SpaceId, Error> {
        space::has_room(&mut *connection, self.account).await?;
        let held = sqlx::query_as(HELD).bind(self.estate.clone()).bind(self.unit.clone());
        let held: Option<(String,)> = held.fetch_optional(&mut *connection).await?;
        let none = || Error::new(ErrorCode::Conflict, "The scheme holds no logbook of this unit: link your own.");
        let (home,) = held.ok_or_else(none)?;
        close_all(connection, &home, self.now).await?;
        let (access,): (i64,) =
            sqlx::query_as(HOLD).bind(home.clone()).fetch_optional(&mut *connection).await?.ok_or_else(none)?;
        let own = sqlx::query(OWN).bind(home.clone()).bind(self.account.to_string()).bind(access);
        own.bind(self.now.to_string()).execute(&mut *connection).await?;
        self.unlink(connection).await?;
        let over = sqlx::query(TAKE_OVER).bind(self.estate.clone()).bind(self.unit.clone());
        let over = over.bind(text_of(&self.shows)?).bind(self.now.to_string()).bind(self.account.to_string());
        over.execute(&mut *connection).await?;
        untell(connection, &self.estate, &self.unit, self.now).await?;
        parsed(&home)
    }

    /// Ends what is linked to the unit by an earlier owner.
    async fn unlink(&self, connection: &mut AnyConnection) -> Result<(), Error> {
        let unlink = sqlx::query(UNLINK_UNIT).bind(self.estate.clone()).bind(self.unit.clone());
        if unlink.execute(&mut *connection).await?.rows_affected() > 0 {
            untell(connection, &self.estate, &self.unit, self.now).await?;
        }
        Ok(())
    }
}
