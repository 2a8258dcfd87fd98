//! The writer: groups, failures inside them, and a commit that fails.

use crate::config::Database;
use crate::error::Error;
use crate::storage::Storage;
use futures_util::future::BoxFuture;
use sqlx::AnyConnection;
use std::path::PathBuf;
use wire::ErrorCode;

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn open() -> (Storage, Folder) {
    let folder = Folder(std::env::temp_dir().join(format!("codessa-writer-{}", uuid::Uuid::new_v4())));
    let storage = Storage::open(&Database::Sqlite(folder.0.join("a.sqlite"))).await.expect("it opens");
    (storage, folder)
}

fn note(subject: String) -> impl for<'t> FnOnce(&'t mut AnyConnection) -> BoxFuture<'t, Result<(), Error>> + Send {
    move |connection| {
        Box::pin(async move {
            let insert = sqlx::query("insert into attempts (subject, began, count) values ($1, '', 1)");
            insert.bind(subject.clone()).execute(connection).await?;
            match subject.as_str() {
                "refused" => Err(Error::not_found()),
                "panics" => panic!("as the test wants"),
                _ => Ok(()),
            }
        })
    }
}

async fn subjects(storage: &Storage) -> Vec<String> {
    let all = sqlx::query_as("select subject from attempts order by subject");
    let rows: Vec<(String,)> = storage.readers.all(all).await.expect("rows");
    rows.into_iter().map(|(subject,)| subject).collect()
}

#[tokio::test]
async fn a_job_that_fails_takes_no_other_along() {
    let (storage, _folder) = open().await;
    let names = ["a", "refused", "b", "panics", "c"];
    let outcomes = futures_util::future::join_all(names.map(|name| storage.write(note(name.to_owned())))).await;
    let codes: Vec<Option<ErrorCode>> = outcomes.iter().map(|one| one.as_ref().err().map(Error::code)).collect();
    assert_eq!(codes, [None, Some(ErrorCode::NotFound), None, Some(ErrorCode::Internal), None]);
    assert_eq!(subjects(&storage).await, ["a", "b", "c"]);
}

#[tokio::test]
async fn more_jobs_than_a_group_holds_are_all_written_once() {
    let (storage, _folder) = open().await;
    let jobs = (0..500).map(|n| storage.write(note(format!("{n:03}"))));
    let outcomes = futures_util::future::join_all(jobs).await;
    assert!(outcomes.iter().all(Result::is_ok));
    assert_eq!(subjects(&storage).await.len(), 500);
}

#[tokio::test]
async fn after_a_commit_that_failed_nothing_is_acknowledged_any_more() {
    let (storage, _folder) = open().await;
    // A foreign key that is looked at only when the transaction ends makes the commit itself fail.
    fn orphan(connection: &mut AnyConnection) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move {
            sqlx::query("pragma defer_foreign_keys = on").execute(&mut *connection).await?;
            let insert = "insert into members (space, account, role, version, since) values ('', '', '', 1, '')";
            sqlx::query(insert).execute(connection).await?;
            Ok(())
        })
    }
    let (first, second) = tokio::join!(storage.write(orphan), storage.write(note("a".into())));
    assert_eq!(first.expect_err("its commit failed").code(), ErrorCode::Internal);
    assert!(second.is_err(), "it was in the same group or came after");
    storage.broken().await;
    assert_eq!(storage.write(note("b".into())).await.expect_err("it has stopped").code(), ErrorCode::Busy);
    assert_eq!(subjects(&storage).await, [""; 0]);
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_reopening() {
    let (storage, folder) = open().await;
    storage.write(note("kept".into())).await.expect("written");
    storage.close().await;
    let again = Storage::open(&Database::Sqlite(folder.0.join("a.sqlite"))).await.expect("it opens again");
    assert_eq!(subjects(&again).await, ["kept"]);
}

#[tokio::test]
async fn on_a_full_disk_nothing_of_the_group_is_kept_reading_goes_on_and_so_does_writing_once_there_is_room() {
    let (storage, _folder) = open().await;
    storage.write(note("before".into())).await.expect("there is room");
    storage.set_full_for_test(true).await;
    // Small ones in the same group fit by themselves, and are still not acknowledged without the commit.
    let large = |name: char| note(name.to_string().repeat(1_000_000));
    let (a, b, c) =
        tokio::join!(storage.write(note("small".into())), storage.write(large('x')), storage.write(large('y')));
    for outcome in [b, c] {
        assert_eq!(outcome.expect_err("there is no room").code(), ErrorCode::Busy);
    }
    let kept = if a.is_ok() { vec!["before", "small"] } else { vec!["before"] };
    assert_eq!(subjects(&storage).await, kept, "what was acknowledged is there, and nothing else");
    storage.set_full_for_test(false).await;
    storage.write(note("behind".into())).await.expect("there is room again");
    assert_eq!(subjects(&storage).await.first().map(String::as_str), Some("before"));
    assert_eq!(subjects(&storage).await.len(), kept.len() + 1);
    assert!(storage.is_whole_for_test(), "it has not given up");
}

#[tokio::test]
async fn a_long_log_is_folded_into_the_file_and_written_from_its_start_again() {
    let (storage, folder) = open().await;
    for letter in ['a', 'b', 'c', 'd', 'e', 'f'] {
        storage.write(note(letter.to_string().repeat(9_000_000))).await.expect("there is room");
    }
    let bytes = |name: &str| std::fs::metadata(folder.0.join(name)).expect("it is there").len();
    let (file, log) = (bytes("a.sqlite"), bytes("a.sqlite-wal"));
    assert!(file > 50_000_000, "what was written is in the file: {file}");
    assert!(log < 60_000_000, "and no longer all of it in the log: {log}");
}

#[tokio::test]
async fn the_connection_that_writes_waits_for_the_disk_and_overwrites_what_is_erased() {
    let (storage, _folder) = open().await;
    // `synchronous` 2 is FULL.
    let rows = [("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("foreign_keys", "1")];
    for (name, expected) in rows {
        assert_eq!(storage.setting_for_test(name).await, expected, "{name}");
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let (storage, folder) = open().await;
    storage
        .write(|connection| {
            Box::pin(async move {
                let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time) \
                     values (9999, 'a later one', true, x'00', 0)";
                sqlx::query(newer).execute(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("written");
    storage.close().await;
    let refused = Storage::open(&Database::Sqlite(folder.0.join("a.sqlite"))).await.err().expect("it is refused");
    assert!(refused.to_string().contains("9999"), "{refused}");
}
