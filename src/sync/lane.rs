//! One space as the machine sees it: what it has under way, and what it wants next. At most one push and one pull at a time, and never both in
//! the store at once, so that each counts from the cursor that the other left.

use crate::pause::Pause;
use crate::{Effect, Errand, Failure, Queued};
use model::{Edit, SpaceId};
use std::mem::take;
use wire::pull::{Ask, PAGE_RECORDS, PAGE_RECORDS_MAX};
use wire::push::{Answer, EDITS_MAX, Outcome};
use wire::{Cursor, ErrorCode, Page, PushReply};

/// Bytes of letters in one push: a slow phone sends them in some fifteen seconds, and loses no more when the signal goes.
const BATCH_BYTES_MAX: usize = 1024 * 1024;

/// The head of a space that nothing was heard of: it has to be asked for.
const UNHEARD: u64 = u64::MAX;

/// One space.
#[derive(Debug)]
pub(crate) struct Lane {
    /// The space.
    pub(crate) space: SpaceId,
    /// When it was last edited, counted in edits of all spaces.
    pub(crate) edited: u64,
    cursor: Option<Cursor>,
    /// Whether it has to be fetched anew, whatever the cursor says.
    anew: bool,
    /// The latest version of access that the server has named since the first page was last asked for.
    scope: u64,
    /// The head that the server has named since it was last asked.
    heard: u64,
    have: u64,
    total: u64,
    /// Whether edits may wait beyond those under way.
    waiting: bool,
    /// Edits of the next push, smaller while a faulty one is looked for.
    batch_max: usize,
    sending: Sending,
    fetching: Fetching,
    send_pause: Pause,
    fetch_pause: Pause,
}

#[derive(Debug, Default)]
enum Sending {
    #[default]
    Idle,
    Loading(Errand),
    Pushing(Errand, Vec<Edit>),
    Answered(Vec<Edit>, PushReply),
    Settling(Errand),
}

#[derive(Debug, Default)]
enum Fetching {
    #[default]
    Idle,
    Pulling(Errand, Ask),
    Arrived(Ask, Page, String),
    Applying(Errand, Cursor),
}

/// What to do with a page.
enum Verdict {
    /// Keep it, with this cursor after it.
    Keep(Cursor),
    /// It says nothing new.
    Nothing,
    /// The access or the server's history is another one: drop it and fetch the space anew.
    Anew,
    /// It would be asked for again for ever.
    Broken,
}

impl Lane {
    /// A space of which nothing is known yet.
    pub(crate) fn new(space: SpaceId) -> Self {
        Self {
            space,
            edited: 0,
            cursor: None,
            anew: false,
            scope: 0,
            heard: UNHEARD,
            have: 0,
            total: 0,
            waiting: false,
            batch_max: EDITS_MAX,
            sending: Sending::Idle,
            fetching: Fetching::Idle,
            send_pause: Pause::default(),
            fetch_pause: Pause::default(),
        }
    }

    /// What the store holds of it.
    pub(crate) fn opened(&mut self, cursor: Option<Cursor>, unsent: usize, have: u64) {
        self.cursor = cursor;
        self.scope = 0;
        self.heard = UNHEARD;
        self.have = have;
        self.waiting = unsent > 0;
    }

    /// Edits were saved.
    pub(crate) fn edited(&mut self, at: u64) {
        self.waiting = true;
        self.edited = at;
    }

    /// Contact was lost and is there again: what was missed meanwhile is not known.
    pub(crate) fn refreshed(&mut self) {
        self.heard = UNHEARD;
        self.contacted();
    }

    /// The server can be reached.
    pub(crate) fn contacted(&mut self) {
        self.send_pause.contacted();
        self.fetch_pause.contacted();
    }

    /// The clock was set back: pauses are counted from now.
    pub(crate) fn clock_set_back(&mut self) {
        self.send_pause.end();
        self.fetch_pause.end();
    }

