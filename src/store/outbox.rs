//! Edits that wait: in the order in which they were made, a batch to a value, so that an import of thousands is few writes.

use crate::connection::Link;
use crate::key;
use crate::schema::{CURSORS, OUTBOX, SETTLED};
use crate::segment::put_cursor;
use crate::text::{self, Text};
use crate::transaction::Durable;
use crate::trouble::Trouble;
use indexed_db_futures::error::Error;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use model::{Edit, EditKey, SpaceId};
use std::collections::HashMap;
use std::rc::Rc;
use sync::{Queued, Refusal, Settlement, StoreError};
use wasm_bindgen::JsValue;
use wire::push::Outcome;

/// Edits in one value. More make fewer writes; fewer make marking one of them cheaper.
const BATCH_EDITS: usize = 200;
/// Values that are looked through at a time: those of one push are the oldest, so one round is nearly always enough.
const SCAN_VALUES: u32 = 11;

/// Puts edits behind those already waiting.
pub(crate) async fn save(link: &Rc<Link>, space: SpaceId, edits: &[Edit]) -> Result<(), StoreError> {
    link.write(&[OUTBOX], Durable::Disk, async |transaction| {
        let outbox = transaction.object_store(OUTBOX)?;
        let mut n = key::next(&outbox, space).await?;
        for batch in edits.chunks(BATCH_EDITS) {
            let batch: Vec<_> = batch.iter().map(|edit| Queued { edit: edit.clone(), refused: None }).collect();
            outbox.put(text::kept(&serde_json::to_string(&batch)?)).with_key(key::numbered(space, n)).build()?;
            n += 1.0;
        }
        Ok(())
    })
    .await
}

/// Every waiting edit, oldest first.
pub(crate) async fn all(link: &Rc<Link>, space: SpaceId) -> Result<Vec<Queued>, StoreError> {
    link.read(&[OUTBOX], async |transaction| {
        let outbox = transaction.object_store(OUTBOX)?;
        let texts = outbox.get_all::<Text>().with_query(key::under(space)).await?;
        read(texts)
    })
    .await
}

/// The oldest edits that wait and are not refused. Values are read as far as they are needed.
pub(crate) async fn unsent(link: &Rc<Link>, space: SpaceId, limit: usize) -> Result<Vec<Edit>, StoreError> {
    link.read(&[OUTBOX], async |transaction| {
        let outbox = transaction.object_store(OUTBOX)?;
        let (mut unsent, mut range) = (Vec::new(), key::under(space));
        while unsent.len() < limit {
            let values = scan(&outbox, range).await?;
            for (_, text) in &values {
                let queued = serde_json::from_str::<Vec<Queued>>(text)?.into_iter();
                unsent.extend(queued.filter(|queued| queued.refused.is_none()).map(|queued| queued.edit));
            }
            match values.last() {
                Some((last, _)) => range = key::after(space, last),
                None => break,
            }
        }
        unsent.truncate(limit);
        Ok(unsent)
    })
    .await
}

/// The next values in a range, with their keys.
async fn scan(outbox: &ObjectStore<'_>, range: JsValue) -> Result<Vec<(JsValue, String)>, Trouble> {
    let keys = outbox.get_all_keys::<JsValue>().with_query(range.clone()).with_limit(SCAN_VALUES).build()?;
    let texts = outbox.get_all::<Text>().with_query(range).with_limit(SCAN_VALUES).build()?;
    keys.await?.zip(texts.await?).map(|(key, text)| Ok((key?, text?.0))).collect()
}

/// The edits in batches.
pub(crate) fn read(texts: impl Iterator<Item = Result<Text, Error>>) -> Result<Vec<Queued>, Trouble> {
    let mut all = Vec::new();
    for text in texts {
        all.extend(serde_json::from_str::<Vec<Queued>>(&text?.0)?);
    }
    Ok(all)
}

/// Takes in answers to a push. If a power cut takes that back, the edits are sent again and answered alike.
pub(crate) async fn settle(link: &Rc<Link>, space: SpaceId, settlement: &Settlement) -> Result<(), StoreError> {
    let accepted = settlement.accepted.iter().map(|key| (*key, None));
    let refused = settlement.refused.iter().map(|(key, outcome)| (*key, Some(outcome.clone())));
    let answers = accepted.chain(refused).collect();
    link.write(&[OUTBOX, SETTLED, CURSORS], Durable::System, async |transaction| {
        answer(&transaction.object_store(OUTBOX)?, space, answers).await?;
        if !settlement.records.is_empty() {
            let settled = transaction.object_store(SETTLED)?;
            let n = key::next(&settled, space).await?;
            let records = text::kept(&serde_json::to_string(&settlement.records)?);
            settled.put(records).with_key(key::numbered(space, n)).build()?;
        }
        match settlement.cursor {
            Some(cursor) => put_cursor(&transaction.object_store(CURSORS)?, space, cursor),
            None => Ok(()),
        }
    })
    .await
}

/// Takes one edit out.
pub(crate) async fn discard(link: &Rc<Link>, space: SpaceId, key: EditKey) -> Result<(), StoreError> {
    link.write(&[OUTBOX], Durable::Disk, async |transaction| {
        answer(&transaction.object_store(OUTBOX)?, space, HashMap::from([(key, None)])).await
    })
    .await
}

/// Removes the edits that are answered with nothing, and marks those that are answered with a refusal.
async fn answer(
    outbox: &ObjectStore<'_>,
    space: SpaceId,
    mut answers: HashMap<EditKey, Option<Outcome>>,
) -> Result<(), Trouble> {
    let mut range = key::under(space);
    while !answers.is_empty() {
        let values = scan(outbox, range).await?;
        // Values that go are mostly next to each other, and go together: a browser takes its time for each request.
        let mut gone: Option<(&JsValue, &JsValue)> = None;
        for (key, text) in &values {
            let before = serde_json::from_str::<Vec<Queued>>(text)?;
            let unanswered = answers.len();
            let after: Vec<Queued> = before.into_iter().filter_map(|queued| answered(queued, &mut answers)).collect();
            if after.is_empty() {
                gone = Some((gone.map_or(key, |(first, _)| first), key));
            } else {
                delete(outbox, gone.take())?;
            }
            if !after.is_empty() && answers.len() < unanswered {
                outbox.put(text::kept(&serde_json::to_string(&after)?)).with_key(key.clone()).build()?;
            }
            if answers.is_empty() {
                break;
            }
        }
        delete(outbox, gone)?;
        match values.last() {
            Some((last, _)) => range = key::after(space, last),
            None => break,
        }
    }
    Ok(())
}

/// Deletes the values from the one key to the other, if there are any.
fn delete(outbox: &ObjectStore<'_>, gone: Option<(&JsValue, &JsValue)>) -> Result<(), Trouble> {
    if let Some((first, last)) = gone {
        outbox.delete(key::between(first, last)).build()?;
    }
    Ok(())
}

/// What remains of an edit in the outbox.
fn answered(queued: Queued, answers: &mut HashMap<EditKey, Option<Outcome>>) -> Option<Queued> {
    match answers.remove(&queued.edit.key) {
        None => Some(queued),
        Some(None) => None,
        Some(Some(refused)) => Some(Queued { refused: Some(Refusal::new(&refused)), ..queued }),
    }
}
