//! A zip of which every entry has to be readable, and to have a name of its own.

use crate::trouble::Trouble;
use std::collections::HashMap;
use std::io::{Read, Seek};
use unzip::{Directory, Entry, Limits, Unpacked};

/// Entries: a home of a hundred years has fewer files. Bytes of a directory: every entry with a name of 200 bytes and as much beside it.
pub const LIMITS: Limits =
    Limits { entries_max: 200_000, directory_bytes_max: 64 * 1024 * 1024, ratio_free_bytes: 1024 * 1024 };

/// A zip whose directory was read and holds together.
#[derive(Debug)]
pub struct Zip<R> {
    from: R,
    directory: Directory,
    numbers: HashMap<String, usize>,
}

impl<R: Read + Seek> Zip<R> {
    /// Reads the directory.
    ///
    /// # Errors
    /// `NotZip`, `CutOff` and `Unsafe`, where it is not one that can be read without harm; `Io` where bytes cannot be read.
    pub fn open(mut from: R) -> Result<Self, Trouble> {
        let directory = Directory::read(&mut from, LIMITS)?;
        if let Some(danger) = directory.entries().iter().find_map(|entry| entry.danger) {
            return Err(Trouble::Unsafe(danger));
        }
        let numbers = directory.numbers().map_err(Trouble::Unsafe)?;
        Ok(Self { from, directory, numbers })
    }

    /// Its entries, in the order of the directory.
    pub fn entries(&self) -> &[Entry] {
        self.directory.entries()
    }

    /// The number of the entry of that name, if there is one.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// A reader of the entry of that number, as [`Directory::unpack`] gives it.
    ///
    /// # Errors
    /// `Unsafe` where its own header contradicts the directory, or far more would come out than went in; `Io` where it cannot be read.
    pub fn unpack(&mut self, number: usize) -> Result<Unpacked<'_, R>, Trouble> {
        Ok(self.directory.unpack(&mut self.from, number)?)
    }
}
