//! Everything that can happen to the machine.

use crate::store::Queued;
use model::SpaceId;
use wire::live::Live;
use wire::{Cursor, Page, PushReply};

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A space was opened from the store, or came to be: where its cursor stands, and whether edits wait.
    Opened {
        /// The space.
        space: SpaceId,
        /// Where its pulled records end.
        cursor: Option<Cursor>,
        /// Edits that wait and are not refused.
        unsent: usize,
    },
    /// A space is no longer on this device.
    Closed(SpaceId),
    /// A person's edits were saved.
    Edited(SpaceId),
    /// This tab began (or ceased) to be the one that sends and fetches.
    Led(bool),
    /// The network came or went, as the browser sees it.
    Connected(bool),
    /// Somebody signed in (the session can be used), or out.
    SignedIn(bool),
    /// The server says where heads stand.
    Woken(Vec<Live>),
    /// Time passed; it is now so many milliseconds since 1970.
    Ticked(i64),
    /// The outbox was read.
    Loaded(SpaceId, Vec<Queued>),
    /// A push was answered.
    Pushed(SpaceId, PushReply),
    /// The answers are in the store; so many edits still wait unrefused.
    Settled(SpaceId, usize),
    /// A page came; the text is what is kept.
    Pulled(SpaceId, Page, String),
    /// The page is in the store, with its cursor.
    Applied(SpaceId, Cursor),
    /// What was asked for did not happen.
    Failed(SpaceId, Failure),
}

/// Why something did not happen, as far as the reaction differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer: no signal, a timeout, a broken answer. Try again, later each time.
    Network,
    /// Too busy; not before so many milliseconds.
    Busy {
        /// What the server asked for.
        wait_ms: u64,
    },
    /// The session has ended.
    SignIn,
    /// The space is not (or no longer) open to this account.
    NoAccess,
    /// The whole request was refused; sending it again will not help. A person sees it, the edits stay.
    Rejected,
    /// The device's own store failed. Try again later.
    Store,
}
