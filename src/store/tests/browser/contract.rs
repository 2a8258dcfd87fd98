//! The contract, on IndexedDB.

use crate::sabotage::{fill_after, repair};
use store::Idb;
use sync::contract::Site;
use wasm_bindgen_test::wasm_bindgen_test;

struct Browser;

impl Site for Browser {
    type Store = Idb;

    async fn open(&self, name: &str) -> Idb {
        crate::open(&format!("contract-{name}")).await
    }

    fn set_full(&self, _: &Idb, full: bool) {
        if full { fill_after(1) } else { repair() }
    }
}

macro_rules! each {
    ($($name:ident)*) => {$(
        #[wasm_bindgen_test]
        async fn $name() {
            sync::contract::$name(&Browser).await;
        }
    )*};
}
sync::contract!(each);
