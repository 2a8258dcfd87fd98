//! The directory at the end of a zip.

use super::{DIRECTORY_BYTES_MAX, ENTRIES_MAX, Entry};
use crate::trouble::{Danger, Trouble};
use std::io::{Read, Seek, SeekFrom};

/// Bytes of an entry's own header before its name.
pub(super) const HEADER_BYTES: u64 = 30;

const END: [u8; 4] = *b"PK\x05\x06";
const END_BYTES: usize = 22;
const END_64: [u8; 4] = *b"PK\x06\x06";
const END_64_BYTES: usize = 56;
const LOCATOR_64: [u8; 4] = *b"PK\x06\x07";
const LOCATOR_64_BYTES: usize = 20;
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const CENTRAL_BYTES: usize = 46;
/// Bytes of the comment that may stand behind the end.
const COMMENT_BYTES_MAX: usize = 65_535;
/// Number of the extra field with sizes that need more than 32 bits.
const EXTRA_64: u16 = 1;
/// Flags of an entry that is locked: with a password, strongly, or with its header masked.
const LOCKED: u16 = 1 | 1 << 6 | 1 << 13;

const CONTRADICTION: Trouble = Trouble::Unsafe(Danger::Contradiction);

/// Where the directory lies and how many entries it has.
struct End {
    entries: u64,
    size_bytes: u64,
    at: u64,
    /// Where what tells all this begins.
    told_at: u64,
}

/// Reads all entries. Each ends, for now, where the directory begins.
pub(super) fn read<R: Read + Seek>(from: &mut R) -> Result<Vec<Entry>, Trouble> {
    let end = find_end(from)?;
    if end.entries > ENTRIES_MAX || end.size_bytes > DIRECTORY_BYTES_MAX {
        return Err(Trouble::Unsafe(Danger::TooManyEntries));
    }
    if end.at.checked_add(end.size_bytes) != Some(end.told_at) {
        return Err(CONTRADICTION);
    }
    let size = usize::try_from(end.size_bytes).map_err(|_| Trouble::Unsafe(Danger::TooManyEntries))?;
    let mut bytes = vec![0; size];
    from.seek(SeekFrom::Start(end.at))?;
    from.read_exact(&mut bytes)?;
    let mut rest = bytes.as_slice();
    let mut entries = Vec::new();
    while !rest.is_empty() {
        entries.push(read_entry(&mut rest, end.at)?);
    }
    if entries.len() as u64 == end.entries { Ok(entries) } else { Err(CONTRADICTION) }
}

/// Finds the end: the last one whose comment reaches exactly to the end of the file.
fn find_end<R: Read + Seek>(from: &mut R) -> Result<End, Trouble> {
    let size_bytes = from.seek(SeekFrom::End(0))?;
    let tail_bytes = size_bytes.min((END_BYTES + COMMENT_BYTES_MAX) as u64);
    let tail_at = size_bytes - tail_bytes;
    from.seek(SeekFrom::Start(tail_at))?;
    let mut tail = Vec::new();
    from.take(tail_bytes).read_to_end(&mut tail)?;
    let is_end = |at: &usize| {
        tail[*at..].starts_with(&END) && usize::from(u16_at(&tail, at + 20)) == tail.len() - at - END_BYTES
    };
    let Some(at) = (0..(tail.len() + 1).saturating_sub(END_BYTES)).rev().find(is_end) else {
        return Err(begins_as_zip(from)?);
    };
    let told = &tail[at..];
    let end = End {
        entries: u16_at(told, 10).into(),
        size_bytes: u32_at(told, 12).into(),
        at: u32_at(told, 16).into(),
        told_at: tail_at + at as u64,
    };
    let several_disks = u16_at(told, 4) != 0 || u16_at(told, 6) != 0 || u16_at(told, 8) != u16_at(told, 10);
    let is_large = end.entries == 0xffff || end.size_bytes == 0xffff_ffff || end.at == 0xffff_ffff;
    match (is_large, several_disks) {
        (true, _) => find_end_64(from, end),
        (false, true) => Err(CONTRADICTION),
        (false, false) => Ok(end),
    }
}

/// What a file without an end is.
fn begins_as_zip<R: Read + Seek>(from: &mut R) -> Result<Trouble, Trouble> {
    from.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    from.take(4).read_to_end(&mut head)?;
    Ok(if head == b"PK\x03\x04" { Trouble::CutOff } else { Trouble::NotZip })
}

/// The end as it stands where 32 bits are too few; `end` as it is where there is no other.
fn find_end_64<R: Read + Seek>(from: &mut R, end: End) -> Result<End, Trouble> {
    let Some(locator_at) = end.told_at.checked_sub(LOCATOR_64_BYTES as u64) else { return Ok(end) };
    let locator = bytes_at::<LOCATOR_64_BYTES, _>(from, locator_at)?;
    if !locator.starts_with(&LOCATOR_64) {
        return Ok(end);
    }
    let told_at = u64_at(&locator, 8);
    if told_at.checked_add(END_64_BYTES as u64).is_none_or(|end| end > locator_at) {
        return Err(CONTRADICTION);
    }
    let told = bytes_at::<END_64_BYTES, _>(from, told_at)?;
    if !told.starts_with(&END_64) || u64_at(&told, 24) != u64_at(&told, 32) {
        return Err(CONTRADICTION);
    }
    Ok(End { entries: u64_at(&told, 32), size_bytes: u64_at(&told, 40), at: u64_at(&told, 48), told_at })
}

/// Reads one entry off the directory that begins at `directory_at`.
fn read_entry(rest: &mut &[u8], directory_at: u64) -> Result<Entry, Trouble> {
    let head = take(rest, CENTRAL_BYTES)?;
    if !head.starts_with(&CENTRAL) {
        return Err(CONTRADICTION);
    }
    let name = take(rest, u16_at(head, 28).into())?;
    let extra = take(rest, u16_at(head, 30).into())?;
    take(rest, u16_at(head, 32).into())?;
    if u16_at(head, 8) & LOCKED != 0 {
        return Err(Trouble::Unsafe(Danger::Encrypted));
    }
    let is_deflated = match u16_at(head, 10) {
        0 => false,
        8 => true,
        _ => return Err(Trouble::Unsafe(Danger::Packing)),
    };
    let mut large = extra_64(extra);
    let mut size = |small: u32| -> Result<u64, Trouble> {
        if small != u32::MAX {
            return Ok(small.into());
        }
        Ok(take(&mut large, 8).map(|bytes| u64_at(bytes, 0)).unwrap_or(small.into()))
    };
    let (size_bytes, packed_bytes, header_at) =
        (size(u32_at(head, 24))?, size(u32_at(head, 20))?, size(u32_at(head, 42))?);
    if !is_deflated && size_bytes != packed_bytes {
        return Err(CONTRADICTION);
    }
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    Ok(Entry {
        name,
        size_bytes,
        packed_bytes,
        crc: u32_at(head, 16),
        is_deflated,
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

fn take<'a>(rest: &mut &'a [u8], bytes: usize) -> Result<&'a [u8], Trouble> {
    let (taken, left) = rest.split_at_checked(bytes).ok_or(CONTRADICTION)?;
    *rest = left;
    Ok(taken)
}

/// So many bytes of the file.
pub(super) fn bytes_at<const N: usize, R: Read + Seek>(from: &mut R, at: u64) -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    from.seek(SeekFrom::Start(at))?;
    from.read_exact(&mut bytes)?;
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
