//! Taking in files, part by part: what may come next, and what happens when the last part is here.

use crate::app::App;
use crate::blobs::Joined;
use crate::error::Error;
use crate::preview::{self, Size};
use crate::storage::{FileRow, PartRow, Scope};
use crate::taken;
use bytes::Bytes;
use model::access::Sort;
use model::file::{FILE_BYTES_MAX, PHOTO_BYTES_MAX, PHOTO_SIDE_MAX, media_of, picture_fault};
use model::{Fault, FaultCode, FileHash};
use wire::ErrorCode;
use wire::file::{Chunk, Received};

/// Files of a space that no record names (yet). Records are pushed before their files, so an honest device leaves none.
const UNCLAIMED_MAX: u64 = 500;

impl FileRow {
    /// How much of it is here.
    pub fn as_received(&self) -> Received {
        Received { bytes: self.received, complete: self.complete }
    }
}

/// Takes in a part that begins where the file ends here. One that was sent before is not kept again; after the last part the file is
/// joined and checked, and an empty part at the end asks for that again.
///
/// # Errors
/// `Invalid` where part and file do not fit together or the whole is not the file, `Conflict` where parts before it are missing,
/// `TooLarge` beyond what a file may have.
pub async fn take_part(
    app: &App,
    scope: &Scope,
    hash: FileHash,
    chunk: Chunk,
    content: Bytes,
) -> Result<Received, Error> {
    let length = content.len() as u64;
    check_size(chunk, length)?;
    let known = app.storage.file(scope, hash).await?;
    let received = match &known {
        Some(file) if file.complete => return Ok(file.as_received()),
        Some(file) if file.size != chunk.size => {
            return Err(Error::fault("size", FaultCode::Contradicts, "An earlier part gave the file another size."));
        }
        Some(file) => file.received,
        None => 0,
    };
    if chunk.offset > received {
        let fault = Fault::limited("offset", FaultCode::TooLarge, received.cast_signed());
        return Err(Error::new(ErrorCode::Conflict, "Parts before this one are missing.").with_faults(vec![fault]));
    }
    if chunk.offset < received {
        return Ok(Received { bytes: received, complete: false });
    }
    if length > 0 {
        keep_part(app, scope, hash, chunk, content).await?;
    }
    let file = app.storage.file(scope, hash).await?.ok_or_else(Error::not_found)?;
    if file.complete || file.received < file.size {
        Ok(file.as_received())
    } else {
        finish(app, scope, hash, &file).await
    }
}

fn check_size(chunk: Chunk, length: u64) -> Result<(), Error> {
    if chunk.size == 0 {
        return Err(Error::fault("size", FaultCode::TooSmall, "A file has at least one byte."));
    }
    if chunk.size > FILE_BYTES_MAX {
        return Err(too_large(FILE_BYTES_MAX));
    }
    match chunk.offset.checked_add(length) {
        Some(end) if end <= chunk.size => Ok(()),
        _ => Err(Error::fault("offset", FaultCode::TooLarge, "The part goes beyond the end of the file.")),
    }
}

fn too_large(bytes_max: u64) -> Error {
    let fault = Fault::limited("size", FaultCode::TooLarge, bytes_max.cast_signed());
    Error::new(ErrorCode::TooLarge, format!("The file has more than {bytes_max} bytes.")).with_faults(vec![fault])
}

fn is_heavy_photo(media: &str, size: u64) -> bool {
    media.starts_with("image/") && size > PHOTO_BYTES_MAX
}

async fn keep_part(app: &App, scope: &Scope, hash: FileHash, chunk: Chunk, content: Bytes) -> Result<(), Error> {
    let media = media_of(&content);
    if chunk.offset == 0 {
        if is_heavy_photo(media, chunk.size) {
            return Err(too_large(PHOTO_BYTES_MAX));
        }
        if app.storage.unclaimed_files(scope).await? >= UNCLAIMED_MAX {
            let detail = "Too many files wait for a record that names them.";
            return Err(Error::new(ErrorCode::TooMany, detail).retry_after_s(3_600));
        }
    }
    let part = PartRow { hash, size: chunk.size, offset: chunk.offset, length: content.len() as u64, media };
    app.blobs.put_part(scope.space(), hash, chunk.offset, content).await?;
    app.storage.note_part(scope, part, app.clock.now()).await
}

/// Joins the parts. What is not the file, or is made to exhaust whoever decodes it, is removed.
async fn finish(app: &App, scope: &Scope, hash: FileHash, file: &FileRow) -> Result<Received, Error> {
    let space = scope.space();
    match app.blobs.join(space, hash, file.size).await? {
        // What it is can only now be told for sure: a first part of one byte tells nothing.
        Joined::Whole(media) => {
            if let Some(refusal) = photo_refusal(app, scope, hash, media, file.size).await? {
                drop_file(app, scope, hash).await?;
                return Err(refusal);
            }
            app.storage.complete_file(scope, hash, media).await?;
            app.blobs.remove_parts(space, hash).await?;
            if scope.sort() == Sort::Deal {
                taken::arrived(app, scope, hash).await?;
            }
            Ok(Received { bytes: file.size, complete: true })
        }
        Joined::Wrong => {
            drop_file(app, scope, hash).await?;
            Err(Error::fault("hash", FaultCode::Contradicts, "The content has another hash than the path says."))
        }
        Joined::Missing => {
            // Another request may have joined them at this moment; otherwise the file begins anew.
            if let Some(file) = app.storage.file(scope, hash).await?.filter(|file| file.complete) {
                return Ok(file.as_received());
            }
            drop_file(app, scope, hash).await?;
            Ok(Received { bytes: 0, complete: false })
        }
    }
}

/// Why a photo is not kept, if it is one: too heavy, or made to exhaust whoever decodes it.
async fn photo_refusal(
    app: &App,
    scope: &Scope,
    hash: FileHash,
    media: &str,
    size: u64,
) -> Result<Option<Error>, Error> {
    if is_heavy_photo(media, size) {
        return Ok(Some(too_large(PHOTO_BYTES_MAX)));
    }
    if !media.starts_with("image/") {
        return Ok(None);
    }
    let content = app.blobs.content(scope.space(), hash).await?;
    // The decoder's own reading of the head has the last word: it is what would be decoded.
    let by_decoder = || preview::size(&content) == Size::TooLarge;
    let beyond = || Fault::limited("width", FaultCode::TooLarge, PHOTO_SIDE_MAX.into());
    let fault = picture_fault(&content).or_else(|| by_decoder().then(beyond));
    let detail = "The picture has more pixels than are allowed.";
    Ok(fault.map(|fault| Error::new(ErrorCode::Invalid, detail).with_faults(vec![fault])))
}

async fn drop_file(app: &App, scope: &Scope, hash: FileHash) -> Result<(), Error> {
    app.blobs.remove_file(scope.space(), hash).await?;
    app.storage.forget_file(scope, hash).await
}
