//! Work that outlives a request: queued with what asks for it, leased by one process at a time, ended when it is done.

use super::Storage;
use crate::error::Error;
use model::Instant;
use uuid::Uuid;

const ADD: &str = "insert into jobs (id, queue, body, tries, due, leased_until) values ($1, $2, $3, 0, '', '')";

/// The condition on the lease stands twice, because PostgreSQL looks at the outer one again once it has the row: of two processes that
/// see the same job one takes it.
const LEASE: &str = "update jobs set tries = tries + 1, leased_until = $3 where id = (select id from jobs where queue = $1 \
     and due <= $2 and leased_until <= $2 order by due, id limit 1) and leased_until <= $2 returning id, body, tries";

/// A job that this process has for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What it is about, as JSON.
    pub body: String,
    /// How often it was leased, this time included.
    pub tries: i64,
}

impl Storage {
    /// Queues a job that is due at once.
    pub async fn add_job(&self, queue: &'static str, body: String) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let insert = sqlx::query(ADD).bind(Uuid::now_v7().to_string()).bind(queue).bind(body);
                insert.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// The job that has been due for the longest, for this process alone until then; none if there is none.
    pub async fn lease_job(&self, queue: &'static str, now: Instant, until: Instant) -> Result<Option<Job>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let leased = sqlx::query_as(LEASE).bind(queue).bind(now.to_string()).bind(until.to_string());
                let row: Option<(String, String, i64)> = leased.fetch_optional(connection).await?;
                Ok(row.map(|(id, body, tries)| Job { id, body, tries }))
            })
        })
        .await
    }

    /// Whether there is a job that is due and that no process has: nothing is written to find that out.
    pub async fn has_job(&self, queue: &'static str, now: Instant) -> Result<bool, Error> {
        let due = sqlx::query_as("select 1 from jobs where queue = $1 and due <= $2 and leased_until <= $2 limit 1");
        let due: Option<(i64,)> = self.readers.optional(due.bind(queue).bind(now.to_string())).await?;
        Ok(due.is_some())
    }

    /// Ends a job that is done or given up.
    pub async fn end_job(&self, id: String) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("delete from jobs where id = $1").bind(id).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Gives a job back until it is due again.
    pub async fn put_off_job(&self, id: String, due: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let put_off = sqlx::query("update jobs set due = $2, leased_until = '' where id = $1").bind(id);
                put_off.bind(due.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends the jobs of a queue whose body is `unwanted`, also those that somebody has just now.
    pub async fn forget_jobs(
        &self,
        queue: &'static str,
        unwanted: impl Fn(&str) -> bool + Send + Sync + 'static,
    ) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let all = sqlx::query_as("select id, body from jobs where queue = $1").bind(queue);
                let jobs: Vec<(String, String)> = all.fetch_all(&mut *connection).await?;
                for (id, _) in jobs.into_iter().filter(|(_, body)| unwanted(body)) {
                    sqlx::query("delete from jobs where id = $1").bind(id).execute(&mut *connection).await?;
                }
                Ok(())
            })
        })
        .await
    }
}
