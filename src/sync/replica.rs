//! A space in memory as a device has it: what was pulled, and its own waiting edits on top.

use crate::store::{Opened, Queued, Settlement};
use model::record::overlaid;
use model::{Edit, Record, RecordId, SpaceId};
use std::collections::HashMap;
use wire::push::Outcome;
use wire::{Cursor, Page, PushReply};

/// A space in memory. What it shows is always the server's records with the waiting edits merged in, refused ones too: what a person
/// wrote stays to be seen until they decide.
#[derive(Clone, Debug, Default)]
pub struct Replica {
    base: HashMap<RecordId, Record>,
    outbox: Vec<Queued>,
    cursor: Option<Cursor>,
}

impl Replica {
    /// What a store holds of `space`. Returns what could not be read too, so that it can be reported; it is pulled again by the caller.
    pub fn from_opened(opened: Opened, space: SpaceId) -> (Self, Vec<serde_json::Error>) {
        let mut replica = Self { base: HashMap::new(), outbox: opened.outbox, cursor: opened.cursor };
        let mut unreadable = Vec::new();
        for segment in &opened.segments {
            match serde_json::from_str::<Page>(segment) {
                Ok(page) if page.space == space => page.records.into_iter().for_each(|record| replica.keep(record)),
                Ok(_) => {}
                Err(error) => unreadable.push(error),
            }
        }
        opened.records.into_iter().for_each(|record| replica.keep(record));
        (replica, unreadable)
    }

    /// The record that this device shows under `id`.
    pub fn shown(&self, id: RecordId) -> Option<Record> {
        let waiting: Vec<&Edit> = self.outbox.iter().map(|queued| &queued.edit).filter(|edit| edit.id == id).collect();
        overlaid(self.base.get(&id), waiting)
    }

    /// Every record that this device shows, in no order.
    pub fn all(&self) -> Vec<Record> {
        let mut waiting: HashMap<RecordId, Vec<&Edit>> = HashMap::new();
        for queued in &self.outbox {
            waiting.entry(queued.edit.id).or_default().push(&queued.edit);
        }
        let untouched = self.base.values().filter(|record| !waiting.contains_key(&record.id)).cloned();
        let touched = waiting.iter().filter_map(|(id, edits)| overlaid(self.base.get(id), edits.iter().copied()));
        untouched.chain(touched).collect()
    }

    /// The record as the server has it, without this device's waiting edits.
    pub fn base(&self, id: RecordId) -> Option<&Record> {
        self.base.get(&id)
    }

    /// The edits that wait, oldest first.
    pub fn outbox(&self) -> &[Queued] {
        &self.outbox
    }

    /// Edits that wait and are not refused.
    pub fn unsent(&self) -> usize {
        self.outbox.iter().filter(|queued| queued.refused.is_none()).count()
    }

    /// Pulled and pushed records that are here.
    pub fn have(&self) -> u64 {
        self.base.len() as u64
    }

    /// How much of the space is here.
    pub fn cursor(&self) -> Option<Cursor> {
        self.cursor
    }

    /// Takes in edits that were saved; the ids of the records that look different now.
    pub fn edited(&mut self, edits: &[Edit]) -> Vec<RecordId> {
        self.outbox.extend(edits.iter().map(|edit| Queued { edit: edit.clone(), refused: None }));
        edits.iter().map(|edit| edit.id).collect()
    }

    /// Takes in a page that was kept; the ids of the records that may look different now, all of them after `anew`.
    pub fn pulled(&mut self, page: Page, cursor: Cursor, anew: bool) -> Vec<RecordId> {
        let mut touched: Vec<RecordId> = page.records.iter().map(|record| record.id).collect();
        if anew {
            touched.extend(self.base.keys().copied());
            self.base.clear();
        }
        page.records.into_iter().for_each(|record| self.keep(record));
        self.cursor = Some(cursor);
        touched
    }

    /// What the server's answers to `edits` change: to be kept by the store first, then given to [`settled`](Self::settled).
    pub fn settlement(&self, edits: &[Edit], reply: &PushReply) -> Settlement {
        let mut settlement = Settlement::default();
        let mut made: HashMap<RecordId, Record> = HashMap::new();
        for answer in &reply.answers {
            let Some(edit) = edits.iter().find(|edit| edit.key == answer.key) else { continue };
            match &answer.outcome {
                Outcome::Accepted { rev, stamp, by, at } => {
                    settlement.accepted.push(answer.key);
                    let edit = Edit { stamp: *stamp, ..edit.clone() };
                    let before = made.get(&edit.id).or_else(|| self.base.get(&edit.id));
                    // A record that was pulled meanwhile with this edit in it is the server's word already.
                    if before.is_some_and(|before| before.rev >= *rev) {
                        continue;
                    }
                    let mut record = before.map_or_else(|| Record::first(&edit), |before| before.merged(&edit));
                    record.rev = *rev;
                    record.by = record.by.or(Some(*by));
                    record.at = record.at.or(Some(*at));
                    made.insert(record.id, record);
                }
                refused @ Outcome::Refused { .. } => settlement.refused.push((answer.key, refused.clone())),
            }
        }
        settlement.records = made.into_values().collect();
        settlement.records.sort_by_key(|record| record.rev);
        let missed_nothing = |cursor: &Cursor| cursor.after == reply.before && cursor.scope == reply.scope;
        settlement.cursor = self.cursor.filter(missed_nothing).map(|cursor| Cursor { after: reply.head, ..cursor });
        settlement
    }

    /// Takes in a settlement that was kept; the ids of the records that may look different now.
    pub fn settled(&mut self, settlement: &Settlement) -> Vec<RecordId> {
        let mut touched: Vec<RecordId> = settlement.records.iter().map(|record| record.id).collect();
        for (key, outcome) in &settlement.refused {
            if let Some(queued) = self.outbox.iter_mut().find(|queued| queued.edit.key == *key) {
                queued.refused = Some(outcome.clone());
                touched.push(queued.edit.id);
            }
        }
        let gone = |queued: &Queued| settlement.accepted.contains(&queued.edit.key);
        touched.extend(self.outbox.iter().filter(|queued| gone(queued)).map(|queued| queued.edit.id));
        self.outbox.retain(|queued| !gone(queued));
        settlement.records.iter().cloned().for_each(|record| self.keep(record));
        self.cursor = settlement.cursor.or(self.cursor);
        touched
    }

    /// Lets a refused edit go; the id of its record.
    pub fn discarded(&mut self, key: model::EditKey) -> Option<RecordId> {
        let at = self.outbox.iter().position(|queued| queued.edit.key == key)?;
        Some(self.outbox.remove(at).edit.id)
    }

    /// Keeps the record unless a later one is here. The server's own copy replaces an equal one that was worked out here.
    fn keep(&mut self, record: Record) {
        match self.base.get(&record.id) {
            Some(kept) if kept.rev > record.rev => {}
            _ => {
                self.base.insert(record.id, record);
            }
        }
    }
}
