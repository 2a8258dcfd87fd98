//! What a firm keeps for its own work: its price book, templates of quotes, checklists. It is kept on this device, as the firm's details are.

use super::{Trouble, draft};
use crate::desk::Desk;
use model::{Body, Letter, RecordId};
use serde::de::DeserializeOwned;

type Stock = Vec<(RecordId, Body)>;

fn place(kind: &str) -> String {
    format!("trade/{kind}")
}

async fn kept(desk: Desk, kind: &str) -> Stock {
    draft::read(desk, &place(kind)).await.unwrap_or_default()
}

/// Everything of a kind, in the order in which it was first kept.
pub async fn all<T: Letter + DeserializeOwned>(desk: Desk) -> Vec<(RecordId, T)> {
    let kept = kept(desk, T::KIND).await;
    kept.into_iter().filter_map(|(id, body)| Some((id, body.read().ok()?))).collect()
}

/// Keeps one: a new one, or in the place of the one with its id.
pub async fn put<T: Letter>(desk: Desk, id: RecordId, letter: &T) -> Result<(), Trouble> {
    let faults = letter.faults();
    if !faults.is_empty() {
        return Err(Trouble::Faults(faults));
    }
    write(desk, T::KIND, id, Some(Body::seal(&letter.fields()))).await
}

/// Takes one away.
pub async fn take_away<T: Letter>(desk: Desk, id: RecordId) -> Result<(), Trouble> {
    write(desk, T::KIND, id, None).await
}

async fn write(desk: Desk, kind: &str, id: RecordId, body: Option<Body>) -> Result<(), Trouble> {
    let mut stock = kept(desk, kind).await;
    let at = stock.iter().position(|(known, _)| *known == id);
    match (at, body) {
        (Some(at), Some(body)) => stock[at].1 = body,
        (Some(at), None) => drop(stock.remove(at)),
        (None, Some(body)) => stock.push((id, body)),
        (None, None) => {}
    }
    draft::keep(desk, &place(kind), Some(&stock)).await
}
