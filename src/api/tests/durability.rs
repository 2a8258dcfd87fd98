//! A server on a bad day: killed, told to stop, and without room. What was acknowledged is there afterwards, and nothing else is said.
//!
//! The server that is killed is a process of its own: this very test, started again, with what it shall do in its environment.

use super::home::{HOME, accepted, revs, zone};
use super::{Person, Server};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{BlobsAt, Config, Database};
use crate::serve::serve;
use axum::http::StatusCode;
use clap::Parser;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use wire::push::Push;
use wire::{ErrorCode, PushReply, path};

/// Tells a test that it is the server, and with which data.
const DATA: &str = "CODESSA_TEST_SERVER_DATA";
/// Longer than this no server takes to start or to stop.
const PATIENCE: Duration = Duration::from_secs(60);

/// What `codessa serve` is told.
#[derive(Parser)]
struct Serve {
    #[command(flatten)]
    flags: crate::config::Flags,
}

/// Serves until it is killed or told to stop, if that is what this process is for.
async fn is_server() -> bool {
    let Some(data) = std::env::var_os(DATA) else { return false };
    let told = ["codessa", "--listen", "127.0.0.1:0", "--log", "error", "--data"].map(Into::into);
    let flags = Serve::parse_from(told.into_iter().chain([data])).flags;
    serve(flags).await.expect("it ends well when it is told to stop");
    true
}

/// A server in a process of its own, and where it listens.
struct Process {
    child: Child,
    address: String,
    acknowledged: AtomicUsize,
}

impl Process {
    /// Starts the test of that name as a server.
    async fn start(test: &str, data: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this test is a program"));
        command.args(["--exact", &format!("tests::durability::{test}"), "--nocapture"]);
        command.env(DATA, data).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let heard = tokio::time::timeout(PATIENCE, async {
            while let Some(line) = lines.next_line().await.expect("text") {
                if let Some((_, rest)) = line.split_once("listening on http://") {
                    return rest.split(' ').next().expect("an address").to_owned();
                }
            }
            panic!("it ended without listening")
        });
        let address = heard.await.expect("it listens in time");
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Self { child, address, acknowledged: AtomicUsize::new(0) }
    }

    /// Pushes one record. Its number once that is acknowledged; none if the connection broke before.
    async fn push(&self, cookie: &str, record: u128) -> Option<u64> {
        let body = serde_json::to_string(&Push { edits: vec![zone(record, "Acknowledged")] }).expect("JSON");
        let port = self.address.rsplit(':').next().expect("a port");
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: localhost:{port}\r\norigin: http://localhost:{port}\r\ncookie: {cookie}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            path::push(HOME),
            body.len()
        );
        let mut stream = TcpStream::connect(&self.address).await.ok()?;
        stream.write_all(format!("{head}{body}").as_bytes()).await.ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        assert!(head.starts_with("HTTP/1.1 200"), "{answer}");
        let reply: PushReply = serde_json::from_str(body).expect("a whole answer");
        self.acknowledged.fetch_add(1, Ordering::SeqCst);
        Some(accepted(&reply)[0])
    }

    /// Pushes records from eight devices, one after another each, until the server is gone. What was acknowledged.
    async fn push_until_gone(&self, cookie: &str, first: u128) -> BTreeSet<u64> {
        let device = |number: u128| async move {
            let mut acknowledged = BTreeSet::new();
            for record in (0..).map(|n| first + n * 8 + number) {
                match self.push(cookie, record).await {
                    Some(rev) => assert!(acknowledged.insert(rev), "{rev} was given twice"),
                    None => break,
                }
            }
            acknowledged
        };
        futures_util::future::join_all((0..8).map(device)).await.into_iter().flatten().collect()
    }

    /// Sends a signal by its name, as a supervisor does, once so many pushes have been acknowledged.
    async fn signal_after(&self, count: usize, name: &str) {
        while self.acknowledged.load(Ordering::SeqCst) < count {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let id = self.child.id().expect("it runs").to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().await.expect("there is `kill`");
        assert!(sent.success());
    }
}

