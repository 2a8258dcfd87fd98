//! Everything that is kept in the database, and all of the project's SQL. One text serves SQLite and PostgreSQL.
//!
//! What belongs to a space is reached through a [`Scope`] only, which nothing but [`Storage::authorize`] makes: an unscoped query does
//! not compile. Routes call storage; storage never calls routes.

mod batch;
mod connect;
mod migrations;
mod readers;
mod row;
mod trouble;
mod writer;

mod account;
mod address;
mod attempt;
mod closing;
mod code;
mod contribution;
mod deal;
mod case;
mod due;
mod estate;
mod feed;
mod firm;
mod handover;
mod job;
mod key;
mod logbook;
mod member;
mod outlook;
mod pack;
mod passkey;
mod recovery;
mod reminder;
mod reporting;
mod request;
mod scope;
mod session;
mod share;
mod space;
mod subscription;
mod visit;

#[cfg(test)]
pub(crate) mod for_test;
mod file;
mod history;
mod live;
mod pull;
mod push;
mod sweep;
mod taken;

mod check;
mod snapshot;

pub use address::EmailChange;
pub use check::{Findings, KnownFile, check, correct_file, known_files};
pub use code::{CodeNew, CodeTried};
pub(crate) use connect::is_postgres;
pub use contribution::ContributionRow;
pub use due::DueHome;
pub use feed::FeedRow;
pub use file::{FileRow, PartRow};
pub use handover::{HandoverOffer, HandoverRow};
pub use job::Job;
pub use logbook::{LogbookRow, OfUnit, Place, Seen, TallyDue, UnitTold, Weighed};
pub use member::InvitationNew;
pub use outlook::{OutlookIssued, OutlookLink};
pub use pack::Pack;
pub use passkey::{CeremonyNew, PasskeyNew};
pub use push::{Incoming, files_named, read_push};
pub use recovery::RecoveryNew;
pub use reminder::{Telling, Watch, Way};
pub use reporting::LabelRow;
pub use request::{OpenRequest, RequestRow};
pub use scope::Scope;
pub use session::{SessionNew, SessionRow};
pub use share::ShareRow;
pub use snapshot::snapshot;
pub use subscription::SubscriptionRow;
pub use taken::InDeal;
pub use visit::{AGE_MS_MAX as VISIT_MS_MAX, Door, Visitor};

use crate::config::Database;
use crate::error::Error;
use futures_util::future::BoxFuture;
use readers::Readers;
use sqlx::AnyConnection;
use tokio_util::sync::CancellationToken;
use writer::Writer;

/// The database.
#[derive(Clone)]
pub struct Storage {
    readers: Readers,
    writer: Writer,
    broken: CancellationToken,
}

impl Storage {
    /// Opens the database, brings its tables up to date and starts the writer.
    ///
    /// # Errors
    /// Where it cannot be reached, is of a newer version than this program, or is a SQLite older than 3.51.3.
    pub async fn open(database: &Database) -> Result<Self, Error> {
        sqlx::any::install_default_drivers();
        let broken = CancellationToken::new();
        let (readers, writer) = match database {
            Database::Sqlite(path) => {
                let writing = connect::sqlite_writer(path).await?;
                (connect::sqlite_readers(path)?, Writer::grouped(writing, broken.clone()))
            }
            Database::Postgres(url) => {
                let pool = connect::postgres(url).await?;
                (Readers::Pool(pool.clone()), Writer::each(pool))
            }
        };
        Ok(Self { readers, writer, broken })
    }

    /// Ends when a commit has failed: nothing more is acknowledged, and the process has to end.
    pub async fn broken(&self) {
        self.broken.cancelled().await;
    }

    /// Does `job` in one transaction. It returns after the commit, so what it says is on disk.
    ///
    /// On SQLite jobs that wait are committed as a group, each in a savepoint of its own, so that one that fails takes no other along.
    ///
    /// # Errors
    /// Those of `job`, which then leaves nothing behind; [`Error::busy`] when too many wait.
    pub async fn write<T, F>(&self, job: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut AnyConnection) -> BoxFuture<'t, Result<T, Error>> + Send + 'static,
    {
        self.writer.write(job).await
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), Error> {
        self.readers.ping().await
    }

    /// On SQLite, overwrites the write-ahead log, in which values that were erased still stand.
    pub async fn forget_log(&self) -> Result<(), Error> {
        self.writer.forget_log().await
    }

    /// Closes everything in good order; jobs that were begun are committed first.
    pub async fn close(&self) {
        self.writer.close().await;
        self.readers.close().await;
    }
}
