//! The effects, one by one.

use super::engine::Engine;
use crate::browser::timer;
use crate::net;
use leptos::prelude::*;
use model::{Edit, SpaceId};
use std::rc::Rc;
use sync::event::Way;
use sync::{Effect, Event, Failure, Store};
use wire::pull::Ask;
use wire::{Cursor, Page, Push, PushReply, path};

impl Engine {
    pub(super) async fn perform(self: Rc<Self>, effect: Effect) {
        match effect {
            Effect::Load(space) => match self.device.outbox(space).await {
                Ok(queued) => self.happen(Event::Loaded(space, queued)),
                Err(_) => self.happen(Event::Failed(space, Way::Sending, Failure::Store)),
            },
            Effect::Push(space, edits) => match net::post::<_, PushReply>(&path::push(space), &Push { edits }).await {
                Ok(reply) => self.happen(Event::Pushed(space, reply)),
                Err(error) => self.happen(Event::Failed(space, Way::Sending, error.failure())),
            },
            Effect::Settle(space, edits, reply) => self.settle(space, edits, reply).await,
            Effect::Pull { space, ask, limit } => self.pull(space, ask, limit).await,
            Effect::Apply { space, text, cursor, anew } => self.apply(space, text, cursor, anew).await,
            Effect::Wait(ms) => {
                timer::wait(ms).await;
                self.happen(Event::Ticked(crate::browser::clock::now_ms().cast_signed()));
            }
            Effect::AskSignIn => self.desk.sign_in_again.set(true),
            Effect::LostAccess(space) => self.lose(space).await,
            Effect::Show(status) => self.desk.status.set(status),
        }
    }

    /// Disk, then memory, then view.
    async fn settle(self: &Rc<Self>, space: SpaceId, edits: Vec<Edit>, reply: PushReply) {
        let settlement = match self.with_replica(space, |replica| replica.settlement(&edits, &reply)).await {
            Ok(settlement) => settlement,
            Err(_) => return self.happen(Event::Failed(space, Way::Sending, Failure::Store)),
        };
        if self.device.settle(space, &settlement).await.is_err() {
            return self.happen(Event::Failed(space, Way::Sending, Failure::Store));
        }
        self.show_change(space, |replica| replica.settled(&settlement));
        self.tabs.tell(space);
        let left = self.with_replica(space, |replica| (replica.unsent(), replica.cursor())).await;
        let (unsent, cursor) = left.unwrap_or((0, settlement.cursor));
        self.happen(Event::Settled { space, unsent, cursor });
        self.upload_waiting(space);
    }

    async fn pull(self: &Rc<Self>, space: SpaceId, ask: Ask, limit: usize) {
        let event = match net::get_text(&format!("{}{}", path::pull(space), ask.query(limit))).await {
            Ok(text) => match serde_json::from_str::<Page>(&text) {
                Ok(page) => Event::Pulled { space, ask, page, text },
                Err(_) => Event::Failed(space, Way::Fetching, Failure::Network),
            },
            Err(error) => Event::Failed(space, Way::Fetching, error.failure()),
        };
        self.happen(event);
    }

    async fn apply(self: &Rc<Self>, space: SpaceId, text: String, cursor: Cursor, anew: bool) {
        if self.device.apply(space, &text, cursor, anew).await.is_err() {
            return self.happen(Event::Failed(space, Way::Fetching, Failure::Store));
        }
        if let Ok(page) = serde_json::from_str::<Page>(&text) {
            self.observe(&page.records);
            self.show_change(space, |replica| replica.pulled(page, cursor, anew));
            self.note_name(space).await;
        }
        self.tabs.tell(space);
        self.happen(Event::Applied(space, cursor));
    }

    /// Reads from the open replica, or from the store's copy of a space that is not open.
    async fn with_replica<T>(
        &self,
        space: SpaceId,
        read: impl FnOnce(&sync::Replica) -> T,
    ) -> Result<T, sync::StoreError> {
        if self.desk.space.get_untracked() == Some(space) {
            let open = self.open.borrow();
            if let Some((_, replica)) = open.as_ref().filter(|(open, _)| *open == space) {
                return Ok(read(replica));
            }
        }
        Ok(read(&self.read(space).await?))
    }

    /// Notes the home's name as its property says it, so that it can be chosen without opening it.
    pub(crate) async fn note_name(&self, space: SpaceId) {
        let Some(property) = untrack(|| self.desk.library.property()) else { return };
        let renamed = |entry: &sync::SpaceEntry| entry.name != property.letter.name;
        if let Some(entry) =
            self.entry(space).filter(renamed).filter(|_| self.desk.space.get_untracked() == Some(space))
        {
            // The name is only a label here; the record itself is kept.
            let _ = self.note_home(sync::SpaceEntry { name: property.letter.name.clone(), ..entry }).await;
        }
    }

    /// The space is no longer open to this account: what was pulled goes, unless something of it is unsent.
    async fn lose(self: &Rc<Self>, space: SpaceId) {
        let name = self.entry(space).map(|entry| entry.name).unwrap_or_default();
        let unsent = self.device.outbox(space).await.is_ok_and(|outbox| !outbox.is_empty());
        if !unsent && self.device.drop_space(space).await.is_ok() {
            self.desk.homes.update(|homes| homes.retain(|home| home.space != space));
            if self.desk.space.get_untracked() == Some(space) {
                self.open_any().await;
            }
        }
        self.desk.lost.set(Some(name));
    }
}
