//! Files as they are chosen, read in pieces: one of 500 MB is never held in memory.

use std::io::{self, Read, Seek};

/// A file that was chosen.
pub struct Input {
    /// Its name, with the path within the folder or the drop it came in if it has one (`data/assets.json`).
    pub name: String,
    /// What is in it.
    pub content: Box<dyn Content>,
}

/// Bytes that can be read from any place.
pub trait Content {
    /// How many there are.
    fn size_bytes(&self) -> u64;

    /// A reader from the first of them on.
    ///
    /// # Errors
    /// Where the file is gone or may not be read.
    fn open(&self) -> io::Result<Box<dyn Source + '_>>;
}

/// A reader that can go to any place.
pub trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

impl Content for Vec<u8> {
    fn size_bytes(&self) -> u64 {
        self.len() as u64
    }

    fn open(&self) -> io::Result<Box<dyn Source + '_>> {
        Ok(Box::new(io::Cursor::new(self.as_slice())))
    }
}
