//! Calendar feeds, and the tokens by which mails are ended: both found by the hash of what stands in an address.

use super::row::{counted, parsed};
use super::{Scope, Storage};
use crate::error::Error;
use model::access::Role;
use model::reminder::{Digest, Settings};
use model::{AccountId, Instant, SpaceId};

const DROP: &str = "delete from feeds where space = $1 and account = $2";

const ADD: &str = "insert into feeds (token_hash, space, account, made) values ($1, $2, $3, $4)";

const FIND: &str = "select feeds.space, feeds.account, members.role, spaces.head, accounts.language from feeds \
     join members on members.space = feeds.space and members.account = feeds.account \
     join spaces on spaces.id = feeds.space join accounts on accounts.id = feeds.account where feeds.token_hash = $1";

const MADE: &str = "select made from feeds where space = $1 and account = $2";

const ENDED: &str = "select reminders.space, reminders.account, reminders.settings from unsubscribes \
     join reminders on reminders.space = unsubscribes.space and reminders.account = unsubscribes.account \
     where unsubscribes.token_hash = $1";

const END: &str = "update reminders set settings = $3, active = $4 where space = $1 and account = $2";

/// What a feed shows.
#[derive(Clone, Debug)]
pub struct FeedRow {
    /// The home, as its member sees it.
    pub scope: Scope,
    /// The language of the member, a BCP 47 tag.
    pub language: String,
}

impl Storage {
    /// Makes the feed of a member in the place of the one that they had.
    pub async fn renew_feed(&self, scope: &Scope, token_hash: String, now: Instant) -> Result<(), Error> {
        let (space, account) = (scope.space().to_string(), scope.account().to_string());
        self.write(move |connection| {
            Box::pin(async move {
                let earlier = sqlx::query(DROP).bind(space.clone()).bind(account.clone());
                earlier.execute(&mut *connection).await?;
                let add = sqlx::query(ADD).bind(token_hash).bind(space).bind(account).bind(now.to_string());
                add.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends the feed of a member; none is no error.
    pub async fn end_feed(&self, scope: &Scope) -> Result<(), Error> {
        let (space, account) = (scope.space().to_string(), scope.account().to_string());
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query(DROP).bind(space).bind(account).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// When the feed of a member was made; none if there is none.
    pub async fn feed_made(&self, scope: &Scope) -> Result<Option<Instant>, Error> {
        let find = sqlx::query_as(MADE).bind(scope.space().to_string()).bind(scope.account().to_string());
        let row: Option<(String,)> = self.readers.optional(find).await?;
        row.map(|(made,)| parsed(&made)).transpose()
    }

    /// What the feed with that token shows; none if there is no such feed.
    pub async fn feed(&self, token_hash: &str) -> Result<Option<FeedRow>, Error> {
        let row: Option<(String, String, String, i64, String)> =
            self.readers.optional(sqlx::query_as(FIND).bind(token_hash)).await?;
        let Some((space, account, role, head, language)) = row else { return Ok(None) };
        let (space, account): (SpaceId, AccountId) = (parsed(&space)?, parsed(&account)?);
        let role: Role = parsed(&role)?;
        Ok(Some(FeedRow { scope: Scope::of_link(space, account, role, counted(head)), language }))
    }

    /// Ends the mails of the member in whose mail the token stood; again is harmless. Whether there is such a token.
    pub async fn end_mails(&self, token_hash: String) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let found = sqlx::query_as(ENDED).bind(token_hash).fetch_optional(&mut *connection).await?;
                let Some((space, account, settings)): Option<(String, String, String)> = found else {
                    return Ok(false);
                };
                let settings: Settings = serde_json::from_str(&settings).map_err(Error::broken)?;
                let settings = Settings { digest: Digest::Never, ..settings };
                let text = serde_json::to_string(&settings).map_err(Error::broken)?;
                let end = sqlx::query(END).bind(space).bind(account).bind(text).bind(i64::from(settings.push));
                end.execute(connection).await?;
                Ok(true)
            })
        })
        .await
    }
}
