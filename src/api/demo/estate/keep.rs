//! Putting the logbooks of the units where the scheme keeps them, with their papers, and some into the hands of the units' owners.

use super::book::{Book, shown};
use super::id;
use crate::app::App;
use crate::auth::{Principal, Token};
use crate::error::Error;
use crate::storage::{Incoming, LogbookRow, Scope};
use crate::upload::take_part;
use bytes::Bytes;
use futures_util::future::try_join_all;
use model::access::{Action, Role};
use model::scheme::{Hidden, Unit};
use model::{Instant, RecordId};
use wire::file::Chunk;

/// Milliseconds for which the link stands by which an owner comes.
const INVITED_MS: i64 = 60_000;

/// A unit with its name and its logbook, where there is one.
pub type Kept = (String, Unit, Option<Book>);

/// Makes the logbooks of `units`. What can be done at the same time is, so that the database commits it together.
///
/// # Errors
/// Where database or files take nothing, or a record does not pass the rules that every push has to pass.
pub async fn settle(app: &App, manager: &Principal, scope: &Scope, units: Vec<Kept>) -> Result<(), Error> {
    let now = app.clock.now();
    let (mut rows, mut papers, mut owners) = (Vec::new(), Vec::new(), Vec::new());
    for (name, unit, book) in units {
        let Some(book) = book else { continue };
        let (unit_id, home) = (id::<Unit>(&name), book.home());
        let edits = book.edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
        rows.push(LogbookRow { unit: unit_id, home, edits });
        papers.push((unit_id, book.files));
        owners.extend(shown(&name).map(|shows| (unit_id, unit.owner_email, shows)));
    }
    app.storage.hold_logbooks(scope, rows, now).await?;
    let file = |(unit, files)| file(app, manager, scope, unit, files);
    try_join_all(papers.into_iter().filter(|(_, files)| !files.is_empty()).map(file)).await?;
    let hand = |(unit, email, shows): (_, _, &'static [Hidden])| hand_over(app, scope, unit, email, shows);
    try_join_all(owners.into_iter().map(hand)).await?;
    Ok(())
}

/// Puts papers into a logbook, as somebody who has it open for just that long.
async fn file(
    app: &App,
    manager: &Principal,
    scope: &Scope,
    unit: RecordId,
    files: Vec<(model::FileRef, Vec<u8>)>,
) -> Result<(), Error> {
    let now = app.clock.now();
    let opened = app.storage.open_logbook(scope, unit, now).await?;
    let home = app.storage.authorize(manager, Action::Write, opened.space).await?;
    for (file, content) in files {
        let chunk = Chunk { offset: 0, size: file.size };
        take_part(app, &home, file.hash, chunk, Bytes::from(content)).await?;
    }
    app.storage.end_membership(&home, manager.account, Role::CoOwner, now).await?;
    Ok(())
}

/// Makes the owner of a unit the owner of its logbook, of which they show the scheme so much.
async fn hand_over(app: &App, scope: &Scope, unit: RecordId, email: String, shows: &[Hidden]) -> Result<(), Error> {
    let now = app.clock.now();
    let owner = app.storage.account_of(email, "en-ZA", now).await?;
    let token = Token::random().hash();
    app.storage.invite_owner(scope, unit, None, token.clone(), Instant(now.0 + INVITED_MS)).await?;
    app.storage.link_logbook(owner, token, None, shows.to_vec(), now).await?;
    Ok(())
}
