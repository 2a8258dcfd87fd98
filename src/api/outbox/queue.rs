//! Sending queued mails through the mail server, again and again until it takes or refuses them.

use super::{Mail, Outbox};
use crate::app::App;
use crate::error::Error;
use crate::storage::Job;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use model::Instant;
use std::time::Duration;

/// The queue's name.
pub(super) const MAILS: &str = "mails";
/// Between two looks, when nothing was queued here: another process may have left something.
const LOOK: Duration = Duration::from_secs(5);
/// How long one who takes a mail has for it, milliseconds; then another takes it.
const LEASE_MS: i64 = 2 * 60 * 1000;
/// How long the mail server may take to answer.
const ANSWER_MAX: Duration = Duration::from_secs(30);
/// After a first failure, milliseconds; twice as long after each further one.
const AGAIN_MS: i64 = 5_000;
/// Tries, the last one about three quarters of an hour after the first.
const TRIES_MAX: i64 = 10;

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
    let (Outbox::Queue(_, queued), Some(url)) = (&app.outbox, &app.config.smtp_url) else { return };
    let server = match connect(url) {
        Ok(server) => server,
        Err(error) => return tracing::error!(%error, "CODESSA_SMTP_URL cannot be used: mails wait in the queue"),
    };
    loop {
        match send_due(&app, &server).await {
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

/// Sends one mail that is due. Whether there was one.
async fn send_due(app: &App, server: &Server) -> Result<bool, Error> {
    let now = app.clock.now();
    let Some(job) = app.storage.lease_job(MAILS, now, Instant(now.0 + LEASE_MS)).await? else { return Ok(false) };
    // Neither the address nor the answer, which may hold it, reaches the log.
    match send(&app.config.mail_from, server, &job).await {
        Sent::Taken => app.storage.end_job(job.id).await?,
        Sent::Refused(why) => {
            tracing::error!(why, "a mail cannot be sent and is given up");
            app.storage.end_job(job.id).await?;
        }
        Sent::Later(_) if job.tries >= TRIES_MAX => {
            tracing::error!("a mail was not taken in ten tries and is given up");
            app.storage.end_job(job.id).await?;
        }
        Sent::Later(why) => {
            tracing::warn!(why, tries = job.tries, "a mail was not taken and is tried again");
            app.storage.put_off_job(job.id, Instant(now.0 + (AGAIN_MS << (job.tries - 1)))).await?;
        }
    }
    Ok(true)
}

/// What came of a try.
enum Sent {
    Taken,
    Refused(&'static str),
    Later(&'static str),
}

async fn send(from: &str, server: &Server, job: &Job) -> Sent {
    let Ok(mail) = serde_json::from_str::<Mail>(&job.body) else { return Sent::Refused("it cannot be read") };
    let (Ok(from), Ok(to)) = (from.parse(), mail.to.parse()) else {
        return Sent::Refused("its sender (CODESSA_MAIL_FROM) or its address is none");
    };
    let message = Message::builder().from(from).to(to).subject(mail.subject).header(ContentType::TEXT_PLAIN);
    let Ok(message) = message.body(mail.text) else { return Sent::Refused("it cannot be written") };
    match server.send(message).await {
        Ok(_) => Sent::Taken,
        Err(error) if error.is_permanent() => Sent::Refused("the mail server refuses it"),
        Err(error) if error.is_transient() => Sent::Later("the mail server asks to come back"),
        Err(error) if error.is_tls() => Sent::Later("the mail server's certificate or TLS does not do"),
        Err(_) => Sent::Later("the mail server cannot be reached"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