    /// The server names head and scope.
    pub(crate) fn woken(&mut self, head: u64, scope: u64) {
        self.heard = self.heard.max(head);
        self.scope = self.scope.max(scope);
        self.contacted();
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
    fn take_push(&mut self, errand: Errand) -> Option<Vec<Edit>> {
        match take(&mut self.sending) {
            Sending::Pushing(pushing, edits) if pushing == errand => Some(edits),
            other => {
                self.sending = other;
                None
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

    /// A page came.
    pub(crate) fn pulled(&mut self, errand: Errand, page: Page, text: String) {
        if let Fetching::Pulling(pulling, ask) = self.fetching
            && pulling == errand
        {
            self.fetching = Fetching::Arrived(ask, page, text);
        }
    }

    /// A page is in the store.
    pub(crate) fn applied(&mut self, errand: Errand) {
        if let Fetching::Applying(applying, cursor) = self.fetching
            && applying == errand
        {
            self.fetching = Fetching::Idle;
            self.cursor = Some(cursor);
            self.fetch_pause = Pause::default();
        }
    }

    /// Something did not happen. Returns whether it was under way.
    pub(crate) fn failed(&mut self, errand: Errand, failure: Failure, now_ms: i64) -> bool {
        if let Some(edits) = self.take_push(errand) {
            self.push_failed(edits, failure, now_ms);
            return true;
        }
        match (&self.sending, &self.fetching) {
            (Sending::Loading(failed) | Sending::Settling(failed), _) if *failed == errand => {
                self.sending = Sending::Idle;
                self.waiting = true;
                self.send_pause.begin(now_ms, failure);
            }
            (_, Fetching::Pulling(failed, _) | Fetching::Applying(failed, _)) if *failed == errand => {
                self.fetch_failed(failure, now_ms);
            }
            _ => return false,
        }
        true
    }

    fn push_failed(&mut self, edits: Vec<Edit>, failure: Failure, now_ms: i64) {
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

    fn fetch_failed(&mut self, failure: Failure, now_ms: i64) {
        let first = matches!(self.fetching, Fetching::Pulling(_, Ask::First));
        self.anew |= first || matches!(failure, Failure::Rejected(_));
        self.heard = UNHEARD;
        self.fetching = Fetching::Idle;
        self.fetch_pause.begin(now_ms, failure);
    }

    /// What came from the network and can go into the store now.
    pub(crate) fn keep(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        if matches!(self.sending, Sending::Settling(_)) || matches!(self.fetching, Fetching::Applying(..)) {
            return None;
        }
        match (take(&mut self.sending), take(&mut self.fetching)) {
            (Sending::Answered(edits, reply), fetching) => {
                self.fetching = fetching;
                self.sending = Sending::Settling(next);
                Some(Effect::Settle(next, edits, reply))
            }
            // The rest of what such a page began may hold back what others wrote, behind the answer to this push: the answer could not tell any
            // more that nothing was missed.
            (
                sending @ Sending::Pushing(..),
                fetching @ Fetching::Arrived(Ask::After(_), Page { more: true, .. }, _),
            ) => {
                self.sending = sending;
                self.fetching = fetching;
                None
            }
            (sending, Fetching::Arrived(ask, page, text)) => {
                self.sending = sending;
                self.keep_page(next, ask, &page, text, now_ms)
            }
            (sending, fetching) => {
                self.sending = sending;
                self.fetching = fetching;
                None
            }
        }
    }

    fn keep_page(&mut self, errand: Errand, ask: Ask, page: &Page, text: String, now_ms: i64) -> Option<Effect> {
        match self.judge(ask, page) {
            Verdict::Nothing => {
                self.fetch_pause = Pause::default();
                None
            }
            Verdict::Broken => {
                self.fetch_failed(Failure::Network, now_ms);
                None
            }
            Verdict::Anew => {
                self.anew = true;
                None
            }
            Verdict::Keep(cursor) => {
                let count = page.records.len() as u64;
                match ask {
                    Ask::First => self.have = count,
                    Ask::Before(_) => self.have += count,
                    Ask::After(_) if page.more => self.heard = self.heard.max(page.head),
                    Ask::After(_) => {}
                }
                self.total = page.total;
                self.fetching = Fetching::Applying(errand, cursor);
                Some(Effect::Apply { errand, text, cursor, anew: ask == Ask::First })
            }
        }
    }

    fn judge(&self, ask: Ask, page: &Page) -> Verdict {
        if page.space != self.space || page.more && page.records.is_empty() {
            return Verdict::Broken;
        }
        if ask == Ask::First {
            return Verdict::Keep(page.advance(None, ask));
        }
        let Some(cursor) = self.cursor else { return Verdict::Anew };
        // A head before what was asked for: the server's store was put back to an earlier day.
        let went_back = matches!(ask, Ask::After(after) if page.head < after);
        if page.scope != cursor.scope || self.is_outdated() || went_back {
            return Verdict::Anew;
        }
        match page.advance(Some(cursor), ask) {
            next if next != cursor => Verdict::Keep(next),
            _ if page.more => Verdict::Broken,
            _ => Verdict::Nothing,
        }
    }

    /// Reads the outbox, if anything waits and nothing hinders.
    pub(crate) fn send(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        if !self.wants_to_send() || self.send_pause.holds(now_ms) {
            return None;
        }
        self.waiting = false;
        self.sending = Sending::Loading(next);
        Some(Effect::Load(next))
    }

    /// Asks for a page, if there is something to be had and nothing hinders.
    pub(crate) fn fetch(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        let ask = self.wanted_page().filter(|_| !self.fetch_pause.holds(now_ms))?;
        let limit = match ask {
            Ask::First => PAGE_RECORDS,
            Ask::Before(_) | Ask::After(_) => PAGE_RECORDS_MAX,
        };
        if !matches!(ask, Ask::Before(_)) {
            self.heard = 0;
        }
        if ask == Ask::First {
            self.anew = false;
            self.scope = 0;
        }
        self.fetching = Fetching::Pulling(next, ask);
        Some(Effect::Pull { errand: next, ask, limit })
    }

    /// A device that has nothing yet asks for the first page before it sends: with a cursor it can tell that it missed nothing, and need not
    /// pull its own edits. When that page does not come (the disk is full), the edits go all the same.
    fn wants_to_send(&self) -> bool {
        let first_page_comes = self.cursor.is_none() && !self.fetch_pause.is_on();
        matches!(self.sending, Sending::Idle) && self.waiting && !first_page_comes
    }

    fn wanted_page(&self) -> Option<Ask> {
        match (&self.fetching, self.cursor) {
            (Fetching::Pulling(..) | Fetching::Arrived(..) | Fetching::Applying(..), _) => None,
            (Fetching::Idle, None) => Some(Ask::First),
            (Fetching::Idle, Some(_)) if self.is_outdated() => Some(Ask::First),
            // An answer on its way into the store may move the cursor past all that was heard of.
            (Fetching::Idle, Some(_)) if self.is_settling() => None,
            (Fetching::Idle, Some(cursor)) if self.heard > cursor.after => Some(Ask::After(cursor.after)),
            (Fetching::Idle, Some(cursor)) => cursor.before.map(Ask::Before),
        }
    }

    fn is_settling(&self) -> bool {
        matches!(self.sending, Sending::Answered(..) | Sending::Settling(_))
    }

    /// Whether what is here cannot be gone on from: a version of access only rises, so that a late message from before is no reason.
    fn is_outdated(&self) -> bool {
        self.anew || self.cursor.is_some_and(|cursor| self.scope > cursor.scope)
    }

    /// Requests under way.
    pub(crate) fn requests(&self) -> usize {
        let sends = matches!(self.sending, Sending::Loading(_) | Sending::Pushing(..));
        usize::from(sends) + usize::from(matches!(self.fetching, Fetching::Pulling(..)))
    }

    /// Whether anything is under way.
    pub(crate) fn is_busy(&self) -> bool {
        !matches!((&self.sending, &self.fetching), (Sending::Idle, Fetching::Idle))
    }

    /// Records that are here, and in all, during the first sync.
    pub(crate) fn first_sync(&self) -> Option<(u64, u64)> {
        let runs = self.cursor.is_some_and(|cursor| cursor.before.is_some()) && self.total > 0;
        runs.then(|| (self.have.min(self.total), self.total))
    }

    /// When the next pause ends that holds something back.
    pub(crate) fn wakes_at(&self) -> Option<i64> {
        let send = self.send_pause.until_ms().filter(|_| self.wants_to_send());
        let fetch = self.fetch_pause.until_ms().filter(|_| self.wanted_page().is_some());
        send.into_iter().chain(fetch).min()
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
