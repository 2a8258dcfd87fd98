//! Numbers and pieces of a zip, whose lowest byte always comes first.

use crate::trouble::{Danger, Trouble};
use std::io::{Read, Seek, SeekFrom};

/// Takes so many bytes off the beginning.
pub(crate) fn take<'a>(rest: &mut &'a [u8], bytes: usize) -> Result<&'a [u8], Danger> {
    let (taken, left) = rest.split_at_checked(bytes).ok_or(Danger::Contradiction)?;
    *rest = left;
    Ok(taken)
}

/// So many bytes of the file, from `at` on.
pub(crate) fn bytes_at<const N: usize, R: Read + Seek + ?Sized>(from: &mut R, at: u64) -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    from.seek(SeekFrom::Start(at))?;
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

pub(crate) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
