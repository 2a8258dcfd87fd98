//! Mails through a real mail server: queued, sent once, and sent again where it could not be reached.

use super::home::{HOME, edit};
use super::server::START;
use super::{Server, on_both};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::outbox::send_all;
use crate::remind::look;
use crate::router::router;
use model::Instant;
use model::reminder::{Digest, Quiet, Settings};
use serde_json::json;
use std::time::Duration;
use wire::path;

/// How long a test waits for what happens beside it.
const WAIT_MAX: Duration = Duration::from_secs(20);

fn smtp_url() -> String {
    std::env::var("CODESSA_TEST_SMTP_URL")
        .expect("CODESSA_TEST_SMTP_URL names a mail server to test on: run the tests with `cargo dev test`")
}

/// A process with a mail server, on the database of `server` and at a time after [`START`].
async fn process(server: &Server, smtp_url: String, after_ms: i64) -> App {
    let config = Config { smtp_url: Some(smtp_url), ..server.app.config.clone() };
    App::open(config, Clock::standing_at(Instant(START.0 + after_ms))).await.expect("it opens")
}

/// Asks a process for a code.
async fn ask(server: &Server, app: &App, to: &str) {
    server.stranger().at(router(app.clone())).ask(to).await.done();
}

/// The mails that the mail server took for an address.
fn taken(to: &str) -> Vec<String> {
    let folder = std::env::var("CODESSA_TEST_SMTP_FOLDER").expect("CODESSA_TEST_SMTP_FOLDER says where it puts them");
    let files = std::fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("readable").path());
    let mails = files.filter(|path| path.extension().is_some_and(|end| end == "eml"));
    let mails = mails.map(|path| std::fs::read_to_string(path).expect("mails are text"));
    mails.filter(|mail| mail.contains(&format!("RCPT TO:{to}\r\n"))).collect()
}

