//! Photos and papers among the files, found by what other files call them.

use crate::batch::Opened;
use crate::proposal::{Attached, ContentAt, ProblemCode};
use model::file::{FILE_BYTES_MAX, PHOTO_BYTES_MAX};
use model::id::FileHash;
use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};

/// Bytes at each end of a file by which it is told from another of its size.
const PRINT_BYTES: u64 = 16 * 1024;

/// The files of an import by the names that they go by.
pub(crate) struct Files<'a> {
    opened: &'a [Opened],
    by_name: HashMap<String, Vec<FileAt<'a>>>,
}

#[derive(Clone, Copy)]
struct FileAt<'a> {
    path: &'a str,
    content: (usize, Option<usize>),
    size_bytes: u64,
}

impl<'a> Files<'a> {
    /// The files of some inputs, and the entries of those that are zips.
    pub(crate) fn new(opened: &'a [Opened]) -> Self {
        let mut by_name: HashMap<String, Vec<FileAt<'a>>> = HashMap::new();
        let mut add = |path: &'a str, content, size_bytes| {
            by_name.entry(base(path).to_lowercase()).or_default().push(FileAt { path, content, size_bytes });
        };
        for (input, file) in opened.iter().enumerate() {
            add(&file.name, (input, None), file.size_bytes);
            let entries = file.zip.iter().flat_map(|zip| zip.entries().iter().enumerate());
            entries.for_each(|(at, entry)| add(&entry.name, (input, Some(at)), entry.size_bytes));
        }
        Self { opened, by_name }
    }

    /// The file that a path or a name means: the one of that name whose path ends most like it.
    ///
    /// # Errors
    /// [`ProblemCode::FileMissing`], [`ProblemCode::FileTooLarge`] or [`ProblemCode::FileBroken`] where there is none that could be kept.
    pub(crate) fn find(&self, path: &str) -> Result<Attached, ProblemCode> {
        let wanted = path.trim().replace('\\', "/").to_lowercase();
        let candidates = self.by_name.get(base(&wanted)).ok_or(ProblemCode::FileMissing)?;
        let best = candidates.iter().rev().max_by_key(|file| alike(&file.path.to_lowercase(), &wanted));
        self.attached(best.ok_or(ProblemCode::FileMissing)?, base(path.trim()))
    }

    fn attached(&self, file: &FileAt<'_>, name: &str) -> Result<Attached, ProblemCode> {
        let name = crate::text::normal(name);
        let name = crate::text::cut(&crate::text::one_line(&name), NAME_CHARS_MAX).trim().to_owned();
        let name = if name.is_empty() { crate::text::cut(base(file.path), NAME_CHARS_MAX).to_owned() } else { name };
        let bytes_max = if is_photo(&name) { PHOTO_BYTES_MAX } else { FILE_BYTES_MAX };
        if file.size_bytes > bytes_max {
            return Err(ProblemCode::FileTooLarge);
        }
        let (input, entry) = file.content;
        let opened = &self.opened[input];
        let print = match entry.zip(opened.zip.as_ref()) {
            Some((at, zip)) if zip.entries()[at].danger.is_some() => return Err(ProblemCode::FileBroken),
            Some((at, zip)) => format!("{:08x}", zip.entries()[at].crc),
            None => print(opened, file.size_bytes).ok_or(ProblemCode::FileBroken)?,
        };
        if file.size_bytes == 0 {
            return Err(ProblemCode::FileBroken);
        }
        Ok(Attached { field: "files", name, content: ContentAt { input, entry }, size_bytes: file.size_bytes, print })
    }
}

/// Characters of a file's name: a hundred files have to fit into a record.
const NAME_CHARS_MAX: usize = 100;

/// The name at the end of a path.
pub(crate) fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// How many bytes two paths have in common at their ends.
fn alike(one: &str, other: &str) -> usize {
    one.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count()
}

/// Whether a file is a photo by its name.
pub(crate) fn is_photo(name: &str) -> bool {
    extension(name).is_some_and(|ending| ["jpg", "jpeg", "png", "webp", "heic", "heif"].contains(&ending.as_str()))
}

/// Whether a file is a photo or a paper by its name.
pub(crate) fn is_media(name: &str) -> bool {
    const PAPERS: [&str; 17] = [
        "pdf", "gif", "bmp", "tif", "tiff", "doc", "docx", "odt", "mp4", "mov", "3gp", "opus", "ogg", "m4a", "mp3",
        "vcf", "avif",
    ];
    is_photo(name) || extension(name).is_some_and(|ending| PAPERS.contains(&ending.as_str()))
}

/// What stands behind the last point of a file's name, in small letters.
pub(crate) fn extension(name: &str) -> Option<String> {
    base(name).rsplit_once('.').map(|(_, ending)| ending.to_lowercase())
}

/// What tells a file from another of its name: its size, and a hash of both its ends.
fn print(file: &Opened, size_bytes: u64) -> Option<String> {
    let mut source = file.content.open().ok()?;
    let mut ends = Vec::new();
    source.by_ref().take(PRINT_BYTES).read_to_end(&mut ends).ok()?;
    if size_bytes > PRINT_BYTES {
        source.seek(SeekFrom::Start(size_bytes - PRINT_BYTES)).ok()?;
        source.take(PRINT_BYTES).read_to_end(&mut ends).ok()?;
    }
    let hash = FileHash::of(&ends).to_string();
    Some(format!("{size_bytes}-{}", &hash[..8]))
}
