//! Databases of other times: made by the first release, or without the stores they should have.

use crate::{HERE, edit, open, open_raw};
use indexed_db_futures::Build;
use indexed_db_futures::transaction::TransactionMode;
use js_sys::Array;
use model::FileRef;
use model::access::Role;
use store::Idb;
use sync::{Queued, SpaceEntry, Store, StoreError};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use wire::Cursor;

/// The stores of version 1.
const FIRST: [&str; 6] = ["spaces", "segments", "settled", "outbox", "cursors", "notes"];

#[wasm_bindgen_test]
async fn version_1_is_upgraded_with_everything_in_it() {
    let here = HERE.to_string();
    let numbered = JsValue::from(Array::of2(&here.as_str().into(), &0.into()));
    let waiting = format!("[{{\"edit\":{}}}]", serde_json::to_string(&edit(1)).unwrap());
    let values = [
        ("spaces", here.as_str().into(), format!("{{\"space\":\"{here}\",\"role\":\"owner\",\"joined\":true}}")),
        ("segments", numbered.clone(), "a page".to_owned()),
        ("settled", numbered.clone(), "[]".to_owned()),
        ("outbox", numbered, waiting),
        ("cursors", here.as_str().into(), "{\"after\":5,\"before\":2,\"scope\":1}".to_owned()),
        ("notes", "theme".into(), "dark".to_owned()),
    ];
    let old = open_raw("upgrade", 1, &FIRST).await;
    let transaction = old.transaction(FIRST).with_mode(TransactionMode::Readwrite).build().unwrap();
    for (store, key, value) in values {
        let key: JsValue = key;
        transaction.object_store(store).unwrap().put(value).with_key(key).build().unwrap();
    }
    transaction.commit().await.unwrap();
    old.close();

    let store = open("upgrade").await;
    assert!(!store.was_empty());
    let entry = SpaceEntry { space: HERE, role: Role::Owner, joined: true, name: String::new() };
    assert_eq!(store.spaces().await.unwrap(), [entry]);
    assert_eq!(store.note("theme").await.unwrap().as_deref(), Some("dark"));
    let opened = store.open(HERE).await.unwrap();
    assert_eq!(opened.segments, ["a page"]);
    assert_eq!(opened.outbox, [Queued { edit: edit(1), refused: None }]);
    assert_eq!(opened.cursor, Some(Cursor { after: 5, before: Some(2), scope: 1 }));
    let file = FileRef { size: 3, ..FileRef::default() };
    store.put_file(HERE, &file, b"new", true).await.unwrap();
    assert_eq!(store.read_file(file.hash, 0, 9).await.unwrap().as_deref(), Some(b"new".as_slice()));
}

#[wasm_bindgen_test]
async fn a_database_without_its_stores_keeps_nothing_and_says_so() {
    open_raw("no-stores", Idb::version(), &["notes"]).await.close();
    let store = open("no-stores").await;
    assert!(matches!(store.open(HERE).await, Err(StoreError::Unavailable(_))));
    assert!(matches!(store.save(HERE, &[edit(1)]).await, Err(StoreError::Unavailable(_))));
}
