//! Many records at once, on their way into the open home or out of it.

use super::engine::{Change, Engine, Trouble};
use crate::browser::timer;
use leptos::prelude::*;
use model::access::{Action, Role, may};
use model::body::Fields;
use model::kind::{OF_HOME, named};
use model::{Edit, FileRef, Record, RecordId, SpaceId};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::rc::Rc;
use sync::{Event, Replica, Store, StoreError};

/// Records of one part: worked through in a moment, so that the page goes on answering.
const PART_RECORDS: usize = 500;

/// Fields of a record, as they come from another module.
#[derive(Deserialize)]
struct Written {
    id: RecordId,
    kind: String,
    fields: Fields,
}

impl Engine {
    /// Tells everything that the open home holds, as JSON lists of some records each, with time for the page between them.
    pub(crate) async fn tell_parts(
        self: &Rc<Self>,
        tell: impl AsyncFn(String) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let ids = self.open.borrow().as_ref().map(|(_, replica)| replica.ids()).unwrap_or_default();
        for some in ids.chunks(PART_RECORDS) {
            let part = self.part(&some.iter().copied().collect());
            tell(part).await?;
            timer::wait(0).await;
        }
        Ok(())
    }

    /// What waits of the open home, as two JSON lists: records as the server has them, and edits.
    pub(crate) fn tell_waiting(&self) -> (String, String) {
        let open = self.open.borrow();
        let Some((_, replica)) = open.as_ref() else { return ("[]".into(), "[]".into()) };
        let edits: Vec<&Edit> = replica.outbox().iter().map(|queued| &queued.edit).collect();
        let ids: BTreeSet<RecordId> = edits.iter().map(|edit| edit.id).collect();
        let bases: Vec<&Record> = ids.iter().filter_map(|id| replica.base(*id)).collect();
        let text = |told: serde_json::Result<String>| told.expect("records and edits are always writable");
        (text(serde_json::to_string(&bases)), text(serde_json::to_string(&edits)))
    }

    fn part(&self, ids: &BTreeSet<RecordId>) -> String {
        let mut texts = Vec::with_capacity(ids.len());
        if let Some((_, replica)) = self.open.borrow().as_ref() {
            replica.each_of(ids, &mut |_, record| {
                texts.extend(record.map(|record| serde_json::to_string(record).expect("records are always writable")));
            });
        }
        format!("[{}]", texts.join(","))
    }

    /// A record of the open home as it is shown.
    pub(crate) fn record(&self, id: RecordId) -> Option<Record> {
        self.open.borrow().as_ref().and_then(|(_, replica)| replica.shown(id).map(std::borrow::Cow::into_owned))
    }

    /// Records of one kind of the open home.
    pub(crate) fn of_kind(&self, kind: &str) -> Vec<Record> {
        self.open.borrow().as_ref().map(|(_, replica)| of_kind(replica, kind)).unwrap_or_default()
    }

    /// Records of one kind of a home that need not be the open one, and whether all of that home has been fetched.
    pub(crate) async fn kept_of_kind(&self, space: SpaceId, kind: &str) -> Result<(Vec<Record>, bool), StoreError> {
        let known = |replica: &Replica| (of_kind(replica, kind), replica.cursor());
        let opened = self.open.borrow().as_ref().filter(|(open, _)| *open == space).map(|(_, open)| known(open));
        let (records, cursor) = match opened {
            Some(opened) => opened,
            None => known(&self.read(space).await?),
        };
        let is_joined = self.entry(space).is_some_and(|entry| entry.joined);
        let is_whole = !is_joined || cursor.is_some_and(|cursor| cursor.before.is_none());
        Ok((records, is_whole))
    }

    /// Writes changes that came in JSON into a home: all of them, durably, then to be seen. Other tabs and the server are told with the `last`.
    pub(crate) async fn take_in(self: &Rc<Self>, space: SpaceId, changes: &str, last: bool) -> Result<(), Trouble> {
        let unreadable = |error: serde_json::Error| Trouble::Store(StoreError::Failed(error.to_string()));
        let written: Vec<Written> = serde_json::from_str(changes).map_err(unreadable)?;
        let change = |Written { id, kind, fields }| Some(Change { id, kind: named(OF_HOME, &kind)?, fields });
        let edits = self.edits(space, written.into_iter().filter_map(change).collect())?;
        self.take_edits(space, edits, last).await
    }

    /// The same with edits that have their stamps already.
    pub(crate) async fn take_edits(
        self: &Rc<Self>,
        space: SpaceId,
        edits: Vec<Edit>,
        last: bool,
    ) -> Result<(), Trouble> {
        let entry = self.entry(space);
        if !may(entry.as_ref().map_or(Role::Owner, |entry| entry.role), Action::Write) {
            return Err(Trouble::Forbidden);
        }
        if !edits.is_empty() {
            self.device.save(space, &edits).await?;
        }
        self.show_change(space, |replica| replica.edited(&edits));
        if last {
            self.tabs.tell(space);
        }
        if last && entry.is_some_and(|entry| entry.joined) {
            self.happen(Event::Edited(space));
        }
        Ok(())
    }

    /// Keeps a file that an import brings, to be uploaded after the record that names it.
    pub(crate) async fn take_file(&self, space: SpaceId, file: &str, content: &[u8]) -> Result<(), Trouble> {
        let unreadable = |error: serde_json::Error| Trouble::Store(StoreError::Failed(error.to_string()));
        let file: FileRef = serde_json::from_str(file).map_err(unreadable)?;
        Ok(self.keep_file(space, &file, content, None).await?)
    }

    /// The open home's space.
    pub(crate) fn here(&self) -> Result<SpaceId, Trouble> {
        self.desk.space.get_untracked().ok_or(Trouble::Forbidden)
    }
}

fn of_kind(replica: &Replica, kind: &str) -> Vec<Record> {
    let mut found = Vec::new();
    replica.each_of_kind(kind, &mut |record| found.push(record.clone()));
    found
}
