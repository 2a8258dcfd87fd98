//! Full disks, lost connections, and browsers that keep nothing.

use crate::sabotage::{
    drop_connection_once, fill_at_commit, keep_nothing, note_durability, noted_durability, refuse_to_open, repair,
    tell_of_close,
};
use crate::{HERE, delete, edit, open};
use std::cell::Cell;
use std::rc::Rc;
use store::{Gone, Idb};
use sync::{Settlement, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;
use wire::Cursor;

#[wasm_bindgen_test]
async fn a_disk_that_is_full_at_the_commit_is_full_and_keeps_nothing() {
    let store = open("full-at-commit").await;
    store.save(HERE, &[edit(1)]).await.unwrap();
    fill_at_commit();
    let saved = store.save(HERE, &[edit(2)]).await;
    let noted = store.set_note("theme", Some("dark")).await;
    repair();
    assert_eq!((saved, noted), (Err(StoreError::Full), Err(StoreError::Full)));
    assert_eq!(store.outbox(HERE).await.unwrap().len(), 1);
    assert_eq!(store.note("theme").await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_connection_that_was_dropped_without_a_word_is_opened_again() {
    let store = open("dropped").await;
    store.save(HERE, &[edit(1)]).await.unwrap();
    drop_connection_once();
    store.save(HERE, &[edit(2)]).await.unwrap();
    drop_connection_once();
    assert_eq!(store.outbox(HERE).await.unwrap().len(), 2);
}

#[wasm_bindgen_test]
async fn a_connection_that_was_closed_with_an_event_is_opened_again() {
    let store = open("closed").await;
    tell_of_close();
    store.save(HERE, &[edit(1)]).await.unwrap();
    store.save(HERE, &[edit(2)]).await.unwrap();
    assert_eq!(store.outbox(HERE).await.unwrap().len(), 2);
}

#[wasm_bindgen_test]
async fn a_database_that_went_with_its_connection_is_told_as_cleared() {
    let told = Rc::new(Cell::new(None));
    let told_too = told.clone();
    let store = Idb::open("evicted", move |gone| told_too.set(Some(gone))).await.unwrap();
    tell_of_close();
    store.save(HERE, &[edit(1)]).await.unwrap();
    delete("evicted").await;
    assert!(matches!(store.save(HERE, &[edit(2)]).await, Err(StoreError::Unavailable(_))));
    assert_eq!(told.get(), Some(Gone::Cleared));
    assert!(matches!(store.outbox(HERE).await, Err(StoreError::Unavailable(_))), "and it stays so");
}

#[wasm_bindgen_test]
async fn a_browser_that_keeps_nothing_is_told_as_unavailable() {
    keep_nothing();
    let without = Idb::open("unavailable", |_| {}).await.err();
    repair();
    refuse_to_open();
    let forbidden = Idb::open("unavailable", |_| {}).await.err();
    repair();
    assert!(matches!(without, Some(StoreError::Unavailable(_))), "{without:?}");
    assert!(matches!(forbidden, Some(StoreError::Unavailable(_))), "{forbidden:?}");
}

#[wasm_bindgen_test]
async fn what_only_this_device_has_goes_to_the_disk_at_once() {
    let store = open("durability").await;
    note_durability();
    store.save(HERE, &[edit(1)]).await.unwrap();
    store.set_note("theme", Some("dark")).await.unwrap();
    store.put_file(HERE, &model::FileRef::default(), b"photo", true).await.unwrap();
    assert_eq!(noted_durability(), "strict strict strict");
    note_durability();
    store.apply(HERE, "a page", Cursor::default(), false).await.unwrap();
    store.settle(HERE, &Settlement::default()).await.unwrap();
    store.put_file(HERE, &model::FileRef::default(), b"photo", false).await.unwrap();
    assert_eq!(noted_durability(), "relaxed relaxed relaxed");
    repair();
}
