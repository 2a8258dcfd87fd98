//! The end of a zip, which tells where its directory lies.

use super::{bytes_at, u16_at, u32_at, u64_at};
use crate::trouble::{Danger, Trouble};
use std::io::{Read, Seek, SeekFrom};

const END: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const END_64: &[u8] = b"PK\x06\x06";
const END_64_BYTES: usize = 56;
const LOCATOR_64: &[u8] = b"PK\x06\x07";
const LOCATOR_64_BYTES: usize = 20;
/// Bytes of the comment that may stand behind the end.
const COMMENT_BYTES_MAX: usize = 65_535;

/// Where the directory lies and how many entries it has.
pub(super) struct End {
    pub(super) entries: u64,
    pub(super) size_bytes: u64,
    pub(super) at: u64,
    /// Where what tells all this begins.
    pub(super) told_at: u64,
}

/// Finds the end: the last one whose comment reaches exactly to the end of the file.
pub(super) fn find<R: Read + Seek + ?Sized>(from: &mut R) -> Result<End, Trouble> {
    let size_bytes = from.seek(SeekFrom::End(0))?;
    let tail_bytes = size_bytes.min((END_BYTES + COMMENT_BYTES_MAX) as u64);
    let tail_at = size_bytes - tail_bytes;
    from.seek(SeekFrom::Start(tail_at))?;
    let mut tail = Vec::new();
    from.take(tail_bytes).read_to_end(&mut tail)?;
    let is_end =
        |at: &usize| tail[*at..].starts_with(END) && usize::from(u16_at(&tail, at + 20)) == tail.len() - at - END_BYTES;
    let Some(at) = (0..(tail.len() + 1).saturating_sub(END_BYTES)).rev().find(is_end) else {
        return Err(without_end(from)?);
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
        (true, _) => find_64(from, end),
        (false, true) => Err(Danger::Contradiction.into()),
        (false, false) => Ok(end),
    }
}

/// What a file without an end is.
fn without_end<R: Read + Seek + ?Sized>(from: &mut R) -> Result<Trouble, Trouble> {
    from.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    from.take(4).read_to_end(&mut head)?;
    Ok(if head == b"PK\x03\x04" { Trouble::CutOff } else { Trouble::NotZip })
}

/// The end as it stands where 32 bits are too few; `end` as it is where there is no other.
fn find_64<R: Read + Seek + ?Sized>(from: &mut R, end: End) -> Result<End, Trouble> {
    let Some(locator_at) = end.told_at.checked_sub(LOCATOR_64_BYTES as u64) else { return Ok(end) };
    let locator = bytes_at::<LOCATOR_64_BYTES, _>(from, locator_at)?;
    if !locator.starts_with(LOCATOR_64) {
        return Ok(end);
    }
    let told_at = u64_at(&locator, 8);
    if told_at.checked_add(END_64_BYTES as u64).is_none_or(|end| end > locator_at) {
        return Err(Danger::Contradiction.into());
    }
    let told = bytes_at::<END_64_BYTES, _>(from, told_at)?;
    if !told.starts_with(END_64) || u64_at(&told, 24) != u64_at(&told, 32) {
        return Err(Danger::Contradiction.into());
    }
    Ok(End { entries: u64_at(&told, 32), size_bytes: u64_at(&told, 40), at: u64_at(&told, 48), told_at })
}
