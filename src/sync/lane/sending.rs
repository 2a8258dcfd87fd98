//! From the outbox to the server, in batches, and the answers back. What is next is read while a batch is under way, and goes as soon as that is
//! answered, while the store takes in the answers: never before, so that edits reach the server in the order in which they were made.

use super::{Keeping, Lane, Loading, Sending};
use crate::pause::Pause;
use crate::{Effect, Errand, Failure};
use model::{Edit, EditKey};
use std::collections::HashSet;
use std::mem::take;
use wire::push::{Answer, EDITS_MAX, Outcome};
use wire::{Cursor, ErrorCode, PushReply};

/// Bytes of letters in one push: a slow phone sends them in some fifteen seconds, and loses no more when the signal goes.
const BATCH_BYTES_MAX: usize = 1024 * 1024;

/// Bytes of letters in a push of one act that is larger than that: what a push may have, less what stands around them.
const ACT_BYTES_MAX: usize = 3 * 1024 * 1024;

/// Edits that are read at once beyond those under way: two batches, so that not each of them reads the others again.
const READ_MAX: usize = 2 * EDITS_MAX;

impl Lane {
    /// Reads the next edits from the outbox, if any wait and nothing hinders. Those under way are among the oldest there.
    pub(crate) fn load(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        if !self.wants_to_load() || self.send_pause.holds(now_ms) {
            return None;
        }
        self.waiting = false;
        self.loading = Loading::Reading(next);
        Some(Effect::Load { errand: next, limit: self.under_way().len() + READ_MAX })
    }

    /// Edits that are sent, or whose answers are on their way into the store.
    fn under_way(&self) -> HashSet<EditKey> {
        let sent = match &self.sending {
            Sending::Pushing(_, edits) | Sending::Answered(edits, _) => &edits[..],
            Sending::Idle => &[],
        };
        let kept = match &self.keeping {
            Keeping::Answers(_, keys) => &keys[..],
            _ => &[],
        };
        sent.iter().map(|edit| edit.key).chain(kept.iter().copied()).collect()
    }

    /// The oldest edits of the outbox were read, in their order.
    pub(crate) fn loaded(&mut self, errand: Errand, mut edits: Vec<Edit>, may_ask: bool, now_ms: i64) {
        if !matches!(self.loading, Loading::Reading(reading) if reading == errand) {
            return;
        }
        // What comes behind is read in its turn.
        let is_part = edits.len() >= READ_MAX;
        self.waiting |= is_part;
        let under_way = self.under_way();
        edits.retain(|edit| !under_way.contains(&edit.key));
        // So is the last act, of which more may come.
        let whole = act_begins(&edits, edits.len());
        if is_part && whole > 0 {
            edits.truncate(whole);
        }
        self.loading = if edits.is_empty() { Loading::Idle } else { Loading::Ready(edits) };
        if !may_ask || self.send_pause.holds(now_ms) {
            self.unload();
        }
    }

    /// Sends what was read, once what went before is answered.
    pub(crate) fn push(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        if !matches!(self.sending, Sending::Idle) || self.send_pause.holds(now_ms) {
            return None;
        }
        let Loading::Ready(edits) = &mut self.loading else { return None };
        let rest = edits.split_off(fitting(edits, self.batch_max));
        let batch = std::mem::replace(edits, rest);
        if edits.is_empty() {
            self.loading = Loading::Idle;
        }
        self.sending = Sending::Pushing(next, batch.clone());
        Some(Effect::Push(next, batch))
    }

    /// What was read has to be read again: others may come before it, or another tab may send it.
    pub(crate) fn unload(&mut self) {
        if matches!(self.loading, Loading::Ready(_)) {
            self.loading = Loading::Idle;
            self.waiting = true;
        }
    }

    /// A push was answered. An answer to none of its edits is a broken one.
    pub(crate) fn pushed(&mut self, errand: Errand, reply: PushReply, now_ms: i64) {
        let Some(edits) = self.take_push(errand) else { return };
        if !reply.answers.iter().any(|answer| edits.iter().any(|edit| edit.key == answer.key)) {
            return self.send_again(Failure::Network, now_ms);
        }
        self.heard = self.heard.max(reply.head);
        self.scope = self.scope.max(reply.scope);
        self.sending = Sending::Answered(edits, reply);
    }

    /// What was sent or read goes again after a pause, the oldest first.
    pub(super) fn send_again(&mut self, failure: Failure, now_ms: i64) {
        self.unload();
        self.waiting = true;
        self.send_pause.begin(now_ms, failure);
    }

