//! Files in resumable chunks.

use serde::{Deserialize, Serialize};

/// Bytes of one chunk: what is lost when the signal goes in the middle of one.
pub const CHUNK_BYTES: usize = 512 * 1024;

/// The query of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// Where in the file its first byte stands.
    pub offset: u64,
    /// Bytes of the whole file.
    pub size: u64,
}

impl Chunk {
    /// The query, with its question mark.
    pub fn query(self) -> String {
        format!("?offset={}&size={}", self.offset, self.size)
    }
}

/// How much of a file the server has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Bytes from the start without a gap.
    pub bytes: u64,
    /// Whether the file is whole and its hash is right.
    pub complete: bool,
}
