//! Files in pieces, so that 50 MB never stand in Wasm memory: as bytes for the engine, as blobs for the page.

use crate::connection::Link;
use crate::key;
use crate::schema::{CHUNKS, CONTENTS, FILES, UPLOADS};
use crate::text::Text;
use crate::transaction::Durable;
use crate::trouble::Trouble;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionRef;
use js_sys::{Array, Uint8Array};
use model::{FileHash, FileRef, SpaceId};
use std::rc::Rc;
use sync::StoreError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};
use wire::file::CHUNK_BYTES;

/// Keeps a file whose content is in memory.
pub(crate) async fn put(
    link: &Rc<Link>,
    space: SpaceId,
    file: &FileRef,
    content: &[u8],
    upload: bool,
) -> Result<(), StoreError> {
    link.write(&[FILES, UPLOADS, CONTENTS, CHUNKS], durable(upload), async |transaction| {
        let chunks = transaction.object_store(CHUNKS)?;
        for (n, piece) in content.chunks(CHUNK_BYTES).enumerate() {
            let key = key::numbered(file.hash, n as f64);
            chunks.put(JsValue::from(Uint8Array::from(piece))).with_key(key).build()?;
        }
        note(transaction, space, file, content.len() as f64, upload).await
    })
    .await
}

/// Keeps a file whose content the browser holds. Pieces are written one at a time, each in a transaction of its own, because reading a blob
/// would end a transaction. Until the last one, which notes that the content is whole, nobody sees any of it.
pub(crate) async fn put_blob(
    link: &Rc<Link>,
    space: SpaceId,
    file: &FileRef,
    blob: &Blob,
    upload: bool,
) -> Result<(), StoreError> {
    match put_pieces(link, file.hash, blob).await {
        Ok(()) => {
            link.write(&[FILES, UPLOADS, CONTENTS], durable(upload), async |transaction| {
                note(transaction, space, file, blob.size(), upload).await
            })
            .await
        }
        Err(error) => {
            // Room for what could not be finished is given back; if that fails too, the first error is the one to tell.
            let _ = link
                .write(&[CHUNKS, CONTENTS], Durable::System, async |transaction| {
                    drop_partial(transaction, file.hash).await
                })
                .await;
            Err(error)
        }
    }
}

async fn put_pieces(link: &Rc<Link>, hash: FileHash, blob: &Blob) -> Result<(), StoreError> {
    let mut from = 0.0;
    let mut n = 0.0;
    while from < blob.size() {
        let until = blob.size().min(from + CHUNK_BYTES as f64);
        let piece = bytes(blob, from, until).await.map_err(|trouble| trouble.0)?;
        link.write(&[CHUNKS], Durable::System, async |transaction| {
            transaction.object_store(CHUNKS)?.put(JsValue::from(piece)).with_key(key::numbered(hash, n)).build()?;
            Ok(())
        })
        .await?;
        from = until;
        n += 1.0;
    }
    Ok(())
}

/// A part of a blob, in the browser's memory.
async fn bytes(blob: &Blob, from: f64, until: f64) -> Result<Uint8Array, Trouble> {
    let part = blob.slice_with_f64_and_f64(from, until)?;
    Ok(Uint8Array::new(&JsFuture::from(part.array_buffer()).await?))
}

/// Up to `length` bytes from `offset`, of which only the pieces in question are read.
pub(crate) async fn read(
    link: &Rc<Link>,
    hash: FileHash,
    offset: u64,
    length: u64,
) -> Result<Option<Vec<u8>>, StoreError> {
    link.read(&[CONTENTS, CHUNKS], async |transaction| {
        let Some(size) = size(transaction, hash).await? else { return Ok(None) };
        let until = offset.saturating_add(length).min(size);
        let chunks = transaction.object_store(CHUNKS)?;
        let mut content = Vec::with_capacity(usize::try_from(until.saturating_sub(offset)).unwrap_or_default());
        let mut at = offset;
        while at < until {
            let n = at / CHUNK_BYTES as u64;
            let start = n * CHUNK_BYTES as u64;
            let piece = piece(&chunks, hash, n as f64).await?;
            let within = |place: u64| u32::try_from(place - start).unwrap_or(u32::MAX).min(piece.length());
            let part = piece.subarray(within(at), within(until));
            if part.length() == 0 {
                return Err(StoreError::Failed(format!("the file {hash} is shorter than was noted")).into());
            }
            content.extend(part.to_vec());
            at += u64::from(part.length());
        }
        Ok(Some(content))
    })
    .await
}

/// A file as a blob, made of pieces outside Wasm memory.
pub(crate) async fn blob(link: &Rc<Link>, hash: FileHash, media: &str) -> Result<Option<Blob>, StoreError> {
    link.read(&[CONTENTS, CHUNKS], async |transaction| {
        let Some(size) = size(transaction, hash).await? else { return Ok(None) };
        let chunks = transaction.object_store(CHUNKS)?;
        let parts = Array::new();
        for n in 0..size.div_ceil(CHUNK_BYTES as u64) {
            // A blob of each piece lets the browser move it out of the page's memory before the next one comes.
            let piece = piece(&chunks, hash, n as f64).await?;
            parts.push(&Blob::new_with_u8_array_sequence(&Array::of1(&piece))?.into());
        }
        let options = BlobPropertyBag::new();
        options.set_type(media);
        Ok(Some(Blob::new_with_blob_sequence_and_options(&parts, &options)?))
    })
    .await
}

