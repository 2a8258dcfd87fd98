//! A server as small as its promises: a number for every accepted revision, one effect a key, an answer for each edit, pages both ways.

use model::access::{Action, Role, may};
use model::kind::edit_faults;
use model::{AccountId, Edit, EditKey, Fault, FaultCode, Instant, Record, RecordId, SpaceId, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use sync::Failure;
use wire::live::Live;
use wire::pull::Ask;
use wire::push::{Answer, Outcome};
use wire::{ErrorCode, Page, PushReply};

/// What a person of the simulation writes where the server cannot read the whole request.
pub(crate) const POISON: &str = "unreadable";

pub(crate) struct Server {
    pub(crate) spaces: BTreeMap<SpaceId, Space>,
    /// Records of one page, fewer than devices ask for.
    pub(crate) page_max: usize,
    /// Edits of one push.
    pub(crate) edits_max: usize,
}

#[derive(Default)]
pub(crate) struct Space {
    pub(crate) head: u64,
    pub(crate) records: BTreeMap<RecordId, Record>,
    pub(crate) log: Vec<Revision>,
    pub(crate) members: BTreeMap<AccountId, Member>,
    /// Edits that were refused at least once; nothing else is remembered of a refusal.
    pub(crate) refused: BTreeSet<EditKey>,
    answers: BTreeMap<EditKey, Outcome>,
}

/// An accepted edit, with the stamp that it was given.
pub(crate) struct Revision {
    pub(crate) rev: u64,
    pub(crate) edit: Edit,
}

#[derive(Clone, Copy)]
pub(crate) struct Member {
    /// None once the membership has ended.
    pub(crate) role: Option<Role>,
    /// A kind that this member is not shown.
    pub(crate) hidden: Option<&'static str>,
    pub(crate) scope: u64,
}

impl Member {
    pub(crate) fn sees(&self, record: &Record) -> bool {
        self.hidden != Some(record.kind.as_str())
    }
}

impl Server {
    fn member(&self, account: AccountId, space: SpaceId) -> Result<(&Space, Member, Role), Failure> {
        let found = self.spaces.get(&space).ok_or(Failure::NoAccess)?;
        let member = found.members.get(&account).ok_or(Failure::NoAccess)?;
        Ok((found, *member, member.role.ok_or(Failure::NoAccess)?))
    }

    pub(crate) fn push(
        &mut self,
        account: AccountId,
        space: SpaceId,
        edits: &[Edit],
        now_ms: u64,
    ) -> Result<PushReply, Failure> {
        let (_, member, role) = self.member(account, space)?;
        if edits.len() > self.edits_max {
            return Err(Failure::Rejected(ErrorCode::TooLarge));
        }
        if edits.iter().any(|edit| edit.fields.text().contains(POISON)) {
            return Err(Failure::Rejected(ErrorCode::Unreadable));
        }
        let space = self.spaces.get_mut(&space).ok_or(Failure::NoAccess)?;
        let before = space.head;
        let writes = |edit: &Edit| may(role, Action::Write) && member.hidden != Some(edit.kind.as_str());
        let answers = edits
            .iter()
            .map(|edit| Answer { key: edit.key, outcome: space.take(edit, writes(edit), account, now_ms) })
            .collect::<Vec<Answer>>();
        let refused = answers.iter().filter(|answer| matches!(answer.outcome, Outcome::Refused { .. }));
        space.refused.extend(refused.map(|answer| answer.key));
        Ok(PushReply { scope: member.scope, before, head: space.head, answers })
    }

    pub(crate) fn pull(&self, account: AccountId, id: SpaceId, ask: Ask, limit: usize) -> Result<Page, Failure> {
        let (space, member, _) = self.member(account, id)?;
        let mut seen: Vec<&Record> = space.records.values().filter(|record| member.sees(record)).collect();
        let total = seen.len() as u64;
        seen.sort_by_key(|record| record.rev);
        match ask {
            Ask::First => seen.reverse(),
            Ask::Between(after, before) => {
                seen.retain(|record| record.rev > after && record.rev < before);
                seen.reverse();
            }
            Ask::After(rev) => seen.retain(|record| record.rev > rev),
        }
        let limit = limit.min(self.page_max);
        let more = seen.len() > limit;
        let records = seen.into_iter().take(limit).cloned().collect();
        Ok(Page { space: id, scope: member.scope, head: space.head, more, total, records })
    }

    /// Heads of all spaces that the account is or was a member of.
    pub(crate) fn heads(&self, account: AccountId) -> Vec<Live> {
        let live = |(space, kept): (&SpaceId, &Space)| {
            let member = kept.members.get(&account)?;
            Some(Live { space: *space, head: kept.head, scope: member.role.map(|_| member.scope), closed: false })
        };
        self.spaces.iter().filter_map(live).collect()
    }
}

impl Space {
    fn take(&mut self, edit: &Edit, writes: bool, by: AccountId, now_ms: u64) -> Outcome {
        if let Some(answer) = self.answers.get(&edit.key) {
            return answer.clone();
        }
        let refused = |code, faults: Vec<Fault>| Outcome::Refused { code, faults };
        if !writes {
            return refused(ErrorCode::Forbidden, Vec::new());
        }
        let before = self.records.get(&edit.id);
        if before.is_some_and(|before| before.kind != edit.kind) {
            return refused(ErrorCode::Conflict, vec![Fault::new("id", FaultCode::Taken)]);
        }
        let faults = edit_faults(&edit.kind, &edit.fields, before.is_some());
        if faults.iter().any(|fault| fault.code == FaultCode::UnknownKind) {
            return refused(ErrorCode::UnknownKind, faults);
        }
        if !faults.is_empty() {
            return refused(ErrorCode::Invalid, faults);
        }
        self.accept(edit, by, now_ms)
    }

    /// Takes an edit in without looking into it, as a newer server would one of a newer kind.
    pub(crate) fn accept(&mut self, edit: &Edit, by: AccountId, now_ms: u64) -> Outcome {
        self.head += 1;
        let (rev, at, stamp) = (self.head, Instant(now_ms.cast_signed()), edit.stamp.clamped(now_ms));
        let edit = Edit { stamp, ..edit.clone() };
        let record = match self.records.get(&edit.id) {
            Some(before) => Record { rev, ..before.merged(&edit) },
            None => Record { rev, by: Some(by), at: Some(at), ..Record::first(&edit) },
        };
        let outcome = Outcome::Accepted { rev, stamp, by, at };
        self.answers.insert(edit.key, outcome.clone());
        self.records.insert(edit.id, record);
        self.log.push(Revision { rev, edit });
        outcome
    }

    /// The stamp that won each field of a record, and its value, worked out from the revisions alone.
    pub(crate) fn winners(&self, id: RecordId) -> BTreeMap<String, (Stamp, u64, serde_json::Value)> {
        let mut winners = BTreeMap::new();
        for Revision { rev, edit } in self.log.iter().filter(|revision| revision.edit.id == id) {
            for (name, value) in edit.fields.open() {
                let entry = winners.entry(name).or_insert((edit.stamp, *rev, value.clone()));
                if (edit.stamp, *rev) >= (entry.0, entry.1) {
                    *entry = (edit.stamp, *rev, value);
                }
            }
        }
        winners
    }
}
