//! Sending queued mails through the mail server, again and again until it takes or refuses them; into the folder where there is none.
//!
//! A mail is taken out of the queue when the server has taken it. Between the two lies a moment in which a process can be lost: that mail is sent
//! once more when its lease is over. Nothing else sends one twice. In the folder it has one name, and is there once.

use super::{Outbox, Queued, folder};
use crate::app::App;
use crate::error::Error;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use model::Instant;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// The queue of mails for the mail server.
pub(super) const MAILS: &str = "mails";
/// The queue of those for the folder. It is another one, so that a process that was started without the mail server takes none from those that have it.
pub(super) const FOLDER: &str = "mails for the folder";
/// Between two looks, when nothing was queued here: another process may have left something.
const LOOK: Duration = Duration::from_secs(5);
/// How long one who takes a mail has for it, milliseconds; then another takes it.
const LEASE_MS: i64 = 2 * 60 * 1000;
/// How long the mail server may take to answer.
const ANSWER_MAX: Duration = Duration::from_secs(30);
/// After a first failure, milliseconds; twice as long after each further one.
const AGAIN_MS: i64 = 5_000;
/// The longest wait between two tries, milliseconds.
const AGAIN_MS_MAX: i64 = 3_600_000;
/// Tries, the last one about three quarters of an hour after the first.
const TRIES_MAX: i64 = 10;
/// Tries of a mail that can wait: for three days, so that a mail server may be down over a weekend.
const PATIENT_TRIES_MAX: i64 = 82;

/// A connection to the mail server.
type Server = AsyncSmtpTransport<Tokio1Executor>;

/// How a mail server is reached by its URL.
fn connect(url: &str) -> Result<Server, smtp::Error> {
    Ok(Server::from_url(&with_tls(url))?.timeout(Some(ANSWER_MAX)).build())
}

/// Whether a mail server can be reached by that URL, as far as the URL tells.
pub fn is_mail_server(url: &str) -> bool {
    let rest = url.strip_prefix("smtp://").or_else(|| url.strip_prefix("smtps://"));
    let named =
        rest.is_some_and(|rest| !rest.rsplit_once('@').map_or(rest, |(_, host)| host).starts_with(['/', '?', ':']));
    named && rest != Some("") && connect(url).is_ok()
}

/// Whether a text is a mailbox that mails can come from.
pub fn is_sender(text: &str) -> bool {
    text.parse::<Mailbox>().is_ok()
}

/// A URL that asks for TLS, unless it names the own machine or says itself what it wants.
fn with_tls(url: &str) -> String {
    let Some(rest) = url.strip_prefix("smtp://").filter(|_| !url.contains("tls=")) else { return url.to_owned() };
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([':', '/', '?']);
    if ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| host.strip_prefix(own).is_some_and(ends)) {
        return url.to_owned();
    }
    format!("{url}{}tls=required", if url.contains('?') { '&' } else { '?' })
}

