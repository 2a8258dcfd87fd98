//! How often something was tried lately, counted where every process sees it.

use super::Storage;
use crate::error::Error;
use model::Instant;

/// A window that has passed begins anew; within it the count rises. One statement, so that two at once both count.
const COUNT: &str = "insert into attempts (subject, began, count) values ($1, $2, 1) \
     on conflict (subject) do update set \
     count = case when attempts.began <= $3 then 1 else attempts.count + 1 end, \
     began = case when attempts.began <= $3 then $2 else attempts.began end \
     returning count";

impl Storage {
    /// Counts an attempt at `subject`: how many there were within the window of `window_ms`, this one included.
    pub async fn count_attempt(&self, subject: String, window_ms: i64, now: Instant) -> Result<i64, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let since = Instant(now.0 - window_ms).to_string();
                let (count,): (i64,) =
                    sqlx::query_as(COUNT).bind(subject).bind(now.to_string()).bind(since).fetch_one(connection).await?;
                Ok(count)
            })
        })
        .await
    }
}
