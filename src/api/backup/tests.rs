//! Saving under load and restoring elsewhere: everything that was acknowledged before is there, and what is damaged is not restored.

use super::{restore, save};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{BlobsAt, Config};
use crate::router::router;
use crate::tests::home::{HOME, accepted, edit, zone};
use crate::tests::{Person, Server};
use axum::body::Body;
use axum::http::Method;
use model::FileHash;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use wire::file::{CHUNK_BYTES, Chunk, Received};
use wire::path;

/// A server with files in a folder, and places beside it.
async fn start() -> (Server, Places) {
    let server = Server::on_sqlite_with_files().await;
    let places = Places(std::env::temp_dir().join(format!("codessa-backup-{}", uuid::Uuid::new_v4())));
    std::fs::create_dir_all(&places.0).expect("the temporary folder is writable");
    (server, places)
}

struct Places(PathBuf);

impl Places {
    fn of(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Places {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn put(person: &Person, content: &[u8], chunk: Chunk) -> Received {
    let address = format!("{}{}", path::file(HOME, FileHash::of(content)), chunk.query());
    let request = person.request(Method::PUT, &address).header("content-type", "application/octet-stream");
    let from = usize::try_from(chunk.offset).expect("small");
    let part = content[from..content.len().min(from + CHUNK_BYTES)].to_vec();
    person.send(request, Body::from(part)).await.ok()
}

/// A server on what was restored, with the same people.
async fn reopened(server: &Server, data: PathBuf) -> App {
    let database = crate::config::Database::Sqlite(data.join("codessa.sqlite"));
    let blobs = BlobsAt::Folder(data.join("files"));
    let config = Config { database, blobs, data, ..server.app.config.clone() };
    App::open(config, Clock::standing_at(server.app.clock.now())).await.expect("it opens")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_acknowledged_before_the_copy_is_there_after_restoring_elsewhere() {
    let (server, places) = start().await;
    let thandi = server.person("thandi").await.with_home().await;
    let content = vec![7; CHUNK_BYTES + 9];
    let size = content.len() as u64;
    put(&thandi, &content, Chunk { offset: 0, size }).await;
    put(&thandi, &content, Chunk { offset: CHUNK_BYTES as u64, size }).await;
    let (done, pushing) = (AtomicBool::new(false), &thandi);
    let push_all = async {
        let mut acknowledged = Vec::new();
        let mut number = 1;
        while !done.load(Ordering::SeqCst) {
            let edits: Vec<_> = (0..20).map(|n| zone(number + n, "A zone that is pushed while it is copied")).collect();
            acknowledged.extend(accepted(&pushing.push(&edits).await));
            number += 20;
        }
        acknowledged
    };
    let copy = async {
        while server.app.storage.head_for_test(HOME).await < 400 {
            tokio::task::yield_now().await;
        }
        let before = server.app.storage.head_for_test(HOME).await;
        save(&server.app.config, &places.of("copy.tar")).await.expect("saved");
        done.store(true, Ordering::SeqCst);
        before
    };
    let (acknowledged, before) = tokio::join!(push_all, copy);
    let findings = restore(&places.of("copy.tar"), &places.of("elsewhere")).await.expect("restored");
    assert!(findings.revisions >= before && findings.wrong.is_empty(), "{findings:?}");
    assert!(acknowledged.len() as u64 > before, "pushes went on while it was copied");
    let app = reopened(&server, places.of("elsewhere")).await;
    let there = thandi.at(router(app.clone()));
    let mut revs = BTreeSet::new();
    while let Some(after) = Some(revs.last().copied().unwrap_or(0)).filter(|after| *after < findings.revisions) {
        revs.extend(there.pull(&format!("?after={after}&limit=1000")).await.records.iter().map(|record| record.rev));
    }
    assert!((1..=before).all(|rev| revs.contains(&rev)), "every acknowledged record came along");
    assert_eq!(there.get(&path::file(HOME, FileHash::of(&content))).await.body, content);
    assert_eq!(
        accepted(&there.push(&[edit(1, "zone", &json!({"notes": "Goes on."}))]).await),
        [findings.revisions + 1]
    );
    app.close().await;
}

#[tokio::test]
async fn a_file_on_its_way_goes_on_after_restoring() {
    let (server, places) = start().await;
    let thandi = server.person("thandi").await.with_home().await;
    let content = vec![5; CHUNK_BYTES * 2];
    let size = content.len() as u64;
    put(&thandi, &content, Chunk { offset: 0, size }).await;
    save(&server.app.config, &places.of("copy.tar")).await.expect("saved");
    restore(&places.of("copy.tar"), &places.of("elsewhere")).await.expect("restored");
    let app = reopened(&server, places.of("elsewhere")).await;
    let there = thandi.at(router(app.clone()));
    let received: Received = there.get(&path::received(HOME, FileHash::of(&content))).await.ok();
    assert_eq!(received, Received { bytes: CHUNK_BYTES as u64, complete: false });
    let whole = put(&there, &content, Chunk { offset: received.bytes, size }).await;
    assert!(whole.complete);
    app.close().await;
}

#[tokio::test]
async fn what_is_damaged_is_named_and_not_restored() {
    let (server, places) = start().await;
    let thandi = server.person("thandi").await.with_home().await;
    thandi.push(&[zone(1, "Roof")]).await;
    let content = b"a paper".to_vec();
    put(&thandi, &content, Chunk { offset: 0, size: 7 }).await;
    let hash = FileHash::of(&content);
    let kept = server.app.config.data.join("files").join(HOME.to_string()).join(hash.to_string()).join("file");
    std::fs::write(&kept, "a pager").expect("written");
    server.app.storage.forge_for_test(HOME).await;
    save(&server.app.config, &places.of("copy.tar")).await.expect("saved");
    let refused = restore(&places.of("copy.tar"), &places.of("elsewhere")).await.expect_err("damaged");
    let told = format!("{refused:?}");
    assert!(told.contains(&format!("file {hash}")) && told.contains("revision 1 of home"), "{told}");
    assert!(!places.of("elsewhere").exists() && !places.of("elsewhere.restoring").exists());
}

#[tokio::test]
async fn nothing_that_is_there_is_overwritten() {
    let (server, places) = start().await;
    save(&server.app.config, &places.of("copy.tar")).await.expect("saved");
    assert!(save(&server.app.config, &places.of("copy.tar")).await.is_err());
    std::fs::create_dir(places.of("taken")).expect("made");
    std::fs::write(places.of("taken").join("letter"), "dear").expect("written");
    assert!(restore(&places.of("copy.tar"), &places.of("taken")).await.is_err());
    std::fs::write(places.of("garbage.tar"), "not a tar file at all, only some text").expect("written");
    assert!(restore(&places.of("garbage.tar"), &places.of("elsewhere")).await.is_err());
    assert!(!places.of("elsewhere").exists());
}
