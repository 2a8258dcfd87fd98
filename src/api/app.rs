//! What every handler is given: the configuration, the database, the files, the clock.

use crate::blobs::Blobs;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::Error;
use crate::estate::{self, Waker};
use crate::live::{self, Hub};
use crate::outbox::{self, Outbox};
use crate::outlook;
use crate::paper::Press;
use crate::preview::Previews;
use crate::remind;
use crate::storage::Storage;
use crate::sweep;
use std::ops::Deref;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// The running server. Clones are handles to the same.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What a server is made of.
pub struct Parts {
    /// What it goes by.
    pub config: Config,
    /// The database.
    pub storage: Storage,
    /// The content of files.
    pub blobs: Blobs,
    /// Small pictures of them.
    pub previews: Previews,
    /// What makes PDF.
    pub press: Press,
    /// What time it is.
    pub clock: Clock,
    /// Where mails go.
    pub outbox: Outbox,
    /// The streams that wake devices.
    pub live: Hub,
    /// What wakes who looks how units of schemes stand.
    pub estates: Waker,
    /// Ends when the server stops: streams and jobs end with it.
    pub stop: CancellationToken,
}

impl App {
    /// Opens everything that `config` names, and starts what runs beside the requests.
    ///
    /// # Errors
    /// Where the database or the files cannot be reached.
    pub async fn open(config: Config, clock: Clock) -> Result<Self, Error> {
        let app = Self::beside(config, clock).await?;
        tokio::spawn(live::run(app.clone()));
        tokio::spawn(sweep::run(app.clone()));
        tokio::spawn(outbox::run(app.clone()));
        tokio::spawn(outbox::push::run(app.clone()));
        tokio::spawn(remind::run(app.clone()));
        tokio::spawn(estate::run(app.clone()));
        tokio::spawn(outlook::run(app.clone()));
        Ok(app)
    }

    /// Opens the same for a single piece of work, beside a server that may be running: nothing runs on its own.
    ///
    /// # Errors
    /// As [`App::open`].
    pub async fn beside(config: Config, clock: Clock) -> Result<Self, Error> {
        let storage = Storage::open(&config.database).await;
        let storage =
            storage.map_err(|error| named("the database (CODESSA_DATABASE_URL, else CODESSA_DATA)", &error))?;
        let outbox = Outbox::open(&config, &storage);
        let blobs = Blobs::open(&config.blobs);
        let blobs = blobs.map_err(|error| named("the files (CODESSA_BLOBS, else CODESSA_DATA)", &error))?;
        let press = Press::new(config.typesetter.clone());
        let (previews, live, stop) = (Previews::default(), Hub::default(), CancellationToken::new());
        let estates = Waker::default();
        let parts = Parts { config, storage, blobs, previews, press, clock, outbox, live, estates, stop };
        Ok(Self(Arc::new(parts)))
    }

    /// Ends streams and jobs, and closes the database after the last commit.
    pub async fn close(&self) {
        self.stop.cancel();
        self.storage.close().await;
    }
}

/// An error at the start, with the settings that decide about it.
fn named(what: &str, error: &Error) -> Error {
    Error::broken(format!("{what}: {error}"))
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
