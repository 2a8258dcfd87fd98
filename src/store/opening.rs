//! Asking the browser for a database, and making its stores where it is new or older than this build.
//!
//! The browser is listened to here. Listeners of the library tell every error in words, for which they bring along how numbers with a point are written.

use crate::schema;
use crate::trouble::Trouble;
use indexed_db_futures::database::Database;
use indexed_db_futures::future::OpenDbRequest;
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbVersionChangeEvent};

/// A database that is being opened.
pub(crate) struct Opening {
    request: OpenDbRequest,
    created: Rc<Cell<bool>>,
    on_blocked: Closure<dyn Fn(Event)>,
    on_upgrade: Closure<dyn Fn(IdbVersionChangeEvent)>,
}

impl Opening {
    /// Asks for the database `name`. `blocked` hears of another tab that keeps an older version of it open.
    pub(crate) fn of(name: &str, blocked: impl Fn() + 'static) -> Result<Self, Trouble> {
        let request = Database::open(name.to_owned()).with_version(schema::VERSION).build()?;
        let created = Rc::new(Cell::new(false));
        let is_created = created.clone();
        let on_blocked: Closure<dyn Fn(Event)> = Closure::new(move |_| blocked());
        let on_upgrade: Closure<dyn Fn(IdbVersionChangeEvent)> = Closure::new(move |event: IdbVersionChangeEvent| {
            let version = event.old_version() as u32;
            is_created.set(version == 0);
            upgrade(&event, version);
        });
        request.as_sys().set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
        request.as_sys().set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        Ok(Self { request, created, on_blocked, on_upgrade })
    }

    /// The database, and whether there was none before.
    pub(crate) async fn ended(self) -> Result<(Database, bool), Trouble> {
        let asked = self.request.as_sys().clone();
        let ended = self.request.await;
        asked.set_onblocked(None);
        asked.set_onupgradeneeded(None);
        drop((self.on_blocked, self.on_upgrade));
        Ok((ended?, self.created.get()))
    }
}

/// Brings a database of `version` to that of this build. Where it cannot, all of it is taken back, and the request ends with an error.
fn upgrade(event: &IdbVersionChangeEvent, version: u32) {
    let Some(request) = event.target().and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok()) else { return };
    let made = request.result().and_then(|db| schema::migrate(db.unchecked_ref::<IdbDatabase>(), version));
    if let (Err(_), Some(transaction)) = (made, request.transaction()) {
        // One that cannot be ended has ended already.
        let _ = transaction.abort();
    }
}
