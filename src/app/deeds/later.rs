//! What the first screens call and do not need to be drawn: a module of its own, fetched while a person reads them.
//!
//! What only these functions call is in that module (`dev/README.md`, lazy pages); the bundler knows it by `engine_` in their names.

use super::{Trouble, attach, home};
use crate::desk::Desk;
use leptos::prelude::*;
use model::{FileRef, SpaceId};

/// [`home::found`].
#[lazy]
pub async fn engine_found(desk: Desk, name: String) -> Result<SpaceId, Trouble> {
    home::found(desk, &name).await
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
