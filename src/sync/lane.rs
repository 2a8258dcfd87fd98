//! One space as the machine sees it: what it has under way, and what it wants next. At most one push and a few pulls at a time, and never two
//! in the store at once, so that each counts from the cursor that the other left. While the store takes in what came, the next is on its way.

mod fetching;
mod sending;

use crate::pause::Pause;
use crate::{Effect, Errand, Failure};
use fetching::Fetches;
use model::{Edit, EditKey, SpaceId};
use wire::push::EDITS_MAX;
use wire::{Cursor, PushReply};

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
    loading: Loading,
    sending: Sending,
    fetching: Fetches,
    keeping: Keeping,
    send_pause: Pause,
    fetch_pause: Pause,
}

/// The edits of the next pushes.
#[derive(Debug, Default)]
enum Loading {
    #[default]
    Idle,
    Reading(Errand),
    /// There are some only while others are under way, or may go this very moment.
    Ready(Vec<Edit>),
}

/// What goes out, and what comes of it.
#[derive(Debug, Default)]
enum Sending {
    #[default]
    Idle,
    Pushing(Errand, Vec<Edit>),
    Answered(Vec<Edit>, PushReply),
}

/// What the store takes in.
#[derive(Debug, Default)]
enum Keeping {
    #[default]
    Idle,
    /// The answers to these edits.
    Answers(Errand, Vec<EditKey>),
    /// A page, and the cursor after it.
    Page(Errand, Cursor),
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
            loading: Loading::Idle,
            sending: Sending::Idle,
            fetching: Fetches::default(),
            keeping: Keeping::Idle,
            send_pause: Pause::default(),
            fetch_pause: Pause::default(),
        }
    }

    /// What the store holds of it.
    pub(crate) fn opened(&mut self, cursor: Option<Cursor>, unsent: usize, have: u64) {
        self.cursor = cursor;
        self.scope = 0;
        // A first page that is under way names it.
        if !self.fetching.asks_first() {
            self.heard = UNHEARD;
        }
        self.have = have;
        self.unload();
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

    /// Something did not happen. Returns whether it was under way.
    pub(crate) fn failed(&mut self, errand: Errand, failure: Failure, now_ms: i64) -> bool {
        if let Some(edits) = self.take_push(errand) {
            self.push_failed(edits, failure, now_ms);
            return true;
        }
        if let Some(ask) = self.fetching.fail(errand) {
            self.fetch_failed(ask, failure, now_ms);
            return true;
        }
        if self.fetching.end_left(errand) {
            // Nobody tries again what nobody waits for, so that no later attempt could say that the network is there.
            return failure != Failure::Network;
        }
        match (&self.loading, &self.keeping) {
            (Loading::Reading(failed), _) if *failed == errand => {
                self.loading = Loading::Idle;
                self.send_again(failure, now_ms);
            }
            (_, Keeping::Answers(failed, _)) if *failed == errand => {
                self.keeping = Keeping::Idle;
                self.send_again(failure, now_ms);
            }
            (_, Keeping::Page(failed, _)) if *failed == errand => {
                // Those behind it would leave it out.
                self.keeping = Keeping::Idle;
                self.leave_pages();
                self.fetch_again(failure, now_ms);
            }
            _ => return false,
        }
        true
    }

    /// What came from the network and can go into the store now.
    pub(crate) fn keep(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        if !matches!(self.keeping, Keeping::Idle) {
            return None;
        }
        if let Some((edits, reply)) = self.take_answered() {
            self.keeping = Keeping::Answers(next, edits.iter().map(|edit| edit.key).collect());
            return Some(Effect::Settle(next, edits, reply));
        }
        let pushes = matches!(self.sending, Sending::Pushing(..));
        while let Some((ask, page, text)) = self.fetching.next_arrived(pushes) {
            let kept = self.keep_page(next, ask, page, text, now_ms);
            if kept.is_some() {
                return kept;
            }
        }
        None
    }

    /// Where this device will stand once the page that the store takes in is there.
    fn cursor_ahead(&self) -> Option<Cursor> {
        match self.keeping {
            Keeping::Page(_, cursor) => Some(cursor),
            _ => self.cursor,
        }
    }

    fn is_settling(&self) -> bool {
        matches!(self.sending, Sending::Answered(..)) || matches!(self.keeping, Keeping::Answers(..))
    }

    /// Whether what is here cannot be gone on from: a version of access only rises, so that a late message from before is no reason.
    fn is_outdated(&self) -> bool {
        self.anew || self.cursor_ahead().is_some_and(|cursor| self.scope > cursor.scope)
    }

    /// Requests under way. What is read for a push has its place already.
    pub(crate) fn requests(&self) -> usize {
        usize::from(self.sends()) + self.fetching.under_way()
    }

    /// Whether a push is under way, or made ready.
    pub(crate) fn sends(&self) -> bool {
        matches!(self.sending, Sending::Pushing(..)) || !matches!(self.loading, Loading::Idle)
    }

    /// Whether anything is under way.
    pub(crate) fn is_busy(&self) -> bool {
        !self.fetching.is_empty()
            || !matches!((&self.loading, &self.sending, &self.keeping), (Loading::Idle, Sending::Idle, Keeping::Idle))
    }

    /// Records that are here, and in all, during the first sync.
    pub(crate) fn first_sync(&self) -> Option<(u64, u64)> {
        let runs = self.cursor.is_some_and(|cursor| cursor.before.is_some()) && self.total > 0;
        runs.then(|| (self.have.min(self.total), self.total))
    }

    /// When the next pause ends that holds something back.
    pub(crate) fn wakes_at(&self) -> Option<i64> {
        let send = self.send_pause.until_ms().filter(|_| self.wants_to_load());
        let fetch = self.fetch_pause.until_ms().filter(|_| self.wanted_page().is_some());
        send.into_iter().chain(fetch).min()
    }
}
