//! The versions of the database: what each added to the one before. A version that was released never changes.

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// One value per space: [`sync::SpaceEntry`].
pub(crate) const SPACES: &str = "spaces";
/// Pulled pages.
pub(crate) const SEGMENTS: &str = "segments";
/// Records that pushes settled.
pub(crate) const SETTLED: &str = "settled";
/// Waiting edits.
pub(crate) const OUTBOX: &str = "outbox";
/// One value per space: [`wire::Cursor`].
pub(crate) const CURSORS: &str = "cursors";
/// Small values by name.
pub(crate) const NOTES: &str = "notes";
/// Which files each space has here.
pub(crate) const FILES: &str = "files";
/// Files that the server does not have yet.
pub(crate) const UPLOADS: &str = "uploads";
/// Which contents are whole.
pub(crate) const CONTENTS: &str = "contents";
/// Contents in pieces.
pub(crate) const CHUNKS: &str = "chunks";

/// Every object store.
pub(crate) const ALL: [&str; 10] =
    [SPACES, SEGMENTS, SETTLED, OUTBOX, CURSORS, NOTES, FILES, UPLOADS, CONTENTS, CHUNKS];

/// A step from one version to the next, run inside the upgrade's transaction: all steps happen, or none.
type Migration = fn(&IdbDatabase) -> Result<(), JsValue>;

/// Step number n leads to version n + 1.
const MIGRATIONS: [Migration; 3] = [records, files, bytes];

/// The version that this build writes.
pub(crate) const VERSION: u32 = MIGRATIONS.len() as u32;

/// Brings a database of `version` (0: it is new) to [`VERSION`].
pub(crate) fn migrate(db: &IdbDatabase, version: u32) -> Result<(), JsValue> {
    MIGRATIONS.iter().skip(version as usize).try_for_each(|step| step(db))
}

fn records(db: &IdbDatabase) -> Result<(), JsValue> {
    create(db, &[SPACES, SEGMENTS, SETTLED, OUTBOX, CURSORS, NOTES])
}

fn files(db: &IdbDatabase) -> Result<(), JsValue> {
    create(db, &[FILES, UPLOADS, CONTENTS, CHUNKS])
}

/// From here on values may be bytes, which earlier versions of the app could not read; what is there stays as it is.
fn bytes(_: &IdbDatabase) -> Result<(), JsValue> {
    Ok(())
}

/// Every store has its keys beside its values, so a text can be kept without being wrapped.
fn create(db: &IdbDatabase, names: &[&str]) -> Result<(), JsValue> {
    names.iter().try_for_each(|name| db.create_object_store(name).map(drop))
}
