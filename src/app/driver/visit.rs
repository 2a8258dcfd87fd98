//! A home as somebody sees it who was given a part of it: in memory only, read only, gone with the tab.

use super::device::Device;
use super::engine::{Engine, Trouble};
use super::tabs::Tabs;
use crate::browser::random;
use crate::desk::{Desk, Phase, Visiting};
use leptos::prelude::*;
use model::access::Role;
use model::{Clock, FileHash, Record, SpaceId};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use sync::{Machine, Opened, Replica, SpaceEntry};
use wire::path;

impl Engine {
    /// An engine that syncs with nobody. What is kept is kept by `device`: nothing, or what is written for a link that takes entries, until it is sent.
    pub(crate) fn of_visit(desk: Desk, device: Device) -> Rc<Self> {
        let engine = Rc::new(Self {
            desk,
            device,
            machine: RefCell::new(Machine::new()),
            open: RefCell::new(None),
            aside: RefCell::default(),
            clock: RefCell::new(Clock::new(random::device_id())),
            tabs: Tabs::alone(),
            uploading: RefCell::default(),
            arriving: RefCell::default(),
            fetching: RefCell::default(),
            visit: Cell::default(),
            sent: RefCell::default(),
            deals: RefCell::default(),
            progressed_ms: Cell::default(),
        });
        desk.start(engine.clone());
        engine
    }

    /// Shows these records as a home of its own, to be looked at only.
    pub(crate) fn show_given(&self, records: Vec<Record>, visiting: Visiting) {
        // The server does not tell which space it is. What is written for a link is found again under the link's own id.
        let space = visiting.share.map_or_else(random::space_id, |share| SpaceId(share.0));
        let role = if visiting.allowed.contribute { Role::Tenant } else { Role::Viewer };
        let (replica, _) = Replica::from_opened(Opened { records, ..Opened::default() }, space);
        let entry = SpaceEntry { space, role, joined: false, name: String::new() };
        self.desk.homes.update(|homes| homes.push(entry));
        self.desk.library.show(&replica);
        self.show_counts(&replica);
        *self.open.borrow_mut() = Some((space, replica));
        self.desk.space.set(Some(space));
        self.visit.set(Some(visiting));
        self.desk.visiting.set(true);
        self.desk.phase.set(Phase::Ready);
    }

    /// Every record of the open home.
    pub(crate) fn records(&self) -> Vec<Record> {
        self.open.borrow().as_ref().map(|(_, replica)| replica.all()).unwrap_or_default()
    }

    /// Shows the open home as somebody would see it who was given that part of it.
    pub(crate) fn preview_given(&self, grant: &model::grant::Grant, visiting: Visiting) {
        self.show_given(model::visit::seen(&self.records(), grant), visiting);
    }

    /// Shows a scheme as somebody would see it who was given that part of it.
    pub(crate) async fn preview_estate(
        &self,
        estate: SpaceId,
        grant: &model::grant::Grant,
        visiting: Visiting,
    ) -> Result<(), Trouble> {
        let records = self.deal_replica(estate).await?.all();
        self.show_given(model::visit::estate::seen(&records, grant), visiting);
        self.deals_changed();
        Ok(())
    }

    /// Ends a preview, and shows the home again that was open before.
    pub(crate) async fn end_preview(self: &Rc<Self>, home: SpaceId) -> Result<(), Trouble> {
        let shown = self.desk.space.get_untracked();
        self.desk.homes.update(|homes| homes.retain(|entry| Some(entry.space) != shown));
        self.visit.set(None);
        self.desk.visiting.set(false);
        engine_open_again(self.clone(), home).await?;
        self.desk.phase.set(Phase::Ready);
        Ok(())
    }

    /// Where a file of the open home is fetched from.
    pub(super) fn file_path(&self, space: SpaceId, hash: FileHash) -> String {
        match self.visit.get().and_then(|visit| visit.share) {
            Some(share) => path::visit_file(share, hash),
            None => path::file(space, hash),
        }
    }

    /// What is visited.
    pub(crate) fn visiting(&self) -> Option<Visiting> {
        self.visit.get()
    }
}

/// Reads the kinds that the first screen of a visit does not show, and every other page may. A module of its own: it comes when that screen is painted.
#[lazy]
pub(crate) async fn visit_whole(engine: Rc<Engine>) {
    engine.complete();
}

/// Opens a home of this device. In the module of [`crate::deeds::later`]: who visits a home by a link has none, and does not load how one is synced.
#[lazy]
async fn engine_open_again(engine: Rc<Engine>, home: SpaceId) -> Result<(), Trouble> {
    engine.open(home).await
}
