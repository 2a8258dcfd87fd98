//! What a push comes to: answers, and what has to be written. No database, no clock.

use super::deal::{Standing, numbered};
use super::{Incoming, award, vote};
use crate::storage::firm::Going;
use model::access::{Role, Sort, estate, firm, may_edit};
use model::body::{Body, Fields};
use model::firm::Duty;
use model::kind::checked_fields;
use model::via::Via;
use model::{AccountId, Edit, EditKey, Fault, FaultCode, FileHash, Instant, Letter, Record, RecordId, SpaceId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use wire::ErrorCode;
use wire::push::{Answer, Outcome};

/// What the database knows that matters to a push.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The space.
    pub(super) space: SpaceId,
    /// Head of the space.
    pub(super) head: u64,
    /// What the sender is in it.
    pub(super) role: Role,
    /// What the space is.
    pub(super) sort: Sort,
    /// What was answered to edits that were accepted before.
    pub(super) answered: HashMap<EditKey, Outcome>,
    /// The records of the space that the edits name, as they stand.
    pub(super) records: HashMap<RecordId, Record>,
    /// Who sends.
    pub(super) account: AccountId,
    /// The deal or the case that the space is, if it is one; then `records` are all of it.
    pub(super) deal: Option<Standing>,
    /// What the scheme says about giving work that asks in the deal, where something is decided.
    pub(super) office: Vec<Record>,
    /// By which link the sender came.
    pub(super) via: Option<Via>,
    /// Of a push that bills: the numbers that the deal's provider has used, as they are compared.
    pub(super) numbers: BTreeSet<String>,
    /// Of a push that decides: whether another quote to the same request was approved, in another deal.
    pub(super) is_chosen_elsewhere: bool,
}

/// What has to be written, and what is answered once it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// One for each edit, in their order.
    pub(super) answers: Vec<Answer>,
    /// The accepted edits.
    pub(super) revisions: Vec<Revision>,
    /// The records as they stand afterwards.
    pub(super) records: BTreeMap<RecordId, Record>,
    /// How many of them are new.
    pub(super) born: u64,
    /// Which of them name which files.
    pub(super) claims: BTreeSet<(FileHash, RecordId)>,
    /// The numbers that invoices are to be given, by the records and revisions that will tell them.
    pub(super) numbers: Vec<(RecordId, u64)>,
    /// Who goes where by the records of a firm that were written, the latest last.
    pub(super) duties: Vec<Going>,
    /// Head of the space afterwards.
    pub(super) head: u64,
}

/// An accepted edit.
#[derive(Clone, Debug)]
pub(super) struct Revision {
    /// Its number.
    pub(super) rev: u64,
    /// The edit, with its stamp as clamped.
    pub(super) edit: Edit,
    /// Its fields, opened.
    pub(super) fields: Fields,
}

/// Plans a push of `account` that arrives at `now`.
pub(super) fn plan(mut known: Known, edits: Vec<Incoming>, account: AccountId, now: Instant) -> Plan {
    let mut plan = Plan { head: known.head, ..Plan::default() };
    let mut edits = edits.into_iter().peekable();
    while let Some(first) = edits.next() {
        let Some(act) = first.key.act() else {
            plan.answer(&mut known, first, account, now);
            continue;
        };
        let mut whole = vec![first];
        while let Some(next) = edits.next_if(|next| next.key.act() == Some(act)) {
            whole.push(next);
        }
        plan.take_whole(&mut known, whole, account, now);
    }
    plan
}

impl Plan {
    /// Answers one edit, and notes what comes of it.
    fn answer(&mut self, known: &mut Known, incoming: Incoming, account: AccountId, now: Instant) {
        let key = incoming.key;
        let outcome = match (known.answered.get(&key), incoming.edit) {
            (Some(first), _) => first.clone(),
            (None, Err(fault)) => refused(ErrorCode::Unreadable, vec![fault]),
            (None, Ok(edit)) => self.take(known, edit, account, now),
        };
        known.answered.insert(key, outcome.clone());
        self.answers.push(Answer { key, outcome });
    }

    /// Answers the edits of an act, of which all are taken in or none. What somebody else has taken in before stands.
    fn take_whole(&mut self, known: &mut Known, act: Vec<Incoming>, account: AccountId, now: Instant) {
        let (mut before, mut answered) = (self.clone(), known.answered.clone());
        act.into_iter().for_each(|incoming| self.answer(known, incoming, account, now));
        let own = self.answers.split_off(before.answers.len());
        if own.iter().all(|answer| matches!(answer.outcome, Outcome::Accepted { .. })) {
            self.answers.extend(own);
            return;
        }
        for Answer { key, outcome } in own {
            let is_undone = matches!(outcome, Outcome::Accepted { .. }) && !answered.contains_key(&key);
            let outcome = if is_undone { beside() } else { outcome };
            answered.insert(key, outcome.clone());
            before.answers.push(Answer { key, outcome });
        }
        (*self, known.answered) = (before, answered);
    }