/// The folder of a server that is not running, with a home in it, and the cookie of its owner.
async fn settled() -> (Data, Config, Person, String) {
    let folder = std::env::temp_dir().join(format!("codessa-durability-{}", uuid::Uuid::new_v4()));
    let config = Config {
        database: Database::Sqlite(folder.join("codessa.sqlite")),
        blobs: BlobsAt::Folder(folder.join("files")),
        data: folder.clone(),
        ..Server::on_sqlite().await.app.config.clone()
    };
    // The session has to be one of today: the server in the other process goes by the machine's clock.
    let app = App::open(config.clone(), Clock::System).await.expect("it opens");
    let thandi = Person::of_app(&app, "thandi").await.with_home().await;
    app.close().await;
    let cookie = thandi.cookie_line();
    (Data(folder), config, thandi, cookie)
}

struct Data(PathBuf);

impl Drop for Data {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// That exactly so many records are there as the history has numbers, and every acknowledged one among them.
async fn assert_there(config: &Config, thandi: &Person, acknowledged: &BTreeSet<u64>) {
    let app = App::open(config.clone(), Clock::System).await.expect("it opens after whatever happened");
    let there = thandi.at(crate::router::router(app.clone()));
    let mut found = BTreeSet::new();
    loop {
        let page = there.pull(&format!("?after={}&limit=1000", found.last().copied().unwrap_or(0))).await;
        found.extend(revs(&page));
        if !page.more {
            assert_eq!(found.len() as u64, page.head, "every number has its record");
            break;
        }
    }
    let lost: Vec<_> = acknowledged.difference(&found).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    app.close().await;
    let findings = crate::storage::check(&config.data.join("codessa.sqlite")).await.expect("it can be looked at");
    assert_eq!(findings.wrong, [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_kill_9() {
    if is_server().await {
        return;
    }
    let (data, config, thandi, cookie) = settled().await;
    let mut acknowledged = BTreeSet::new();
    for round in 0..3 {
        let mut server = Process::start("what_was_acknowledged_survives_kill_9", &data.0).await;
        let pushing = server.push_until_gone(&cookie, 1 + round as u128 * 1_000_000);
        let (pushed, ()) = tokio::join!(pushing, server.signal_after(50 + 37 * round, "KILL"));
        acknowledged.extend(pushed);
        server.child.wait().await.expect("it is gone");
        assert_there(&config, &thandi, &acknowledged).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_told_to_stop_ends_well_and_has_kept_what_it_said() {
    if is_server().await {
        return;
    }
    let (data, config, thandi, cookie) = settled().await;
    let mut server = Process::start("a_server_that_is_told_to_stop_ends_well_and_has_kept_what_it_said", &data.0).await;
    let (acknowledged, ()) = tokio::join!(server.push_until_gone(&cookie, 1), server.signal_after(50, "TERM"));
    let ended = tokio::time::timeout(PATIENCE, server.child.wait()).await.expect("in time").expect("it ended");
    assert!(ended.success(), "{ended}");
    assert_there(&config, &thandi, &acknowledged).await;
}

#[tokio::test]
async fn on_a_full_disk_writing_is_refused_for_now_and_reading_goes_on() {
    let server = Server::on_sqlite().await;
    let thandi = server.person("thandi").await.with_home().await;
    thandi.push(&[zone(1, "Roof")]).await;
    server.app.storage.set_full_for_test(true).await;
    // A session whose last use would be noted by now reads all the same.
    server.app.clock.advance_ms(2 * 3_600_000);
    let edits: Vec<_> = (2..=200).map(|record| zone(record, &"x".repeat(200))).collect();
    let push = Push { edits };
    for _ in 0..3 {
        let answer = thandi.post(&path::push(HOME), &push).await;
        answer.refused(ErrorCode::Busy);
        assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "60"));
        assert_eq!(revs(&thandi.pull("?limit=1000").await), [1], "nothing of it was kept");
    }
    thandi.get(path::HEALTH).await.ok::<serde_json::Value>();
    server.app.storage.set_full_for_test(false).await;
    let reply: PushReply = thandi.post(&path::push(HOME), &push).await.ok();
    assert_eq!(accepted(&reply), (2..=200).collect::<Vec<u64>>());
    assert!(server.app.storage.is_whole_for_test());
}
