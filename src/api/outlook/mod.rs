//! What suppliers may expect: published once a month of the homes whose owners agreed, by the rules of [`model::estate::outlook`].
//!
//! What was read is published in one transaction, and only if who agrees is still as it was: a process that is lost has published nothing, of several one publishes, and who takes
//! their agreement back is in nothing that is published afterwards.

mod home;
mod link;

pub use link::{DAYS_MAX, end, link, list, open};

use crate::app::App;
use crate::error::Error;
use crate::storage::OutlookIssued;
use model::Instant;
use model::date::HOME_AHEAD_MINUTES;
use model::estate::holder::{mailbox, together};
use model::estate::month::Month;
use model::estate::outlook::{Figure, Home, Ledger, Place, SETTLED_DAYS};
use std::time::Duration;

/// How often it is looked whether a month has begun.
const EVERY: Duration = Duration::from_secs(3_600);
/// How often it is read anew what homes need, where somebody agrees or agrees no longer meanwhile; then it is looked again an hour later.
const TRIES_MAX: usize = 5;
/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// What is published of.
pub(crate) struct Gathered {
    /// How often who agrees had changed when it was read.
    mark: u64,
    /// The homes.
    pub(crate) homes: Vec<Home>,
}

/// Looks every hour until the server stops. Several processes may do so at once.
pub async fn run(app: App) {
    loop {
        if let Err(error) = look(&app).await {
            tracing::warn!(?error, "what suppliers may expect was not published; the next look is in an hour");
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Publishes what is due: once in a month in which any home is counted.
///
/// # Errors
/// Where the database does not answer; then nothing was published.
pub async fn look(app: &App) -> Result<(), Error> {
    let this = this_month(app);
    if app.storage.outlook_last().await?.is_some_and(|last| last >= this) {
        return Ok(());
    }
    for _ in 0..TRIES_MAX {
        let gathered = gather(app).await?;
        if gathered.homes.is_empty() || issue(app, gathered).await? != OutlookIssued::Changed {
            return Ok(());
        }
    }
    Ok(())
}

/// What the homes will need that are counted now.
pub(crate) async fn gather(app: &App) -> Result<Gathered, Error> {
    let now = app.clock.now();
    let mark = app.storage.outlook_mark().await?;
    let holders = together(&app.storage.outlook_ties(mailbox).await?);
    let mut homes = Vec::new();
    for scope in app.storage.outlook_homes(Instant(now.0 - SETTLED_DAYS * DAY_MS)).await? {
        let records = app.storage.records(&scope).await?;
        let holder = holders.get(&scope.account()).copied().unwrap_or(scope.account());
        let seen = tokio::task::spawn_blocking(move || home::seen(&records, holder, now)).await;
        homes.extend(seen.map_err(Error::broken)?);
    }
    Ok(Gathered { mark, homes })
}

/// Publishes of this month what can be.
pub(crate) async fn issue(app: &App, gathered: Gathered) -> Result<OutlookIssued, Error> {
    let (storage, this) = (&app.storage, this_month(app));
    let known = storage.outlook_figures(this).await?.into_iter().collect();
    let mut ledger = Ledger::known(known, storage.outlook_last().await?);
    if ledger.publish(this, &gathered.homes).is_err() {
        return Ok(OutlookIssued::Before);
    }
    let new = ledger.figures().iter().filter(|(_, figure)| figure.published == this);
    let new: Vec<(Place, Figure)> = new.map(|(place, figure)| (place.clone(), *figure)).collect();
    storage.issue_outlook(this, gathered.mark, new, app.clock.now()).await
}

/// The month that it is where homes are.
fn this_month(app: &App) -> Month {
    Month::of(app.clock.now().date(HOME_AHEAD_MINUTES))
}
