//! Files of the browser as readers, and bytes on their way into one: a piece at a time, whatever the whole weighs.

use import::input::{Content, Source};
use js_sys::{Array, Uint8Array};
use std::io::{self, Read, Seek, SeekFrom, Write};
use web_sys::{Blob, BlobPropertyBag, FileReaderSync};

/// Bytes that are asked of the browser at once: each asking costs as much as reading some ten thousand.
const PIECE_BYTES: u64 = 512 * 1024;

/// A file that a person chose.
pub(crate) struct Chosen(pub(crate) Blob);

impl Content for Chosen {
    fn size_bytes(&self) -> u64 {
        size(&self.0)
    }

    fn open(&self) -> io::Result<Box<dyn Source + '_>> {
        Ok(Box::new(BlobReader::new(self.0.clone())?))
    }
}

fn size(blob: &Blob) -> u64 {
    // Browsers count bytes in floating point, exactly up to 2⁵³.
    blob.size() as u64
}

/// Reads a blob from any place. Only workers may: it waits for the disk.
pub(crate) struct BlobReader {
    blob: Blob,
    reader: FileReaderSync,
    at: u64,
    piece: Vec<u8>,
    piece_at: u64,
}

impl BlobReader {
    pub(crate) fn new(blob: Blob) -> io::Result<Self> {
        let reader = FileReaderSync::new().map_err(|_| io::Error::other("only a worker reads files at once"))?;
        Ok(Self { blob, reader, at: 0, piece: Vec::new(), piece_at: 0 })
    }

    fn fetch(&mut self) -> io::Result<()> {
        let end = (self.at + PIECE_BYTES).min(size(&self.blob));
        let gone = |_| io::Error::new(io::ErrorKind::NotFound, "the file has changed or is gone since it was chosen");
        let part = self.blob.slice_with_f64_and_f64(self.at as f64, end as f64).map_err(gone)?;
        let bytes = self.reader.read_as_array_buffer(&part).map_err(gone)?;
        (self.piece, self.piece_at) = (Uint8Array::new(&bytes).to_vec(), self.at);
        Ok(())
    }
}

impl Read for BlobReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= size(&self.blob) || into.is_empty() {
            return Ok(0);
        }
        let within = |reader: &Self| {
            let from = reader.at.checked_sub(reader.piece_at)?;
            let from = usize::try_from(from).ok()?;
            (from < reader.piece.len()).then_some(from)
        };
        if within(self).is_none() {
            self.fetch()?;
        }
        let from = within(self).ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))?;
        let length = into.len().min(self.piece.len() - from);
        into[..length].copy_from_slice(&self.piece[from..from + length]);
        self.at += length as u64;
        Ok(length)
    }
}

impl Seek for BlobReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (size(&self.blob), by),
            SeekFrom::Current(by) => (self.at, by),
        };
        let before = || io::Error::new(io::ErrorKind::InvalidInput, "a place before the file");
        self.at = from.checked_add_signed(by).ok_or_else(before)?;
        Ok(self.at)
    }
}

/// Bytes on their way into a blob. What was written is the browser's to keep, on its disk where that is better.
#[derive(Default)]
pub(crate) struct BlobWriter {
    parts: Array,
    piece: Vec<u8>,
}

/// Bytes that are held before the browser gets them.
const HELD_BYTES: usize = 4 * 1024 * 1024;

impl BlobWriter {
    fn hand_over(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let bytes = Array::of1(&Uint8Array::from(self.piece.as_slice()));
        let part = Blob::new_with_u8_array_sequence(&bytes).map_err(|_| io::ErrorKind::StorageFull)?;
        self.parts.push(&part);
        self.piece.clear();
        Ok(())
    }

    /// All of it as one blob of that media type.
    pub(crate) fn finish(mut self, media: &str) -> io::Result<Blob> {
        self.hand_over()?;
        let kind = BlobPropertyBag::new();
        kind.set_type(media);
        let whole = Blob::new_with_blob_sequence_and_options(&self.parts, &kind);
        whole.map_err(|_| io::Error::from(io::ErrorKind::StorageFull))
    }
}

impl Write for BlobWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= HELD_BYTES {
            self.hand_over()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
