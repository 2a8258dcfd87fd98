//! Who wrote which version: this account at once, the others once the server has told.

use super::Told;
use crate::deeds::{member, origin};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::{AccountId, RecordId};
use std::collections::BTreeMap;

/// Names of those who wrote. A handle.
#[derive(Clone, Copy)]
pub struct People {
    desk: Desk,
    names: RwSignal<BTreeMap<RecordId, String>>,
}

impl People {
    /// Asks the server who wrote each version, where it knows the home.
    pub(super) fn new(told: Memo<Option<Told>>) -> Self {
        let people = Self { desk: use_desk(), names: RwSignal::default() };
        let desk = people.desk;
        Effect::new(move |_| {
            if !desk.joined() || !desk.online.get() {
                return;
            }
            let records = told.with(|told| told.as_ref().map(|told| told.thread.versions.clone()).unwrap_or_default());
            leptos::task::spawn_local(async move {
                for record in records {
                    // Without an answer the name is left out; the version is shown all the same.
                    let Ok(history) = member::history(desk, record).await else { return };
                    let Some(email) = history.revisions.into_iter().find_map(|revision| revision.email) else {
                        continue;
                    };
                    let _ = people.names.try_update(|names| names.insert(record, email));
                }
            });
        });
        people
    }

    /// Who wrote a version, as far as is known; tracks it.
    pub fn of(self, version: RecordId, by: Option<AccountId>) -> Option<String> {
        // Who restored a home did not write what is in it.
        let source = origin::of(self.desk, version);
        if let Some(source) = source.filter(|source| source.claimed.is_some()) {
            return Some(crate::pages::origin::told(self.desk, &source));
        }
        let own = self
            .desk
            .account
            .with(|account| account.as_ref().filter(|own| by == Some(own.id)).map(|own| own.email.clone()));
        own.or_else(|| self.names.with(|names| names.get(&version).cloned()))
    }
}
