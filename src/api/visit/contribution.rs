//! What is sent by a link: taken in, told to who shares, and made a record once a member has accepted it.

use super::{note, records, tell};
use crate::app::App;
use crate::error::Error;
use crate::routes::members;
use crate::storage::{ContributionRow, Incoming, Scope, Visitor};
use crate::upload;
use bytes::Bytes;
use model::access::{self, Role};
use model::contribution::{Sent as Said, Sort, State, files};
use model::date::HOME_AHEAD_MINUTES;
use model::grant::Seen;
use model::via::{self, Via};
use model::{
    Body, ContributionId, DeviceId, Edit, EditKey, Fault, FaultCode, FileHash, FileRef, Instant, PartialDate, RecordId,
    SpaceId, Stamp,
};
use serde_json::Value;
use std::collections::BTreeSet;
use wire::ErrorCode;
use wire::contribution::{Contribution, ContributionNew, Sent};
use wire::file::{Chunk, Received};
use wire::push::Outcome;

/// Bytes of the files that wait at one link.
const INBOX_BYTES_MAX: u64 = 300 * 1024 * 1024;
/// The same at one label, to which anybody can send.
const LABEL_BYTES_MAX: u64 = 60 * 1024 * 1024;
/// How often who shares is told by mail of what was sent by one link: once within the window.
const TOLD_WINDOW_MS: i64 = 3_600_000;
/// What may be sent by one link within the window.
const SENT_MAX: i64 = 60;
/// The window, milliseconds.
const SENT_WINDOW_MS: i64 = 3_600_000;

/// Takes in a part of a file that is sent by a link.
pub async fn take_part(
    app: &App,
    visitor: &Visitor,
    hash: FileHash,
    chunk: Chunk,
    content: Bytes,
) -> Result<Received, Error> {
    let inbox = place(app, visitor).await?;
    // A label gives nothing, a link always something.
    let bytes_max = if visitor.grant.kinds.is_empty() { LABEL_BYTES_MAX } else { INBOX_BYTES_MAX };
    if chunk.offset == 0 && app.storage.inbox_bytes(&inbox).await?.saturating_add(chunk.size) > bytes_max {
        let detail = "As many files wait here already as may.";
        return Err(Error::new(ErrorCode::TooMany, detail).retry_after_s(3_600));
    }
    upload::take_part(app, &inbox, hash, chunk, content).await
}

/// Where a file goes that is sent by a link: its inbox, or the deal, whose provider sees all that is in it.
async fn place(app: &App, visitor: &Visitor) -> Result<Scope, Error> {
    if visitor.is_deal() {
        return Ok(visitor.behind().clone());
    }
    app.storage.inbox(visitor, app.clock.now()).await
}

/// How much is here of a file that is sent by a link.
pub async fn received(app: &App, visitor: &Visitor, hash: FileHash) -> Result<Received, Error> {
    let inbox = place(app, visitor).await?;
    let file = app.storage.file(&inbox, hash).await?;
    Ok(file.map_or(Received { bytes: 0, complete: false }, |file| file.as_received()))
}

/// Takes in what is sent; sent again it is the same.
///
/// # Errors
/// `Invalid` with everything that is wrong with it, `TooMany` where as much waits as may.
pub async fn receive(app: &App, visitor: &Visitor, new: ContributionNew) -> Result<Sent, Error> {
    let now = app.clock.now();
    // Only homes take what is sent so.
    if visitor.sort != access::Sort::Home {
        return Err(Error::new(ErrorCode::Forbidden, "This link does not allow that."));
    }
    if let Some(sent) = app.storage.sent(visitor, Some(new.id)).await?.pop() {
        return Ok(sent);
    }
    let subject = format!("sent by {}", visitor.share);
    if app.storage.count_attempt(subject, SENT_WINDOW_MS, now).await? > SENT_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most 60 an hour.").retry_after_s(3_600));
    }
    let seen = records(app, visitor).await?;
    let said = Said { sort: new.sort, name: &new.name, firm: &new.firm, fields: &new.fields };
    let today = PartialDate::day(now.date(HOME_AHEAD_MINUTES));
    let fields = said.checked(&visitor.grant, &seen, today).map_err(refused)?;
    let (inbox, named) = (app.storage.inbox(visitor, now).await?, files(&fields));
    check_files(app, &inbox, &fields, &named).await?;
    let (name, firm) = (new.name.trim().to_owned(), new.firm.trim().to_owned());
    let (id, sort, body) = (new.id, new.sort, Body::seal(&fields));
    let row = ContributionRow { id, sort, name: name.clone(), firm, fields: body, files: named };
    if app.storage.add_contribution(visitor, inbox.space(), row, now).await? {
        came(app, visitor, (id, sort), &name).await?;
    }
    app.storage.sent(visitor, Some(id)).await?.pop().ok_or_else(Error::not_found)
}

