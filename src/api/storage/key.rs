//! Keys of the server's own.

use super::Storage;
use crate::error::Error;
use model::Instant;
use sqlx::AnyConnection;

const ADD: &str = "insert into keys (name, secret, made) values ($1, $2, $3) on conflict (name) do nothing";

const FIND: &str = "select secret from keys where name = $1";

impl Storage {
    /// The key of that name; `new` becomes it if there is none yet. Of several processes that begin at once all have the same.
    pub async fn key(&self, name: &'static str, new: String, now: Instant) -> Result<String, Error> {
        let kept: Option<(String,)> = self.readers.optional(sqlx::query_as(FIND).bind(name)).await?;
        if let Some((secret,)) = kept {
            return Ok(secret);
        }
        self.write(move |connection| {
            Box::pin(async move {
                let add = sqlx::query(ADD).bind(name).bind(new).bind(now.to_string());
                add.execute(&mut *connection).await?;
                let (secret,): (String,) = sqlx::query_as(FIND).bind(name).fetch_one(connection).await?;
                Ok(secret)
            })
        })
        .await
    }

    /// Keeps a key in another form, unless somebody else did.
    pub async fn replace_key(&self, name: &'static str, before: String, after: String) -> Result<(), Error> {
        self.write(move |connection| Box::pin(async move { replaced(connection, name, before, after).await.map(drop) }))
            .await
    }

    /// Puts another key in the place of one that nobody can open, unless somebody else did. Browsers that trusted that one take no pushes any more.
    pub async fn renew_key(&self, name: &'static str, before: String, after: String) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                if replaced(&mut *connection, name, before, after).await? {
                    sqlx::query("delete from subscriptions").execute(connection).await?;
                }
                Ok(())
            })
        })
        .await
    }
}

/// Whether it was still the one before.
async fn replaced(
    connection: &mut AnyConnection,
    name: &'static str,
    before: String,
    after: String,
) -> Result<bool, Error> {
    let update = sqlx::query("update keys set secret = $3 where name = $1 and secret = $2");
    Ok(update.bind(name).bind(before).bind(after).execute(connection).await?.rows_affected() == 1)
}
