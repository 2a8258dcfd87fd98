//! The directory at the end of a zip.

use super::{ENTRIES_MAX, Entry};
use crate::input::Source;
use crate::proposal::ProblemCode;
use std::io::{Read, SeekFrom};

/// Bytes of an entry's own header before its name.
pub(super) const HEADER_BYTES: u64 = 30;
/// Bytes of a directory: every entry with a name of 200 bytes and as much beside it.
const DIRECTORY_BYTES_MAX: u64 = 48 * 1024 * 1024;
const END_BYTES: usize = 22;
const END_64_BYTES: usize = 56;
const LOCATOR_64_BYTES: usize = 20;
const CENTRAL_BYTES: usize = 46;
/// Bytes of the comment that may stand behind the end.
const COMMENT_BYTES_MAX: usize = 65_535;
/// Number of the extra field with sizes that need more than 32 bits.
const EXTRA_64: u16 = 1;
/// Flags of an entry that is locked: with a password, strongly, or with its header masked.
const LOCKED: u16 = 1 | 1 << 6 | 1 << 13;

const BROKEN: ProblemCode = ProblemCode::FileBroken;

/// Where the directory lies and how many entries it has.
struct End {
    entries: u64,
    size_bytes: u64,
    at: u64,
    /// Where what tells all this begins.
    told_at: u64,
}

/// Reads all entries. Each ends, for now, where the directory begins.
pub(super) fn read(source: &mut dyn Source) -> Result<Vec<Entry>, ProblemCode> {
    let end = find_end(source)?;
    let fits = end.at.checked_add(end.size_bytes) == Some(end.told_at);
    if !fits || end.entries > ENTRIES_MAX || end.size_bytes > DIRECTORY_BYTES_MAX {
        return Err(BROKEN);
    }
    let mut bytes = Vec::new();
    source.seek(SeekFrom::Start(end.at)).map_err(|_| BROKEN)?;
    source.take(end.size_bytes).read_to_end(&mut bytes).map_err(|_| BROKEN)?;
    let mut rest = bytes.as_slice();
    let mut entries = Vec::new();
    while !rest.is_empty() {
        if entries.len() as u64 == end.entries {
            return Err(BROKEN);
        }
        entries.push(entry(&mut rest, end.at)?);
    }
    if entries.len() as u64 == end.entries { Ok(entries) } else { Err(BROKEN) }
}

/// Finds the end: the last one whose comment reaches exactly to the end of the file.
fn find_end(source: &mut dyn Source) -> Result<End, ProblemCode> {
    let size_bytes = source.seek(SeekFrom::End(0)).map_err(|_| BROKEN)?;
    let tail_at = size_bytes.saturating_sub((END_BYTES + COMMENT_BYTES_MAX) as u64);
    source.seek(SeekFrom::Start(tail_at)).map_err(|_| BROKEN)?;
    let mut tail = Vec::new();
    source.take((END_BYTES + COMMENT_BYTES_MAX) as u64).read_to_end(&mut tail).map_err(|_| BROKEN)?;
    let is_end = |at: &usize| {
        let rest = tail.len() - at - END_BYTES;
        tail[*at..].starts_with(b"PK\x05\x06") && usize::from(u16_at(&tail, at + 20)) == rest
    };
    let at = (0..(tail.len() + 1).saturating_sub(END_BYTES)).rev().find(is_end).ok_or(ProblemCode::CutOff)?;
    let told = &tail[at..];
    let end = End {
        entries: u16_at(told, 10).into(),
        size_bytes: u32_at(told, 12).into(),
        at: u32_at(told, 16).into(),
        told_at: tail_at + at as u64,
    };
    let is_large = end.entries == 0xffff || end.size_bytes == 0xffff_ffff || end.at == 0xffff_ffff;
    if is_large { find_end_64(source, end) } else { Ok(end) }
}

/// The end as it stands where 32 bits are too few; `end` as it is where there is no other.
fn find_end_64(source: &mut dyn Source, end: End) -> Result<End, ProblemCode> {
    let Some(locator_at) = end.told_at.checked_sub(LOCATOR_64_BYTES as u64) else { return Ok(end) };
    let locator: [u8; LOCATOR_64_BYTES] = bytes_at(source, locator_at)?;
    if !locator.starts_with(b"PK\x06\x07") {
        return Ok(end);
    }
    let told_at = u64_at(&locator, 8);
    if told_at.checked_add(END_64_BYTES as u64).is_none_or(|end| end > locator_at) {
        return Err(BROKEN);
    }
    let told: [u8; END_64_BYTES] = bytes_at(source, told_at)?;
    if !told.starts_with(b"PK\x06\x06") {
        return Err(BROKEN);
    }
    Ok(End { entries: u64_at(&told, 32), size_bytes: u64_at(&told, 40), at: u64_at(&told, 48), told_at })
}

/// Reads one entry off the directory that begins at `directory_at`.
fn entry(rest: &mut &[u8], directory_at: u64) -> Result<Entry, ProblemCode> {
    let head = take(rest, CENTRAL_BYTES)?;
    if !head.starts_with(b"PK\x01\x02") {
        return Err(BROKEN);
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
    let method = u16_at(head, 10);
    let is_locked = u16_at(head, 8) & LOCKED != 0 || !matches!(method, 0 | 8);
    Ok(Entry {
        name: String::from_utf8_lossy(name).replace('\\', "/"),
        size_bytes,
        packed_bytes,
        crc: u32_at(head, 16),
        is_locked,
        is_deflated: method == 8,
        header_at,
        ends_before: directory_at,
    })
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

fn take<'a>(rest: &mut &'a [u8], bytes: usize) -> Result<&'a [u8], ProblemCode> {
    let (taken, left) = rest.split_at_checked(bytes).ok_or(BROKEN)?;
    *rest = left;
    Ok(taken)
}

/// So many bytes of the file.
pub(super) fn bytes_at<const N: usize>(source: &mut dyn Source, at: u64) -> Result<[u8; N], ProblemCode> {
    let mut bytes = [0; N];
    source.seek(SeekFrom::Start(at)).map_err(|_| BROKEN)?;
    source.read_exact(&mut bytes).map_err(|_| BROKEN)?;
    Ok(bytes)
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
