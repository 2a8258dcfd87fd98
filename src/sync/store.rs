//! What a device must keep, and the promises of keeping it: one transaction for each call, durable before it returns.

use model::access::Role;
use model::{Body, Edit, EditKey, FileHash, FileRef, Record, SpaceId};
use serde::Serialize;
use wire::push::Outcome;
use wire::{Cursor, ErrorCode};

/// A device's store. Every method is one transaction: all of it is kept, or nothing.
///
/// Contract: what a method returned is there after a crash; a refused or failed write leaves everything as it was.
#[expect(async_fn_in_trait, reason = "a browser has one thread; no caller needs the futures to be Send")]
pub trait Store {
    /// The spaces on this device, in the order of their ids.
    async fn spaces(&self) -> Result<Vec<SpaceEntry>, StoreError>;

    /// Notes a space, or changes what is noted of it.
    async fn put_space(&self, entry: &SpaceEntry) -> Result<(), StoreError>;

    /// Everything that is needed to show a space.
    async fn open(&self, space: SpaceId) -> Result<Opened, StoreError>;

    /// Writes down what a person did: all edits or none, behind those already waiting.
    async fn save(&self, space: SpaceId, edits: &[Edit]) -> Result<(), StoreError>;

    /// The edits that wait, oldest first, refused ones included.
    async fn outbox(&self, space: SpaceId) -> Result<Vec<Queued>, StoreError>;

    /// The oldest edits that wait and are not refused, `limit` at most.
    async fn unsent(&self, space: SpaceId, limit: usize) -> Result<Vec<Edit>, StoreError>;

    /// Takes in the server's answers to a push: accepted edits leave the outbox and their records are kept beside the segments, refused
    /// ones are marked. Keys that no longer wait are ignored. Of a record that is kept several times the highest `rev` counts.
    async fn settle(&self, space: SpaceId, settlement: &Settlement) -> Result<(), StoreError>;

    /// Keeps a pulled page as it came, and the cursor after it. `anew` drops everything pulled before (never the outbox).
    async fn apply(&self, space: SpaceId, page: &str, cursor: Cursor, anew: bool) -> Result<(), StoreError>;

    /// Takes a refused edit out of the outbox, once a person has decided that it may go.
    async fn discard(&self, space: SpaceId, key: EditKey) -> Result<(), StoreError>;

    /// Folds superseded records out of what is kept of a space and packs what is left, if that is worth it (see
    /// [`fold`](crate::fold)). Returns whether it was.
    async fn fold(&self, space: SpaceId) -> Result<bool, StoreError>;

    /// Removes a space with everything in it, the outbox included.
    async fn drop_space(&self, space: SpaceId) -> Result<(), StoreError>;

    /// Removes everything.
    async fn clear(&self) -> Result<(), StoreError>;

    /// A small value by its name: the device's number, the account, the theme.
    async fn note(&self, name: &str) -> Result<Option<String>, StoreError>;

    /// Sets a small value; none removes it.
    async fn set_note(&self, name: &str, value: Option<&str>) -> Result<(), StoreError>;

    /// Keeps a file on this device; `upload` if the server does not have it in this space yet. Again replaces what was said of it,
    /// and leaves its place among the uploads.
    async fn put_file(&self, space: SpaceId, file: &FileRef, content: &[u8], upload: bool) -> Result<(), StoreError>;

    /// The content of a file, or a part of it: `length` bytes from `offset`, fewer at its end. None if it is not on this device.
    async fn read_file(&self, hash: FileHash, offset: u64, length: u64) -> Result<Option<Vec<u8>>, StoreError>;

    /// The files of a space that wait to be uploaded, in the order in which they were kept.
    async fn uploads(&self, space: SpaceId) -> Result<Vec<FileRef>, StoreError>;

    /// Notes that the server has a file in a space.
    async fn uploaded(&self, space: SpaceId, hash: FileHash) -> Result<(), StoreError>;
}

/// A space as this device knows it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct SpaceEntry {
    /// The space.
    pub space: SpaceId,
    /// What this device's account is in it; the owner of a device-only logbook.
    pub role: Role,
    /// Whether the server knows it under this account; otherwise it is on this device only.
    pub joined: bool,
    /// What the home is called, so that it can be chosen without opening it.
    pub name: String,
}

model::fielded!(SpaceEntry requires { "space" => space, "role" => role, "joined" => joined } { "name" => name });

/// A space as it stands on the device.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// Pulled pages as they came, in no order; of a record that is in several, the highest `rev` counts.
    pub segments: Vec<String>,
    /// Records that this device's own pushes made, beside the segments; the highest `rev` counts here too.
    pub records: Vec<Record>,
    /// The edits that wait, oldest first.
    pub outbox: Vec<Queued>,
    /// How much of the space is here; none before the first pull.
    pub cursor: Option<Cursor>,
}

/// An edit that waits.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Queued {
    /// The edit.
    pub edit: Edit,
    /// The server's refusal, if it has refused it. It is not sent again by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refusal>,
}

model::fielded!(Queued requires { "edit" => edit } { "refused" => refused });

/// A refusal of the server, kept as it came: it is read where it is shown, which is on few pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Refusal(Body);

impl Refusal {
    /// Keeps what the server said.
    pub fn new(outcome: &Outcome) -> Self {
        let text = serde_json::to_string(outcome).expect("an outcome is always writable");
        Self(Body::from_text(text).expect("what was written is JSON"))
    }

    /// What the server said.
    pub fn outcome(&self) -> Outcome {
        self.0.read().unwrap_or(Outcome::Refused { code: ErrorCode::Other, faults: Vec::new() })
    }
}

/// What a push changes on the device.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Settlement {
    /// Edits that the server has.
    pub accepted: Vec<EditKey>,
    /// The records that they made, with their revisions.
    pub records: Vec<Record>,
    /// Edits that it refused, and why.
    pub refused: Vec<(EditKey, Outcome)>,
    /// The cursor after the push, if this device missed nothing before it.
    pub cursor: Option<Cursor>,
}

/// Why a store could not do what was asked. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The device has no room.
    Full,
    /// Another tab holds an older or newer form of the database; closing or reloading tabs helps.
    Blocked,
    /// The browser keeps nothing here: private mode, storage switched off, or cleared under our feet.
    Unavailable(String),
    /// Anything else, in words for a log.
    Failed(String),
}