/// Waits until something holds.
async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let waited = tokio::time::timeout(WAIT_MAX, async {
        while !holds().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    assert!(waited.await.is_ok(), "waited in vain: {what}");
}

fn new_address() -> String {
    format!("{}@example.org", uuid::Uuid::new_v4().simple())
}

#[tokio::test]
async fn a_code_arrives_by_mail_and_leaves_the_queue() {
    on_both(async |server| {
        let (app, to) = (process(&server, smtp_url(), 0).await, new_address());
        ask(&server, &app, &to).await;
        until("the queue is empty", async || app.storage.jobs_for_test().await.is_empty()).await;
        let mails = taken(&to);
        assert_eq!(mails.len(), 1);
        let (sender, from) = ("MAIL FROM:no-reply@localhost\r\n", "From: Codessa <no-reply@localhost>\r\n");
        for line in [sender, from, &format!("To: {to}\r\n"), " is your Codessa code\r\n"] {
            assert!(mails[0].contains(line), "{line} {}", mails[0]);
        }
        assert_eq!(server.mails(), [""; 0], "nothing is written to the folder");
        app.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_mail_outlives_its_process_and_is_sent_again_once_the_mail_server_is_back() {
    on_both(async |server| {
        // Nothing listens on port 1.
        let (app, to) = (process(&server, "smtp://127.0.0.1:1".to_owned(), 0).await, new_address());
        ask(&server, &app, &to).await;
        let put_off = (1, Instant(START.0 + 5_000).to_string(), String::new());
        until("it is put off", async || server.app.storage.jobs_for_test().await == [put_off.clone()]).await;
        app.close().await;

        let early = process(&server, smtp_url(), 4_999).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(taken(&to), [""; 0]);
        early.close().await;
        let next = process(&server, smtp_url(), 5_000).await;
        until("the queue is empty", async || next.storage.jobs_for_test().await.is_empty()).await;
        assert_eq!(taken(&to).len(), 1);
        next.close().await;
    })
    .await;
}

/// Somebody with a task of this week who wants to be reminded of it by mail; their address.
async fn reminded(server: &Server) -> String {
    let name = uuid::Uuid::new_v4().simple().to_string();
    let settings = Settings { digest: Digest::Daily, quiet: Quiet::NONE, ..Settings::default() };
    let owner = server.person(&name).await.with_home().await;
    owner.push(&[edit(1, "task", &json!({"title": "Clean the gutters", "due": "2026-11-24"}))]).await;
    owner.change(&path::reminders(HOME), &settings).await.done();
    format!("{name}@example.org")
}

#[tokio::test]
async fn a_mail_server_that_is_down_for_a_day_gets_a_mail_that_reminds_later_and_once() {
    on_both(async |server| {
        let to = reminded(&server).await;
        // Nothing listens on port 1.
        let down = Some("smtp://127.0.0.1:1".to_owned());
        let clock = Clock::standing_at(START);
        let app =
            App::beside(Config { smtp_url: down, ..server.app.config.clone() }, clock.clone()).await.expect("it opens");
        for _ in 0..24 {
            look(&app).await.expect("looked");
            send_all(&app).await.expect("tried");
            clock.advance_ms(3_600_000);
        }
        let waiting = app.storage.jobs_for_test().await;
        assert!(waiting.len() == 1 && waiting[0].0 > 10, "it was tried and waits: {waiting:?}");
        app.close().await;
        let next = process(&server, smtp_url(), 26 * 3_600_000).await;
        until("the queue is empty", async || next.storage.jobs_for_test().await.is_empty()).await;
        assert_eq!(taken(&to).len(), 1);
        next.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_reminds_arrives_once_with_the_way_to_end_it() {
    on_both(async |server| {
        let to = reminded(&server).await;
        let (first, second) = (process(&server, smtp_url(), 0).await, process(&server, smtp_url(), 0).await);
        until("it arrived", async || !taken(&to).is_empty()).await;
        until("the queue is empty", async || first.storage.jobs_for_test().await.is_empty()).await;
        let mails = taken(&to);
        assert_eq!(mails.len(), 1, "two processes looked");
        let mail = &mails[0];
        for line in [
            "Subject: 1 thing at your home is coming up\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
            "List-Unsubscribe: <http://localhost:8080/api/unsubscribe/",
            "Clean the gutters",
        ] {
            assert!(mail.contains(line), "{line}\n{mail}");
        }
        first.close().await;
        second.close().await;
    })
    .await;
}

#[tokio::test]
async fn one_process_at_a_time_has_a_job_and_another_gets_it_when_the_first_is_lost() {
    on_both(async |server| {
        let storage = &server.app.storage;
        storage.add_job("a queue", "{}".into()).await.expect("queued");
        let (now, until) = (START, Instant(START.0 + 1_000));
        assert_eq!(storage.lease_job("another queue", now, until).await.expect("asked"), None);
        let leases = futures_util::future::join_all((0..8).map(|_| storage.lease_job("a queue", now, until))).await;
        let leased: Vec<_> = leases.into_iter().filter_map(|lease| lease.expect("asked")).collect();
        assert_eq!(leased.iter().map(|job| job.tries).collect::<Vec<_>>(), [1]);
        assert_eq!(storage.lease_job("a queue", Instant(START.0 + 999), until).await.expect("asked"), None);
        let again = storage.lease_job("a queue", until, Instant(START.0 + 2_000)).await.expect("asked");
        assert_eq!(again.as_ref().map(|job| job.tries), Some(2));
        storage.put_off_job(leased[0].id.clone(), Instant(START.0 + 3_000)).await.expect("put off");
        assert_eq!(storage.lease_job("a queue", Instant(START.0 + 2_999), until).await.expect("asked"), None);
        storage.end_job(leased[0].id.clone()).await.expect("ended");
        assert_eq!(storage.lease_job("a queue", Instant(START.0 + 9_000), until).await.expect("asked"), None);
    })
    .await;
}
