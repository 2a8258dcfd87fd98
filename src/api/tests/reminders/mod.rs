//! Reminders: told once by each way, whatever becomes of processes, clocks and mail servers.

mod feeds;
mod mails;
mod pushes;
mod service;
mod settings;

use super::home::{HOME, accepted, edit};
use super::server::START;
use super::{Person, Server};
use crate::app::App;
use crate::clock::Clock;
use crate::outbox::send_all;
use crate::remind::look;
use model::access::Role;
use model::reminder::{Digest, Quiet, Settings};
use model::{Edit, Instant};
use serde_json::json;
use wire::path;

/// Milliseconds of an hour, and of a day.
const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Runs a test on both databases, on servers in which nothing runs on its own.
async fn on_both<F: Future<Output = ()>>(test: impl Fn(Server) -> F) {
    crate::tests::on_both(async |server| test(server.alone().await).await).await;
}

/// Settings by which mail comes daily, without quiet hours.
fn daily() -> Settings {
    Settings { digest: Digest::Daily, quiet: Quiet::NONE, ..Settings::default() }
}

fn task(number: u128, title: &str, due: &str) -> Edit {
    edit(number, "task", &json!({"title": title, "due": due}))
}

/// A home with a task of next week, one of next year, a warranty that ends in December and an electrical certificate that is nearly two years old.
fn contents() -> Vec<Edit> {
    vec![
        edit(1, "property", &json!({"name": "The Oaks"})),
        task(2, "Clean the gutters; all, of them", "2026-11-27"),
        task(3, "Paint the roof", "2027-11-27"),
        edit(4, "warranty", &json!({"title": "Geyser", "starts": "2021-12-31", "months": 60})),
        edit(5, "certificate", &json!({"type": "electrical", "issued": "2024-12-15"})),
    ]
}

/// The owner of such a home, who wants to be reminded so.
async fn owner(server: &Server, settings: &Settings) -> Person {
    let owner = server.person("thandi").await.with_home().await;
    let contents = contents();
    assert_eq!(accepted(&owner.push(&contents).await).len(), contents.len());
    owner.change(&path::reminders(HOME), settings).await.done();
    owner
}

/// A process on the data of `server`, in which nothing runs on its own, at a time after [`START`].
async fn process(server: &Server, after_ms: i64) -> App {
    let clock = Clock::standing_at(Instant(START.0 + after_ms));
    App::beside(server.app.config.clone(), clock).await.expect("it opens")
}

/// Looks and sends, as a process does that runs for a while at that time.
async fn pass(server: &Server, after_ms: i64) {
    let app = process(server, after_ms).await;
    look(&app).await.expect("looked");
    send_all(&app).await.expect("sent");
    app.close().await;
}

/// The mails that remind.
fn reminding(server: &Server) -> Vec<String> {
    server.mails().into_iter().filter(|mail| mail.contains("List-Unsubscribe")).collect()
}

/// Somebody else in the home.
async fn member(server: &Server, name: &str, role: Role) -> Person {
    server.person(name).await.member(server, role).await
}
