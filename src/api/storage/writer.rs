//! Who writes: on SQLite one task that commits what waits as a group, on PostgreSQL each job by itself.

use super::push::{Asked, Together, push_all};
use super::trouble::is_full;
use crate::error::Error;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::{AnyConnection, AnyPool, Connection, Executor};
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use wire::PushReply;

/// Jobs of one commit. More share the price of one wait for the disk; fewer answer sooner.
const GROUP_MAX: usize = 64;
/// Jobs that may wait; as many as connections may send at a time under load.
const WAITING_MAX: usize = 1_024;
/// How long a job waits for its place before its caller is told that the server is busy.
const WAIT: Duration = Duration::from_secs(10);

/// Pages that the write-ahead log may be ahead of the file, 16 MB: a busy server writes the same pages of its indexes with every group, and
/// folds each once.
const AHEAD_MAX: i64 = 4_000;

const STOPPED: &str = "The server is stopping; try again in a moment.";

/// A job with its caller: does its work, and returns how to tell the caller once it is known whether that was committed.
pub(super) type Job = Box<dyn for<'t> FnOnce(&'t mut AnyConnection) -> BoxFuture<'t, Done> + Send>;

pub(super) struct Done {
    end: End,
    tell: Box<dyn FnOnce(Fate) + Send>,
}

/// How a job ended, before its group is committed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Keep,
    Undo,
    /// There was no room for it. The database may have undone the whole group on its own.
    NoRoom,
}

/// What became of a group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It is on disk.
    Committed,
    /// There was no room: it is not on disk, nor is any of it.
    NoRoom,
    /// Nobody knows.
    Unknown,
}

/// What the one task is asked for.
pub(super) enum Order {
    /// Do this in a transaction.
    Write(Job),
    /// Take in this push, together with others that wait.
    Push(Waiting),
    /// Fold the write-ahead log into the file and empty it.
    ForgetLog(oneshot::Sender<Result<(), Error>>),
}

/// A push with its caller.
pub(super) struct Waiting {
    asked: Asked,
    answer: oneshot::Sender<Result<PushReply, Error>>,
}

/// The way to the database for everything that changes it.
#[derive(Clone)]
pub(super) enum Writer {
    /// One connection, one task.
    Grouped(mpsc::Sender<Order>),
    /// As many as there are connections.
    Each(AnyPool),
}

impl Writer {
    pub(super) fn grouped(connection: AnyConnection, broken: CancellationToken) -> Self {
        let (sender, orders) = mpsc::channel(WAITING_MAX);
        tokio::spawn(write_groups(connection, orders, broken));
        Self::Grouped(sender)
    }

    pub(super) fn each(pool: AnyPool) -> Self {
        Self::Each(pool)
    }

    pub(super) async fn write<T, F>(&self, job: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut AnyConnection) -> BoxFuture<'t, Result<T, Error>> + Send + 'static,
    {
        match self {
            Self::Grouped(orders) => {
                let (answer, answered) = oneshot::channel();
                let job: Job = Box::new(move |connection| Box::pin(run(job, connection, answer)));
                ask(orders, Order::Write(job), answered).await
            }
            Self::Each(pool) => {
                let mut transaction = pool.begin().await?;
                let outcome = job(&mut transaction).await?;
                transaction.commit().await?;
                Ok(outcome)
            }
        }
    }

    /// Takes in a push; on SQLite together with others that wait, so that sixty cost hardly more statements than one.
    pub(super) async fn push(&self, asked: Asked) -> Result<PushReply, Error> {
        match self {
            Self::Grouped(orders) => {
                let (answer, answered) = oneshot::channel();
                ask(orders, Order::Push(Waiting { asked, answer }), answered).await
            }
            Self::Each(pool) => {
                let mut transaction = pool.begin().await?;
                let reply = push_one(&mut transaction, asked).await?;
                transaction.commit().await?;
                Ok(reply)
            }
        }
    }

    /// On SQLite, overwrites the write-ahead log.
    pub(super) async fn forget_log(&self) -> Result<(), Error> {
        match self {
            Self::Grouped(orders) => {
                let (answer, answered) = oneshot::channel();
                ask(orders, Order::ForgetLog(answer), answered).await
            }
            Self::Each(_) => Ok(()),
        }
    }

    /// Waits until all that was asked for before is done.
    pub(super) async fn close(&self) {
        // A writer that has stopped has nothing left to do.
        let _ = self.forget_log().await;
    }
}

