//! Zips that a stranger may have made, read with a guard: all is counted and bounded before it is believed, and names are only ever compared.
//!
//! The directory is read here and not by a crate: one would read all of it, and a header for each entry, before anybody can say how much is too much.
//! Source: PKWARE, APPNOTE.TXT 6.3.10.

mod directory;

use crate::input::{Content, Source};
use crate::proposal::ProblemCode;
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::io::{Read, SeekFrom};

/// Entries of one zip: the photos and papers of a large estate.
pub(crate) const ENTRIES_MAX: u64 = 100_000;
/// Bytes of all entries when unpacked: the largest chat with all its films.
pub(crate) const UNPACKED_BYTES_MAX: u64 = 16 * 1024 * 1024 * 1024;
/// How many times larger than packed entries may be. Text packs to a twentieth, seldom to a fiftieth; a bomb to a thousandth.
const RATIO_MAX: u64 = 200;
/// What unpacks to less than this harms nobody, however tightly it is packed.
const RATIO_FREE_BYTES: u64 = 50 * 1024 * 1024;

/// A zip's entries.
#[derive(Debug)]
pub(crate) struct Zip {
    /// Its entries, in the order of its directory.
    pub(crate) entries: Vec<Entry>,
}

/// An entry of a zip.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its name with `/` between its parts, only ever compared.
    pub(crate) name: String,
    /// Bytes when unpacked, as the directory says.
    pub(crate) size_bytes: u64,
    /// CRC-32 of its bytes, as the directory says.
    pub(crate) crc: u32,
    /// Whether it is locked with a password, or packed in a way that is not read here.
    pub(crate) is_locked: bool,
    packed_bytes: u64,
    is_deflated: bool,
    header_at: u64,
    /// Where the next one begins, or the directory: nothing of it lies behind.
    ends_before: u64,
}

impl Zip {
    /// Reads the directory.
    ///
    /// # Errors
    /// [`ProblemCode::FileBroken`] where it contradicts itself or is made to harm, [`ProblemCode::CutOff`] where its end is missing.
    pub(crate) fn open(content: &dyn Content) -> Result<Self, ProblemCode> {
        let mut source = content.open().map_err(|_| ProblemCode::FileBroken)?;
        let mut entries = directory::read(&mut *source)?;
        part(&mut entries)?;
        let sum = |bytes: fn(&Entry) -> u64| entries.iter().try_fold(0_u64, |sum, entry| sum.checked_add(bytes(entry)));
        let unpacked = sum(|entry| entry.size_bytes).ok_or(ProblemCode::FileBroken)?;
        let packed = sum(|entry| entry.packed_bytes).ok_or(ProblemCode::FileBroken)?;
        if unpacked > UNPACKED_BYTES_MAX || is_bomb(unpacked, packed) {
            return Err(ProblemCode::FileBroken);
        }
        Ok(Self { entries })
    }

    /// The bytes of an entry, at most `bytes_max`.
    ///
    /// # Errors
    /// [`ProblemCode::FileTooLarge`], or [`ProblemCode::FileBroken`] where they are not those that the directory tells of.
    pub(crate) fn read(&self, content: &dyn Content, entry: usize, bytes_max: u64) -> Result<Vec<u8>, ProblemCode> {
        let entry = self.entries.get(entry).ok_or(ProblemCode::FileMissing)?;
        if entry.size_bytes > bytes_max {
            return Err(ProblemCode::FileTooLarge);
        }
        if entry.is_locked || is_bomb(entry.size_bytes, entry.packed_bytes) {
            return Err(ProblemCode::FileBroken);
        }
        let mut source = content.open().map_err(|_| ProblemCode::FileBroken)?;
        let packed = packed(&mut *source, entry)?;
        let mut bytes = Vec::new();
        let most = entry.size_bytes + 1;
        let read = match entry.is_deflated {
            true => DeflateDecoder::new(packed).take(most).read_to_end(&mut bytes),
            false => packed.take(most).read_to_end(&mut bytes),
        };
        let mut crc = Crc::new();
        crc.update(&bytes);
        let whole = read.is_ok() && bytes.len() as u64 == entry.size_bytes && crc.sum() == entry.crc;
        if whole { Ok(bytes) } else { Err(ProblemCode::FileBroken) }
    }
}

fn is_bomb(unpacked: u64, packed: u64) -> bool {
    unpacked > RATIO_FREE_BYTES && unpacked / RATIO_MAX > packed
}

/// The packed bytes of an entry, behind its own header.
fn packed<'a>(source: &'a mut dyn Source, entry: &Entry) -> Result<impl Read + 'a, ProblemCode> {
    let head: [u8; directory::HEADER_BYTES as usize] = directory::bytes_at(source, entry.header_at)?;
    let beside = u64::from(directory::u16_at(&head, 26)) + u64::from(directory::u16_at(&head, 28));
    let at = entry.header_at + directory::HEADER_BYTES + beside;
    let ends = at.checked_add(entry.packed_bytes).filter(|end| *end <= entry.ends_before);
    if !head.starts_with(b"PK\x03\x04") || ends.is_none() {
        return Err(ProblemCode::FileBroken);
    }
    source.seek(SeekFrom::Start(at)).map_err(|_| ProblemCode::FileBroken)?;
    Ok(source.take(entry.packed_bytes))
}

/// Says where each entry must end, and refuses those that reach into the next: a bomb packs one thing and names it many times.
fn part(entries: &mut [Entry]) -> Result<(), ProblemCode> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_unstable_by_key(|at| entries[*at].header_at);
    for pair in order.windows(2) {
        entries[pair[0]].ends_before = entries[pair[1]].header_at;
    }
    let fits = |entry: &Entry| {
        let end =
            entry.header_at.checked_add(directory::HEADER_BYTES).and_then(|at| at.checked_add(entry.packed_bytes));
        end.is_some_and(|end| end <= entry.ends_before)
    };
    if entries.iter().all(fits) { Ok(()) } else { Err(ProblemCode::FileBroken) }
}
