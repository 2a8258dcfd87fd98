//! Saving, while the server runs: first the database as it stands at one moment, then the files that it knows, which are never changed.

use super::{DATABASE, FILES};
use crate::config::{BlobsAt, Config, Database};
use crate::error::Error;
use crate::storage::snapshot;
use crate::whole::{Cleaned, begin, beside, keep};
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind};
use std::path::Path;
use tar::Builder;

/// Saves everything to `out`, a tar file, which appears when it is whole and on disk. Returns its size, bytes.
///
/// # Errors
/// Where `out` is there already, where there is no room, or where the server keeps its data elsewhere than on this machine.
pub async fn save(config: &Config, out: &Path) -> Result<u64, Error> {
    let (Database::Sqlite(database), BlobsAt::Folder(files)) = (&config.database, &config.blobs) else {
        return Err(Error::broken("PostgreSQL and buckets are saved by their own means: see the page on hosting"));
    };
    if !database.exists() {
        return Err(Error::broken(format!("there is no database at {}", database.display())));
    }
    if out.exists() {
        return Err(Error::broken(format!("{} is there already", out.display())));
    }
    let (copy, part) = (beside(out, "database"), beside(out, "part"));
    let _cleaned = Cleaned(vec![copy.clone(), part.clone()]);
    snapshot(database, &copy).await?;
    let (files, out) = (files.clone(), out.to_owned());
    let written = tokio::task::spawn_blocking(move || {
        let size = write(&copy, &files, &part)?;
        keep(&part, &out)?;
        Ok::<_, io::Error>(size)
    });
    written.await.map_err(Error::broken)?.map_err(Error::broken)
}

fn write(database: &Path, files: &Path, part: &Path) -> io::Result<u64> {
    let mut tar = Builder::new(BufWriter::new(begin(part)?));
    tar.append_path_with_name(database, DATABASE)?;
    let mut folders = vec![files.to_owned()];
    while let Some(folder) = folders.pop() {
        // What the server removes meanwhile is not missed: the database copied first says so, or it has been removed there too.
        let Some(entries) = there(fs::read_dir(&folder))? else { continue };
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            let Some(kind) = there(entry.file_type())? else { continue };
            if kind.is_dir() {
                folders.push(path);
            } else if is_wanted(&path) {
                let Some(mut content) = there(File::open(&path))? else { continue };
                let name = path.strip_prefix(files).map_err(io::Error::other)?;
                tar.append_file(Path::new(FILES).join(name), &mut content)?;
            }
        }
    }
    let file = tar.into_inner()?.into_inner()?;
    file.sync_all()?;
    Ok(file.metadata()?.len())
}

/// Previews are made anew, and half-written objects (with a `#` in their name) are nobody's.
fn is_wanted(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name == "file" || name.strip_prefix("part-").is_some_and(|offset| offset.bytes().all(|b| b.is_ascii_digit()))
}

fn there<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