async fn ask<T>(
    orders: &mpsc::Sender<Order>,
    order: Order,
    answered: oneshot::Receiver<Result<T, Error>>,
) -> Result<T, Error> {
    match orders.send_timeout(order, WAIT).await {
        Ok(()) => answered.await.unwrap_or_else(|_| Err(Error::busy(STOPPED))),
        Err(mpsc::error::SendTimeoutError::Timeout(_)) => {
            Err(Error::busy("Too many changes wait to be written; try again in a moment."))
        }
        Err(mpsc::error::SendTimeoutError::Closed(_)) => Err(Error::busy(STOPPED)),
    }
}

/// Does one job. A panic in it is a failure of that job alone.
async fn run<T, F>(job: F, connection: &mut AnyConnection, answer: oneshot::Sender<Result<T, Error>>) -> Done
where
    T: Send + 'static,
    F: for<'t> FnOnce(&'t mut AnyConnection) -> BoxFuture<'t, Result<T, Error>>,
{
    let outcome = AssertUnwindSafe(job(connection)).catch_unwind().await;
    told(outcome.unwrap_or_else(|_| Err(Error::broken("a job of the writer panicked"))), answer)
}

/// How a caller is told an outcome, once it is known whether that was committed.
fn told<T: Send + 'static>(outcome: Result<T, Error>, answer: oneshot::Sender<Result<T, Error>>) -> Done {
    let end = match &outcome {
        Ok(_) => End::Keep,
        Err(Error::NoRoom) => End::NoRoom,
        Err(_) => End::Undo,
    };
    let tell = move |fate: Fate| {
        let said = match fate {
            _ if end != End::Keep => outcome,
            Fate::Committed => outcome,
            Fate::NoRoom => Err(Error::NoRoom),
            Fate::Unknown => Err(Error::broken("the commit failed")),
        };
        // The caller may have gone; what was committed stays committed.
        let _ = answer.send(said);
    };
    Done { end, tell: Box::new(tell) }
}

async fn push_one(connection: &mut AnyConnection, asked: Asked) -> Result<PushReply, Error> {
    let replies = push_all(connection, vec![asked]).await?;
    replies.into_iter().next().unwrap_or_else(|| Err(Error::broken("a push without an answer")))
}

/// Takes orders until there is nobody to give any, or until a commit fails: then nobody knows what is on disk, nothing is acknowledged
/// any more, and `broken` says so. A full disk is no such failure: SQLite takes the group back, and the next one may find room.
async fn write_groups(mut connection: AnyConnection, mut orders: mpsc::Receiver<Order>, broken: CancellationToken) {
    let mut next = orders.recv().await;
    while let Some(order) = next.take() {
        match order {
            first @ (Order::Write(_) | Order::Push(_)) => {
                let mut done = Vec::new();
                let group = write_group(&mut connection, first, &mut orders, &mut done).await;
                let fate = match &group {
                    Ok((_, fate)) => *fate,
                    Err(_) => Fate::Unknown,
                };
                done.into_iter().for_each(|done| (done.tell)(fate));
                match group {
                    Ok((left, _)) => {
                        next = left;
                        fold_log(&mut connection).await;
                    }
                    Err(cause) => {
                        tracing::error!(%cause, "a commit failed; the server stops acknowledging and ends");
                        return broken.cancel();
                    }
                }
            }
            Order::ForgetLog(answer) => {
                let emptied = empty_log(&mut connection).await;
                // The caller may have gone; the log is empty all the same.
                let _ = answer.send(emptied.map_err(Error::from));
            }
        }
        if next.is_none() {
            next = orders.recv().await;
        }
    }
    // The last connection folds the log into the file. If that fails, the next start does it.
    let _ = connection.close().await;
}

/// Folds the write-ahead log into the file and empties it. It waits for readers, but not for ever: whoever reads for longer, as a backup does, keeps
/// the log as it is until the next sweep.
async fn empty_log(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    let emptied = sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(connection).await;
    let (busy, ..): (i64, i64, i64) = emptied?;
    if busy != 0 {
        tracing::warn!("somebody reads the database: its write-ahead log is emptied with the next sweep");
    }
    Ok(())
}

/// Folds a long write-ahead log into the file, once the callers have their answers. SQLite would do so in the commit, and they would wait for it.
async fn fold_log(connection: &mut AnyConnection) {
    let state = sqlx::query_as("pragma wal_checkpoint(noop)").fetch_one(&mut *connection).await;
    let folded = match state {
        Ok((_, pages, folded)) if pages - folded < AHEAD_MAX => return,
        Ok::<(i64, i64, i64), _>(_) => connection.execute("pragma wal_checkpoint(passive)").await.map(drop),
        Err(cause) => Err(cause),
    };
    if let Err(cause) = folded {
        // All that was acknowledged is in the log; it only grows until this succeeds.
        tracing::warn!(%cause, "the write-ahead log could not be folded into the database");
    }
}

