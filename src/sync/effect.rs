//! Everything that the machine can ask for. The driver performs each and answers with an event.

use model::{Edit, SpaceId};
use wire::pull::Ask;
use wire::{Cursor, Page, PushReply};

/// What to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the outbox of a space: [`Event::Loaded`](crate::Event::Loaded).
    Load {
        /// The space, and what the answer is to name.
        errand: Errand,
        /// Edits at most.
        limit: usize,
    },
    /// Send edits: [`Event::Pushed`](crate::Event::Pushed).
    Push(Errand, Vec<Edit>),
    /// Keep the answers to these edits: [`Event::Settled`](crate::Event::Settled). [`Replica::settlement`](crate::Replica::settlement)
    /// works out what that changes.
    Settle(Errand, Vec<Edit>, PushReply),
    /// Fetch a page of at most `limit` records: [`Event::Pulled`](crate::Event::Pulled).
    Pull {
        /// The space, and what the answer is to name.
        errand: Errand,
        /// Which page.
        ask: Ask,
        /// Records at most.
        limit: usize,
    },
    /// Keep a page and its cursor: [`Event::Applied`](crate::Event::Applied).
    Apply {
        /// The space, and what the answer is to name.
        errand: Errand,
        /// The page, read.
        page: Page,
        /// The page as it came.
        text: String,
        /// The cursor after it.
        cursor: Cursor,
        /// Whether everything pulled before goes first.
        anew: bool,
    },
    /// Ask for an [`Event::Ticked`](crate::Event::Ticked) in so many milliseconds.
    Wait(u64),
    /// Show that the account has to sign in again; data and outbox stay readable.
    AskSignIn,
    /// Show that a space is no longer open to this account.
    LostAccess(SpaceId),
    /// Show where sync stands.
    Show(Status),
}

/// Something that the machine asked for. What comes of it, [`Event::Failed`](crate::Event::Failed) included, names it; what comes late, twice or
/// for a space that was closed meanwhile is known by that, and left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Errand {
    /// The space.
    pub space: SpaceId,
    /// Its number, given once in the life of a machine.
    pub number: u64,
}

/// Where sync stands, for the badge and the progress line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Status {
    /// Something is being sent or fetched.
    pub busy: bool,
    /// The last attempt met no network.
    pub offline: bool,
    /// The first sync still runs: records that are here.
    pub first_sync: Option<Progress>,
}

/// Progress of a first sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The space.
    pub space: SpaceId,
    /// Records that are here.
    pub have: u64,
    /// Records in the space.
    pub total: u64,
}
