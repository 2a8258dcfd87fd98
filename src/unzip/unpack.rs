//! One entry, unpacked as it is read.

use crate::directory::{bytes_at, u16_at};
use crate::entry::{Entry, HEADER_BYTES};
use crate::trouble::{Danger, Trouble};
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::io::{self, Read, Seek, SeekFrom, Take};

/// A reader of an entry's unpacked bytes. It ends with an error where they are not those that the directory tells of: of kind
/// `UnexpectedEof` where they are fewer, of kind `InvalidData` where they are more, or others.
pub struct Unpacked<'a, R: ?Sized> {
    packed: Packed<'a, R>,
    left_bytes: u64,
    crc: Crc,
    expected: u32,
    is_checked: bool,
}

enum Packed<'a, R: ?Sized> {
    Stored(Take<&'a mut R>),
    Deflated(Box<DeflateDecoder<Take<&'a mut R>>>),
}

impl<'a, R: Read + Seek + ?Sized> Unpacked<'a, R> {
    pub(crate) fn open(from: &'a mut R, entry: &Entry) -> Result<Self, Trouble> {
        let head = bytes_at::<{ HEADER_BYTES as usize }, _>(from, entry.header_at)?;
        let (name_bytes, extra_bytes) = (u64::from(u16_at(&head, 26)), u64::from(u16_at(&head, 28)));
        let at = entry.header_at + HEADER_BYTES + name_bytes + extra_bytes;
        if !head.starts_with(b"PK\x03\x04") || u16_at(&head, 8) != if entry.is_deflated { 8 } else { 0 } {
            return Err(Danger::Contradiction.into());
        }
        if at.checked_add(entry.packed_bytes).is_none_or(|end| end > entry.ends_before) {
            return Err(Danger::Overlap.into());
        }
        from.seek(SeekFrom::Start(at))?;
        let packed = from.take(entry.packed_bytes);
        let packed = match entry.is_deflated {
            true => Packed::Deflated(Box::new(DeflateDecoder::new(packed))),
            false => Packed::Stored(packed),
        };
        Ok(Self { packed, left_bytes: entry.size_bytes, crc: Crc::new(), expected: entry.crc, is_checked: false })
    }

    /// What stands behind the last byte: nothing, and the checksum is right.
    fn check(&mut self) -> io::Result<usize> {
        if !self.is_checked {
            let is_more = self.packed.read(&mut [0])? > 0;
            if is_more || self.crc.sum() != self.expected {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "the bytes are not those that were packed"));
            }
            self.is_checked = true;
        }
        Ok(0)
    }
}

impl<R: Read + Seek + ?Sized> Read for Unpacked<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        if self.left_bytes == 0 {
            return self.check();
        }
        let most = into.len().min(usize::try_from(self.left_bytes).unwrap_or(usize::MAX));
        let read = self.packed.read(&mut into[..most])?;
        if read == 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "fewer bytes than were packed"));
        }
        self.crc.update(&into[..read]);
        self.left_bytes -= read as u64;
        Ok(read)
    }
}

impl<R: Read + ?Sized> Read for Packed<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Stored(from) => from.read(into),
            Self::Deflated(from) => from.read(into),
        }
    }
}
