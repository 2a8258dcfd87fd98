//! Reading an archive, whoever made it: what is damaged is told, the rest comes back.

mod lines;

use crate::deal::{Deal, of_path};
use crate::file::NamedFile;
use crate::manifest::{self, Manifest};
use crate::people;
use crate::revision::{self, Revision};
use crate::trouble::{Damage, DamageCode, Danger, FileTrouble, Trouble};
use crate::zip::Zip;
use lines::each_line;
use model::file::FILE_BYTES_MAX;
use model::kind::KINDS;
use model::{AccountId, FileHash, Record, SpaceId};
use std::collections::{BTreeMap, HashSet};
use std::io::{Read, Seek};

/// Bytes of one line of a data file. A record has at most 64 KB, so this is far from any that was written honestly.
pub const LINE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Bytes of one data file, unpacked.
pub const DATA_BYTES_MAX: u64 = 512 * 1024 * 1024;
/// Bytes of the manifest.
const MANIFEST_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Damages that are told one by one. Who has more knows enough.
pub const DAMAGES_MAX: usize = 1000;

const DATA: &str = "data/";
const LINES: &str = ".jsonl";
const REVISIONS: &str = "data/revisions.jsonl";
const PEOPLE: &str = "data/people.jsonl";
const FILES: &str = "data/files.jsonl";