/// The files of a space that wait to be uploaded.
pub(crate) async fn uploads(link: &Rc<Link>, space: SpaceId) -> Result<Vec<FileRef>, StoreError> {
    link.read(&[UPLOADS], async |transaction| {
        Ok(waiting(transaction, space).await?.into_iter().map(|(_, file)| file).collect())
    })
    .await
}

/// Notes that the server has a file in a space.
pub(crate) async fn uploaded(link: &Rc<Link>, space: SpaceId, hash: FileHash) -> Result<(), StoreError> {
    link.write(&[UPLOADS], Durable::System, async |transaction| {
        if let Some((key, _)) = find(transaction, space, hash).await? {
            transaction.object_store(UPLOADS)?.delete(key).build()?;
        }
        Ok(())
    })
    .await
}

/// Removes the files of a space, and the contents that no other space has.
pub(crate) async fn drop_space(transaction: &TransactionRef<'_>, space: SpaceId) -> Result<(), Trouble> {
    let files = transaction.object_store(FILES)?;
    let gone = hashes(key::all(&files, key::under(space)).await?);
    files.delete(key::under(space)).build()?;
    transaction.object_store(UPLOADS)?.delete(key::under(space)).build()?;
    let kept: Vec<JsValue> = files.get_all_keys::<JsValue>().await?.collect::<Result<_, _>>()?;
    let kept = hashes(kept);
    for hash in gone.iter().filter(|hash| !kept.contains(*hash)) {
        transaction.object_store(CONTENTS)?.delete(hash.clone()).build()?;
        transaction.object_store(CHUNKS)?.delete(key::under(hash)).build()?;
    }
    Ok(())
}

/// The hashes in keys of [`FILES`].
fn hashes(keys: Vec<JsValue>) -> std::collections::HashSet<String> {
    keys.into_iter().filter_map(|key| key.unchecked_into::<Array>().get(1).as_string()).collect()
}

/// A person's own file has to be on the disk; one that the server has may be fetched again.
fn durable(upload: bool) -> Durable {
    if upload { Durable::Disk } else { Durable::System }
}

/// Notes that a file is here, whole, and whether it waits to be uploaded.
async fn note(
    transaction: &TransactionRef<'_>,
    space: SpaceId,
    file: &FileRef,
    size: f64,
    upload: bool,
) -> Result<(), Trouble> {
    let text = serde_json::to_string(file)?;
    transaction.object_store(CONTENTS)?.put(size).with_key(file.hash.to_string()).build()?;
    transaction.object_store(FILES)?.put(text.as_str()).with_key(key::named(space, file.hash)).build()?;
    let uploads = transaction.object_store(UPLOADS)?;
    match (find(transaction, space, file.hash).await?, upload) {
        (Some((key, _)), true) => uploads.put(text).with_key(key).build().map(drop)?,
        (Some((key, _)), false) => uploads.delete(key).build().map(drop)?,
        (None, true) => {
            let n = key::next(&uploads, space).await?;
            uploads.put(text).with_key(key::numbered(space, n)).build().map(drop)?;
        }
        (None, false) => {}
    }
    Ok(())
}

/// What waits to be uploaded, with its keys. That is few at any time.
async fn waiting(transaction: &TransactionRef<'_>, space: SpaceId) -> Result<Vec<(JsValue, FileRef)>, Trouble> {
    let uploads = transaction.object_store(UPLOADS)?;
    let keys = uploads.get_all_keys::<JsValue>().with_query(key::under(space)).build()?;
    let texts = uploads.get_all::<Text>().with_query(key::under(space)).build()?;
    keys.await?.zip(texts.await?).map(|(key, text)| Ok((key?, serde_json::from_str(&text?.0)?))).collect()
}

async fn find(
    transaction: &TransactionRef<'_>,
    space: SpaceId,
    hash: FileHash,
) -> Result<Option<(JsValue, FileRef)>, Trouble> {
    Ok(waiting(transaction, space).await?.into_iter().find(|(_, file)| file.hash == hash))
}

/// Bytes of a content that is whole.
async fn size(transaction: &TransactionRef<'_>, hash: FileHash) -> Result<Option<u64>, Trouble> {
    let size: Option<f64> = transaction.object_store(CONTENTS)?.get(hash.to_string()).await?;
    Ok(size.map(|size| size as u64))
}

async fn piece(chunks: &ObjectStore<'_>, hash: FileHash, n: f64) -> Result<Uint8Array, Trouble> {
    let piece: Option<JsValue> = chunks.get(key::numbered(hash, n)).await?;
    let piece = piece.and_then(|piece| piece.dyn_into::<Uint8Array>().ok());
    piece.ok_or_else(|| StoreError::Failed(format!("a piece of the file {hash} is missing")).into())
}

/// Removes pieces, unless the same content is here whole already.
async fn drop_partial(transaction: &TransactionRef<'_>, hash: FileHash) -> Result<(), Trouble> {
    if size(transaction, hash).await?.is_none() {
        transaction.object_store(CHUNKS)?.delete(key::under(hash)).build()?;
    }
    Ok(())
}