/// What follows when something new was sent: it is noted, taken in at once where the owner chose so, and told.
async fn came(app: &App, visitor: &Visitor, (id, sort): (ContributionId, Sort), name: &str) -> Result<(), Error> {
    let now = app.clock.now();
    note(app, visitor, Seen::Sent, None).await?;
    let door = app.storage.door(visitor.share, now).await?.ok_or_else(Error::not_found)?;
    if door.unseen && sort != Sort::Membership {
        decide(app, visitor.behind(), id, true).await?;
    }
    let told = app.storage.count_attempt(format!("told of {}", visitor.share), TOLD_WINDOW_MS, now).await?;
    if told == 1 {
        tell(app, &door, |mail, link| (mail.share_sent_subject, (mail.share_sent_text)(link, name, door.unseen)))
            .await?;
    }
    Ok(())
}

/// What is answered to what cannot be taken.
pub(super) fn refused(faults: Vec<Fault>) -> Error {
    if faults.iter().any(|fault| fault.field == "sort") {
        return Error::new(ErrorCode::Forbidden, "This link does not allow that.");
    }
    Error::new(ErrorCode::Invalid, "It cannot be taken so.").with_faults(faults)
}

/// Every file that it names is here, and is what it is said to be.
pub(super) async fn check_files(
    app: &App,
    inbox: &Scope,
    fields: &model::body::Fields,
    named: &BTreeSet<FileHash>,
) -> Result<(), Error> {
    let listed = fields.get("files").cloned().unwrap_or(Value::Array(Vec::new()));
    let refs: Vec<FileRef> = serde_json::from_value(listed).unwrap_or_default();
    for hash in named {
        let file = app.storage.file(inbox, *hash).await?.filter(|file| file.complete);
        let said = refs.iter().find(|said| said.hash == *hash);
        if file.zip(said).is_none_or(|(file, said)| file.size != said.size) {
            return Err(refused(vec![Fault::new("files", FaultCode::Missing)]));
        }
    }
    Ok(())
}

/// Takes what waits into the home, as the one whose `scope` it is, or declines it.
///
/// # Errors
/// `NotFound` where no link of the space has such a thing, `Conflict` where it was decided otherwise or somebody is deciding it, `Invalid` where the home
/// cannot take it any more.
pub async fn decide(app: &App, scope: &Scope, id: ContributionId, accept: bool) -> Result<(), Error> {
    let now = app.clock.now();
    let (contribution, inbox) = find_one(app, scope, id).await?;
    match (accept, contribution.state) {
        (true, State::Accepted) | (false, State::Declined) => return Ok(()),
        (_, State::Waiting) if app.storage.begin_deciding(scope, id, now).await? => {}
        _ => return Err(decided()),
    }
    let outcome = if accept {
        take_in(app, scope, &contribution, inbox, now).await.map(|record| (State::Accepted, record))
    } else {
        Ok((State::Declined, None))
    };
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(error) => {
            app.storage.let_go(scope, id).await?;
            return Err(error);
        }
    };
    app.storage.decide(scope, id, outcome, now).await?;
    let named = contribution.fields.as_ref().map(|fields| files(&fields.open())).unwrap_or_default();
    empty(app, inbox, &named).await
}

/// Makes it a record of the home, or invites who asked to become a member.
async fn take_in(
    app: &App,
    scope: &Scope,
    contribution: &Contribution,
    inbox: Option<SpaceId>,
    now: Instant,
) -> Result<Option<RecordId>, Error> {
    if contribution.sort == Sort::Membership {
        invite(app, scope, contribution).await?;
        return Ok(None);
    }
    let record = write(app, scope, contribution, inbox, now).await?;
    app.live.wake();
    Ok(Some(record))
}

fn decided() -> Error {
    Error::new(ErrorCode::Conflict, "Somebody else has decided meanwhile, or is about to.")
}

