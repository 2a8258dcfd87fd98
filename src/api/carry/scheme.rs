//! Bringing a scheme of many homes back whole, from its archive.

use super::back::OnDisk;
use super::home::Home;
use crate::app::App;
use crate::error::Error;
use archive::home::WORKED_OUT;
use archive::restore;
use model::access::Action;
use model::date::HOME_AHEAD_MINUTES;
use model::import::Import;
use model::kind::{OF_ESTATE, checked_fields};
use model::past::Past;
use model::scheme::Tally;
use model::{AccountId, Body, DeviceId, Edit, EditKey, FileRef, Letter, Record, RecordId, SpaceId, Stamp};
use std::collections::HashSet;
use std::fmt::Write;
use uuid::Uuid;

/// Edits of one transaction: few enough that others get their turn.
const EDITS_MAX: usize = 500;

/// Makes a scheme of `account`'s of an archive; what is said of it goes to `told`. How its units stand, and what is in them, is worked out anew. Its cases
/// and the logbooks of its units are spaces of their own, and do not come with it.
///
/// # Errors
/// Where the disk or the database take or give nothing. What was refused or damaged is no error: it is said.
pub(super) async fn bring_back(
    app: &App,
    account: AccountId,
    space: SpaceId,
    archive: &mut OnDisk,
    told: &mut String,
) -> Result<(), Error> {
    let now = app.clock.now();
    let (mut records, _) = archive.records().map_err(Error::broken)?;
    let (revisions, _) = archive.revisions().map_err(Error::broken)?;
    let people = archive.people().map_err(Error::broken)?;
    let month = now.date(HOME_AHEAD_MINUTES);
    records.retain(|record| !WORKED_OUT.contains(&record.kind.as_str()) && !is_of_month(record, month));
    // Votes count in the order in which they came.
    records.sort_by_key(|record| (record.rev, record.id));
    let import = RecordId(Uuid::now_v7());
    let mut edits = restore(&records, &revisions, &[], &people, import, &mut || EditKey(Uuid::new_v4()));
    let mut known = HashSet::new();
    edits.retain(|edit| match refusal(edit, known.contains(&edit.id)) {
        None => {
            known.insert(edit.id);
            true
        }
        Some(why) => {
            let _ = writeln!(told, "refused: {} {}: {why}", edit.kind, edit.id);
            false
        }
    });
    let new = i64::try_from(records.len()).unwrap_or(i64::MAX);
    let letter = Import { from: "codessa".into(), began: Some(now), new, ..Import::default() };
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(0) };
    let (key, kind, fields) = (EditKey(Uuid::new_v4()), Import::KIND.to_owned(), Body::seal(&letter.fields()));
    edits.push(Edit { key, id: import, kind, stamp, fields });
    app.storage.make_estate(account, space, now).await?;
    for part in edits.chunks(EDITS_MAX) {
        app.storage.restore_estate(account, space, part.to_vec(), now).await?;
    }
    let mut scheme = Home::open(app, account, space, Action::Add).await?;
    for file in archive.files().map_err(Error::broken)? {
        match archive.read(&file) {
            Ok(content) => {
                let size = content.len() as u64;
                let (hash, name, media) = (file.hash, file.name, file.media);
                scheme.keep(&FileRef { hash, name, media, size, ..FileRef::default() }, content).await?;
            }
            Err(why) => _ = writeln!(told, "file {}: {why:?}", file.name),
        }
    }
    Ok(())
}

/// Whether it tells how the scheme stood in that month, which the server tells itself.
fn is_of_month(record: &Record, today: model::Date) -> bool {
    let on = || record.body.read::<Tally>().ok()?.on;
    record.kind == Tally::KIND && on().is_some_and(|on| (on.year(), on.month()) == (today.year(), today.month()))
}

/// Why an edit is not taken into a scheme; whoever made the archive.
fn refusal(edit: &Edit, exists: bool) -> Option<String> {
    let is_known = OF_ESTATE.iter().any(|kind| kind.name == edit.kind) || edit.kind == Past::KIND;
    if !is_known {
        return Some("no kind of a scheme".to_owned());
    }
    let faults = checked_fields(&edit.kind, &edit.fields, exists).err()?;
    let told = faults.iter().map(|fault| format!("{} {:?}", fault.field, fault.code));
    Some(told.collect::<Vec<_>>().join(", "))
}
