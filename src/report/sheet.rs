//! What is typeset, and how it is handed from one process to another.

use std::io::{self, Read, Write};

/// A report with its photos.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The report as JSON.
    pub report: Vec<u8>,
    /// JPEG or PNG by the names that the report calls them.
    pub photos: Vec<(String, Vec<u8>)>,
    /// What is said where letters had to be replaced, because no font has them.
    pub replaced: String,
}

impl Sheet {
    /// Writes it: each part after its length, as four bytes, the least first.
    ///
    /// # Errors
    /// Where `to` takes nothing more, or a part has 4 GiB.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        part(to, &self.report)?;
        part(to, self.replaced.as_bytes())?;
        for (name, content) in &self.photos {
            part(to, name.as_bytes())?;
            part(to, content)?;
        }
        to.flush()
    }

    /// Reads what [`Sheet::write`] wrote, to the end.
    ///
    /// # Errors
    /// Where it ends within a part, or a name is no text.
    pub fn read(from: &mut impl Read) -> io::Result<Self> {
        let ended = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let report = next(from)?.ok_or_else(ended)?;
        let replaced = text(next(from)?.ok_or_else(ended)?)?;
        let mut photos = Vec::new();
        while let Some(name) = next(from)? {
            photos.push((text(name)?, next(from)?.ok_or_else(ended)?));
        }
        Ok(Self { report, photos, replaced })
    }
}

fn part(to: &mut impl Write, part: &[u8]) -> io::Result<()> {
    let length = u32::try_from(part.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(part)
}

/// The next part; none at the end.
fn next(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read(&mut length[..1])? {
        0 => return Ok(None),
        _ => from.read_exact(&mut length[1..])?,
    }
    let length = u64::from(u32::from_le_bytes(length));
    let mut part = Vec::new();
    let read = from.take(length).read_to_end(&mut part)?;
    if read as u64 == length { Ok(Some(part)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

fn text(part: Vec<u8>) -> io::Result<String> {
    String::from_utf8(part).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn a_sheet_comes_out_as_it_went_in_and_a_torn_one_does_not() {
        let sheet = Sheet {
            report: b"{}".to_vec(),
            photos: vec![("a".to_owned(), vec![1, 2, 3]), ("b".to_owned(), Vec::new())],
            replaced: "é".to_owned(),
        };
        let mut written = Vec::new();
        sheet.write(&mut written).expect("memory");
        assert_eq!(Sheet::read(&mut written.as_slice()).expect("whole"), sheet);
        for end in [0, 3, 7, written.len() - 1] {
            assert!(Sheet::read(&mut &written[..end]).is_err(), "{end}");
        }
    }
}
