//! Files on this machine's disk, as an import reads them.

use crate::error::Error;
use import::input::{Content, Input, Source};
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

/// Files of one folder, and of those in it: more than any export has.
const FILES_MAX: usize = 200_000;

struct OnDisk {
    path: PathBuf,
    size_bytes: u64,
}

impl Content for OnDisk {
    fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    fn open(&self) -> io::Result<Box<dyn Source + '_>> {
        Ok(Box::new(BufReader::new(File::open(&self.path)?)))
    }
}

/// The files that `paths` name, those of folders with the folder's name in theirs.
///
/// # Errors
/// Where one is not there or may not be read; it is named.
pub(super) fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, Error> {
    let mut inputs = Vec::new();
    for path in paths {
        let above = path.parent().unwrap_or(Path::new(""));
        add(path, above, &mut inputs).map_err(|error| Error::broken(format!("{}: {error}", path.display())))?;
    }
    Ok(inputs)
}

fn add(path: &Path, above: &Path, inputs: &mut Vec<Input>) -> io::Result<()> {
    let found = fs::metadata(path)?;
    if found.is_dir() {
        let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| add(entry, above, inputs));
    }
    if inputs.len() >= FILES_MAX {
        return Err(io::Error::other(format!("more than {FILES_MAX} files")));
    }
    let name = path.strip_prefix(above).unwrap_or(path).to_string_lossy().into_owned();
    inputs.push(Input { name, content: Box::new(OnDisk { path: path.to_owned(), size_bytes: found.len() }) });
    Ok(())
}
