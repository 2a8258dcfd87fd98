//! Zips, read with a guard: nothing in one can take more memory or time than its limits say, and names in it are never used as paths.

use crate::input::Content;
use crate::proposal::ProblemCode;

/// A zip's entries.
pub(crate) struct Zip {
    /// Its entries, in the order of its directory.
    pub(crate) entries: Vec<Entry>,
}

/// An entry of a zip.
pub(crate) struct Entry {
    /// Its name, only ever compared.
    pub(crate) name: String,
    /// Bytes when unpacked, as the directory says.
    pub(crate) size_bytes: u64,
    /// CRC-32 of its bytes, as the directory says.
    pub(crate) crc: u32,
    /// Whether it is locked with a password.
    pub(crate) encrypted: bool,
}

impl Zip {
    /// The bytes of an entry.
    ///
    /// # Errors
    /// [`ProblemCode::FileTooLarge`] or [`ProblemCode::FileBroken`].
    pub(crate) fn read(&self, _content: &dyn Content, _entry: usize, _bytes_max: u64) -> Result<Vec<u8>, ProblemCode> {
        Err(ProblemCode::FileBroken)
    }
}
