//! Everything that can happen to the machine.

use crate::effect::Errand;
use model::{Edit, SpaceId};
use wire::live::Live;
use wire::{Cursor, ErrorCode, Page, PushReply};

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A space of the account was opened from the store, or came to be; said again, it replaces what was known. A space that is on this device
    /// only is not opened here before it has joined the account.
    Opened {
        /// The space.
        space: SpaceId,
        /// Where its pulled records end.
        cursor: Option<Cursor>,
        /// Edits that wait and are not refused.
        unsent: usize,
        /// Pulled records that are here, for progress.
        have: u64,
    },
    /// A space is no longer on this device.
    Closed(SpaceId),
    /// A person's edits were saved.
    Edited(SpaceId),
    /// This tab began (or ceased) to be the one that sends and fetches. A tab that followed another says [`Opened`](Event::Opened) again
    /// before it leads, with what the other left in the store.
    Led(bool),
    /// The network came or went, as the browser sees it. Until something is said it counts as there.
    Connected(bool),
    /// Somebody signed in (the session can be used), or out.
    SignedIn(bool),
    /// The server says where heads stand.
    Woken(Vec<Live>),
    /// Time passed; it is now so many milliseconds since 1970.
    Ticked(i64),
    /// The oldest edits that wait and are not refused were read, as many as were asked for.
    Loaded(Errand, Vec<Edit>),
    /// A push was answered.
    Pushed(Errand, PushReply),
    /// The answers are in the store.
    Settled {
        /// What was asked for.
        errand: Errand,
        /// Edits that still wait and are not refused.
        unsent: usize,
        /// Where the pulled records end now.
        cursor: Option<Cursor>,
    },
    /// A page came.
    Pulled {
        /// What was asked for.
        errand: Errand,
        /// The page.
        page: Page,
        /// The page as it came, which is what is kept.
        text: String,
    },
    /// The page is in the store, with its cursor.
    Applied(Errand),
    /// What was asked for did not happen.
    Failed(Errand, Failure),
}

/// Why something did not happen, as far as the reaction differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer: no signal, a timeout, a broken answer. Try again, later each time, and at once when there is contact again.
    Network,
    /// Too busy, or a fault of the server: not before so many milliseconds, and later each time.
    Busy {
        /// What the server asked for.
        wait_ms: u64,
    },
    /// The session has ended.
    SignIn,
    /// The space is not (or no longer) open to this account.
    NoAccess,
    /// The whole request was refused, and would be again. Of a push the edits are at fault if the code says so: they are sent in smaller
    /// parts until the one is found, which then is refused. Of a pull it is the cursor: the space is fetched anew.
    Rejected(ErrorCode),
    /// The device's own store failed. Try again later.
    Store,
}
