//! Opening the app: the device's store, the homes on it, the one that was open last, then sync.

use super::device::Device;
use super::engine::{Engine, Trouble};
use super::tabs::Tabs;
use crate::browser::{page, random, timer};
use crate::desk::{Account, Desk, Phase};
use crate::route::PAINTED_MS;
use leptos::prelude::*;
use model::access::Role;
use model::{Clock, SpaceId};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use sync::{Event, Machine, SpaceEntry, Store, StoreError};

/// Opens everything, in the background; the desk's phase says how far it has come.
pub fn boot(desk: Desk) {
    if page::is_visit() {
        // What is on this device is not a visitor's business, and theirs is not this device's.
        return desk.phase.set(Phase::AtTheDoor);
    }
    leptos::task::spawn_local(async move {
        let opened = match Device::open(desk).await {
            // Another tab holds an older form: say so, and go on as soon as it lets go.
            Err(StoreError::Blocked) => {
                desk.phase.set(Phase::Broken(StoreError::Blocked));
                Device::open(desk).await
            }
            opened => opened,
        };
        let started = match opened {
            Ok(device) => start(desk, device).await,
            Err(error) => Err(error),
        };
        match started {
            Ok(engine) => {
                // Until what was read is painted nothing is fetched, which takes the browser as long as to draw half a screen.
                timer::wait(PAINTED_MS).await;
                page::add_style();
                engine_resume(engine).await;
            }
            Err(error) => desk.phase.set(Phase::Broken(error)),
        }
    });
}

/// Goes on with what was not sent or fetched yet, for the rest of the page's life. In the module of [`crate::deeds::later`].
#[lazy]
async fn engine_resume(engine: Rc<Engine>) {
    engine.complete();
    engine.resume().await;
}

/// Reads what the first screen shows. Nothing is written, sent or fetched here: that is [`engine_resume`]'s.
async fn start(desk: Desk, device: Device) -> Result<Rc<Engine>, StoreError> {
    let number = device.note("device").await?.and_then(|number| number.parse().ok());
    if let Some(account) = device.note("account").await? {
        desk.account.set(serde_json::from_str::<Account>(&account).ok());
    }
    if let Some(tag) = device.note("language").await? {
        desk.language.set(words::Language::of_tag(&tag));
    }
    desk.homes.set(device.spaces().await?);
    let last = device.note("space").await?;
    let engine = Rc::new(Engine {
        desk,
        device,
        machine: RefCell::new(Machine::new()),
        open: RefCell::new(None),
        aside: RefCell::default(),
        clock: RefCell::new(Clock::new(number.unwrap_or_else(random::device_id))),
        tabs: Tabs::join(),
        uploading: RefCell::default(),
        arriving: RefCell::default(),
        fetching: RefCell::default(),
        visit: Cell::default(),
        sent: RefCell::default(),
        deals: RefCell::default(),
        progressed_ms: Cell::default(),
    });
    desk.start(engine.clone());
    engine.open_first(last.and_then(|space| space.parse().ok())).await?;
    Ok(engine)
}

impl Engine {
    /// Opens the home that was open last, or any, or none.
    async fn open_first(self: &Rc<Self>, last: Option<SpaceId>) -> Result<(), StoreError> {
        let here = self.desk.homes.with_untracked(|homes| {
            homes
                .iter()
                .map(|home| home.space)
                .find(|space| Some(*space) == last)
                .or(homes.first().map(|home| home.space))
        });
        let Some(space) = here else {
            self.desk.space.set(None);
            self.desk.phase.set(Phase::Welcome);
            return Ok(());
        };
        self.show(space).await?;
        self.desk.phase.set(Phase::Ready);
        Ok(())
    }

    /// Opens any home that is left.
    pub(crate) async fn open_any(self: &Rc<Self>) {
        match self.open_first(None).await {
            Ok(()) => self.go_on_with_open().await,
            Err(error) => self.desk.phase.set(Phase::Broken(error)),
        }
    }

    async fn go_on_with_open(self: &Rc<Self>) {
        if let Some(space) = self.desk.space.get_untracked() {
            self.go_on(space).await;
        }
    }

    /// Reads what the first screen did not show.
    pub(super) fn complete(&self) {
        let open = self.open.borrow();
        crate::data::complete(&self.desk.library, open.as_ref().map(|(_, replica)| replica));
    }

    /// Goes on with what was not sent or fetched yet, and meets the other tabs.
    pub(super) async fn resume(self: &Rc<Self>) {
        let number = self.clock.borrow().device();
        // One that cannot be kept is another at the next start: harmless, as no two devices share one.
        let _ = self.device.set_note("device", Some(&number.to_string())).await;
        self.go_on_with_open().await;
        self.resume_deals().await;
        self.meet_tabs();
        self.end_old_session().await;
        if self.desk.account.with_untracked(Option::is_some) {
            self.happen(Event::SignedIn(true));
        }
        self.watch();
        leptos::task::spawn_local(self.clone().tidy());
        if let Some(space) = self.desk.space.get_untracked() {
            self.upload_waiting(space);
        }
    }

    /// A new home on this device, owned by it, and opened.
    pub async fn found(self: &Rc<Self>, name: &str) -> Result<SpaceId, Trouble> {
        let space = random::space_id();
        let property = model::property::Property { name: name.to_owned(), ..Default::default() };
        // The record first: a home without its name would be worse than a name without its home.
        self.save_in(space, vec![super::Change::new(random::record_id(), &property)]).await?;
        self.note_new(space, name).await?;
        self.enter(space).await?;
        Ok(space)
    }

    /// Notes a home whose records were written.
    pub(crate) async fn note_new(self: &Rc<Self>, space: SpaceId, name: &str) -> Result<(), Trouble> {
        let entry = SpaceEntry { space, role: Role::Owner, joined: false, name: name.to_owned() };
        Ok(self.note_home(entry).await?)
    }

    /// Opens a home that was noted, whether or not another is open.
    pub(crate) async fn enter(self: &Rc<Self>, space: SpaceId) -> Result<(), Trouble> {
        self.open(space).await?;
        self.desk.phase.set(Phase::Ready);
        Ok(())
    }
}
