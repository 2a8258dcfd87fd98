//! What is being written and not saved yet: kept on this device, so that leaving a page loses nothing.

use super::{Trouble, engine};
use crate::desk::Desk;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sync::Store;

/// Where a draft of the open home is kept, by the name of what is written.
pub fn place(desk: Desk, name: &str) -> String {
    let space = desk.space.get_untracked().map(|space| space.to_string()).unwrap_or_default();
    format!("draft/{space}/{name}")
}

/// The draft at `place`; none if there is none, or if it cannot be read any more.
pub async fn read<T: DeserializeOwned>(desk: Desk, place: &str) -> Option<T> {
    let text = engine(desk).ok()?.device().note(place).await.ok()??;
    serde_json::from_str(&text).ok()
}

/// Keeps a draft at `place`; none lets it go.
pub async fn keep<T: Serialize>(desk: Desk, place: &str, draft: Option<&T>) -> Result<(), Trouble> {
    let text = draft.and_then(|draft| serde_json::to_string(draft).ok());
    Ok(engine(desk)?.device().set_note(place, text.as_deref()).await?)
}
