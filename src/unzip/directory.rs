//! The directory at the end of a zip.

mod bytes;
mod end;

use crate::entry::{self, Entry};
use crate::limits::Limits;
use crate::trouble::{Danger, Trouble};
use crate::unpack::Unpacked;
use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};

pub(crate) use bytes::{bytes_at, take, u16_at, u32_at, u64_at};

/// The directory of a zip, which was read and holds together. The bytes of the zip stay with whoever has them.
#[derive(Debug)]
pub struct Directory {
    entries: Vec<Entry>,
    limits: Limits,
}

impl Directory {
    /// Reads the directory.
    ///
    /// # Errors
    /// `NotZip`, `CutOff` and `Unsafe`, where it is not one that can be read without harm; `Io` where bytes cannot be read. An entry that alone cannot be
    /// read is none: see [`Entry::danger`].
    pub fn read<R: Read + Seek + ?Sized>(from: &mut R, limits: Limits) -> Result<Self, Trouble> {
        let end = end::find(from)?;
        if end.entries > limits.entries_max || end.size_bytes > limits.directory_bytes_max {
            return Err(Danger::TooManyEntries.into());
        }
        if end.at.checked_add(end.size_bytes) != Some(end.told_at) {
            return Err(Danger::Contradiction.into());
        }
        let mut bytes = vec![0; usize::try_from(end.size_bytes).map_err(|_| Danger::TooManyEntries)?];
        from.seek(SeekFrom::Start(end.at))?;
        from.read_exact(&mut bytes)?;
        let mut rest = bytes.as_slice();
        let mut entries = Vec::new();
        while !rest.is_empty() && entries.len() as u64 <= end.entries {
            entries.push(Entry::read(&mut rest, end.at)?);
        }
        if entries.len() as u64 != end.entries {
            return Err(Danger::Contradiction.into());
        }
        entry::part(&mut entries)?;
        Ok(Self { entries, limits })
    }

    /// Its entries, in the order in which it has them.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The number of each entry by its name.
    ///
    /// # Errors
    /// `SameName` where two have one.
    pub fn numbers(&self) -> Result<HashMap<String, usize>, Danger> {
        let mut numbers = HashMap::with_capacity(self.entries.len());
        for (number, entry) in self.entries.iter().enumerate() {
            if numbers.insert(entry.name.clone(), number).is_some() {
                return Err(Danger::SameName);
            }
        }
        Ok(numbers)
    }

    /// A reader of the entry of that number in `from`, the zip that this is the directory of. It gives at most as many bytes as the directory says, and an
    /// error where there are fewer, more, or others.
    ///
    /// # Errors
    /// `Unsafe` where the entry cannot be read, its own header contradicts the directory, or far more would come out than went in; `Io` where bytes
    /// cannot be read.
    pub fn unpack<'a, R>(&self, from: &'a mut R, number: usize) -> Result<Unpacked<'a, R>, Trouble>
    where
        R: Read + Seek + ?Sized,
    {
        let entry = self.entries.get(number).ok_or(Danger::Contradiction)?;
        match entry.danger {
            Some(danger) => Err(danger.into()),
            None if self.limits.is_bomb(entry.size_bytes, entry.packed_bytes) => Err(Danger::Bomb.into()),
            None => Unpacked::open(from, entry),
        }
    }
}
