//! A space in memory as a device has it: what was pulled, and its own waiting edits on top.

use crate::store::{Opened, Queued, Refusal, Settlement};
use model::record::overlaid;
use model::{Edit, EditKey, Record, RecordId, SpaceId};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use wire::push::Outcome;
use wire::{Cursor, Page, PushReply};

/// A space in memory. What it shows is always the server's records with the waiting edits merged in, refused ones too: what a person
/// wrote stays to be seen until they decide.
#[derive(Clone, Debug, Default)]
pub struct Replica {
    /// Ordered, though nobody asks for an order: ids are compared faster than they are hashed, and what is shown is put in order by them.
    base: BTreeMap<RecordId, Record>,
    outbox: Vec<Queued>,
    /// How many edits of the outbox each record has; nearly all have none, and need not be looked for.
    waiting: HashMap<RecordId, usize>,
    cursor: Option<Cursor>,
}

impl Replica {
    /// What a store holds of `space`. Returns what could not be read too, so that it can be reported; it is pulled again by the caller.
    pub fn from_opened(opened: Opened, space: SpaceId) -> (Self, Vec<serde_json::Error>) {
        let mut replica = Self { cursor: opened.cursor, ..Self::default() };
        replica.queue(opened.outbox);
        // First, so that among equals the server's own copy stays, as it does in memory and in a fold.
        opened.records.into_iter().for_each(|record| replica.keep(record));
        let mut unreadable = Vec::new();
        // Each is let go of before the next is read, which has its room then.
        for segment in opened.segments {
            match serde_json::from_str::<Page>(&segment) {
                Ok(page) if page.space == space => page.records.into_iter().for_each(|record| replica.keep(record)),
                Ok(_) => {}
                Err(error) => unreadable.push(error),
            }
        }
        (replica, unreadable)
    }

