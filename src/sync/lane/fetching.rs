//! Which pages to ask for, and what to do with those that came. The next are asked for while the ones before are on their way: what is old
//! lies between known numbers, so that nobody has to wait to learn where a page ends.

use super::{Keeping, Lane, UNHEARD};
use crate::pause::Pause;
use crate::{Effect, Errand, Failure};
use std::collections::VecDeque;
use wire::pull::{Ask, PAGE_RECORDS, PAGE_RECORDS_MAX};
use wire::{Cursor, Page};

/// Pages of one space that are on their way or wait to be kept. More would only fill a slow phone's memory.
const PAGES_MAX: usize = 3;

/// Records that a piece of the old is cut for, where some numbers are no longer in use: with room, because they are not spread evenly.
const PIECE_RECORDS: u64 = PAGE_RECORDS_MAX as u64 * 9 / 10;

/// Pages that were asked for.
#[derive(Debug, Default)]
pub(super) struct Fetches {
    /// In the order in which they are kept.
    wanted: VecDeque<Fetch>,
    /// On their way, and nobody waits for them any more.
    left: Vec<Errand>,
}

/// A page that was asked for.
#[derive(Debug)]
struct Fetch {
    errand: Errand,
    ask: Ask,
    /// The page and its text, once it came.
    came: Option<(Page, String)>,
}

impl Fetches {
    /// Whether the first page is on its way.
    pub(super) fn asks_first(&self) -> bool {
        self.wanted.iter().any(|fetch| fetch.ask == Ask::First && fetch.came.is_none())
    }

    /// How many are on their way.
    pub(super) fn under_way(&self) -> usize {
        self.left.len() + self.wanted.iter().filter(|fetch| fetch.came.is_none()).count()
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.left.is_empty()
    }

    /// Leaves the page of this place and those behind it. Returns whether what is new was among them.
    fn leave(&mut self, from: usize) -> bool {
        let mut has_new = false;
        for fetch in self.wanted.drain(from..) {
            has_new |= matches!(fetch.ask, Ask::After(_));
            self.left.extend(fetch.came.is_none().then_some(fetch.errand));
        }
        has_new
    }

    /// One that was left has come, or will not. Returns whether it is such a one.
    pub(super) fn end_left(&mut self, errand: Errand) -> bool {
        self.left.extract_if(.., |left| *left == errand).count() > 0
    }

    /// One on its way does not come: those behind it are left. Returns what it asked for, if there is such a one.
    pub(super) fn fail(&mut self, errand: Errand) -> Option<Ask> {
        let at = self.wanted.iter().position(|fetch| fetch.errand == errand && fetch.came.is_none())?;
        self.leave(at + 1);
        self.wanted.pop_back().map(|fetch| fetch.ask)
    }

    /// Takes out the page whose turn it is, if it came.
    ///
    /// The rest of what a page of the new began may hold back what others wrote, behind the answer to a push that is under way: the answer
    /// could not tell any more that nothing was missed. Such a page waits until the push is answered.
    pub(super) fn next_arrived(&mut self, pushes: bool) -> Option<(Ask, Page, String)> {
        let waits = |fetch: &Fetch| match (fetch.ask, &fetch.came) {
            (Ask::After(_), Some((page, _))) => pushes && page.more,
            (_, came) => came.is_none(),
        };
        let Fetch { ask, came, .. } = self.wanted.pop_front_if(|fetch| !waits(fetch))?;
        came.map(|(page, text)| (ask, page, text))
    }
}

/// What to do with a page.
enum Verdict {
    /// Keep it, with this cursor after it.
    Keep(Cursor),
    /// It says nothing new.
    Nothing,
    /// What was to come before it could not be kept: it is asked for again in its turn.
    TooEarly,
    /// The access or the server's history is another one: drop it and fetch the space anew.
    Anew,
    /// It would be asked for again for ever.
    Broken,
}

impl Lane {
    /// Asks for a page, if there is something to be had and nothing hinders.
    pub(crate) fn fetch(&mut self, next: Errand, now_ms: i64) -> Option<Effect> {
        let ask = self.wanted_page().filter(|_| !self.fetch_pause.holds(now_ms))?;
        let limit = match ask {
            Ask::First => PAGE_RECORDS,
            Ask::Between(..) | Ask::After(_) => PAGE_RECORDS_MAX,
        };
        if !matches!(ask, Ask::Between(..)) {
            self.heard = 0;
        }
        if ask == Ask::First {
            self.anew = false;
            self.scope = 0;
        }
        self.fetching.wanted.push_back(Fetch { errand: next, ask, came: None });
        Some(Effect::Pull { errand: next, ask, limit })
    }

