//! One space as the machine sees it: what it has under way, and what it wants next. At most one push and one pull at a time, and never both in
//! the store at once, so that each counts from the cursor that the other left.

use crate::pause::Pause;
use crate::{Effect, Failure, Queued, Way};
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
    Loading,
    Pushing(Vec<Edit>),
    Answered(Vec<Edit>, PushReply),
    Settling,
}

#[derive(Debug, Default)]
enum Fetching {
    #[default]
    Idle,
    Pulling(Ask),
    Arrived(Ask, Page, String),
    Applying(Cursor),
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

    /// Nobody is signed in any more: what the network still owes is not waited for.
    pub(crate) fn signed_out(&mut self) {
        if let Sending::Pushing(_) = self.sending {
            self.sending = Sending::Idle;
            self.waiting = true;
        }
        if let Fetching::Pulling(_) = self.fetching {
            self.anew |= self.fetching_first();
            self.fetching = Fetching::Idle;
            self.heard = UNHEARD;
        }
    }

    fn fetching_first(&self) -> bool {
        matches!(self.fetching, Fetching::Pulling(Ask::First))
    }

    /// The outbox was read. Returns the push, if it may go and anything is to be sent.
    pub(crate) fn loaded(&mut self, outbox: Vec<Queued>, may_ask: bool) -> Option<Effect> {
        let Sending::Loading = self.sending else { return None };
        let batch = batch(outbox, self.batch_max);
        if batch.is_empty() || !may_ask {
            self.sending = Sending::Idle;
            self.waiting |= !batch.is_empty();
            return None;
        }
        self.sending = Sending::Pushing(batch.clone());
        Some(Effect::Push(self.space, batch))
    }

    /// A push was answered. An answer to none of its edits is a broken one.
    pub(crate) fn pushed(&mut self, reply: PushReply, now_ms: i64) {
        let Sending::Pushing(edits) = take(&mut self.sending) else { return };
        if !reply.answers.iter().any(|answer| edits.iter().any(|edit| edit.key == answer.key)) {
            self.send_pause.begin(now_ms, Failure::Network);
            self.waiting = true;
            return;
        }
        self.heard = self.heard.max(reply.head);
        self.scope = self.scope.max(reply.scope);
        self.sending = Sending::Answered(edits, reply);
    }

    /// The answers are in the store.
    pub(crate) fn settled(&mut self, unsent: usize, cursor: Option<Cursor>) {
        if let Sending::Settling = self.sending {
            self.sending = Sending::Idle;
            self.waiting |= unsent > 0;
            self.cursor = cursor;
            self.batch_max = EDITS_MAX;
            self.send_pause = Pause::default();
        }
    }

    /// A page came. One that was not asked for, or was answered already, is left.
    pub(crate) fn pulled(&mut self, ask: Ask, page: Page, text: String) {
        if matches!(self.fetching, Fetching::Pulling(asked) if asked == ask) {
            self.fetching = Fetching::Arrived(ask, page, text);
        }
    }

    /// A page is in the store.
    pub(crate) fn applied(&mut self, cursor: Cursor) {
        if matches!(self.fetching, Fetching::Applying(applying) if applying == cursor) {
            self.fetching = Fetching::Idle;
            self.cursor = Some(cursor);
            self.fetch_pause = Pause::default();
        }
    }

    /// Something did not happen. Returns whether it was under way.
    pub(crate) fn failed(&mut self, way: Way, failure: Failure, now_ms: i64) -> bool {
        let local = failure == Failure::Store;
        match (way, &self.sending, &self.fetching) {
            (Way::Sending, Sending::Pushing(_), _) if !local => self.push_failed(failure, now_ms),
            (Way::Sending, Sending::Loading | Sending::Settling, _) if local => {
                self.sending = Sending::Idle;
                self.waiting = true;
                self.send_pause.begin(now_ms, failure);
            }
            (Way::Fetching, _, Fetching::Pulling(_)) if !local => self.fetch_failed(failure, now_ms),
            (Way::Fetching, _, Fetching::Applying(_)) if local => self.fetch_failed(failure, now_ms),
            _ => return false,
        }
        true
    }

    fn push_failed(&mut self, failure: Failure, now_ms: i64) {
        let Sending::Pushing(edits) = take(&mut self.sending) else { return };
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
        self.anew |= self.fetching_first() || matches!(failure, Failure::Rejected(_));
        self.heard = UNHEARD;
        self.fetching = Fetching::Idle;
        self.fetch_pause.begin(now_ms, failure);
    }

    /// What came from the network and can go into the store now.
    pub(crate) fn keep(&mut self, now_ms: i64) -> Option<Effect> {
        let in_store = matches!(self.sending, Sending::Settling) || matches!(self.fetching, Fetching::Applying(_));
        if in_store {
            return None;
        }
        if let Sending::Answered(..) = self.sending {
            let Sending::Answered(edits, reply) = take(&mut self.sending) else { return None };
            self.sending = Sending::Settling;
            return Some(Effect::Settle(self.space, edits, reply));
        }
        match take(&mut self.fetching) {
            Fetching::Arrived(ask, page, text) => self.keep_page(ask, &page, text, now_ms),
            other => {
                self.fetching = other;
                None
            }
        }
    }

    fn keep_page(&mut self, ask: Ask, page: &Page, text: String, now_ms: i64) -> Option<Effect> {
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
                self.fetching = Fetching::Applying(cursor);
                Some(Effect::Apply { space: self.space, text, cursor, anew: ask == Ask::First })
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
    pub(crate) fn send(&mut self, now_ms: i64) -> Option<Effect> {
        if !self.wants_to_send() || self.send_pause.holds(now_ms) {
            return None;
        }
        self.waiting = false;
        self.sending = Sending::Loading;
        Some(Effect::Load(self.space))
    }

    /// Asks for a page, if there is something to be had and nothing hinders.
    pub(crate) fn fetch(&mut self, now_ms: i64) -> Option<Effect> {
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
        self.fetching = Fetching::Pulling(ask);
        Some(Effect::Pull { space: self.space, ask, limit })
    }

    /// A device that has nothing yet asks for the first page before it sends: with a cursor it can tell that it missed nothing, and need not
    /// pull its own edits. When that page does not come (the disk is full), the edits go all the same.
    fn wants_to_send(&self) -> bool {
        let first_page_comes = self.cursor.is_none() && !self.fetch_pause.is_on();
        matches!(self.sending, Sending::Idle) && self.waiting && !first_page_comes
    }

    fn wanted_page(&self) -> Option<Ask> {
        match (&self.fetching, self.cursor) {
            (Fetching::Pulling(_) | Fetching::Arrived(..) | Fetching::Applying(_), _) => None,
            (Fetching::Idle, None) => Some(Ask::First),
            (Fetching::Idle, Some(_)) if self.is_outdated() => Some(Ask::First),
            (Fetching::Idle, Some(cursor)) if self.heard > cursor.after => Some(Ask::After(cursor.after)),
            (Fetching::Idle, Some(cursor)) => cursor.before.map(Ask::Before),
        }
    }

    /// Whether what is here cannot be gone on from: a version of access only rises, so that a late message from before is no reason.
    fn is_outdated(&self) -> bool {
        self.anew || self.cursor.is_some_and(|cursor| self.scope > cursor.scope)
    }

    /// Requests under way.
    pub(crate) fn requests(&self) -> usize {
        let sends = matches!(self.sending, Sending::Loading | Sending::Pushing(_));
        usize::from(sends) + usize::from(matches!(self.fetching, Fetching::Pulling(_)))
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
