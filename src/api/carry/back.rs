//! Bringing a home back whole, from its archive.

use super::home::Home;
use super::scheme;
use crate::app::App;
use crate::error::Error;
use archive::{Archive, Trouble, restore};
use model::access::Sort;
use model::import::Import;
use model::{AccountId, EditKey, FileRef, Letter, RecordId, SpaceId};
use std::fmt::Write;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use uuid::Uuid;

/// An archive on disk.
pub(super) type OnDisk = Archive<BufReader<File>>;

/// The archive that a file is; none if it is something else.
///
/// # Errors
/// Where it is an archive that cannot be read; the reason says why.
pub(super) fn opened(path: &Path) -> Result<Option<OnDisk>, Error> {
    if !path.is_file() {
        return Ok(None);
    }
    match Archive::open(BufReader::new(File::open(path).map_err(Error::broken)?)) {
        Ok(archive) => Ok(Some(archive)),
        Err(Trouble::NotZip | Trouble::NotArchive) => Ok(None),
        Err(trouble) => Err(Error::broken(format!("{}: {trouble}", path.display()))),
    }
}

/// Makes a home of `account`'s of an archive, or a scheme if it is of one; what is said of it. A dry run says what is in it.
///
/// # Errors
/// Where the disk or the database take or give nothing. What was refused or damaged is no error: it is said.
pub(super) async fn bring_back(app: &App, account: Option<AccountId>, mut archive: OnDisk) -> Result<String, Error> {
    let (records, damages) = archive.records().map_err(Error::broken)?;
    let (revisions, broken) = archive.revisions().map_err(Error::broken)?;
    let (deals, torn) = archive.deals().map_err(Error::broken)?;
    let people = archive.people().map_err(Error::broken)?;
    let mut told = String::new();
    let (space, import) = (SpaceId(Uuid::now_v7()), RecordId(Uuid::now_v7()));
    let (name, sort) = (&archive.manifest().home, archive.manifest().sort);
    let what = if sort == Sort::Estate { "scheme" } else { "home" };
    let _ = match account {
        Some(_) => writeln!(told, "{what} {space}"),
        None => writeln!(told, "{what} new"),
    };
    let _ = writeln!(told, "archive of {name}, made {}", archive.manifest().made);
    for (kind, count) in &archive.manifest().counts {
        let _ = writeln!(told, "{kind}: {count}");
    }
    let _ = writeln!(told, "changes: {}", archive.manifest().revisions.count);
    for damage in damages.iter().chain(&broken).chain(&torn) {
        let _ = writeln!(told, "damaged: {}, line {}: {:?}", damage.file, damage.line, damage.why);
    }
    let Some(account) = account else { return Ok(told) };
    if sort == Sort::Estate {
        scheme::bring_back(app, account, space, &mut archive, &mut told).await?;
        return Ok(told);
    }
    let mut home = Home::make(app, account, space).await?;
    let edits = restore(&records, &revisions, &deals, &people, import, &mut || EditKey(Uuid::new_v4()));
    home.push(edits).await?;
    for file in archive.files().map_err(Error::broken)? {
        match archive.read(&file) {
            Ok(content) => {
                let size = content.len() as u64;
                let (hash, name, media) = (file.hash, file.name, file.media);
                home.keep(&FileRef { hash, name, media, size, ..FileRef::default() }, content).await?;
            }
            Err(why) => _ = writeln!(told, "file {}: {why:?}", file.name),
        }
    }
    let (began, new) = (Some(app.clock.now()), i64::try_from(records.len()).unwrap_or(i64::MAX));
    let letter = Import { from: "codessa".into(), began, new, ..Import::default() };
    home.write(vec![(import, Import::KIND.to_owned(), letter.fields())]).await?;
    home.refused.iter().for_each(|refused| _ = writeln!(told, "refused: {refused}"));
    Ok(told)
}
