//! How much is too much.

/// How many times larger than what it is packed to an entry may be. Real text packs to a twentieth, seldom to a fiftieth; a bomb to a thousandth.
pub const RATIO_MAX: u64 = 200;

/// What a zip may have at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Entries.
    pub entries_max: u64,
    /// Bytes of the directory, which is held in memory while it is read.
    pub directory_bytes_max: u64,
    /// What unpacks to no more than these bytes harms nobody, however tightly it is packed.
    pub ratio_free_bytes: u64,
}

impl Limits {
    /// Whether far more would come out than went in, both in bytes.
    pub fn is_bomb(&self, size_bytes: u64, packed_bytes: u64) -> bool {
        size_bytes > self.ratio_free_bytes && size_bytes / RATIO_MAX > packed_bytes
    }
}
