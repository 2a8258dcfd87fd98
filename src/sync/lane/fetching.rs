//! Which page to ask for, and what to do with the one that came. The next is asked for as soon as it is known where the one that came ends.

use super::{Fetching, Keeping, Lane, UNHEARD};
use crate::pause::Pause;
use crate::{Effect, Errand, Failure};
use wire::pull::{Ask, PAGE_RECORDS, PAGE_RECORDS_MAX};
use wire::{Cursor, Page};

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

    pub(super) fn wanted_page(&self) -> Option<Ask> {
        match (&self.fetching, self.cursor_ahead()) {
            (Fetching::Pulling(..) | Fetching::Arrived(..), _) => None,
            (Fetching::Idle, None) => Some(Ask::First),
            (Fetching::Idle, Some(_)) if self.is_outdated() => Some(Ask::First),
            // An answer on its way into the store may move the cursor past all that was heard of.
            (Fetching::Idle, Some(_)) if self.is_settling() => None,
            (Fetching::Idle, Some(cursor)) if self.heard > cursor.after => Some(Ask::After(cursor.after)),
            (Fetching::Idle, Some(cursor)) => cursor.before.map(Ask::Before),
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
            Verdict::TooEarly => None,
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
            Ask::Before(before) => cursor.before.is_some_and(|reached| reached > before),
            Ask::First => false,
        };
        if leaves_out {
            return Verdict::TooEarly;
        }
        match page.advance(Some(cursor), ask) {
            next if next != cursor => Verdict::Keep(next),
            _ if page.more => Verdict::Broken,
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

    pub(super) fn fetch_failed(&mut self, failure: Failure, now_ms: i64) {
        let first = matches!(self.fetching, Fetching::Pulling(_, Ask::First));
        self.anew |= first || matches!(failure, Failure::Rejected(_));
        self.fetching = Fetching::Idle;
        self.fetch_again(failure, now_ms);
    }

    /// What is missing is asked for again after a pause.
    pub(super) fn fetch_again(&mut self, failure: Failure, now_ms: i64) {
        self.heard = UNHEARD;
        self.fetch_pause.begin(now_ms, failure);
    }
}
