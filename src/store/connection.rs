//! The connection to a database: opened, given up for a newer version of the app, opened again when the browser drops it.

use crate::opening::Opening;
use crate::trouble::Trouble;
use futures_channel::oneshot;
use indexed_db_futures::database::Database;
use indexed_db_futures::internals::SystemRepr;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use sync::StoreError;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::IdbVersionChangeEvent;

/// Why this tab's store stopped working for good. Only a reload helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Another tab runs a newer version of the app and needs the database in a newer form.
    Newer,
    /// Everything on this device was deleted: by the person in the browser's settings, or by the browser for want of room.
    Cleared,
}

impl Gone {
    fn error(self) -> StoreError {
        match self {
            Self::Newer => StoreError::Blocked,
            Self::Cleared => StoreError::Unavailable("everything on this device was deleted".to_owned()),
        }
    }
}

/// A database that is connected to when it is needed.
pub(crate) struct Link {
    name: String,
    was_empty: bool,
    connection: RefCell<Rc<Connection>>,
    gone: Cell<Option<Gone>>,
    on_gone: Box<dyn Fn(Gone)>,
}

/// One connection. It is closed when the last transaction on it has let go.
pub(crate) struct Connection {
    pub(crate) db: Database,
    created: bool,
    closed: Rc<Cell<bool>>,
    _on_close: Closure<dyn Fn()>,
    on_version_change: RefCell<Option<OnVersionChange>>,
}

type OnVersionChange = Closure<dyn Fn(IdbVersionChangeEvent)>;

impl Link {
    /// Connects to the database `name`, which is made if there is none.
    pub(crate) async fn open(name: &str, on_gone: Box<dyn Fn(Gone)>) -> Result<Rc<Self>, StoreError> {
        let connection = Rc::new(Connection::open(name).await?);
        let link = Rc::new(Self {
            name: name.to_owned(),
            was_empty: connection.created,
            connection: RefCell::new(connection),
            gone: Cell::new(None),
            on_gone,
        });
        link.connection.borrow().listen(Rc::downgrade(&link));
        Ok(link)
    }

    /// Whether there was no database before this link was opened.
    pub(crate) fn was_empty(&self) -> bool {
        self.was_empty
    }

    /// A connection that was open a moment ago.
    pub(crate) async fn connection(self: &Rc<Self>) -> Result<Rc<Connection>, StoreError> {
        if let Some(gone) = self.gone.get() {
            return Err(gone.error());
        }
        let connection = self.connection.borrow().clone();
        if !connection.closed.get() {
            return Ok(connection);
        }
        let connection = Rc::new(Connection::open(&self.name).await?);
        if connection.created {
            self.give_up(Gone::Cleared);
            return Err(Gone::Cleared.error());
        }
        connection.listen(Rc::downgrade(self));
        self.connection.replace(connection.clone());
        Ok(connection)
    }

    fn give_up(&self, gone: Gone) {
        if self.gone.replace(Some(gone)).is_none() {
            (self.on_gone)(gone);
        }
    }
}

/// What an attempt to open comes to, whichever is first.
enum Attempt {
    Blocked,
    Ended(Result<(Database, bool), Trouble>),
}

impl Connection {
    async fn open(name: &str) -> Result<Self, StoreError> {
        let (sender, receiver) = oneshot::channel();
        let sender = Rc::new(Cell::new(Some(sender)));
        let blocked = sender.clone();
        let opening = Opening::of(name, move || {
            if let Some(blocked) = blocked.take() {
                // Nobody waits for it any more if the database could be opened meanwhile.
                let _ = blocked.send(Attempt::Blocked);
            }
        });
        let opening = opening.map_err(|trouble| trouble.0)?;
        // It must live until the browser has answered it: were it dropped, the database would be upgraded without its stores.
        spawn_local(async move {
            let ended = Attempt::Ended(opening.ended().await);
            let unheard = match sender.take() {
                Some(sender) => sender.send(ended),
                None => Err(ended),
            };
            if let Err(Attempt::Ended(Ok((db, _)))) = unheard {
                db.close();
            }
        });
        match receiver.await {
            Ok(Attempt::Ended(ended)) => ended.map(|(db, created)| Self::new(db, created)).map_err(|trouble| trouble.0),
            Ok(Attempt::Blocked) | Err(oneshot::Canceled) => Err(StoreError::Blocked),
        }
    }

    fn new(db: Database, created: bool) -> Self {
        let closed = Rc::new(Cell::new(false));
        let is_closed = closed.clone();
        let on_close = Closure::new(move || is_closed.set(true));
        db.as_sys().set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Self { db, created, closed, _on_close: on_close, on_version_change: RefCell::new(None) }
    }

    /// Makes way for newer versions and for deletion. A connection that does not would block every other tab.
    fn listen(&self, link: Weak<Link>) {
        let db = self.db.clone();
        let on_version_change: OnVersionChange = Closure::new(move |event: IdbVersionChangeEvent| {
            db.as_sys().close();
            if let Some(link) = link.upgrade() {
                link.give_up(if event.new_version().is_some() { Gone::Newer } else { Gone::Cleared });
            }
        });
        self.db.as_sys().set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        self.on_version_change.replace(Some(on_version_change));
    }

    /// Notes that the browser has closed it without saying so.
    pub(crate) fn mark_closed(&self) {
        self.closed.set(true);
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let db = self.db.as_sys();
        db.set_onclose(None);
        db.set_onversionchange(None);
        db.close();
    }
}
