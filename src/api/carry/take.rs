//! `codessa export`: a home as one archive.

use super::home::Home;
use crate::app::App;
use crate::error::Error;
use crate::storage::Scope;
use crate::whole::{Cleaned, begin, beside, keep};
use archive::{Deal, MemberNote, Revision, Writer, files};
use model::access::{Action, Sort};
use model::{FileHash, SpaceId};
use std::collections::{BTreeSet, HashMap};
use std::io::{BufWriter, Cursor};
use std::path::Path;
use wire::space::Change;
use words::Language;

/// Writes the archive of a home, or of a scheme without its cases, to `out`, which appears when it is whole and on disk; what is said of it, for whoever asked.
///
/// # Errors
/// Where there is no such home, where `out` is there already, or where it takes nothing.
pub async fn take(app: &App, space: SpaceId, out: &Path) -> Result<String, Error> {
    if out.exists() {
        return Err(Error::broken(format!("{} is there already", out.display())));
    }
    let owner = app.storage.owner_of(space).await?;
    let owner = owner.ok_or_else(|| Error::broken(format!("there is no home {space} here")))?;
    let mut home = Home::open(app, owner, space, Action::Read).await?;
    let records = home.records().await?;
    let members = app.storage.members(home.scope()).await?.into_iter().map(|member| MemberNote {
        account: member.account,
        name: member.email,
        role: member.role,
        since: member.since,
    });
    let revisions = Some(revisions(app, home.scope()).await?);
    let deals = match home.scope().sort() {
        // Cases are their parties' as much as the scheme's.
        Sort::Estate => Vec::new(),
        _ => app.storage.deals_of(home.scope()).await?,
    };
    let deals = deals.into_iter().map(|(space, records)| Deal { space, records }).collect();
    let told = archive::Home { space, records, revisions, members: members.collect(), deals }.without_worked_out();
    let named = files(&told);
    let mut have: HashMap<FileHash, SpaceId> = HashMap::new();
    let hashes: BTreeSet<FileHash> = named.iter().map(|file| file.hash).collect();
    for file in app.storage.in_deals(home.scope(), &hashes).await? {
        have.insert(file.hash, file.deal);
    }
    for file in &named {
        if app.storage.file(home.scope(), file.hash).await?.is_some_and(|file| file.complete) {
            have.insert(file.hash, space);
        }
    }
    let part = beside(out, "part");
    let to = BufWriter::new(begin(&part).map_err(|error| Error::broken(format!("{}: {error}", part.display())))?);
    let _cleaned = Cleaned(vec![part.clone()]);
    let begun =
        Writer::begin(to, &told, app.clock.now(), Language::default().words(), &|hash| have.contains_key(&hash));
    let mut writer = begun.map_err(Error::broken)?;
    let mut damaged = Vec::new();
    for file in &named {
        let Some(at) = have.get(&file.hash) else { continue };
        match app.blobs.content(*at, file.hash).await {
            Ok(content) => writer.file(file, &mut Cursor::new(content)).map_err(Error::broken)?,
            Err(_) => damaged.push(file.name.clone()),
        }
    }
    let to = writer.finish().map_err(Error::broken)?.into_inner().map_err(|error| Error::broken(error.into_error()))?;
    to.sync_all().and_then(|()| keep(&part, out)).map_err(Error::broken)?;
    let size = to.metadata().map_err(Error::broken)?.len();
    let (records, files, missing) = (told.records.len(), have.len() - damaged.len(), named.len() - have.len());
    let mut said = format!("{}: {records} records and {files} files, {size} bytes\n", out.display());
    if missing > 0 {
        said.push_str(&format!("{missing} files are not on the server yet and stand in the archive as missing\n"));
    }
    damaged.iter().for_each(|name| said.push_str(&format!("damaged on the server and left out: {name}\n")));
    Ok(said)
}

/// How the records that were changed came to be as they are.
async fn revisions(app: &App, scope: &Scope) -> Result<Vec<Revision>, Error> {
    let (mut revisions, mut after) = (Vec::new(), 0);
    loop {
        let page = app.storage.changes(scope, after).await?;
        for Change { record, revision } in page.changes {
            let wire::space::Revision { rev, by, email, at, stamp, fields } = revision;
            let (by, name, at) = (Some(by), email.unwrap_or_default(), Some(at));
            revisions.push(Revision { record, rev, by, name, at, stamp, fields });
            after = rev;
        }
        if !page.more {
            return Ok(revisions);
        }
    }
}
