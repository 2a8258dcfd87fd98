//! Keys of the server's own.

use super::Storage;
use crate::error::Error;
use model::Instant;

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
}
