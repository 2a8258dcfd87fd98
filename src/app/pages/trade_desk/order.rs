//! The order in which the visits of a day are driven, as this device keeps it: of those for which the firm's duties tell no place.

use crate::deeds::draft;
use crate::desk::Desk;
use leptos::prelude::*;
use model::{Date, RecordId};

/// Where this device keeps it.
const PLACE: &str = "trade/order";
/// Days whose order is kept, the latest to be written: two weeks ahead and back.
const DAYS_MAX: usize = 28;

type Orders = Vec<(Date, Vec<RecordId>)>;

/// The order of a day into a signal; nothing where none was given.
pub fn read(desk: Desk, on: Date, order: RwSignal<Vec<RecordId>>) {
    leptos::task::spawn_local(async move {
        let kept = draft::read::<Orders>(desk, PLACE).await.unwrap_or_default();
        let own = kept.into_iter().find(|(day, _)| *day == on).map(|(_, order)| order);
        order.try_set(own.unwrap_or_default());
    });
}

/// Keeps the order of a day.
pub fn keep(desk: Desk, on: Date, order: Vec<RecordId>) {
    leptos::task::spawn_local(async move {
        let mut kept = draft::read::<Orders>(desk, PLACE).await.unwrap_or_default();
        kept.retain(|(day, _)| *day != on);
        kept.push((on, order));
        kept.drain(..kept.len().saturating_sub(DAYS_MAX));
        // A device without room for it goes by the hour again.
        let _ = draft::keep(desk, PLACE, Some(&kept)).await;
    });
}
