//! What the first screens call and do not need to be drawn: a module of its own, fetched while a person reads them.
//!
//! What only these functions call is in that module (`dev/README.md`, lazy pages); the bundler knows it by `engine_` in their names. Starting a home is a
//! module of its own: nearly everybody has one.

use super::{attach, home};
use crate::desk::Desk;
use leptos::prelude::*;
use model::{FileRef, SpaceId};

/// Why a home could not be started, in words.
pub enum NotFounded {
    /// Its name is not one.
    Name(String),
    /// Anything else.
    Other(String),
}

/// [`home::found`].
#[lazy]
pub async fn found(desk: Desk, name: String) -> Result<SpaceId, NotFounded> {
    let words = desk.words();
    home::found(desk, &name).await.map_err(|trouble| match trouble.faults().first() {
        Some(fault) => {
            let limit = fault.limit.map(|limit| words.number(limit));
            NotFounded::Name((words.trouble().fault)(fault.code, limit.as_deref()))
        }
        None => NotFounded::Other(trouble.told(words)),
    })
}

/// [`attach::picture`].
#[lazy]
pub async fn engine_picture(desk: Desk, file: FileRef) -> Option<String> {
    attach::picture(desk, &file).await
}

/// [`attach::preview`].
#[lazy]
pub async fn engine_preview(desk: Desk, file: FileRef) -> Option<String> {
    attach::preview(desk, &file).await
}
