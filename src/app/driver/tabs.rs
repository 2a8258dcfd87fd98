//! Several tabs of one app: one of them sends and fetches, the others reread what it or another changed.

use super::engine::{Engine, opened};
use crate::browser::{broadcast, lock, timer};
use leptos::prelude::*;
use model::SpaceId;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use sync::{Event, Store};

/// Changes that come within this time are reread together.
const REREAD_MS: u64 = 150;

/// What this tab tells the others.
pub(super) struct Tabs {
    channel: Option<broadcast::Channel>,
    stale: Rc<RefCell<BTreeSet<SpaceId>>>,
}

impl Tabs {
    /// Joins the other tabs' channel.
    pub(super) fn join() -> Self {
        Self { channel: broadcast::Channel::open("codessa"), stale: Rc::default() }
    }

    /// Of a tab that has nothing to tell the others, and hears nothing of them.
    pub(super) fn alone() -> Self {
        Self { channel: None, stale: Rc::default() }
    }

    /// Tells the other tabs that a space changed in the store.
    pub(super) fn tell(&self, space: SpaceId) {
        if let Some(channel) = &self.channel {
            channel.post(&space.to_string());
        }
    }

    /// Tells the other tabs that homes or the account changed.
    pub(super) fn tell_all(&self) {
        if let Some(channel) = &self.channel {
            channel.post("all");
        }
    }
}

impl Engine {
    /// Listens to the other tabs, and leads when no other does.
    pub(super) fn meet_tabs(self: &Rc<Self>) {
        let engine = self.clone();
        if let Some(channel) = &self.tabs.channel {
            channel.listen(move |message| match message.parse::<SpaceId>() {
                Ok(space) => engine.reread_soon(space),
                Err(_) => crate::browser::page::reload(),
            });
        }
        let engine = self.clone();
        lock::lead("codessa-sync", move || {
            leptos::task::spawn_local(async move { engine.take_lead().await });
        });
    }

    /// Tells the machine how homes stand here, then leads. The open one is not read again: were it behind what the tab that led before has
    /// left in the store, something would be fetched once more than needed. What that tab saved last, and perhaps told nobody, is looked for.
    async fn take_lead(self: &Rc<Self>) {
        for home in self.homes().into_iter().filter(|home| home.joined) {
            if let Ok(opened) = self.with_replica(home.space, |replica| opened(home.space, replica)).await {
                self.happen(opened);
                self.happen(Event::Edited(home.space));
            }
        }
        for deal in self.deals().into_iter().filter(|deal| !deal.lost) {
            self.open_deal(deal.space).await;
            self.happen(Event::Edited(deal.space));
        }
        self.happen(Event::Led(true));
    }

    fn reread_soon(self: &Rc<Self>, space: SpaceId) {
        let stale = self.tabs.stale.clone();
        if !stale.borrow_mut().insert(space) {
            return;
        }
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            timer::wait(REREAD_MS).await;
            stale.borrow_mut().remove(&space);
            engine.reread(space).await;
        });
    }

    async fn reread(self: &Rc<Self>, space: SpaceId) {
        if self.desk.space.get_untracked() == Some(space)
            && let Ok(replica) = self.read(space).await
        {
            self.desk.library.show(&replica);
            self.show_counts(&replica);
            *self.open.borrow_mut() = Some((space, replica));
        }
        if let Ok(homes) = self.device.spaces().await {
            self.desk.homes.set(homes);
        }
        self.reread_deals().await;
        // The leading tab sends what another tab wrote; to the others the machine has nothing to ask.
        if self.is_deal(space) || self.entry(space).is_some_and(|entry| entry.joined) {
            self.happen(Event::Edited(space));
        }
    }
}
