//! Zips among the files that were chosen. What cannot be read in one does not keep the rest of it from being read.

use crate::input::Content;
use crate::proposal::ProblemCode;
use std::io::Read;
use unzip::{Directory, Entry, Limits, Trouble};

/// Entries: the photos and papers of a large estate. Bytes of a directory: every entry with a name of 200 bytes and as much beside it.
const LIMITS: Limits =
    Limits { entries_max: 100_000, directory_bytes_max: 48 * 1024 * 1024, ratio_free_bytes: 50 * 1024 * 1024 };
/// Bytes of all entries when unpacked: the largest chat with all its films.
const UNPACKED_BYTES_MAX: u64 = 16 * 1024 * 1024 * 1024;

/// A zip's directory.
#[derive(Debug)]
pub(crate) struct Zip {
    directory: Directory,
}

impl Zip {
    /// Reads the directory.
    ///
    /// # Errors
    /// [`ProblemCode::FileBroken`] where it contradicts itself or is made to harm, [`ProblemCode::CutOff`] where its end is missing.
    pub(crate) fn open(content: &dyn Content) -> Result<Self, ProblemCode> {
        let mut source = content.open().map_err(|_| ProblemCode::FileBroken)?;
        let directory = Directory::read(&mut *source, LIMITS).map_err(told)?;
        let sum = |bytes: fn(&Entry) -> u64| directory.entries().iter().map(bytes).try_fold(0, u64::checked_add);
        let unpacked = sum(|entry| entry.size_bytes).ok_or(ProblemCode::FileBroken)?;
        let packed = sum(|entry| entry.packed_bytes).ok_or(ProblemCode::FileBroken)?;
        if unpacked > UNPACKED_BYTES_MAX || LIMITS.is_bomb(unpacked, packed) {
            return Err(ProblemCode::FileBroken);
        }
        Ok(Self { directory })
    }

    /// Its entries, in the order of its directory.
    pub(crate) fn entries(&self) -> &[Entry] {
        self.directory.entries()
    }

    /// The bytes of an entry, at most `bytes_max`.
    ///
    /// # Errors
    /// [`ProblemCode::FileMissing`] where there is none of that number, [`ProblemCode::FileTooLarge`], or [`ProblemCode::FileBroken`] where they are not
    /// those that the directory tells of.
    pub(crate) fn read(&self, content: &dyn Content, number: usize, bytes_max: u64) -> Result<Vec<u8>, ProblemCode> {
        let entry = self.entries().get(number).ok_or(ProblemCode::FileMissing)?;
        if entry.size_bytes > bytes_max {
            return Err(ProblemCode::FileTooLarge);
        }
        let mut source = content.open().map_err(|_| ProblemCode::FileBroken)?;
        let mut bytes = Vec::new();
        let mut unpacked = self.directory.unpack(&mut *source, number).map_err(told)?;
        unpacked.read_to_end(&mut bytes).map_err(|_| ProblemCode::FileBroken)?;
        Ok(bytes)
    }
}

/// What a person is told of it.
fn told(trouble: Trouble) -> ProblemCode {
    match trouble {
        Trouble::CutOff | Trouble::NotZip => ProblemCode::CutOff,
        Trouble::Io(_) | Trouble::Unsafe(_) => ProblemCode::FileBroken,
    }
}