    fn take(&mut self, known: &Known, edit: Edit, account: AccountId, now: Instant) -> Outcome {
        let before = self.records.get(&edit.id).or_else(|| known.records.get(&edit.id));
        if before.is_some_and(|record| record.kind != edit.kind) {
            return taken();
        }
        let fields = match checked_fields(&edit.kind, &edit.fields, before.is_some()) {
            Ok(fields) => fields,
            Err(faults) => {
                let unknown = faults.iter().any(|fault| fault.code == FaultCode::UnknownKind);
                return refused(if unknown { ErrorCode::UnknownKind } else { ErrorCode::Invalid }, faults);
            }
        };
        let exists = before.is_some();
        let may = || match known.sort {
            Sort::Firm => firm::may_write(known.role, account, &edit.kind, exists, &fields),
            Sort::Estate => estate::may_write(known.role, account, &edit.kind, exists, &fields),
            _ => may_edit(known.role, &edit.kind, exists, &fields),
        };
        let (fields, needs_number) = match &known.deal {
            None if may() => (fields, false),
            None => return refused(ErrorCode::Forbidden, Vec::new()),
            Some(standing) => match standing.take(known, &self.records, &edit, fields, now) {
                Ok(taken) => taken,
                Err(outcome) => return outcome,
            },
        };
        if known.sort == Sort::Estate
            && let Err(outcome) = vote::check(known, &self.records, &edit, &fields, account)
                .and_then(|()| award::check(known, &self.records, &edit, now))
        {
            return outcome;
        }
        let stamp = edit.stamp.clamped(now.0.max(0).cast_unsigned());
        let edit = Edit { stamp, fields: Body::seal(&fields), ..edit };
        let before = before.cloned();
        if needs_number {
            let numbered = numbered(&edit);
            self.numbers.push((numbered.id, self.head + 1));
            self.write(None, numbered, Fields::new(), account, now);
        }
        let (id, is_duty) = (edit.id, known.sort == Sort::Firm && edit.kind == Duty::KIND);
        let rev = self.write(before, edit, fields, account, now);
        if is_duty {
            let goes = self.records.get(&id).and_then(|record| record.body.read::<Duty>().ok()?.gives());
            self.duties.retain(|(other, _)| *other != id);
            self.duties.push((id, goes));
        }
        Outcome::Accepted { rev, stamp, by: account, at: now }
    }

    /// Notes an edit that is accepted; its number.
    pub(super) fn write(
        &mut self,
        before: Option<Record>,
        edit: Edit,
        fields: Fields,
        account: AccountId,
        now: Instant,
    ) -> u64 {
        let (rev, is_new) = (self.head + 1, before.is_none());
        let mut record = before.map_or_else(|| Record::first(&edit), |before| before.merged(&edit));
        record.rev = rev;
        record.by.get_or_insert(account);
        record.at.get_or_insert(now);
        fields.values().for_each(|value| claim_files(value, edit.id, &mut self.claims));
        self.head = rev;
        self.born += u64::from(is_new);
        self.records.insert(edit.id, record);
        self.revisions.push(Revision { rev, edit, fields });
        rev
    }
}

pub(super) fn refused(code: ErrorCode, faults: Vec<Fault>) -> Outcome {
    Outcome::Refused { code, faults }
}

fn taken() -> Outcome {
    refused(ErrorCode::Conflict, vec![Fault::new("id", FaultCode::Taken)])
}

/// The refusal of what could be taken in, where something else of its act could not: nothing is wrong with it.
fn beside() -> Outcome {
    refused(ErrorCode::Conflict, Vec::new())
}

/// The files that edits name.
pub fn files_named(edits: &[Incoming]) -> BTreeSet<FileHash> {
    let mut claims = BTreeSet::new();
    let edits = edits.iter().filter_map(|incoming| incoming.edit.as_ref().ok());
    for edit in edits.filter(|edit| edit.fields.text().contains("\"hash\"")) {
        edit.fields.open().values().for_each(|value| claim_files(value, edit.id, &mut claims));
    }
    claims.into_iter().map(|(hash, _)| hash).collect()
}

/// Notes every file that a value names: files look alike in every kind, an object with a hash and a size.
fn claim_files(value: &Value, record: RecordId, claims: &mut BTreeSet<(FileHash, RecordId)>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| claim_files(value, record, claims)),
        Value::Object(fields) => {
            let hash = fields.get("hash").and_then(Value::as_str).and_then(|hash| hash.parse().ok());
            if let (Some(hash), true) = (hash, fields.contains_key("size")) {
                claims.insert((hash, record));
            }
            fields.values().for_each(|value| claim_files(value, record, claims));
        }
        _ => {}
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