/// What waits or was decided at a link of the space, and the inbox of that link.
pub async fn find_one(app: &App, scope: &Scope, id: ContributionId) -> Result<(Contribution, Option<SpaceId>), Error> {
    app.storage.contributions(scope, Some(id)).await?.pop().ok_or_else(Error::not_found)
}

/// Writes the record. Done again after a crash it is done once: the edit has the contribution's key, and the record's id follows from it.
async fn write(
    app: &App,
    scope: &Scope,
    contribution: &Contribution,
    inbox: Option<SpaceId>,
    now: Instant,
) -> Result<RecordId, Error> {
    let Contribution { id, share, link, name, firm, at, fields, label, .. } = contribution.clone();
    let mut fields = fields.ok_or_else(decided)?.open();
    if let Some(inbox) = inbox {
        for hash in files(&fields) {
            copy(app, scope, inbox, hash).await?;
        }
    }
    let via = Via { share, link, name, firm, at: Some(at), label: label.then_some(true) };
    fields.insert(via::FIELD.to_owned(), via.value());
    let record = record_of(id);
    let device = DeviceId(id.0.as_u128() as u64);
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count: 0, device };
    let kind = contribution.sort.as_str().to_owned();
    let edit = Edit { key: EditKey(id.0), id: record, kind, stamp, fields: Body::seal(&fields) };
    let reply = app.storage.push(scope, vec![Incoming { key: edit.key, edit: Ok(edit) }], now).await?;
    match reply.answers.into_iter().next().map(|answer| answer.outcome) {
        Some(Outcome::Accepted { .. }) => Ok(record),
        Some(Outcome::Refused { faults, .. }) => {
            Err(Error::new(ErrorCode::Invalid, "The home cannot take it any more.").with_faults(faults))
        }
        None => Err(Error::broken("a push of one edit has no answer")),
    }
}

/// The record that a contribution becomes. It follows from the id that its sender chose, but not so that they could choose it.
fn record_of(id: ContributionId) -> RecordId {
    let hash = FileHash::of(format!("record of {id}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.0[..16]);
    RecordId(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// Puts a file of the inbox into the home.
async fn copy(app: &App, scope: &Scope, inbox: SpaceId, hash: FileHash) -> Result<(), Error> {
    if app.storage.file(scope, hash).await?.is_some_and(|file| file.complete) {
        return Ok(());
    }
    let content = app.blobs.content(inbox, hash).await?;
    let size = content.len() as u64;
    // What a member has begun to send of the same file is begun anew.
    app.blobs.remove_parts(scope.space(), hash).await?;
    app.storage.forget_file(scope, hash).await?;
    upload::take_part(app, scope, hash, Chunk { offset: 0, size }, content).await?;
    Ok(())
}

/// Removes the files of what was decided from the inbox, unless something else names them.
async fn empty(app: &App, inbox: Option<SpaceId>, named: &BTreeSet<FileHash>) -> Result<(), Error> {
    let Some(inbox) = inbox else { return Ok(()) };
    for hash in named {
        if app.storage.forget_stale_file(inbox, *hash).await? {
            app.blobs.remove_file(inbox, *hash).await?;
        }
    }
    Ok(())
}

/// Invites who asked to become a member: to read, as anybody is invited.
async fn invite(app: &App, scope: &Scope, contribution: &Contribution) -> Result<(), Error> {
    let fields = contribution.fields.as_ref().map(Body::open).unwrap_or_default();
    let email = fields.get("email").and_then(Value::as_str).unwrap_or_default();
    members::invite(app, scope, email, Role::Viewer).await?;
    Ok(())
}

/// The file of something that waits at a link of the space: its media type, and in which inbox it lies.
pub async fn file(app: &App, scope: &Scope, id: ContributionId, hash: FileHash) -> Result<(String, SpaceId), Error> {
    let (contribution, inbox) = find_one(app, scope, id).await?;
    let fields = contribution.fields.ok_or_else(Error::not_found)?.open();
    let (true, Some(inbox)) = (files(&fields).contains(&hash), inbox) else { return Err(Error::not_found()) };
    let scope = app.storage.inbox_of(scope, inbox);
    let file = app.storage.file(&scope, hash).await?.filter(|file| file.complete).ok_or_else(Error::not_found)?;
    Ok((file.media, inbox))
}