    /// The record that this device shows under `id`. It is only copied if edits wait.
    pub fn shown(&self, id: RecordId) -> Option<Cow<'_, Record>> {
        let Some(count) = self.waiting.get(&id).copied() else { return self.base.get(&id).map(Cow::Borrowed) };
        let edits = self.outbox.iter().map(|queued| &queued.edit).filter(|edit| edit.id == id);
        overlaid(self.base.get(&id), edits.take(count)).map(Cow::Owned)
    }

    /// The ids of every record that this device shows, in order.
    pub fn ids(&self) -> Vec<RecordId> {
        let mut ids: Vec<RecordId> = self.base.keys().chain(self.waiting.keys()).copied().collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Whether this device shows anything under `id`.
    pub fn has(&self, id: RecordId) -> bool {
        self.waiting.contains_key(&id) || self.base.contains_key(&id)
    }

    /// Hands over what this device shows under each of `ids`. For many it is faster than asking for each: waiting edits are gone through once.
    pub fn each_of(&self, ids: &BTreeSet<RecordId>, take: &mut dyn FnMut(RecordId, Option<&Record>)) {
        let mut edits: HashMap<RecordId, Vec<&Edit>> = HashMap::new();
        let waits = |queued: &&Queued| ids.contains(&queued.edit.id);
        for queued in self.outbox.iter().filter(waits) {
            edits.entry(queued.edit.id).or_default().push(&queued.edit);
        }
        for id in ids {
            match edits.remove(id) {
                Some(edits) => take(*id, overlaid(self.base.get(id), edits).as_ref()),
                None => take(*id, self.base.get(id)),
            }
        }
    }

    /// Every record that this device shows, in no order.
    pub fn all(&self) -> Vec<Record> {
        let mut all = Vec::with_capacity(self.base.len());
        self.each(&mut |record| all.push(record.clone()));
        all
    }

    /// Hands over every record that this device shows, in no order; most of them are not copied for it.
    pub fn each(&self, take: &mut dyn FnMut(&Record)) {
        self.each_that(&|_| true, take);
    }

    /// The same of one kind: no other is put together for it.
    pub fn each_of_kind(&self, kind: &str, take: &mut dyn FnMut(&Record)) {
        self.each_that(&|of| of == kind, take);
    }

    fn each_that(&self, is: &dyn Fn(&str) -> bool, take: &mut dyn FnMut(&Record)) {
        let base = self.base.values().filter(|record| is(&record.kind) && !self.waiting.contains_key(&record.id));
        base.for_each(&mut *take);
        let mut edits: HashMap<RecordId, Vec<&Edit>> = HashMap::new();
        for queued in self.outbox.iter().filter(|queued| is(&queued.edit.kind)) {
            edits.entry(queued.edit.id).or_default().push(&queued.edit);
        }
        for (id, edits) in edits {
            overlaid(self.base.get(&id), edits).iter().for_each(&mut *take);
        }
    }

    /// The record as the server has it, without this device's waiting edits.
    pub fn base(&self, id: RecordId) -> Option<&Record> {
        self.base.get(&id)
    }

    /// The edits that wait, oldest first.
    pub fn outbox(&self) -> &[Queued] {
        &self.outbox
    }

    /// How many edits wait and are not refused.
    pub fn unsent(&self) -> usize {
        self.outbox.iter().filter(|queued| queued.refused.is_none()).count()
    }

    /// Those edits, the oldest first, `limit` at most.
    pub fn unsent_edits(&self, limit: usize) -> Vec<Edit> {
        let unsent = self.outbox.iter().filter(|queued| queued.refused.is_none());
        unsent.take(limit).map(|queued| queued.edit.clone()).collect()
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
        self.queue(edits.iter().map(|edit| Queued { edit: edit.clone(), refused: None }));
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
    ///
    /// A record is worked out here as the server has it, if nothing of it can be missing here. Else the outcome is only near: it then carries the
    /// revision before its own, so that the server's copy takes its place, and the cursor stays, so that this copy comes.
    pub fn settlement(&self, edits: &[Edit], reply: &PushReply) -> Settlement {
        // Answers come in the order of the edits, unless a server does as it likes.
        let answered = |place: usize, key: EditKey| {
            let edit = edits.get(place).filter(|edit| edit.key == key);
            edit.or_else(|| edits.iter().find(|edit| edit.key == key))
        };
        let cursor = self.cursor.filter(|cursor| cursor.scope == reply.scope);
        let missed_nothing = cursor.is_some_and(|cursor| cursor.after >= reply.before);
        let whole = cursor.is_some_and(|cursor| cursor.before.is_none());
        let mut all_exact = true;
        let mut settlement = Settlement::default();
        let mut made: BTreeMap<RecordId, Record> = BTreeMap::new();
        for (place, answer) in reply.answers.iter().enumerate() {
            let Some(edit) = answered(place, answer.key) else { continue };
            let Outcome::Accepted { rev, stamp, by, at } = answer.outcome else {
                settlement.refused.push((answer.key, answer.outcome.clone()));
                continue;
            };
            settlement.accepted.push(answer.key);
            let before = made.get(&edit.id).or_else(|| self.base.get(&edit.id));
            let is_here = before.is_some_and(|before| before.rev >= rev);
            // What the cursor has passed is here, or comes with the first sync, or is not for this member to see.
            if is_here || cursor.is_some_and(|cursor| cursor.after >= rev) {
                continue;
            }
            let known = whole || self.base.contains_key(&edit.id);
            let exact = missed_nothing && known || before.map_or(0, |before| before.rev) + 1 == rev;
            all_exact &= exact;
            let edit = Edit { stamp, ..edit.clone() };
            let mut record = before.map_or_else(|| Record::first(&edit), |before| before.merged(&edit));
            record.rev = if exact { rev } else { rev - 1 };
            record.by = record.by.or(Some(by));
            record.at = record.at.or(Some(at));
            made.insert(record.id, record);
        }
        settlement.records = made.into_values().collect();
        settlement.records.sort_by_key(|record| record.rev);
        let next = |cursor: Cursor| Cursor { after: cursor.after.max(reply.head), ..cursor };
        settlement.cursor = cursor.filter(|_| missed_nothing && all_exact).map(next);
        settlement
    }

    /// Takes in a settlement that was kept; the ids of the records that may look different now.
    pub fn settled(&mut self, settlement: &Settlement) -> Vec<RecordId> {
        let mut touched: Vec<RecordId> = settlement.records.iter().map(|record| record.id).collect();
        let refused: HashMap<EditKey, &Outcome> = settlement.refused.iter().map(|(key, why)| (*key, why)).collect();
        for queued in &mut self.outbox {
            if let Some(outcome) = refused.get(&queued.edit.key) {
                queued.refused = Some(Refusal::new(outcome));
                touched.push(queued.edit.id);
            }
        }
        let accepted: HashSet<EditKey> = settlement.accepted.iter().copied().collect();
        touched.extend(self.unqueue(&accepted));
        settlement.records.iter().cloned().for_each(|record| self.keep(record));
        self.cursor = settlement.cursor.or(self.cursor);
        touched
    }

    /// Lets a refused edit go; the id of its record.
    pub fn discarded(&mut self, key: EditKey) -> Option<RecordId> {
        self.unqueue(&HashSet::from([key])).pop()
    }

    fn queue(&mut self, more: impl IntoIterator<Item = Queued>) {
        for queued in more {
            *self.waiting.entry(queued.edit.id).or_default() += 1;
            self.outbox.push(queued);
        }
    }

    /// Takes edits out of the outbox; the ids of their records.
    fn unqueue(&mut self, keys: &HashSet<EditKey>) -> Vec<RecordId> {
        let mut left = keys.len();
        let goes = |queued: &mut Queued| {
            // Those that go are mostly the oldest: behind them nothing is looked up.
            let goes = left > 0 && keys.contains(&queued.edit.key);
            left -= usize::from(goes);
            goes
        };
        let gone: Vec<RecordId> = self.outbox.extract_if(.., goes).map(|queued| queued.edit.id).collect();
        for id in &gone {
            if let Some(count) = self.waiting.get_mut(id) {
                *count -= 1;
            }
        }
        self.waiting.retain(|_, count| *count > 0);
        gone
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
