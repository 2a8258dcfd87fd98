//! A file that appears under its name only when it is whole and on disk.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// What is removed however this ends.
pub struct Cleaned(pub Vec<PathBuf>);

impl Drop for Cleaned {
    fn drop(&mut self) {
        for path in &self.0 {
            // Most often it is gone, or became the file that was asked for.
            let _ = fs::remove_file(path);
        }
    }
}

/// A name beside `out` for what is not whole yet: `home.zip.part`.
pub fn beside(out: &Path, what: &str) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(format!(".{what}"));
    name.into()
}

/// A new file at `part`. It holds everything that people wrote: it is for nobody else on this machine.
///
/// # Errors
/// Where there is one already, or none can be made.
pub fn begin(part: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(part)
}

/// Gives what was written at `part`, and is on disk, the name `out`.
///
/// # Errors
/// Where it cannot be renamed, or the folder cannot be kept.
pub fn keep(part: &Path, out: &Path) -> io::Result<()> {
    fs::rename(part, out)?;
    File::open(out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))?.sync_all()
}
