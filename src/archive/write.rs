//! Writing an archive: one pass, straight into whatever takes bytes.

use crate::book::Book;
use crate::file::{NamedFile, all, named};
use crate::home::{Home, Telling};
use crate::manifest::{self, Manifest};
use crate::trouble::Trouble;
use crate::{deal, line, name, page, people, revision, table};
use ::zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};
use ::zip::{CompressionMethod, DateTime, result::ZipError};
use model::canonical::canonical_text;
use model::file::FILE_BYTES_MAX;
use model::{FileHash, Instant};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::{self, Read, Write};

/// Bytes of an original that are held at once.
const PIECE_BYTES: usize = 64 * 1024;

/// Writes one archive. `to` need not seek.
pub struct Writer<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    made: DateTime,
}

impl<W: Write> Writer<W> {
    /// Writes everything but the originals: manifest, data, tables and the page to read.
    ///
    /// `have` tells whether a file that records name is at hand; those that are not stand as missing in the manifest, and [`Writer::file`] is to be called
    /// for each of the others. `made` is when the archive is made.
    ///
    /// # Errors
    /// `Io` where `to` takes nothing.
    pub fn begin(
        to: W,
        home: &Home,
        made: Instant,
        words: &'static words::Words,
        have: &dyn Fn(FileHash) -> bool,
    ) -> Result<Self, Trouble> {
        let telling = Telling::of(home);
        let files = all(&telling);
        let mut writer = Self { zip: ZipWriter::new_stream(to), made: zip_time(made) };
        writer.text(manifest::NAME, &manifest_of(home, &telling, &files, made, have).text())?;
        writer.data(home, &telling)?;
        writer.deals(&telling, &files)?;
        let people = people::of(home, &telling);
        let book = Book::new(&telling, &people, &files, have, made, words);
        for (name, text) in table::all(&book, &telling, &people) {
            writer.start(&name, CompressionMethod::Deflated)?;
            writer.zip.write_all(&text)?;
        }
        writer.text(page::NAME, &page::text(home, &telling, &book))?;
        Ok(writer)
    }

    /// Writes one original, read to its end.
    ///
    /// # Errors
    /// `Io` where `to` takes nothing. `Damaged` where `content` breaks off, is too large or is not what its hash says: the writer may go on.
    pub fn file(&mut self, file: &NamedFile, content: &mut dyn Read) -> Result<(), Trouble> {
        self.start(&file.path, CompressionMethod::Stored)?;
        let (mut hasher, mut size_bytes) = (Sha256::new(), 0);
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            let read = match content.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return Err(Trouble::Damaged(file.hash)),
            };
            size_bytes += read as u64;
            if size_bytes > FILE_BYTES_MAX {
                return Err(Trouble::Damaged(file.hash));
            }
            hasher.update(&piece[..read]);
            self.zip.write_all(&piece[..read])?;
        }
        let is_right = FileHash(hasher.finalize().into()) == file.hash;
        if is_right { Ok(()) } else { Err(Trouble::Damaged(file.hash)) }
    }

    /// Writes the directory that makes it a zip, and gives back what took the bytes.
    ///
    /// # Errors
    /// `Io` where it takes nothing.
    pub fn finish(self) -> Result<W, Trouble> {
        Ok(self.zip.finish().map_err(failed)?.into_inner())
    }

    /// One JSON-lines file a kind, then how they came to be so, who wrote them and which files they name.
    fn data(&mut self, home: &Home, telling: &Telling) -> Result<(), Trouble> {
        for (kind, records) in &telling.kinds {
            self.start(&format!("data/{}.jsonl", name::of_kind(kind)), CompressionMethod::Deflated)?;
            for record in records {
                self.zip.write_all(line::text(record).as_bytes())?;
                self.zip.write_all(b"\n")?;
            }
        }
        self.start("data/revisions.jsonl", CompressionMethod::Deflated)?;
        for revision in telling.history() {
            writeln!(self.zip, "{}", revision::text(revision))?;
        }
        self.text("data/people.jsonl", &people::text(&people::of(home, telling)))?;
        self.named("data/files.jsonl", &named(telling.bodies()))
    }

    /// One JSON-lines file a deal, and the files that only deals name.
    fn deals(&mut self, telling: &Telling, files: &[NamedFile]) -> Result<(), Trouble> {
        for (space, records) in &telling.deals {
            let lines: Vec<String> = records.iter().map(|record| line::text(record) + "\n").collect();
            self.text(&deal::path(*space), &lines.concat())?;
        }
        if telling.deals.is_empty() {
            return Ok(());
        }
        let own: HashSet<FileHash> = named(telling.bodies()).into_iter().map(|file| file.hash).collect();
        let others: Vec<NamedFile> = files.iter().filter(|file| !own.contains(&file.hash)).cloned().collect();
        self.named(deal::FILES, &others)
    }

    /// A line for each file.
    fn named(&mut self, name: &str, files: &[NamedFile]) -> Result<(), Trouble> {
        self.start(name, CompressionMethod::Deflated)?;
        for file in files {
            let value = serde_json::to_value(file).expect("a file is always writable");
            writeln!(self.zip, "{}", canonical_text(&value))?;
        }
        Ok(())
    }

    /// A whole text, packed.
    fn text(&mut self, name: &str, text: &str) -> Result<(), Trouble> {
        self.start(name, CompressionMethod::Deflated)?;
        Ok(self.zip.write_all(text.as_bytes())?)
    }

    fn start(&mut self, name: &str, method: CompressionMethod) -> Result<(), Trouble> {
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(self.made);
        self.zip.start_file(name, options).map_err(failed)
    }
}

fn manifest_of(
    home: &Home,
    telling: &Telling,
    files: &[NamedFile],
    made: Instant,
    have: &dyn Fn(FileHash) -> bool,
) -> Manifest {
    let mut manifest = Manifest::new(home.space, made);
    (manifest.home, manifest.sort) = (telling.name(), telling.sort());
    manifest.counts = telling.kinds.iter().map(|(kind, records)| (kind.clone(), records.len() as u64)).collect();
    manifest.deals = telling.deals.len() as u64;
    manifest.revisions.count = telling.history().count() as u64;
    manifest.revisions.whole = home.revisions.is_some();
    manifest.members.clone_from(&home.members);
    manifest.members.sort_by_key(|member| member.account);
    for file in files {
        if have(file.hash) {
            manifest.files.count += 1;
            manifest.files.bytes = manifest.files.bytes.saturating_add(file.size);
        } else {
            manifest.files.missing.push(file.hash);
        }
    }
    manifest
}

/// When, as a zip can say it: years from 1980 on, to two seconds.
fn zip_time(made: Instant) -> DateTime {
    let (date, seconds) = (made.date(0), made.0.rem_euclid(86_400_000) / 1000);
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let part = |number: i64| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(date.year()).unwrap_or_default();
    let (hour, minute, second) = (part(seconds / 3600), part(seconds / 60 % 60), part(seconds % 60));
    DateTime::from_date_and_time(year, small(date.month()), small(date.day()), hour, minute, second).unwrap_or_default()
}

fn failed(error: ZipError) -> Trouble {
    match error {
        ZipError::Io(error) => Trouble::Io(error),
        other => Trouble::Io(io::Error::other(other)),
    }
}
