//! Two tabs: both write, one is newer than the other, one deletes what the other shows.

use crate::{HERE, both, delete, edit, open, open_raw};
use std::cell::RefCell;
use std::rc::Rc;
use store::{Gone, Idb};
use sync::{Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

/// Opens a database, and what its callback was told.
async fn open_watched(name: &str) -> (Idb, Rc<RefCell<Vec<Gone>>>) {
    let told = Rc::new(RefCell::new(Vec::new()));
    let told_too = told.clone();
    let store = Idb::open(name, move |gone| told_too.borrow_mut().push(gone)).await.unwrap();
    (store, told)
}

#[wasm_bindgen_test]
async fn two_tabs_write_at_the_same_time_and_lose_nothing() {
    let (here, there) = (open("tabs-write").await, open("tabs-write").await);
    let write = |tab: Idb, from: u64| async move {
        for n in from..from + 100 {
            tab.save(HERE, &[edit(n)]).await.unwrap();
        }
    };
    both(write(here.clone(), 0), write(there, 1_000)).await;
    let numbers: Vec<u64> = here.outbox(HERE).await.unwrap().iter().map(|queued| queued.edit.stamp.at_ms).collect();
    for from in [0, 1_000] {
        let of_tab: Vec<u64> = numbers.iter().copied().filter(|n| (from..from + 100).contains(n)).collect();
        assert_eq!(of_tab, (from..from + 100).collect::<Vec<_>>());
    }
    assert_eq!(numbers.len(), 200);
}

#[wasm_bindgen_test]
async fn a_tab_makes_way_for_a_newer_version_and_says_so_once() {
    let (store, told) = open_watched("tabs-newer").await;
    store.save(HERE, &[edit(1)]).await.unwrap();
    let newer = open_raw("tabs-newer", Idb::version() + 1, &[]).await;
    assert_eq!(*told.borrow(), [Gone::Newer]);
    assert_eq!(store.save(HERE, &[edit(2)]).await, Err(StoreError::Blocked));
    assert_eq!(store.open(HERE).await.unwrap_err(), StoreError::Blocked);
    assert_eq!(
        Idb::open("tabs-newer", |_| {}).await.err(),
        Some(StoreError::Blocked),
        "nor can this build open it again"
    );
    newer.close();
    assert_eq!(*told.borrow(), [Gone::Newer]);
}

#[wasm_bindgen_test]
async fn an_upgrade_that_an_old_tab_blocks_says_so_and_goes_on_when_it_closes() {
    let old = open_raw("tabs-blocked", 1, &["notes"]).await;
    assert_eq!(Idb::open("tabs-blocked", |_| {}).await.err(), Some(StoreError::Blocked));
    old.close();
    let store = open("tabs-blocked").await;
    assert!(!store.was_empty());
    store.set_note("theme", Some("dark")).await.unwrap();
    assert_eq!(store.note("theme").await.unwrap().as_deref(), Some("dark"));
    drop(store);
    delete("tabs-blocked").await;
}

#[wasm_bindgen_test]
async fn a_tab_whose_database_is_deleted_says_so_and_writes_nothing_more() {
    let (store, told) = open_watched("tabs-deleted").await;
    assert!(store.was_empty());
    store.save(HERE, &[edit(1)]).await.unwrap();
    assert!(!open("tabs-deleted").await.was_empty());
    delete("tabs-deleted").await;
    assert_eq!(*told.borrow(), [Gone::Cleared]);
    assert!(matches!(store.save(HERE, &[edit(2)]).await, Err(StoreError::Unavailable(_))));
    assert!(matches!(store.spaces().await, Err(StoreError::Unavailable(_))));
    assert!(open("tabs-deleted").await.was_empty(), "the next visit can tell that everything went");
}
