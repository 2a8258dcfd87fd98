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
    let rows: Vec<(String,)> = sqlx::query_as("select subject from attempts order by subject")
        .fetch_all(&storage.readers)
        .await
        .expect("rows");
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
