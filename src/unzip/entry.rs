//! One entry, as the directory has it.

use crate::directory::{take, u16_at, u32_at, u64_at};
use crate::trouble::Danger;

/// Bytes of an entry's own header before its name.
pub(crate) const HEADER_BYTES: u64 = 30;
const CENTRAL: &[u8] = b"PK\x01\x02";
const CENTRAL_BYTES: usize = 46;
/// Number of the extra field with sizes that need more than 32 bits.
const EXTRA_64: u16 = 1;
/// Flags of an entry that is locked: with a password, strongly, or with its header masked.
const LOCKED: u16 = 1 | 1 << 6 | 1 << 13;

/// One entry of a zip.
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
    /// Why it cannot be read, whatever the others are: `Encrypted`, `Packing` or `Contradiction`.
    pub danger: Option<Danger>,
    pub(crate) is_deflated: bool,
    /// Where its own header begins.
    pub(crate) header_at: u64,
    /// Bytes of that header and the name in it.
    head_bytes: u64,
    /// Where the next one begins, or the directory: nothing of it lies behind.
    pub(crate) ends_before: u64,
}

impl Entry {
    /// Reads one entry off the directory that begins at `directory_at`, where it ends until it is known what follows it.
    pub(crate) fn read(rest: &mut &[u8], directory_at: u64) -> Result<Self, Danger> {
        let head = take(rest, CENTRAL_BYTES)?;
        if !head.starts_with(CENTRAL) {
            return Err(Danger::Contradiction);
        }
        let name = take(rest, u16_at(head, 28).into())?;
        let extra = take(rest, u16_at(head, 30).into())?;
        take(rest, u16_at(head, 32).into())?;
        let mut large = extra_64(extra);
        let mut size = |small: u32| match small {
            u32::MAX => take(&mut large, 8).map_or(u64::from(small), |bytes| u64_at(bytes, 0)),
            _ => small.into(),
        };
        let (size_bytes, packed_bytes, header_at) =
            (size(u32_at(head, 24)), size(u32_at(head, 20)), size(u32_at(head, 42)));
        let danger = match u16_at(head, 10) {
            _ if u16_at(head, 8) & LOCKED != 0 => Some(Danger::Encrypted),
            0 if size_bytes != packed_bytes => Some(Danger::Contradiction),
            0 | 8 => None,
            _ => Some(Danger::Packing),
        };
        Ok(Self {
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            size_bytes,
            packed_bytes,
            crc: u32_at(head, 16),
            danger,
            is_deflated: u16_at(head, 10) == 8,
            header_at,
            head_bytes: HEADER_BYTES + name.len() as u64,
            ends_before: directory_at,
        })
    }
}

/// Says where each entry must end, and refuses those that reach into the next: a bomb packs one thing and names it many times.
pub(crate) fn part(entries: &mut [Entry]) -> Result<(), Danger> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_unstable_by_key(|at| entries[*at].header_at);
    for pair in order.windows(2) {
        entries[pair[0]].ends_before = entries[pair[1]].header_at;
    }
    let fits = |entry: &Entry| {
        let end = entry.header_at.checked_add(entry.head_bytes).and_then(|at| at.checked_add(entry.packed_bytes));
        end.is_some_and(|end| end <= entry.ends_before)
    };
    if entries.iter().all(fits) { Ok(()) } else { Err(Danger::Overlap) }
}

/// The extra field with large sizes, empty where there is none.
fn extra_64(mut extra: &[u8]) -> &[u8] {
    while let Ok(head) = take(&mut extra, 4) {
        match take(&mut extra, u16_at(head, 2).into()) {
            Ok(field) if u16_at(head, 0) == EXTRA_64 => return field,
            Ok(_) => {}
            Err(_) => break,
        }
    }
    &[]
}
