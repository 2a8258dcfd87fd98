//! What the server has: pulled pages as they came, the records that pushes settled beside them, and how both are folded.

use crate::connection::Link;
use crate::key;
use crate::outbox;
use crate::schema::{CURSORS, OUTBOX, SEGMENTS, SETTLED};
use crate::text::{self, Text};
use crate::transaction::Durable;
use crate::trouble::Trouble;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use model::{Record, SpaceId};
use std::rc::Rc;
use sync::fold::{Census, Kept};
use sync::{Opened, StoreError};
use wasm_bindgen::JsValue;
use wire::Cursor;

/// Everything of a space. All requests are sent before the first answer is awaited, and no page is parsed.
pub(crate) async fn open(link: &Rc<Link>, space: SpaceId) -> Result<Opened, StoreError> {
    link.read(&[SEGMENTS, SETTLED, OUTBOX, CURSORS], async |transaction| {
        let (segments, settled) = (transaction.object_store(SEGMENTS)?, transaction.object_store(SETTLED)?);
        let (outbox, cursors) = (transaction.object_store(OUTBOX)?, transaction.object_store(CURSORS)?);
        let segments = segments.get_all::<Text>().with_query(key::under(space)).build()?;
        let settled = settled.get_all::<Text>().with_query(key::under(space)).build()?;
        let outbox = outbox.get_all::<Text>().with_query(key::under(space)).build()?;
        let cursor = cursors.get::<String, _, _>(space.to_string()).build()?;
        let mut records: Vec<Record> = Vec::new();
        let segments = segments.await?.map(|text| Ok(text?.0)).collect::<Result<_, Trouble>>()?;
        for text in settled.await? {
            records.extend(serde_json::from_str::<Vec<Record>>(&text?.0)?);
        }
        let outbox = outbox::read(outbox.await?)?;
        let cursor = cursor.await?.map(|text| serde_json::from_str(&text)).transpose()?;
        Ok(Opened { segments, records, outbox, cursor })
    })
    .await
}

/// Keeps a page as it came, and its cursor in the same transaction: a power cut takes both or neither.
pub(crate) async fn apply(
    link: &Rc<Link>,
    space: SpaceId,
    page: &str,
    cursor: Cursor,
    anew: bool,
) -> Result<(), StoreError> {
    link.write(&[SEGMENTS, SETTLED, CURSORS], Durable::System, async |transaction| {
        let segments = transaction.object_store(SEGMENTS)?;
        if anew {
            segments.delete(key::under(space)).build()?;
            transaction.object_store(SETTLED)?.delete(key::under(space)).build()?;
        }
        let n = key::next(&segments, space).await?;
        segments.put(text::kept(page)).with_key(key::numbered(space, n)).build()?;
        put_cursor(&transaction.object_store(CURSORS)?, space, cursor)
    })
    .await
}

/// Notes how much of a space is here.
pub(crate) fn put_cursor(cursors: &ObjectStore<'_>, space: SpaceId, cursor: Cursor) -> Result<(), Trouble> {
    cursors.put(serde_json::to_string(&cursor)?).with_key(space.to_string()).build()?;
    Ok(())
}

/// Packs what is kept of a space anew, if that is worth it. Values are read one at a time, so a space is never in memory twice.
pub(crate) async fn fold(link: &Rc<Link>, space: SpaceId) -> Result<bool, StoreError> {
    link.write(&[SEGMENTS, SETTLED], Durable::System, async |transaction| {
        let (segments, settled) = (transaction.object_store(SEGMENTS)?, transaction.object_store(SETTLED)?);
        let (pages, pushes) = (key::all(&segments, key::under(space)), key::all(&settled, key::under(space)));
        let (pages, pushes) = (pages.await?, pushes.await?);
        let values = || {
            let pages = pages.iter().map(|key| (&segments, key, false));
            pages.chain(pushes.iter().map(|key| (&settled, key, true))).enumerate()
        };
        let mut census = Census::default();
        for (_, (store, key, is_settled)) in values() {
            census.count(kept(&read(store, key).await?, is_settled));
        }
        let Some(mut plan) = census.plan(space) else { return Ok(false) };
        let mut n = key::next(&segments, space).await?;
        let mut put = |page: String| -> Result<(), Trouble> {
            segments.put(text::kept(&page)).with_key(key::numbered(space, n)).build()?;
            n += 1.0;
            Ok(())
        };
        for (value, (store, key, is_settled)) in values() {
            if plan.rewrites(value) {
                plan.pack(value, kept(&read(store, key).await?, is_settled))?.map_or(Ok(()), &mut put)?;
                store.delete(key.clone()).build()?;
            }
        }
        plan.rest().map_or(Ok(()), put)?;
        Ok(true)
    })
    .await
}

fn kept(text: &str, is_settled: bool) -> Kept<'_> {
    if is_settled { Kept::Settled(text) } else { Kept::Segment(text) }
}

/// The text under a key that was listed in the same transaction.
async fn read(store: &ObjectStore<'_>, key: &JsValue) -> Result<String, Trouble> {
    let kept: Option<Text> = store.get(key.clone()).await?;
    kept.map(|text| text.0).ok_or_else(|| StoreError::Failed("a key without a value".to_owned()).into())
}