    /// Ends the push, if it is under way; its edits.
    pub(super) fn take_push(&mut self, errand: Errand) -> Option<Vec<Edit>> {
        match take(&mut self.sending) {
            Sending::Pushing(pushing, edits) if pushing == errand => Some(edits),
            other => {
                self.sending = other;
                None
            }
        }
    }

    /// Takes the answers that came.
    pub(super) fn take_answered(&mut self) -> Option<(Vec<Edit>, PushReply)> {
        match take(&mut self.sending) {
            Sending::Answered(edits, reply) => Some((edits, reply)),
            other => {
                self.sending = other;
                None
            }
        }
    }

    pub(super) fn push_failed(&mut self, edits: Vec<Edit>, failure: Failure, now_ms: i64) {
        match failure {
            Failure::Rejected(code) if edits.len() == 1 && blames_edits(code) || failure == FORBIDDEN => {
                let Cursor { after, scope, .. } = self.cursor.unwrap_or_default();
                let refused = Outcome::Refused { code, faults: Vec::new() };
                let answers = edits.iter().map(|edit| Answer { key: edit.key, outcome: refused.clone() }).collect();
                self.sending = Sending::Answered(edits, PushReply { scope, before: after, head: after, answers });
            }
            Failure::Rejected(code) if blames_edits(code) => {
                self.batch_max = edits.len() / 2;
                self.unload();
                self.waiting = true;
            }
            _ => self.send_again(failure, now_ms),
        }
    }

    /// The answers are in the store.
    pub(crate) fn settled(&mut self, errand: Errand, unsent: usize, cursor: Option<Cursor>, now_ms: i64) {
        if matches!(&self.keeping, Keeping::Answers(keeping, _) if *keeping == errand) {
            self.keeping = Keeping::Idle;
            let read = if let Loading::Ready(edits) = &self.loading { edits.len() } else { 0 };
            self.waiting |= unsent > self.under_way().len() + read;
            self.cursor = cursor;
            self.batch_max = EDITS_MAX;
            // One that holds was begun by the push after it.
            if !self.send_pause.holds(now_ms) {
                self.send_pause = Pause::default();
            }
        }
    }

    /// A device that has nothing yet asks for the first page before it sends: with a cursor it can tell that it missed nothing, and need not
    /// pull its own edits. When that page does not come (the disk is full), the edits go all the same.
    pub(super) fn wants_to_load(&self) -> bool {
        let first_page_comes = self.cursor.is_none() && !self.fetch_pause.is_on();
        matches!(self.loading, Loading::Idle) && self.waiting && !first_page_comes
    }
}

/// The role does not allow the push: smaller parts of it will fare no better.
const FORBIDDEN: Failure = Failure::Rejected(ErrorCode::Forbidden);

/// Whether a refusal of a whole push means that something in it is wrong, rather than how or where it was sent.
fn blames_edits(code: ErrorCode) -> bool {
    use ErrorCode::{Invalid, TooLarge, UnknownKind, Unreadable};
    matches!(code, Invalid | TooLarge | UnknownKind | Unreadable)
}

/// How many of these edits one push takes: at least one, and no part of an act, unless a push cannot take all of it or did not.
fn fitting(edits: &[Edit], edits_max: usize) -> usize {
    let count = fitting_alone(edits, edits_max);
    let act = edits.get(count).and_then(|next| next.key.act());
    if act.is_none() || act != edits[count - 1].key.act() {
        return count;
    }
    let begins = act_begins(edits, count);
    if begins > 0 {
        return begins;
    }
    let ends = edits.iter().position(|edit| edit.key.act() != act).unwrap_or(edits.len());
    let bytes: usize = edits[..ends].iter().map(|edit| edit.fields.text().len()).sum();
    if ends <= edits_max && edits_max == EDITS_MAX && bytes <= ACT_BYTES_MAX { ends } else { count }
}

/// Where the act begins that the last of the first `count` edits is a part of; `count` if that is of none.
fn act_begins(edits: &[Edit], count: usize) -> usize {
    let Some(act) = edits[..count].last().and_then(|last| last.key.act()) else { return count };
    edits[..count].iter().rposition(|edit| edit.key.act() != Some(act)).map_or(0, |before| before + 1)
}

/// How many of them fit, whatever they are parts of.
fn fitting_alone(edits: &[Edit], edits_max: usize) -> usize {
    let mut bytes = 0;
    let fits = |(at, edit): &(usize, &Edit)| {
        bytes += edit.fields.text().len();
        *at == 0 || *at < edits_max && bytes <= BATCH_BYTES_MAX
    };
    edits.iter().enumerate().take_while(fits).count()
}
