//! Who reads: on SQLite a few connections that take turns, on PostgreSQL a pool.

use super::connect;
use crate::error::Error;
use sqlx::any::{AnyArguments, AnyConnectOptions, AnyRow};
use sqlx::pool::PoolConnection;
use sqlx::query::QueryAs;
use sqlx::{Any, AnyConnection, AnyPool, Connection, FromRow};
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// A question with what is bound to it.
type Question<'q, O> = QueryAs<'q, Any, O, AnyArguments>;

/// Connections that read.
#[derive(Clone)]
pub(super) enum Readers {
    /// To a SQLite file. A pool of sqlx would ask a connection after every use whether it is well, which costs as much as what it was used
    /// for; here one that has failed is not used again.
    Turns(Arc<Turns>),
    /// To a PostgreSQL server.
    Pool(AnyPool),
}

/// Connections that are opened when first needed, and kept.
pub(super) struct Turns {
    options: AnyConnectOptions,
    places: Arc<Semaphore>,
    idle: Mutex<Vec<AnyConnection>>,
}

/// A connection for one question.
pub(super) enum Reader {
    Turn(AnyConnection, Arc<Turns>, OwnedSemaphorePermit),
    Pooled(PoolConnection<Any>),
}

impl Readers {
    /// At most so many connections to a SQLite file.
    pub(super) fn turns(options: AnyConnectOptions, most: usize) -> Self {
        let places = Arc::new(Semaphore::new(most));
        Self::Turns(Arc::new(Turns { options, places, idle: Mutex::default() }))
    }

    /// Every row of an answer.
    pub(super) async fn all<O: Answer>(&self, question: Question<'_, O>) -> Result<Vec<O>, Error> {
        let mut reader = self.take().await?;
        let rows = question.fetch_all(&mut *reader).await?;
        reader.give_back();
        Ok(rows)
    }

    /// The row of an answer that has one at most.
    pub(super) async fn optional<O: Answer>(&self, question: Question<'_, O>) -> Result<Option<O>, Error> {
        let mut reader = self.take().await?;
        let row = question.fetch_optional(&mut *reader).await?;
        reader.give_back();
        Ok(row)
    }

    /// The row of an answer that has one.
    pub(super) async fn one<O: Answer>(&self, question: Question<'_, O>) -> Result<O, Error> {
        self.optional(question).await?.ok_or_else(|| sqlx::Error::RowNotFound.into())
    }

    /// Whether the database answers.
    pub(super) async fn ping(&self) -> Result<(), Error> {
        let mut reader = self.take().await?;
        reader.ping().await?;
        reader.give_back();
        Ok(())
    }

    /// Waits for what is being read, and closes every connection.
    pub(super) async fn close(&self) {
        match self {
            Self::Turns(turns) => turns.close().await,
            Self::Pool(pool) => pool.close().await,
        }
    }

    async fn take(&self) -> Result<Reader, sqlx::Error> {
        match self {
            Self::Turns(turns) => turns.take().await,
            Self::Pool(pool) => pool.acquire().await.map(Reader::Pooled),
        }
    }
}

impl Turns {
    async fn take(self: &Arc<Self>) -> Result<Reader, sqlx::Error> {
        let place = tokio::time::timeout(connect::ACQUIRE, self.places.clone().acquire_owned()).await;
        let place = place.map_err(|_| sqlx::Error::PoolTimedOut)?.map_err(|_| sqlx::Error::PoolClosed)?;
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect::sqlite_reader(&self.options).await?,
        };
        Ok(Reader::Turn(connection, self.clone(), place))
    }

    async fn close(&self) {
        self.places.close();
        let idle = std::mem::take(&mut *self.idle());
        for connection in idle {
            // It has only read.
            let _ = connection.close().await;
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<AnyConnection>> {
        // A panic between two statements of this file leaves the list whole.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader {
    /// For the next question: this one was answered to the end.
    fn give_back(self) {
        if let Self::Turn(connection, turns, _place) = self {
            turns.idle().push(connection);
        }
    }
}

impl Deref for Reader {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        match self {
            Self::Turn(connection, ..) => connection,
            Self::Pooled(connection) => connection,
        }
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        match self {
            Self::Turn(connection, ..) => connection,
            Self::Pooled(connection) => connection,
        }
    }
}

/// What a row of an answer is read as.
pub(super) trait Answer: for<'r> FromRow<'r, AnyRow> + Send + Unpin {}
impl<O: for<'r> FromRow<'r, AnyRow> + Send + Unpin> Answer for O {}

#[cfg(test)]
#[path = "readers_tests.rs"]
mod tests;