/// Sends what is queued until the server stops.
pub async fn run(app: App) {
    let server = match app.config.smtp_url.as_deref().map(connect).transpose() {
        Ok(server) => server,
        Err(error) => return tracing::error!(%error, "CODESSA_SMTP_URL cannot be used: mails wait in the queue"),
    };
    let nobody = Arc::new(Notify::new());
    let queued = if let Outbox::Queue(_, queued) = &app.outbox { queued } else { &nobody };
    loop {
        match send_due(&app, server.as_ref()).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::warn!(?error, "the queue of mails cannot be read"),
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = queued.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Sends everything that is due now.
#[cfg(test)]
pub(crate) async fn send_all(app: &App) -> Result<(), Error> {
    let server = app.config.smtp_url.as_deref().map(connect).transpose().map_err(Error::broken)?;
    while send_due(app, server.as_ref()).await? {}
    Ok(())
}

/// Sends one mail that is due. Whether there was one.
async fn send_due(app: &App, server: Option<&Server>) -> Result<bool, Error> {
    let now = app.clock.now();
    let Some(job) = app.storage.lease_job(app.outbox.queue(), now, Instant(now.0 + LEASE_MS)).await? else {
        return Ok(false);
    };
    let Ok(queued) = serde_json::from_str::<Queued>(&job.body) else {
        tracing::error!("a mail cannot be read and is given up");
        app.storage.end_job(job.id).await?;
        return Ok(true);
    };
    let tries_max = if queued.unsubscribe.is_some() { PATIENT_TRIES_MAX } else { TRIES_MAX };
    let sent = match (&app.outbox, server) {
        (Outbox::Folder(_, folder), _) => {
            folder::write_as(folder, &job.id, &queued).await?;
            Sent::Taken
        }
        (Outbox::Queue(..), Some(server)) => send(&app.config.mail_from, server, queued).await,
        (Outbox::Queue(..), None) => Sent::Later("no mail server is set"),
    };
    // Neither the address nor the answer, which may hold it, reaches the log.
    match sent {
        Sent::Taken => app.storage.end_job(job.id).await?,
        Sent::Refused(why) => {
            tracing::error!(why, "a mail cannot be sent and is given up");
            app.storage.end_job(job.id).await?;
        }
        Sent::Later(_) if job.tries >= tries_max => {
            tracing::error!(tries = job.tries, "a mail was not taken in so many tries and is given up");
            app.storage.end_job(job.id).await?;
        }
        Sent::Later(why) => {
            tracing::warn!(why, tries = job.tries, "a mail was not taken and is tried again");
            app.storage.put_off_job(job.id, Instant(now.0 + again_ms(job.tries))).await?;
        }
    }
    Ok(true)
}

/// How long after that many tries the next one comes, milliseconds.
pub(super) fn again_ms(tries: i64) -> i64 {
    (AGAIN_MS << (tries - 1).clamp(0, 20)).min(AGAIN_MS_MAX)
}

/// What came of a try.
enum Sent {
    Taken,
    Refused(&'static str),
    Later(&'static str),
}

async fn send(from: &str, server: &Server, Queued { mail, unsubscribe }: Queued) -> Sent {
    let (Ok(from), Ok(to)) = (from.parse(), mail.to.parse()) else {
        return Sent::Refused("its sender (CODESSA_MAIL_FROM) or its address is none");
    };
    let mut message = Message::builder().from(from).to(to).subject(mail.subject).header(ContentType::TEXT_PLAIN);
    if let Some(url) = unsubscribe {
        message = message.header(Unsubscribe(format!("<{url}>"))).header(OneClick);
    }
    let Ok(message) = message.body(mail.text) else { return Sent::Refused("it cannot be written") };
    match server.send(message).await {
        Ok(_) => Sent::Taken,
        Err(error) if error.is_permanent() => Sent::Refused("the mail server refuses it"),
        Err(error) if error.is_transient() => Sent::Later("the mail server asks to come back"),
        Err(error) if error.is_tls() => Sent::Later("the mail server's certificate or TLS does not do"),
        Err(_) => Sent::Later("the mail server cannot be reached"),
    }
}

/// Where a mail program ends such mails (RFC 2369).
#[derive(Clone)]
struct Unsubscribe(String);

impl Header for Unsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// That one press is enough there (RFC 8058).
#[derive(Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_that_can_wait_is_tried_for_three_days_and_never_less_than_hourly() {
        let waited = |tries: i64| (1..tries).map(again_ms).sum::<i64>();
        assert_eq!([1, 2, 3].map(again_ms), [5_000, 10_000, 20_000]);
        assert!((40..50).contains(&(waited(TRIES_MAX) / 60_000)));
        assert!((71..74).contains(&(waited(PATIENT_TRIES_MAX) / 3_600_000)), "{}", waited(PATIENT_TRIES_MAX));
        assert_eq!(again_ms(PATIENT_TRIES_MAX), AGAIN_MS_MAX);
    }

    #[test]
    fn without_tls_only_on_the_own_machine() {
        let rows = [
            ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525"),
            ("smtp://[::1]:2525", "smtp://[::1]:2525"),
            ("smtp://a:b@localhost", "smtp://a:b@localhost"),
            ("smtp://localhost.example", "smtp://localhost.example?tls=required"),
            ("smtp://a:b@mail.example:587", "smtp://a:b@mail.example:587?tls=required"),
            ("smtp://127.0.0.1@mail.example", "smtp://127.0.0.1@mail.example?tls=required"),
            ("smtp://mail.example?x=y", "smtp://mail.example?x=y&tls=required"),
            ("smtp://mail.example?tls=opportunistic", "smtp://mail.example?tls=opportunistic"),
            ("smtps://mail.example", "smtps://mail.example"),
        ];
        for (url, expected) in rows {
            assert_eq!(with_tls(url), expected);
            assert!(is_mail_server(url), "{url}");
        }
    }
}
