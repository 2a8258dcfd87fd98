//! Readers: what becomes of a connection after an answer, a failure, and a question that is given up.

use super::*;
use crate::config::Database;
use crate::storage::Storage;
use std::time::Duration;

/// Takes long enough to be given up.
const LONG: &str = "with recursive counted (n) as (select 1 union all select n + 1 from counted where n < 3000000) \
     select count(*) from counted";

async fn open() -> (Storage, Arc<Turns>, std::path::PathBuf) {
    let folder = std::env::temp_dir().join(format!("codessa-readers-{}", uuid::Uuid::new_v4()));
    let storage = Storage::open(&Database::Sqlite(folder.join("a.sqlite"))).await.expect("it opens");
    let Readers::Turns(turns) = storage.readers.clone() else { panic!("SQLite is read in turns") };
    (storage, turns, folder)
}

#[tokio::test]
async fn a_connection_is_kept_after_an_answer_and_never_after_a_failure() {
    let (storage, turns, folder) = open().await;
    for _ in 0..3 {
        assert_eq!(storage.readers.one::<(i64,)>(sqlx::query_as("select 7")).await.expect("a row"), (7,));
        assert_eq!(turns.idle().len(), 1);
    }
    let none = storage.readers.optional::<(i64,)>(sqlx::query_as("select 7 where 1 = 2")).await;
    assert_eq!((none.expect("no row is an answer"), turns.idle().len()), (None, 1));
    let wrong = storage.readers.all::<(i64,)>(sqlx::query_as("select nothing")).await;
    assert_eq!((wrong.is_err(), turns.idle().len()), (true, 0));
    let write = storage.readers.all::<(i64,)>(sqlx::query_as("delete from attempts returning count")).await;
    assert!(write.is_err(), "a reader never writes");
    storage.readers.ping().await.expect("it answers all the same");
    drop(storage);
    let _ = std::fs::remove_dir_all(folder);
}

#[tokio::test]
async fn a_question_that_is_given_up_takes_its_connection_along_and_no_other() {
    let (storage, turns, folder) = open().await;
    storage.readers.ping().await.expect("it answers");
    let places = turns.places.available_permits();
    let given_up = tokio::time::timeout(Duration::from_millis(50), storage.readers.one::<(i64,)>(sqlx::query_as(LONG)));
    assert!(given_up.await.is_err(), "it takes longer");
    assert_eq!((turns.idle().len(), turns.places.available_permits()), (0, places));
    assert_eq!(storage.readers.one::<(i64,)>(sqlx::query_as("select 7")).await.expect("a row"), (7,));
    storage.readers.close().await;
    assert!(storage.readers.ping().await.is_err(), "nothing is read any more");
    drop(storage);
    let _ = std::fs::remove_dir_all(folder);
}
