//! What the firm keeps for its own work, read for a page.

use crate::browser::random;
use crate::components::whenever;
use crate::deeds::stock;
use crate::desk::Desk;
use leptos::prelude::*;
use model::{Letter, RecordId};
use serde::de::DeserializeOwned;

/// Where the page of prices is.
pub const PRICES: &str = "/desk/prices";

/// Everything of a kind, none until it was read. A handle.
pub struct Stock<T: 'static>(RwSignal<Option<Vec<(RecordId, T)>>>);

impl<T> Clone for Stock<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stock<T> {}

impl<T: Letter + DeserializeOwned + Clone + Send + Sync + 'static> Stock<T> {
    /// Reads it, and anew whenever something of the firm changes.
    pub fn read(desk: Desk) -> Self {
        let stock = Self(RwSignal::new(None));
        whenever(move || {
            desk.deals.track();
            stock.again(desk);
        });
        stock
    }

    /// Reads it once: what is being typed is not drawn anew by what arrives.
    pub fn once(desk: Desk) -> Self {
        let stock = Self(RwSignal::new(None));
        stock.again(desk);
        stock
    }

    /// Reads it anew.
    pub fn again(self, desk: Desk) {
        leptos::task::spawn_local(async move {
            let all = stock::all::<T>(desk).await;
            self.0.try_set(Some(all));
        });
    }

    /// What there is, none until it was read; tracks it.
    pub fn all(self) -> Option<Vec<(RecordId, T)>> {
        self.0.get()
    }

    /// The letters of what there is; nothing until it was read; tracks it.
    pub fn letters(self) -> Vec<T> {
        self.all().into_iter().flatten().map(|(_, letter)| letter).collect()
    }

    /// What an address asks to be edited: the one that it names, or a new one; none until it was read.
    pub fn asked(self, named: &str) -> Option<(RecordId, Option<T>)> {
        let all = self.all()?;
        let known = all.into_iter().find(|(id, _)| id.to_string() == named);
        Some(known.map_or_else(|| (random::record_id(), None), |(id, letter)| (id, Some(letter))))
    }
}
