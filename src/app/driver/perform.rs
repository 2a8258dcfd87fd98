//! The effects, one by one.

use super::engine::Engine;
use super::idle::holds_erased;
use crate::browser::{clock, memory, timer};
use crate::net;
use leptos::prelude::*;
use model::{Edit, SpaceId};
use std::rc::Rc;
use sync::effect::Status;
use sync::{Effect, Errand, Event, Failure, Store};
use wire::pull::Ask;
use wire::{Cursor, Page, Push, PushReply, path};

/// How far a first sync has come is shown this often at most, milliseconds.
const PROGRESS_MS: u64 = 250;

/// What a record takes in memory, about, with what is shown of it.
const RECORD_BYTES: usize = 1_600;

/// Bytes that are reserved at most.
const RESERVE_MAX: usize = 64 << 20;

impl Engine {
    pub(super) async fn perform(self: Rc<Self>, effect: Effect) {
        match effect {
            Effect::Load { errand, limit } => {
                // Of what was opened, the device has it in memory already. What other tabs wrote may be missing there: once that is not
                // enough, the store is read.
                let read = self.open.borrow().as_ref().and_then(|(open, replica)| {
                    (*open == errand.space && replica.unsent() >= limit).then(|| replica.unsent_edits(limit))
                });
                let read = match read {
                    Some(edits) => Ok(edits),
                    None => self.device.unsent(errand.space, limit).await,
                };
                match read {
                    Ok(edits) => self.happen(Event::Loaded(errand, edits)),
                    Err(_) => self.happen(Event::Failed(errand, Failure::Store)),
                }
            }
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
                self.happen(Event::Ticked(clock::now_ms().cast_signed()));
            }
            Effect::AskSignIn => self.desk.sign_in_again.set(true),
            Effect::LostAccess(space) => self.lose(space).await,
            Effect::Show(status) => self.show_status(status),
        }
    }

    /// Shows where sync stands. How far a first sync has come is shown now and then: pages may come faster than anybody reads, and what is drawn
    /// takes time from them.
    fn show_status(&self, status: Status) {
        let shown = self.desk.status.get_untracked();
        let ran = shown.first_sync.is_some() && status.first_sync.is_some();
        let goes_on = ran && shown == Status { first_sync: shown.first_sync, ..status };
        let now_ms = clock::now_ms();
        // The clock may be set back meanwhile.
        if !goes_on || now_ms.abs_diff(self.progressed_ms.get()) >= PROGRESS_MS {
            self.progressed_ms.set(now_ms);
            self.desk.status.set(status);
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
        if anew {
            let records = usize::try_from(page.total).unwrap_or(usize::MAX);
            memory::reserve(records.saturating_mul(RECORD_BYTES).min(RESERVE_MAX));
        }
        // The first page is seen at once: with it the home can be used.
        let is_seen = anew || cursor.before.is_none();
        self.show_arrived(space, is_seen, |replica| replica.pulled(page, cursor, anew));
        self.note_name(space).await;
        self.happen(Event::Applied(errand));
        if erased {
            self.forget_erased(space).await;
        }
    }

    /// Reads from the open replica, or from that of a space that is not open: a deal that was read before lies aside, all else is in the store.
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
        let turn = self.desk.deals.get_untracked();
        let replica = match self.aside.take() {
            Some((aside, replica)) if aside == space => replica,
            _ => self.read(space).await?,
        };
        let told = read(&replica);
        // What changed while it was read may be missing in it.
        if self.is_deal(space) && self.desk.deals.get_untracked() == turn {
            *self.aside.borrow_mut() = Some((space, replica));
        }
        Ok(told)
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
        if self.is_deal(space) {
            return self.lose_deal(space).await;
        }
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
