//! Pushes: what is queued for a browser is sealed to it, signed, and handed to its push service until that has taken it.

mod seal;
mod service;
mod vapid;

pub use seal::Keys;
pub use service::address;
pub use vapid::Vapid;

use super::queue::again_ms;
use crate::app::App;
use crate::error::Error;
use crate::storage::{Job, SubscriptionRow};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use model::{Instant, SpaceId};
use p256::SecretKey;
use seal::seal;
use serde::{Deserialize, Serialize};
use service::{Pushed, Service};
use std::time::Duration;

/// The queue's name.
pub(crate) const PUSHES: &str = "pushes";
/// Between two looks.
const LOOK: Duration = Duration::from_secs(5);
/// How long one who takes a push has for it, milliseconds; then another takes it.
const LEASE_MS: i64 = 2 * 60 * 1000;
/// Tries, over about two days.
const TRIES_MAX: i64 = 55;
/// Every message is filled up to so many bytes.
const MESSAGE_BYTES: usize = 512;

/// A push to the browser of one session. What it says names nobody and nothing: a push lights up a locked screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Push {
    /// The session whose browser gets it.
    pub(crate) session: String,
    /// The home that it is about. Browsers are not told.
    pub(crate) about: SpaceId,
    /// What the browser is told.
    pub(crate) message: Message,
}

/// What a browser is told (`public/worker/push.ts`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Message {
    /// The sentence.
    pub(crate) text: String,
    /// How many things it is about.
    pub(crate) count: usize,
    /// The page of the app that shows them.
    pub(crate) page: String,
}

/// Whether a push that waits is about a home.
pub(super) fn is_about(body: &str, space: SpaceId) -> bool {
    serde_json::from_str(body).is_ok_and(|push: Push| push.about == space)
}

/// Sends what is queued until the server stops.
pub async fn run(app: App) {
    let service = match Service::new() {
        Ok(service) => service,
        Err(error) => return tracing::error!(%error, "there is no TLS for pushes: they wait in the queue"),
    };
    loop {
        match send_due(&app, &service).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::warn!(?error, "the queue of pushes cannot be worked on"),
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Sends everything that is due now.
#[cfg(test)]
pub(crate) async fn send_all(app: &App) -> Result<(), Error> {
    let service = Service::new().map_err(Error::broken)?;
    while send_due(app, &service).await? {}
    Ok(())
}

/// Sends one push that is due. Whether there was one.
async fn send_due(app: &App, service: &Service) -> Result<bool, Error> {
    let now = app.clock.now();
    let Some(job) = app.storage.lease_job(PUSHES, now, Instant(now.0 + LEASE_MS)).await? else { return Ok(false) };
    match push(app, service, &job).await? {
        Pushed::Later(asked) if job.tries < TRIES_MAX => {
            let wait_ms = asked.map_or_else(|| again_ms(job.tries), |seconds| seconds * 1_000);
            app.storage.put_off_job(job.id, Instant(now.0 + wait_ms)).await?;
        }
        // Where the browser is reached is never logged: it is as good as a name.
        Pushed::Later(_) => {
            tracing::warn!(tries = job.tries, "a push was not taken in so many tries and is given up");
            app.storage.end_job(job.id).await?;
        }
        Pushed::Refused => {
            tracing::warn!("a push was refused and is given up");
            app.storage.end_job(job.id).await?;
        }
        Pushed::Taken | Pushed::Gone => app.storage.end_job(job.id).await?,
    }
    Ok(true)
}

async fn push(app: &App, service: &Service, job: &Job) -> Result<Pushed, Error> {
    let Ok(Push { session, message, .. }) = serde_json::from_str(&job.body) else { return Ok(Pushed::Refused) };
    // Whoever signed out, or was signed out, is told nothing any more.
    let Some(browser) = app.storage.subscription(&session).await? else { return Ok(Pushed::Gone) };
    let Some(to) = address(&browser.endpoint, app.config.push_loopback) else { return Ok(Pushed::Refused) };
    let text = serde_json::to_vec(&message).map_err(Error::broken)?;
    let Some(sealed) = sealed(&text, &browser) else { return Ok(Pushed::Refused) };
    let vapid = Vapid::load(app).await?;
    let authorization = vapid.authorization(&to.origin().ascii_serialization(), &contact(app), app.clock.now());
    let pushed = service.push(to, &authorization, sealed).await;
    if pushed == Pushed::Gone {
        app.storage.unsubscribe(session).await?;
    }
    Ok(pushed)
}

/// Whom a push service may write to: whoever runs this server, else its address.
fn contact(app: &App) -> String {
    let operator = app.config.operator.as_deref().and_then(|text| text.parse::<lettre::message::Mailbox>().ok());
    operator.map_or_else(|| app.config.origin.to_string(), |mailbox| format!("mailto:{}", mailbox.email))
}

fn sealed(text: &[u8], browser: &SubscriptionRow) -> Option<Vec<u8>> {
    let keys = keys(browser)?;
    let (secret, mut salt) = (random_secret(), [0; 16]);
    getrandom::fill(&mut salt).ok()?;
    seal(text, MESSAGE_BYTES, &keys, &secret, salt)
}

/// The keys of a browser; none if they are none.
pub fn keys(browser: &SubscriptionRow) -> Option<Keys> {
    let auth = BASE64.decode(&browser.auth).ok()?.try_into().ok()?;
    Some(Keys { p256dh: BASE64.decode(&browser.p256dh).ok()?, auth }).filter(Keys::are_sound)
}

/// A key for one message. Nearly every number of 32 bytes is one.
fn random_secret() -> SecretKey {
    loop {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the system has random numbers");
        if let Ok(secret) = SecretKey::from_slice(&bytes) {
            return secret;
        }
    }
}
