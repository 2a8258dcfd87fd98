//! Browsers that take pushes. Each hangs on the session of whoever allowed it there, and ends with it.

use super::Storage;
use crate::auth::Principal;
use crate::error::Error;
use model::{AccountId, Instant};

/// Whoever had that browser before has it no more.
const MAKE_ROOM: &str = "delete from subscriptions where session = $1 or endpoint = $2";

const ADD: &str = "insert into subscriptions (session, account, endpoint, p256dh, auth, made) \
     select id, account, $2, $3, $4, $5 from sessions where id = $1";

/// What was not told for want of a browser is told now.
const LOOK: &str = "update reminders set next = '' where account = $1";

/// A browser that takes pushes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionRow {
    /// Its address at a push service.
    pub endpoint: String,
    /// Its public key, base64url.
    pub p256dh: String,
    /// The secret that it shares, base64url.
    pub auth: String,
}

impl Storage {
    /// Keeps the browser of a session in the place of the one that it had.
    pub async fn subscribe(&self, principal: &Principal, new: SubscriptionRow, now: Instant) -> Result<(), Error> {
        let (session, account) = (principal.session.clone(), principal.account.to_string());
        self.write(move |connection| {
            Box::pin(async move {
                let room = sqlx::query(MAKE_ROOM).bind(session.clone()).bind(new.endpoint.clone());
                room.execute(&mut *connection).await?;
                let add = sqlx::query(ADD).bind(session).bind(new.endpoint).bind(new.p256dh).bind(new.auth);
                add.bind(now.to_string()).execute(&mut *connection).await?;
                sqlx::query(LOOK).bind(account).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends pushes to the browser of a session; none is no error.
    pub async fn unsubscribe(&self, session: String) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let delete = sqlx::query("delete from subscriptions where session = $1").bind(session);
                delete.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// The browser of a session, if it takes pushes.
    pub async fn subscription(&self, session: &str) -> Result<Option<SubscriptionRow>, Error> {
        let find = "select endpoint, p256dh, auth from subscriptions where session = $1";
        let row: Option<(String, String, String)> = self.readers.optional(sqlx::query_as(find).bind(session)).await?;
        Ok(row.map(|(endpoint, p256dh, auth)| SubscriptionRow { endpoint, p256dh, auth }))
    }

    /// The sessions of an account whose browsers take pushes.
    pub async fn pushed_sessions(&self, account: AccountId) -> Result<Vec<String>, Error> {
        let query = sqlx::query_as("select session from subscriptions where account = $1 order by session");
        let rows: Vec<(String,)> = self.readers.all(query.bind(account.to_string())).await?;
        Ok(rows.into_iter().map(|(session,)| session).collect())
    }

    /// How many browsers of an account take pushes.
    pub async fn subscriptions_of(&self, account: AccountId) -> Result<u64, Error> {
        let count = sqlx::query_as("select count(*) from subscriptions where account = $1").bind(account.to_string());
        let (count,): (i64,) = self.readers.one(count).await?;
        Ok(count.max(0).cast_unsigned())
    }
}
