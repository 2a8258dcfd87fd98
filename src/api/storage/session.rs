//! Signed-in browsers, found by the hash of their token.

use super::Storage;
use super::row::parsed;
use crate::auth::Principal;
use crate::error::Error;
use model::{AccountId, Instant};

/// How long an unused session lasts, milliseconds.
pub(super) const IDLE_MS_MAX: i64 = 14 * 86_400_000;
/// How long any session lasts, milliseconds.
pub(super) const AGE_MS_MAX: i64 = 90 * 86_400_000;
/// How exactly it is known when a session was last used, milliseconds. A finer step would make every read a write.
const SEEN_STEP_MS: i64 = 3_600_000;

/// A session to begin.
#[derive(Clone, Debug)]
pub struct SessionNew {
    /// Whose.
    pub account: AccountId,
    /// SHA-256 of its token, hexadecimal.
    pub token_hash: String,
    /// What it is listed as.
    pub device: String,
    /// When the person proved to be there.
    pub stepped_up: Instant,
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id.
    pub id: String,
    /// What it is listed as.
    pub device: String,
    /// When it began.
    pub began: Instant,
    /// When it was last used, to the hour.
    pub seen: Instant,
}

const FIND: &str =
    "select id, account, stepped_up, seen from sessions where token_hash = $1 and seen > $2 and began > $3";

const BEGIN: &str = "insert into sessions (id, token_hash, account, device, began, seen, stepped_up) \
     values ($1, $2, $3, $4, $5, $5, $6)";

impl Storage {
    /// Who holds the token with this hash, if its session has not ended. Notes, now and then, that it was used.
    pub async fn principal(&self, token_hash: &str, now: Instant) -> Result<Option<Principal>, Error> {
        let row: Option<(String, String, String, String)> = self
            .readers
            .optional(
                sqlx::query_as(FIND)
                    .bind(token_hash)
                    .bind(Instant(now.0 - IDLE_MS_MAX).to_string())
                    .bind(Instant(now.0 - AGE_MS_MAX).to_string()),
            )
            .await?;
        let Some((session, account, stepped_up, seen)) = row else { return Ok(None) };
        self.seen(session, &account, &stepped_up, &seen, now).await.map(Some)
    }

    /// Who holds a session, which is noted now and then as used.
    pub(super) async fn seen(
        &self,
        session: String,
        account: &str,
        stepped_up: &str,
        seen: &str,
        now: Instant,
    ) -> Result<Principal, Error> {
        if now.0 - parsed::<Instant>(seen)?.0 > SEEN_STEP_MS {
            // A note for the list of sessions and the idle limit. Where it cannot be kept now, the person still reads.
            if let Err(error) = self.note_seen(session.clone(), now).await {
                tracing::warn!(%error, "it could not be noted that a session was used");
            }
        }
        Ok(Principal { account: parsed(account)?, session, stepped_up: parsed(stepped_up)? })
    }

    async fn note_seen(&self, session: String, now: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let update = sqlx::query("update sessions set seen = $2 where id = $1");
                update.bind(session).bind(now.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Begins a session; its id.
    pub async fn begin_session(&self, new: SessionNew, now: Instant) -> Result<String, Error> {
        let id = uuid::Uuid::new_v4().to_string();
        let begun = id.clone();
        self.write(move |connection| {
            Box::pin(async move {
                let insert = sqlx::query(BEGIN).bind(id).bind(new.token_hash).bind(new.account.to_string());
                let insert = insert.bind(new.device).bind(now.to_string()).bind(new.stepped_up.to_string());
                insert.execute(connection).await?;
                Ok(())
            })
        })
        .await?;
        Ok(begun)
    }

    /// The sessions of an account that have not ended, the latest used first; those too that open nothing any more and whose browsers still take pushes.
    pub async fn sessions(&self, account: AccountId, now: Instant) -> Result<Vec<SessionRow>, Error> {
        let rows: Vec<(String, String, String, String)> = self.readers.all(sqlx::query_as(
            "select id, device, began, seen from sessions where account = $1 \
             and (seen > $2 and began > $3 or exists (select 1 from subscriptions where session = sessions.id)) order by seen desc, id",
        )
        .bind(account.to_string())
        .bind(Instant(now.0 - IDLE_MS_MAX).to_string())
        .bind(Instant(now.0 - AGE_MS_MAX).to_string()))
        .await?;
        let row = |(id, device, began, seen): (String, String, String, String)| {
            Ok(SessionRow { id, device, began: parsed(&began)?, seen: parsed(&seen)? })
        };
        rows.into_iter().map(row).collect()
    }

    /// Ends the sessions of an account but for one, and the code with which another device could begin one.
    pub async fn end_other_sessions(&self, account: AccountId, session: String) -> Result<(), Error> {
        let account = account.to_string();
        self.write(move |connection| {
            Box::pin(async move {
                let delete = sqlx::query("delete from sessions where account = $1 and id <> $2").bind(account.clone());
                delete.bind(session).execute(&mut *connection).await?;
                let pair = sqlx::query("delete from codes where purpose = 'pair' and account = $1").bind(account);
                pair.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends a session of an account. Whether there was one.
    pub async fn end_session(&self, account: AccountId, session: String) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let delete = sqlx::query("delete from sessions where id = $1 and account = $2").bind(session);
                Ok(delete.bind(account.to_string()).execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }
}
