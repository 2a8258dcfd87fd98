//! The store in a real browser: the contract that every store keeps, and the bad days that only a browser has.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bad_day;
mod blob;
mod contract;
mod sabotage;
mod tabs;
mod upgrade;

use indexed_db_futures::Build;
use indexed_db_futures::database::Database;
use js_sys::{Array, Promise};
use model::{Body, DeviceId, Edit, SpaceId, Stamp};
use store::Idb;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The one space of most tests.
const HERE: SpaceId = SpaceId(uuid_of(1));

const fn uuid_of(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

/// Opens a database of which nothing is expected to go wrong for good.
async fn open(name: &str) -> Idb {
    let name_too = name.to_owned();
    Idb::open(name, move |gone| panic!("{name_too} is gone: {gone:?}"))
        .await
        .expect("the browser of the tests keeps things")
}

/// Edit number `n`.
fn edit(n: u64) -> Edit {
    Edit {
        key: model::EditKey(uuid_of(n.into())),
        id: model::RecordId(uuid_of(n.into())),
        kind: "entry".to_owned(),
        stamp: Stamp { at_ms: n, count: 0, device: DeviceId(1) },
        fields: Body::from_text(format!("{{\"title\":\"{n}\"}}")).expect("that is JSON"),
    }
}

/// Runs both at the same time.
async fn both(one: impl Future<Output = ()> + 'static, other: impl Future<Output = ()> + 'static) {
    let promise = |future: std::pin::Pin<Box<dyn Future<Output = ()>>>| -> Promise {
        future_to_promise(async move {
            future.await;
            Ok(JsValue::UNDEFINED)
        })
    };
    let promises = Array::of2(&promise(Box::pin(one)), &promise(Box::pin(other)));
    JsFuture::from(Promise::all(&promises)).await.expect("neither fails");
}

/// Deletes a database as a browser's settings do. Waits until it is gone.
async fn delete(name: &str) {
    Database::delete_by_name(name).expect("it can be asked for").await.expect("nothing blocks it");
}

/// Opens a database with `version` and creates `stores` in it if it is new: a build of another time.
async fn open_raw(name: &str, version: u32, stores: &'static [&'static str]) -> Database {
    Database::open(name.to_owned())
        .with_version(version)
        .with_on_upgrade_needed(move |_, transaction| {
            stores.iter().try_for_each(|store| transaction.db().create_object_store(*store).build().map(drop))
        })
        .await
        .expect("the other build can open it")
}
