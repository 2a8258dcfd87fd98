//! Files: keeping one on this device so that a record can name it, and showing one wherever it is.

use super::{Trouble, engine};
use crate::browser::photo::{self, Picked, Prepared};
use crate::desk::Desk;
use leptos::prelude::*;
use model::file::{FILE_BYTES_MAX, PHOTO_BYTES_MAX};
use model::{Fault, FaultCode, FileRef, SpaceId};

/// Keeps a picked file on this device, to be uploaded after the record that names it: into a deal, else into the open home. Photos are shrunk first; the
/// original is kept where it is small enough to afford. The faults name `files`. In a module of its own, for which nobody has to wait who picks nothing.
#[lazy]
pub async fn add_file(desk: Desk, deal: Option<SpaceId>, picked: Picked) -> Result<FileRef, Trouble> {
    let space = deal.or(desk.space.get_untracked()).ok_or(Trouble::Forbidden)?;
    let engine = engine(desk)?;
    let limit = if picked.is_photo() { PHOTO_BYTES_MAX } else { FILE_BYTES_MAX };
    if picked.size() > limit {
        return Err(Trouble::Faults(vec![Fault::limited("files.size", FaultCode::TooLarge, limit.cast_signed())]));
    }
    let prepared = photo::prepare(&picked).await.map_err(|fault| Trouble::Faults(vec![fault]))?;
    let Prepared { file, content, preview } = prepared;
    engine.keep_file(space, &file, &content, preview.as_deref()).await?;
    Ok(file)
}

/// Where the picture of a photo can be shown from: this device, else the server's preview. None while it is only on its sender's device.
pub async fn picture(desk: Desk, file: &FileRef) -> Option<String> {
    engine(desk).ok()?.picture(file).await
}

/// Where a small picture of a photo can be shown from, for a line of a list: lighter than [`picture`] where this device has one.
pub async fn preview(desk: Desk, file: &FileRef) -> Option<String> {
    engine(desk).ok()?.preview(file).await
}

/// Where the file itself can be opened or saved from, fetched and kept on this device if it is not here.
pub async fn original(desk: Desk, file: &FileRef) -> Result<String, Trouble> {
    engine(desk)?.original(file).await
}

/// The bytes of a file, fetched and kept on this device if they are not here.
pub async fn content(desk: Desk, file: &FileRef) -> Result<Vec<u8>, Trouble> {
    engine(desk)?.content(file).await
}

/// Sends files that wait because they are large and the network is metered.
pub fn upload_now(desk: Desk) {
    if let Some(engine) = desk.engine() {
        engine.upload_now();
    }
}
