//! On a bad day: many see that it is due, or it fails in the middle.

use super::ends::{LINK, new_link};
use super::*;
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, Database};
use crate::handover::settle;
use crate::tests::on_both;
use model::Instant;
use model::handover::State;
use tokio::process::Command;
use wire::ErrorCode;
use wire::share::{ShareMade, Shares};

#[tokio::test]
async fn however_many_see_that_it_is_due_it_is_done_once() {
    on_both(async |server| {
        let (_, ben, _) = accepted(&server, &[Private::Costs]).await;
        let other =
            App::open(server.app.config.clone(), server.app.clock.clone()).await.expect("a second server opens");
        server.app.clock.advance_ms(72 * HOUR_MS);
        let all = [&server.app, &other, &server.app, &other].map(settle);
        for settled in futures_util::future::join_all(all).await {
            settled.expect("settled");
        }
        assert_eq!(ben.pull("?after=0").await.head, 12, "one entry tells of it");
        let mails = server.mails();
        let yours = mails_to(&mails, "ben").iter().filter(|mail| mail.contains("is yours")).count();
        assert_eq!(yours, 1, "{mails:#?}");
        other.close().await;
    })
    .await;
}

#[tokio::test]
async fn what_fails_in_the_middle_leaves_everything_as_it_was_and_is_done_later() {
    on_both(async |server| {
        let (thandi, ben, _) = accepted(&server, Private::ALL).await;
        thandi.post(&path::shares(HOME), &new_link(LINK)).await.ok::<ShareMade>();
        let before = thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body;
        server.app.storage.block_next_for_test(HOME, true).await;
        server.app.clock.advance_ms(72 * HOUR_MS);
        settle(&server.app).await.expect("the others are settled");
        assert_eq!(ben.handovers().await[0].state, State::Accepted);
        ben.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body, before);
        assert_eq!(thandi.get(&path::shares(HOME)).await.ok::<Shares>().shares[0].revoked, None);
        server.app.storage.block_next_for_test(HOME, false).await;
        assert_eq!(ben.handovers().await[0].state, State::Done);
        server.assert_nowhere("canary");
    })
    .await;
}

/// Tells a test that it is the server that dies: its database, the hand-over, and when that is due.
const DIES: [&str; 3] = ["CODESSA_TEST_DIES_DATABASE", "CODESSA_TEST_DIES_HANDOVER", "CODESSA_TEST_DIES_AT"];

/// Performs the hand-over and dies before that is committed, if that is what this process is for.
async fn dies() {
    let [Ok(database), Ok(id), Ok(due)] = DIES.map(std::env::var) else { return };
    let config = Config { database: Database::Sqlite(database.into()), ..Server::on_sqlite().await.app.config.clone() };
    let app = App::open(config, Clock::System).await.expect("it opens");
    let now = due.parse::<Instant>().expect("a moment");
    // Both wait for the writer before it takes either, so that one transaction holds both.
    let performed = app.storage.perform_handover(id, "Sold".into(), now);
    let _ = futures_util::future::join(performed, app.storage.die_for_test()).await;
}

#[tokio::test]
async fn a_server_that_dies_in_the_middle_leaves_everything_as_it_was_and_it_is_done_later() {
    dies().await;
    let mut server = Server::on_sqlite().await;
    let (thandi, ben, handover) = accepted(&server, Private::ALL).await;
    let before = thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body;
    let config = server.app.config.clone();
    let Database::Sqlite(database) = &config.database else { panic!("it is on SQLite") };
    server.app.close().await;

    let name =
        "tests::handovers::twice::a_server_that_dies_in_the_middle_leaves_everything_as_it_was_and_it_is_done_later";
    let mut child = Command::new(std::env::current_exe().expect("this test is a program"));
    child.args(["--exact", name, "--nocapture"]).env(DIES[0], database).env(DIES[1], &handover.id);
    child.env(DIES[2], handover.due.expect("it was accepted").to_string());
    let died = child.output().await.expect("it starts");
    assert!(!died.status.success());
    let said = String::from_utf8_lossy(&died.stdout).into_owned();
    assert!(said.contains("done and not committed"), "{said} {}", String::from_utf8_lossy(&died.stderr));

    server.app = App::open(config, server.app.clock.clone()).await.expect("it opens after that");
    server.router = crate::router::router(server.app.clone());
    let (thandi, ben) = (thandi.at(server.router.clone()), ben.at(server.router.clone()));
    assert_eq!(ben.handovers().await[0].state, State::Accepted);
    ben.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
    assert_eq!(thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body, before);
    server.app.clock.advance_ms(72 * HOUR_MS);
    sweep(&server.app).await.expect("swept");
    assert_eq!(ben.handovers().await[0].state, State::Done);
    assert_eq!(ben.pull("?after=0").await.head, 12);
    server.assert_nowhere("canary");
}

#[tokio::test]
async fn who_was_not_told_before_a_crash_is_told_after_it() {
    on_both(async |server| {
        let (_, ben, handover) = accepted(&server, &[Private::Costs]).await;
        server.app.clock.advance_ms(72 * HOUR_MS);
        let now = server.app.clock.now();
        let done = server.app.storage.perform_handover(handover.id.clone(), "Sold".into(), now).await;
        assert!(done.expect("it is due"));
        let again = server.app.storage.perform_handover(handover.id, "Sold".into(), now).await;
        assert!(!again.expect("asked"), "it was done");
        let before = server.mails().len();
        sweep(&server.app).await.expect("swept");
        sweep(&server.app).await.expect("swept");
        assert_eq!(server.mails().len(), before + 2);
        // What nothing names any more goes with the first look as well.
        assert!(server.app.blobs.content(HOME, FileHash::of(INVOICE)).await.is_err());
        assert_eq!(ben.pull("?after=0").await.head, 12);
    })
    .await;
}