/// An archive that was opened.
pub struct Archive<R> {
    zip: Zip<R>,
    manifest: Manifest,
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the directory and the manifest.
    ///
    /// # Errors
    /// `NotZip`, `CutOff`, `Unsafe`, `NotArchive` and `Newer`, each with the reason; `Io` where bytes cannot be read.
    pub fn open(from: R) -> Result<Self, Trouble> {
        let mut zip = Zip::open(from)?;
        let number = zip.find(manifest::NAME).ok_or(Trouble::NotArchive)?;
        if zip.entries()[number].size_bytes > MANIFEST_BYTES_MAX {
            return Err(Trouble::NotArchive);
        }
        let mut text = Vec::new();
        zip.unpack(number)?.read_to_end(&mut text).map_err(|_| Trouble::NotArchive)?;
        Ok(Self { manifest: Manifest::read(&text)?, zip })
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Every record, the kinds that this build knows first, in the order of its table, each kind as its file has it. What could not be read is told beside
    /// it, at most [`DAMAGES_MAX`] times.
    ///
    /// # Errors
    /// `Io` where bytes cannot be read.
    pub fn records(&mut self) -> Result<(Vec<Record>, Vec<Damage>), Trouble> {
        let (mut records, mut damages) = (Vec::new(), Vec::new());
        let (mut seen, mut left_bytes) = (HashSet::new(), DATA_BYTES_MAX);
        for name in self.data_files() {
            let mut take = |line: &[u8]| {
                let record = crate::line::read(line)?;
                if !seen.insert(record.id) {
                    return Err(DamageCode::Twice);
                }
                records.push(record);
                Ok(())
            };
            self.read_lines(&name, &mut left_bytes, &mut take, &mut damages)?;
        }
        Ok((records, damages))
    }

    /// How records came to be as they are, each one's oldest revision first, and what of that could not be read.
    ///
    /// # Errors
    /// `Io` where bytes cannot be read.
    pub fn revisions(&mut self) -> Result<(Vec<Revision>, Vec<Damage>), Trouble> {
        let (mut revisions, mut damages) = (Vec::new(), Vec::new());
        let mut take = |line: &[u8]| {
            revisions.push(revision::read(line).ok_or(DamageCode::NotRevision)?);
            Ok(())
        };
        self.read_lines(REVISIONS, &mut DATA_BYTES_MAX.clone(), &mut take, &mut damages)?;
        Ok((revisions, damages))
    }

    /// The deals that it tells of, in the order of their ids, and what of that could not be read.
    ///
    /// # Errors
    /// `Io` where bytes cannot be read.
    pub fn deals(&mut self) -> Result<(Vec<Deal>, Vec<Damage>), Trouble> {
        let (mut deals, mut damages, mut left_bytes) = (Vec::new(), Vec::new(), DATA_BYTES_MAX);
        let names = self.zip.entries().iter().map(|entry| entry.name.clone());
        let mut found: Vec<(SpaceId, String)> = names.filter_map(|name| Some((of_path(&name)?, name))).collect();
        found.sort();
        found.dedup_by_key(|(space, _)| *space);
        for (space, name) in found {
            let mut records = Vec::new();
            let mut take = |line: &[u8]| {
                records.push(crate::line::read(line)?);
                Ok(())
            };
            self.read_lines(&name, &mut left_bytes, &mut take, &mut damages)?;
            deals.push(Deal { space, records });
        }
        Ok((deals, damages))
    }

    /// What the authors of the records are called.
    ///
    /// # Errors
    /// `Io` where bytes cannot be read.
    pub fn people(&mut self) -> Result<BTreeMap<AccountId, String>, Trouble> {
        let mut people = BTreeMap::new();
        let mut take = |line: &[u8]| {
            people.extend(people::read(line));
            Ok(())
        };
        self.read_lines(PEOPLE, &mut DATA_BYTES_MAX.clone(), &mut take, &mut Vec::new())?;
        Ok(people)
    }

    /// Every file that the archive says it names, whether it is there or not.
    ///
    /// # Errors
    /// `Io` where bytes cannot be read.
    pub fn files(&mut self) -> Result<Vec<NamedFile>, Trouble> {
        let mut files: BTreeMap<FileHash, NamedFile> = BTreeMap::new();
        let mut take = |line: &[u8]| {
            if let Ok(file) = serde_json::from_slice::<NamedFile>(line) {
                files.entry(file.hash).or_insert(file);
            }
            Ok(())
        };
        self.read_lines(FILES, &mut DATA_BYTES_MAX.clone(), &mut take, &mut Vec::new())?;
        Ok(files.into_values().collect())
    }

    /// The content of a file. Its name is only looked up; whatever lies there is taken only if it is what the hash says.
    ///
    /// # Errors
    /// `Missing`, `TooLarge`, `Damaged`.
    pub fn read(&mut self, file: &NamedFile) -> Result<Vec<u8>, FileTrouble> {
        let number = self.zip.find(&file.path).ok_or(FileTrouble::Missing)?;
        let size_bytes = self.zip.entries()[number].size_bytes;
        if size_bytes > FILE_BYTES_MAX {
            return Err(FileTrouble::TooLarge);
        }
        let mut unpacked = self.zip.unpack(number).map_err(|_| FileTrouble::Damaged)?;
        let mut content = Vec::with_capacity(usize::try_from(size_bytes).unwrap_or_default());
        unpacked.read_to_end(&mut content).map_err(|_| FileTrouble::Damaged)?;
        if FileHash::of(&content) == file.hash { Ok(content) } else { Err(FileTrouble::Damaged) }
    }

    /// Names of the files with records: known kinds in the order of their table, then the others by name.
    fn data_files(&self) -> Vec<String> {
        let is_data = |name: &&str| {
            let inner = name.strip_prefix(DATA).and_then(|rest| rest.strip_suffix(LINES));
            inner.is_some_and(|kind| !kind.contains('/')) && ![REVISIONS, PEOPLE, FILES].contains(name)
        };
        let place = |name: &str| KINDS.iter().position(|kind| name == format!("{DATA}{}{LINES}", kind.name));
        let mut found: Vec<(usize, String)> = (self.zip.entries().iter().map(|entry| entry.name.as_str()))
            .filter(is_data)
            .map(|name| (place(name).unwrap_or(KINDS.len()), name.to_owned()))
            .collect();
        found.sort();
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// Gives each line of a file to `take`; what it refuses, and what cannot be read, becomes a damage. `left_bytes` is how much may still be read.
    fn read_lines(
        &mut self,
        name: &str,
        left_bytes: &mut u64,
        take: &mut dyn FnMut(&[u8]) -> Result<(), DamageCode>,
        damages: &mut Vec<Damage>,
    ) -> Result<(), Trouble> {
        let Some(number) = self.zip.find(name) else { return Ok(()) };
        let mut tell = |line: u64, why: DamageCode| {
            if damages.len() < DAMAGES_MAX {
                damages.push(Damage { file: name.to_owned(), line, why });
            }
        };
        let size_bytes = self.zip.entries()[number].size_bytes;
        if size_bytes > *left_bytes {
            tell(0, DamageCode::TooLarge);
            return Ok(());
        }
        *left_bytes -= size_bytes;
        match self.zip.unpack(number) {
            Ok(mut unpacked) => each_line(&mut unpacked, take, &mut tell),
            Err(Trouble::Unsafe(Danger::Bomb)) => tell(0, DamageCode::Bomb),
            Err(Trouble::Io(error)) if error.kind() != std::io::ErrorKind::UnexpectedEof => return Err(error.into()),
            Err(_) => tell(0, DamageCode::BrokenOff),
        }
        Ok(())
    }
}