    pub(super) fn wanted_page(&self) -> Option<Ask> {
        let Fetches { wanted, left } = &self.fetching;
        if wanted.len() + left.len() >= PAGES_MAX {
            return None;
        }
        let Some(cursor) = self.cursor_ahead().filter(|_| !self.is_outdated()) else {
            // The one that comes next is found to be in vain, and those behind it with it.
            return wanted.is_empty().then_some(Ask::First);
        };
        // An answer on its way into the store may move the cursor past all that was heard of.
        if self.is_settling() || wanted.iter().any(|fetch| fetch.ask == Ask::First) {
            return None;
        }
        if self.heard > cursor.after && !wanted.iter().any(|fetch| matches!(fetch.ask, Ask::After(_))) {
            return Some(Ask::After(cursor.after));
        }
        let old = |fetch: &Fetch| if let Ask::Between(after, _) = fetch.ask { Some(after) } else { None };
        match wanted.iter().rev().find_map(old) {
            Some(0) => None,
            Some(after) => Some(self.piece(cursor, after + 1)),
            None => cursor.before.map(|before| self.piece(cursor, before)),
        }
    }

    /// The next piece of what is old, with about as many records as fit into a page.
    fn piece(&self, cursor: Cursor, before: u64) -> Ask {
        let numbers = cursor.before.map_or(0, |before| before.saturating_sub(1));
        let records = self.total.saturating_sub(self.have).max(1);
        // No number belongs to two records.
        let width = (numbers.saturating_mul(PIECE_RECORDS) / records).max(PAGE_RECORDS_MAX as u64);
        Ask::Between(before.saturating_sub(width + 1), before)
    }

    /// A page came.
    pub(crate) fn pulled(&mut self, errand: Errand, page: Page, text: String) {
        if self.fetching.end_left(errand) {
            return;
        }
        if let Some(fetch) = self.fetching.wanted.iter_mut().find(|fetch| fetch.errand == errand) {
            fetch.came.get_or_insert((page, text));
        }
    }

    /// What was asked for in the belief that those before it would be kept is left when it comes, and asked for again in its turn.
    pub(super) fn leave_pages(&mut self) {
        // The first page builds on nothing.
        let from = self.fetching.wanted.iter().take_while(|fetch| fetch.ask == Ask::First).count();
        if self.fetching.leave(from) {
            self.heard = UNHEARD;
        }
    }

    pub(super) fn keep_page(
        &mut self,
        errand: Errand,
        ask: Ask,
        page: Page,
        text: String,
        now_ms: i64,
    ) -> Option<Effect> {
        match self.judge(ask, &page) {
            Verdict::Nothing => {
                self.fetch_pause = Pause::default();
                None
            }
            Verdict::TooEarly => {
                self.leave_pages();
                None
            }
            Verdict::Broken => {
                self.leave_pages();
                self.fetch_failed(ask, Failure::Network, now_ms);
                None
            }
            Verdict::Anew => {
                self.leave_pages();
                self.anew = true;
                None
            }
            Verdict::Keep(cursor) => {
                let count = page.records.len() as u64;
                match ask {
                    Ask::First => self.have = count,
                    Ask::Between(..) => {
                        self.have += count;
                        if page.more {
                            // There was more in the piece than fits into a page: those behind it would leave that out.
                            self.leave_pages();
                        }
                    }
                    Ask::After(_) if page.more => self.heard = self.heard.max(page.head),
                    Ask::After(_) => {}
                }
                self.total = page.total;
                self.keeping = Keeping::Page(errand, cursor);
                Some(Effect::Apply { errand, page, text, cursor, anew: ask == Ask::First })
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
        let leaves_out = match ask {
            Ask::After(after) => after > cursor.after,
            Ask::Between(_, before) => cursor.before.is_some_and(|reached| reached > before),
            Ask::First => false,
        };
        if leaves_out {
            return Verdict::TooEarly;
        }
        let is_here = matches!(ask, Ask::Between(_, before) if cursor.before.is_none_or(|reached| reached < before));
        match page.advance(Some(cursor), ask) {
            next if next != cursor => Verdict::Keep(next),
            _ if page.more && !is_here => Verdict::Broken,
            _ => Verdict::Nothing,
        }
    }

    /// A page is in the store.
    pub(crate) fn applied(&mut self, errand: Errand, now_ms: i64) {
        if let Keeping::Page(keeping, cursor) = self.keeping
            && keeping == errand
        {
            self.keeping = Keeping::Idle;
            self.cursor = Some(cursor);
            // One that holds was begun by the page after it.
            if !self.fetch_pause.holds(now_ms) {
                self.fetch_pause = Pause::default();
            }
        }
    }

    /// What was asked for did not come.
    pub(super) fn fetch_failed(&mut self, ask: Ask, failure: Failure, now_ms: i64) {
        self.anew |= ask == Ask::First || matches!(failure, Failure::Rejected(_));
        self.fetch_again(failure, now_ms);
    }

    /// What is missing is asked for again after a pause.
    pub(super) fn fetch_again(&mut self, failure: Failure, now_ms: i64) {
        self.heard = UNHEARD;
        self.fetch_pause.begin(now_ms, failure);
    }
}
