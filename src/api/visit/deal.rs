//! A visit by the link of a deal: its provider sees what is written there but for what is the client's alone, and writes the provider's kinds.

use super::notice;
use crate::app::App;
use crate::error::Error;
use crate::storage::{Incoming, Visitor};
use model::access::{Role, deal as access};
use model::{FileHash, FileRef, Record};
use serde_json::Value;
use std::collections::BTreeMap;
use wire::{ErrorCode, PushReply};

/// Pushes by one link within the window.
const PUSHES_MAX: i64 = 600;
/// The window, milliseconds.
const WINDOW_MS: i64 = 3_600_000;

/// Takes in what a provider writes by a link.
///
/// # Errors
/// `TooMany` where more came by this link than may.
pub async fn push(app: &App, visitor: &Visitor, edits: Vec<Incoming>) -> Result<PushReply, Error> {
    let now = app.clock.now();
    if app.storage.count_attempt(format!("pushes by {}", visitor.share), WINDOW_MS, now).await? > PUSHES_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most 600 an hour.").retry_after_s(3_600));
    }
    let told = notice::telling(&edits);
    let reply = app.storage.push_by_link(visitor, edits, now).await?;
    if reply.head != reply.before {
        app.live.wake();
        notice::tell(app, visitor.behind(), &told, &reply).await?;
    }
    Ok(reply)
}

/// The records as who has that role in the deal is told them.
pub fn told(role: Role, records: Vec<Record>) -> Vec<Record> {
    records.into_iter().map(|record| access::told(role, record)).collect()
}

/// Every file that the records name, wherever it stands in them, with the media type by which it is known there.
pub fn files(records: &[Record]) -> BTreeMap<FileHash, String> {
    let mut found = BTreeMap::new();
    for record in records.iter().filter(|record| record.body.text().contains("\"hash\"")) {
        record.body.open().values().for_each(|value| find(value, &mut found));
    }
    found
}

fn find(value: &Value, found: &mut BTreeMap<FileHash, String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| find(value, found)),
        Value::Object(fields) => match serde_json::from_value::<FileRef>(value.clone()) {
            Ok(file) if fields.contains_key("hash") => drop(found.insert(file.hash, file.media)),
            _ => fields.values().for_each(|value| find(value, found)),
        },
        _ => {}
    }
}
