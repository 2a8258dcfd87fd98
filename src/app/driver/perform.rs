//! The effects, one by one.

use super::engine::Engine;
use super::idle::holds_erased;
use crate::browser::timer;
use crate::net;
use leptos::prelude::*;
use model::{Edit, SpaceId};
use std::rc::Rc;
use sync::{Effect, Errand, Event, Failure, Store};
use wire::pull::Ask;
use wire::{Cursor, Page, Push, PushReply, path};

impl Engine {
    pub(super) async fn perform(self: Rc<Self>, effect: Effect) {
        match effect {
            Effect::Load { errand, limit } => match self.device.unsent(errand.space, limit).await {
                Ok(edits) => self.happen(Event::Loaded(errand, edits)),
                Err(_) => self.happen(Event::Failed(errand, Failure::Store)),
            },
            Effect::Push(errand, edits) => {
                match net::post::<_, PushReply>(&path::push(errand.space), &Push { edits }).await {
                    Ok(reply) => self.happen(Event::Pushed(errand, reply)),
                    Err(error) => self.happen(Event::Failed(errand, error.failure())),
                }
            }
            Effect::Settle(errand, edits, reply) => self.settle(errand, edits, reply).await,
            Effect::Pull { errand, ask, limit } => self.pull(errand, ask, limit).await,
            Effect::Apply { errand, page, text, cursor, anew } => self.apply(errand, page, &text, cursor, anew).await,
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
    async fn settle(self: &Rc<Self>, errand: Errand, edits: Vec<Edit>, reply: PushReply) {
        let space = errand.space;
        let read = |replica: &sync::Replica| (replica.settlement(&edits, &reply), replica.unsent());
        let (settlement, unsent) = match self.with_replica(space, read).await {
            Ok(read) => read,
            Err(_) => return self.happen(Event::Failed(errand, Failure::Store)),
        };
        if self.device.settle(space, &settlement).await.is_err() {
            return self.happen(Event::Failed(errand, Failure::Store));
        }
        let is_last = unsent <= settlement.accepted.len() + settlement.refused.len();
        self.show_arrived(space, is_last, |replica| replica.settled(&settlement));
        match self.with_replica(space, |replica| (replica.unsent(), replica.cursor())).await {
            Ok((unsent, cursor)) => self.happen(Event::Settled { errand, unsent, cursor }),
            Err(_) => self.happen(Event::Failed(errand, Failure::Store)),
        }
        self.upload_waiting(space);
        if holds_erased(&settlement.records, settlement.cursor) {
            self.forget_erased(space).await;
        }
    }

    async fn pull(self: &Rc<Self>, errand: Errand, ask: Ask, limit: usize) {
        let event = match net::get_text(&format!("{}{}", path::pull(errand.space), ask.query(limit))).await {
            Ok(text) => match serde_json::from_str::<Page>(&text) {
                Ok(page) => Event::Pulled { errand, page, text },
                Err(_) => Event::Failed(errand, Failure::Network),
            },
            Err(error) => Event::Failed(errand, error.failure()),
        };
        self.happen(event);
    }

    async fn apply(self: &Rc<Self>, errand: Errand, page: Page, text: &str, cursor: Cursor, anew: bool) {
        let space = errand.space;
        if self.device.apply(space, text, cursor, anew).await.is_err() {
            return self.happen(Event::Failed(errand, Failure::Store));
        }
        let erased = !anew && holds_erased(&page.records, Some(cursor));
        self.observe(&page.records);
        // The first page is seen at once: with it the home can be used.
        let is_seen = anew || cursor.before.is_none();
        self.show_arrived(space, is_seen, |replica| replica.pulled(page, cursor, anew));
        self.note_name(space).await;
        self.happen(Event::Applied(errand));
        if erased {
            self.forget_erased(space).await;
        }
    }

    /// Reads from the open replica, or from the store's copy of a space that is not open.
    pub(super) async fn with_replica<T>(
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
