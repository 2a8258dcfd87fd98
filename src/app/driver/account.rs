//! What signing in and out does to the device.

use super::engine::{Engine, Trouble};
use crate::desk::Phase;
use crate::net;
use leptos::prelude::*;
use model::SpaceId;
use model::access::Sort;
use std::rc::Rc;
use sync::{Event, SpaceEntry, Store, StoreError};
use wire::account::Spoken;
use wire::path;
use wire::space::{Membership, SpaceNew};

/// The note of a language that was chosen and that the server does not know of yet.
pub(crate) const UNTOLD_LANGUAGE: &str = "language-untold";

impl Engine {
    /// The homes on this device.
    pub(crate) fn homes(&self) -> Vec<SpaceEntry> {
        self.desk.homes.get_untracked()
    }

    /// Tells the other tabs that homes or the account changed.
    pub(crate) fn tell_tabs(&self) {
        self.tabs.tell_all();
    }

    /// Takes a device-only home into the account. Its id stays, so nothing in it changes; what it holds is sent like any edit.
    pub(crate) async fn join(self: &Rc<Self>, space: SpaceId) -> Result<(), Trouble> {
        let Some(entry) = self.entry(space).filter(|entry| !entry.joined) else { return Ok(()) };
        net::post_only(path::SPACES, &SpaceNew { id: space }).await?;
        self.note_home(SpaceEntry { joined: true, ..entry }).await?;
        let unsent = self.device.outbox(space).await?.iter().filter(|queued| queued.refused.is_none()).count();
        self.happen(Event::Opened { space, cursor: None, unsent, have: 0 });
        self.upload_waiting(space);
        Ok(())
    }

    /// Notes the homes that the account is a member of; one that is new here begins to be fetched.
    pub(crate) async fn take_memberships(self: &Rc<Self>, memberships: Vec<Membership>) -> Result<(), Trouble> {
        let (homes, deals): (Vec<_>, Vec<_>) = memberships.into_iter().partition(|one| one.sort == Sort::Home);
        self.take_deals(deals).await?;
        for membership in homes {
            let known = self.entry(membership.space);
            let name = known.as_ref().map(|entry| entry.name.clone()).unwrap_or_default();
            let entry = SpaceEntry { space: membership.space, role: membership.role, joined: true, name };
            if known.as_ref() == Some(&entry) {
                continue;
            }
            self.note_home(entry).await?;
            if known.is_none() {
                self.happen(Event::Opened { space: membership.space, cursor: None, unsent: 0, have: 0 });
            }
        }
        if self.desk.space.get_untracked().is_none() {
            self.open_any().await;
        }
        Ok(())
    }

    /// Keeps the account's name on this device, so that it is known offline.
    pub(crate) async fn note_account(&self) -> Result<(), StoreError> {
        let account = self.desk.account.get_untracked();
        let text = account.and_then(|account| serde_json::to_string(&account).ok());
        self.device.set_note("account", text.as_deref()).await
    }

    /// Clears the device. `ends_later` notes that the session is still to be ended, at the next contact.
    pub(crate) async fn forget_all(self: &Rc<Self>, ends_later: bool) -> Result<(), StoreError> {
        self.happen(Event::SignedIn(false));
        for home in self.homes() {
            self.happen(Event::Closed(home.space));
        }
        for deal in self.deals.take() {
            self.happen(Event::Closed(deal.space));
        }
        let language = self.desk.language.get_untracked().words().tag;
        self.device.clear().await?;
        self.device.set_note("language", Some(language)).await?;
        if ends_later {
            self.device.set_note("signed-out", Some("pending")).await?;
        }
        *self.open.borrow_mut() = None;
        self.aside.take();
        self.desk.account.set(None);
        self.desk.homes.set(Vec::new());
        self.desk.space.set(None);
        self.desk.sign_in_again.set(false);
        self.desk.waiting.set(0);
        self.desk.refused.set(0);
        self.desk.library.show(&sync::Replica::default());
        self.desk.phase.set(Phase::Welcome);
        crate::browser::headline::clear();
        crate::pwa::forget().await;
        self.tell_tabs();
        Ok(())
    }

    /// Tells the server in which language its mails are wanted, if that was chosen and not told yet. What cannot be told now is told at the
    /// next contact.
    pub(crate) async fn tell_language(&self) {
        if self.desk.account.with_untracked(Option::is_none) {
            return;
        }
        let Ok(Some(language)) = self.device.note(UNTOLD_LANGUAGE).await else { return };
        let told = net::post_only(path::LANGUAGE, &Spoken { language: language.clone() }).await.is_ok();
        // It may have been chosen again meanwhile.
        if told && self.device.note(UNTOLD_LANGUAGE).await == Ok(Some(language)) {
            let _ = self.device.set_note(UNTOLD_LANGUAGE, None).await;
        }
    }

    /// Ends a session that was signed out of while there was no network.
    pub(super) async fn end_old_session(&self) {
        let pending = self.device.note("signed-out").await.is_ok_and(|note| note.is_some());
        if pending && net::post_only(path::SIGN_OUT, &()).await.is_ok() {
            // If the note stays, the next start ends a session that is no more: harmless.
            let _ = self.device.set_note("signed-out", None).await;
        }
    }
}
