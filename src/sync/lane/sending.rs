//! From the outbox to the server, in batches, and the answers back.

use super::{Lane, Sending};
use crate::pause::Pause;
use crate::{Effect, Errand, Failure, Queued};
use model::Edit;
use std::mem::take;
use wire::push::{Answer, EDITS_MAX, Outcome};
use wire::{Cursor, ErrorCode, PushReply};

/// Bytes of letters in one push: a slow phone sends them in some fifteen seconds, and loses no more when the signal goes.
const BATCH_BYTES_MAX: usize = 1024 * 1024;

impl Lane {
    /// Reads the outbox, if anything waits and nothing hinders.
    pub(crate) fn send(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        if !self.wants_to_send() || self.send_pause.holds(now_ms) {
            return None;
        }
        self.waiting = false;
        self.sending = Sending::Loading(next);
        Some(Effect::Load(next))
    }

    /// The outbox was read: the push follows, if it may go and anything is to be sent.
    pub(crate) fn loaded(
        &mut self,
        errand: Errand,
        outbox: Vec<Queued>,
        next: Errand,
        may_ask: bool,
    ) -> Option<Effect> {
        if !matches!(self.sending, Sending::Loading(loading) if loading == errand) {
            return None;
        }
        let batch = batch(outbox, self.batch_max);
        if batch.is_empty() || !may_ask {
            self.sending = Sending::Idle;
            self.waiting |= !batch.is_empty();
            return None;
        }
        self.sending = Sending::Pushing(next, batch.clone());
        Some(Effect::Push(next, batch))
    }

    /// A push was answered. An answer to none of its edits is a broken one.
    pub(crate) fn pushed(&mut self, errand: Errand, reply: PushReply, now_ms: i64) {
        let Some(edits) = self.take_push(errand) else { return };
        if !reply.answers.iter().any(|answer| edits.iter().any(|edit| edit.key == answer.key)) {
            self.send_pause.begin(now_ms, Failure::Network);
            self.waiting = true;
            return;
        }
        self.heard = self.heard.max(reply.head);
        self.scope = self.scope.max(reply.scope);
        self.sending = Sending::Answered(edits, reply);
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
                self.waiting = true;
            }
            _ => {
                self.waiting = true;
                self.send_pause.begin(now_ms, failure);
            }
        }
    }

    /// The answers are in the store.
    pub(crate) fn settled(&mut self, errand: Errand, unsent: usize, cursor: Option<Cursor>) {
        if matches!(self.sending, Sending::Settling(settling) if settling == errand) {
            self.sending = Sending::Idle;
            self.waiting |= unsent > 0;
            self.cursor = cursor;
            self.batch_max = EDITS_MAX;
            self.send_pause = Pause::default();
        }
    }

    /// A device that has nothing yet asks for the first page before it sends: with a cursor it can tell that it missed nothing, and need not
    /// pull its own edits. When that page does not come (the disk is full), the edits go all the same.
    pub(super) fn wants_to_send(&self) -> bool {
        let first_page_comes = self.cursor.is_none() && !self.fetch_pause.is_on();
        matches!(self.sending, Sending::Idle) && self.waiting && !first_page_comes
    }
}

/// The role does not allow the push: smaller parts of it will fare no better.
const FORBIDDEN: Failure = Failure::Rejected(ErrorCode::Forbidden);

/// Whether a refusal of a whole push means that something in it is wrong, rather than how or where it was sent.
fn blames_edits(code: ErrorCode) -> bool {
    use ErrorCode::{Invalid, TooLarge, UnknownKind, Unreadable};
    matches!(code, Invalid | TooLarge | UnknownKind | Unreadable)
}

/// The oldest edits that are not refused: as many as one push takes, at least one.
fn batch(outbox: Vec<Queued>, edits_max: usize) -> Vec<Edit> {
    let mut bytes = 0;
    let unsent = outbox.into_iter().filter(|queued| queued.refused.is_none()).map(|queued| queued.edit);
    let fits = |(at, edit): &(usize, Edit)| {
        bytes += edit.fields.text().len();
        *at == 0 || *at < edits_max && bytes <= BATCH_BYTES_MAX
    };
    unsent.enumerate().take_while(fits).map(|(_, edit)| edit).collect()
}