/// Does `first` and what waits behind it, up to an order of another sort, which is returned; then commits. On an error nobody knows what
/// is on disk.
async fn write_group(
    connection: &mut AnyConnection,
    first: Order,
    orders: &mut mpsc::Receiver<Order>,
    done: &mut Vec<Done>,
) -> Result<(Option<Order>, Fate), sqlx::Error> {
    connection.execute("begin immediate").await?;
    let mut next = Some(first);
    while done.len() < GROUP_MAX {
        let end = match next.take().or_else(|| orders.try_recv().ok()) {
            Some(Order::Write(job)) => {
                connection.execute("savepoint job").await?;
                let one = job(connection).await;
                let end = one.end;
                done.push(one);
                close_job(connection, end).await?
            }
            Some(Order::Push(push)) => {
                let (pushes, other) = together(push, orders, GROUP_MAX - done.len());
                next = other;
                take_in(connection, pushes, done).await?
            }
            other => {
                next = other;
                break;
            }
        };
        if end == End::NoRoom {
            take_back(connection).await?;
            return Ok((next, Fate::NoRoom));
        }
    }
    match connection.execute("commit").await {
        Ok(_) => Ok((next, Fate::Committed)),
        Err(sqlx::Error::Database(cause)) if is_full(cause.code().as_deref()) => {
            take_back(connection).await?;
            Ok((next, Fate::NoRoom))
        }
        Err(cause) => Err(cause),
    }
}

/// Ends the transaction without keeping it. SQLite may have done so already, which is no error here.
async fn take_back(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    // "no transaction is active" is all that can be said of it.
    let _ = connection.execute("rollback").await;
    // Whether it has really ended shows in that another can begin.
    connection.execute("begin immediate").await?;
    connection.execute("rollback").await?;
    Ok(())
}

/// Ends the savepoint of a job. Without room SQLite may have ended the whole transaction, so nothing is asked of it.
async fn close_job(connection: &mut AnyConnection, end: End) -> Result<End, sqlx::Error> {
    match end {
        End::Keep => connection.execute("release job").await.map(|_| end),
        End::Undo => connection.execute("rollback to job; release job").await.map(|_| end),
        End::NoRoom => Ok(end),
    }
}

/// `first` and the pushes behind it that touch nothing in common, at most `most`; and the order that was met instead of another.
fn together(first: Waiting, orders: &mut mpsc::Receiver<Order>, most: usize) -> (Vec<Waiting>, Option<Order>) {
    let mut touched = Together::default();
    touched.admit(&first.asked);
    let mut pushes = vec![first];
    while pushes.len() < most {
        match orders.try_recv() {
            Ok(Order::Push(push)) if touched.admit(&push.asked) => pushes.push(push),
            Ok(other) => return (pushes, Some(other)),
            Err(_) => break,
        }
    }
    (pushes, None)
}

/// Takes in pushes together; if that fails, each by itself, so that the one that is to blame takes no other along. Without room all are told so.
async fn take_in(
    connection: &mut AnyConnection,
    pushes: Vec<Waiting>,
    done: &mut Vec<Done>,
) -> Result<End, sqlx::Error> {
    connection.execute("savepoint job").await?;
    let all = pushes.iter().map(|push| push.asked.clone()).collect();
    let mut end = match AssertUnwindSafe(push_all(connection, all)).catch_unwind().await {
        Ok(Ok(replies)) => {
            done.extend(pushes.into_iter().zip(replies).map(|(push, reply)| told(reply, push.answer)));
            return close_job(connection, End::Keep).await;
        }
        Ok(Err(Error::NoRoom)) => End::NoRoom,
        Ok(Err(_)) | Err(_) => close_job(connection, End::Undo).await?,
    };
    for Waiting { asked, answer } in pushes {
        let one = if end == End::NoRoom {
            told(Err(Error::NoRoom), answer)
        } else {
            connection.execute("savepoint job").await?;
            run(|connection| Box::pin(push_one(connection, asked)), connection, answer).await
        };
        if end != End::NoRoom {
            end = close_job(connection, one.end).await?;
        }
        done.push(one);
    }
    Ok(end)
}

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
