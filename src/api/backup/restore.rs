//! Restoring: unpack beside the place, check everything, and only then put it there.

use super::{DATABASE, FILES};
use crate::error::Error;
use crate::storage::{Findings, KnownFile, check, correct_file, known_files};
use model::FileHash;
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use tar::Archive;

/// Restores what was saved to `from` into the folder `data`, which must be empty or not there. What it says was found in it.
///
/// # Errors
/// Where `data` holds anything, where the file is damaged, or where a check fails: then nothing is at `data`.
pub async fn restore(from: &Path, data: &Path) -> Result<Findings, Error> {
    if fs::read_dir(data).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Error::broken(format!("{} is not empty; restore into an empty folder", data.display())));
    }
    let mut name = data.as_os_str().to_owned();
    name.push(".restoring");
    let unpacked = Unpacked(PathBuf::from(name));
    fs::create_dir_all(&unpacked.0).map_err(Error::broken)?;
    let (archive, folder) = (from.to_owned(), unpacked.0.clone());
    let unpacking =
        tokio::task::spawn_blocking(move || Archive::new(BufReader::new(File::open(archive)?)).unpack(folder));
    unpacking.await.map_err(Error::broken)?.map_err(Error::broken)?;
    let database = unpacked.0.join(DATABASE);
    if !database.exists() {
        return Err(Error::broken("this is not a file that codessa saved: there is no database in it"));
    }
    let mut findings = check(&database).await?;
    for file in known_files(&database).await? {
        check_file(&database, &unpacked.0.join(FILES), file, &mut findings).await?;
    }
    if !findings.wrong.is_empty() {
        return Err(Error::broken(format!("nothing was restored: {}", findings.wrong.join("; "))));
    }
    if data.exists() {
        fs::remove_dir(data).map_err(Error::broken)?;
    }
    fs::rename(&unpacked.0, data).map_err(Error::broken)?;
    Ok(findings)
}

/// A folder that is removed unless it has become the data folder.
struct Unpacked(PathBuf);

impl Drop for Unpacked {
    fn drop(&mut self) {
        // It is not there any more if all went well.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A whole file has to be there with its hash. Of one that was on its way as much counts as is there: the device sends the rest.
async fn check_file(database: &Path, files: &Path, file: KnownFile, findings: &mut Findings) -> Result<(), Error> {
    let folder = files.join(file.space.to_string()).join(file.hash.to_string());
    let whole = fs::read(folder.join("file")).is_ok_and(|content| FileHash::of(&content) == file.hash);
    if file.complete {
        if !whole {
            findings.wrong.push(format!("file {} of home {} is missing or damaged", file.hash, file.space));
        }
        return Ok(());
    }
    let received = if whole { file.size } else { arrived(&folder).map_err(Error::broken)? };
    if whole || received != file.received {
        correct_file(database, &KnownFile { received, complete: whole, ..file }).await?;
    }
    Ok(())
}

/// Bytes of the parts in a folder, from the start without a gap.
fn arrived(folder: &Path) -> io::Result<u64> {
    let mut length = 0;
    loop {
        match fs::metadata(folder.join(format!("part-{length:012}"))) {
            Ok(part) if part.len() > 0 => length += part.len(),
            Ok(_) => return Ok(length),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(length),
            Err(error) => return Err(error),
        }
    }
}
