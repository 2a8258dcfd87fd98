//! Reading a zip that a stranger may have made: everything is counted and bounded before it is believed, and names are only compared.
//!
//! The directory is read here and not by the crate that writes zips: that one reads all of it into memory before anybody can say how much is too much.
//!
//! Source: PKWARE, APPNOTE.TXT 6.3.10.

mod directory;
mod entry;

use crate::trouble::{Danger, Trouble};
use std::collections::HashMap;
use std::io::{Read, Seek};

pub use entry::Unpacked;

/// Entries of one zip. A home of a hundred years has fewer files.
pub const ENTRIES_MAX: u64 = 200_000;
/// Bytes of a directory: every entry with a name of 200 bytes and as much beside it.
pub const DIRECTORY_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// How many times larger than what it is packed to an entry may be. Real text packs to a twentieth, seldom to a fiftieth; a bomb to a thousandth.
pub const RATIO_MAX: u64 = 200;
/// An entry that unpacks to less than this harms nobody, however tightly it is packed.
pub const RATIO_FREE_BYTES: u64 = 1024 * 1024;

/// A zip whose directory was read and holds together.
#[derive(Debug)]
pub struct Zip<R> {
    from: R,
    entries: Vec<Entry>,
    by_name: HashMap<String, usize>,
}

/// One entry, as the directory has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with `/` between its parts. To be compared, never to be used as a path.
    pub name: String,
    /// Bytes when unpacked.
    pub size_bytes: u64,
    /// Bytes as packed.
    pub packed_bytes: u64,
    /// CRC-32 of the unpacked bytes.
    pub crc: u32,
    is_deflated: bool,
    /// Where its own header begins.
    header_at: u64,
    /// Where the next one begins, or the directory: nothing of it lies behind.
    ends_before: u64,
}

impl<R: Read + Seek> Zip<R> {
    /// Reads the directory.
    ///
    /// # Errors
    /// `NotZip`, `CutOff` and `Unsafe`, where it is not one that can be read without harm; `Io` where bytes cannot be read.
    pub fn open(mut from: R) -> Result<Self, Trouble> {
        let mut entries = directory::read(&mut from)?;
        part(&mut entries)?;
        let mut by_name = HashMap::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            if by_name.insert(entry.name.clone(), at).is_some() {
                return Err(Trouble::Unsafe(Danger::SameName));
            }
        }
        Ok(Self { from, entries, by_name })
    }

    /// Its entries, in the order of the directory.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The number of the entry of that name, if there is one.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// A reader of the entry of that number. It gives at most as many bytes as the directory says, and an error where there are fewer, more, or others.
    ///
    /// # Errors
    /// `Unsafe` where its own header contradicts the directory, or far more would come out than went in; `CutOff` and `Io` where it cannot be read.
    pub fn unpack(&mut self, number: usize) -> Result<Unpacked<'_, R>, Trouble> {
        let entry = self.entries.get(number).ok_or(Trouble::Unsafe(Danger::Contradiction))?;
        Unpacked::open(&mut self.from, entry)
    }
}

/// Says where each entry must end, and refuses those that would reach into the next.
fn part(entries: &mut [Entry]) -> Result<(), Trouble> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_unstable_by_key(|at| entries[*at].header_at);
    for pair in order.windows(2) {
        let next_at = entries[pair[1]].header_at;
        let entry = &mut entries[pair[0]];
        entry.ends_before = next_at;
    }
    let fits = |entry: &Entry| {
        let least = directory::HEADER_BYTES + entry.name.len() as u64;
        let end = entry.header_at.checked_add(least).and_then(|at| at.checked_add(entry.packed_bytes));
        end.is_some_and(|end| end <= entry.ends_before)
    };
    if entries.iter().all(fits) { Ok(()) } else { Err(Trouble::Unsafe(Danger::Overlap)) }
}
