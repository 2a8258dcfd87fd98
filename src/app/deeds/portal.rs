//! Deals: asking a provider, writing on either side, and what stands in each.

use super::{Change, Trouble, engine};
use crate::browser::photo::{self, Picked, Prepared};
use crate::browser::{derive, page, random};
use crate::desk::Desk;
use crate::driver::{DealEntry, Engine};
use crate::net;
use leptos::prelude::*;
use model::access::{Role, deal};
use model::file::{FILE_BYTES_MAX, PHOTO_BYTES_MAX};
use model::link::Link;
use model::portal::Request;
use model::portal::deal::Deal;
use model::portal::machine::{self, Party};
use model::{Edit, Fault, FaultCode, FileHash, FileRef, Record, SpaceId};
use sync::{Queued, Replica, StoreError};
use wire::deal::{DealKeep, DealLink, DealNew};
use wire::path;
use wire::space::Membership;

/// A deal as this device shows it, with what waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dealt {
    /// The deal.
    pub space: SpaceId,
    /// What one is in it.
    pub role: Role,
    /// Whether it was ended.
    pub closed: bool,
    /// Whether a scheme asks in it, and no home.
    pub of_scheme: bool,
    /// Its records, those that wait included and those that were refused.
    pub records: Vec<Record>,
    /// How many edits wait to be sent.
    pub waiting: usize,
    /// Edits that the server refused. The reason is the field of the fault of each that was refused as `conflict`.
    pub refused: Vec<Queued>,
}

/// What is asked of one provider.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Asking {
    /// What is asked.
    pub request: Request,
    /// Who is asked: what they write by the link is told to be theirs.
    pub name: String,
}

/// A deal that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// It.
    pub space: SpaceId,
    /// The address for its provider, told this once.
    pub link: String,
}

/// The deals of the open home; for who is the provider in some, those too.
pub async fn deals(desk: Desk) -> Result<Vec<Dealt>, Trouble> {
    let engine = engine(desk)?;
    let home = desk.space.get_untracked();
    let mut deals = Vec::new();
    for entry in engine.deals().into_iter().filter(|entry| !entry.firm && !entry.estate && !entry.case && !entry.lost) {
        if deal::provides(entry.role) || entry.home == home {
            let replica = engine.deal_replica(entry.space).await?;
            deals.push(shown(entry.space, entry.role, entry.closed, &replica));
        }
    }
    Ok(deals)
}

/// The deals of the schemes that one looks after.
pub async fn of_schemes(desk: Desk) -> Result<Vec<Dealt>, Trouble> {
    let engine = engine(desk)?;
    let schemes: Vec<SpaceId> = engine.estates().await.into_iter().map(|entry| entry.space).collect();
    let is_own =
        |entry: &DealEntry| !entry.case && !entry.lost && entry.home.is_some_and(|home| schemes.contains(&home));
    let mut deals = Vec::new();
    for entry in engine.deals().into_iter().filter(is_own) {
        let replica = engine.deal_replica(entry.space).await?;
        deals.push(Dealt { of_scheme: true, ..shown(entry.space, entry.role, entry.closed, &replica) });
    }
    Ok(deals)
}

/// Whether the open home has a deal on this device; tracks the deals.
pub fn has_any(desk: Desk) -> bool {
    desk.deals.track();
    let home = desk.space.get();
    let is_own = |entry: &DealEntry| !entry.case && !deal::provides(entry.role) && entry.home == home;
    desk.engine().is_some_and(|engine| engine.deals().iter().any(is_own))
}

/// Whether this account is the provider in a deal on this device.
pub fn provides(desk: Desk) -> bool {
    desk.engine().is_some_and(|engine| engine.deals().iter().any(|entry| !entry.case && deal::provides(entry.role)))
}

/// One deal, that of the link included that is visited; none if this device has no such deal.
pub async fn dealt(desk: Desk, space: SpaceId) -> Result<Option<Dealt>, Trouble> {
    let engine = engine(desk)?;
    let Some((role, closed)) = standing(&engine, space) else { return Ok(None) };
    let replica = engine.deal_replica(space).await?;
    Ok(Some(shown(space, role, closed, &replica)))
}

/// The deal behind the link that is visited; none if it is not the link of a deal.
pub fn visited(desk: Desk) -> Option<SpaceId> {
    desk.engine()?.visited_deal()
}

fn standing(engine: &Engine, space: SpaceId) -> Option<(Role, bool)> {
    match engine.visited_deal() {
        Some(visited) => {
            // Once its link has ended nothing is written by it any more.
            (visited == space).then(|| (Role::Provider, engine.deal(space).is_some_and(|entry| entry.closed)))
        }
        None => engine.deal(space).map(|entry| (entry.role, entry.closed)),
    }
}

fn shown(space: SpaceId, role: Role, closed: bool, replica: &Replica) -> Dealt {
    let refused = replica.outbox().iter().filter(|queued| queued.refused.is_some()).cloned().collect();
    Dealt { space, role, closed, of_scheme: false, records: replica.all(), waiting: replica.unsent(), refused }
}

/// Opens a deal with a request to one provider. It needs a connection, as every link does.
pub async fn ask(desk: Desk, asking: &Asking) -> Result<Asked, Trouble> {
    let home = desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
    ask_of(desk, home, asking).await
}

/// The same of a home or a scheme.
pub async fn ask_of(desk: Desk, home: SpaceId, asking: &Asking) -> Result<Asked, Trouble> {
    let engine = engine(desk)?;
    let space = random::space_id();
    let change = Change::new(random::record_id(), &asking.request);
    let edits = engine.edits_in(&Replica::default(), vec![change])?;
    let (link, secret) = link(&asking.name).await?;
    // The photos first: a request whose photos this device cannot keep is not sent.
    engine.copy_files(&asking.request.files, space).await?;
    let made: Membership = net::post(&path::deals(home), &DealNew { id: space, link, edits }).await?;
    engine.take_deals(vec![made]).await?;
    engine.upload_deal(space);
    Ok(Asked { space, link: secret.address(&page::origin()) })
}

/// Puts a link in the place of a deal's; its address, told this once.
pub async fn renew_link(desk: Desk, space: SpaceId, name: &str) -> Result<String, Trouble> {
    engine(desk)?;
    let (link, secret) = link(name).await?;
    net::put_only(&path::deal_link(space), &link).await?;
    Ok(secret.address(&page::origin()))
}

async fn link(name: &str) -> Result<(DealLink, Link), Trouble> {
    let link = Link { share: random::share_id(), secret: random::secret() };
    let auth = derive::auth(&link.secret).await.ok_or_else(cannot)?;
    Ok((DealLink { id: link.share, auth_hash: FileHash::of(&auth.0), name: name.to_owned() }, link))
}

fn cannot() -> Trouble {
    Trouble::Store(StoreError::Unavailable("this browser derives no keys".into()))
}

/// Ends a deal: nothing is written to it any more.
pub async fn end(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    net::post_only(&path::deal_end(space), &()).await?;
    refresh(desk).await
}

/// Keeps the deal behind a link as its provider: for the firm, if one is of its office, else in the account that is signed in here.
pub async fn keep(desk: Desk, link: &Link) -> Result<SpaceId, Trouble> {
    let auth = derive::auth(&link.secret).await.ok_or_else(cannot)?;
    let firm = engine(desk)?.firm().await.filter(|firm| firm.role != Role::Technician).map(|firm| firm.space);
    let kept: Membership = net::post(path::DEAL_KEEP, &DealKeep { share: link.share, auth, firm }).await?;
    let space = kept.space;
    engine(desk)?.take_deals(vec![kept]).await?;
    Ok(space)
}

/// Asks the server which deals there are, and which firm, and how they stand.
pub async fn refresh(desk: Desk) -> Result<(), Trouble> {
    let all: Vec<Membership> = net::get(path::SPACES).await?;
    engine(desk)?.take_deals(all.into_iter().filter(is_deal).collect()).await
}

fn is_deal(membership: &Membership) -> bool {
    membership.sort != model::access::Sort::Home
}

/// Writes into a deal what a person did: kept on this device first, sent when it can be. What the states of the deal do not allow is refused at once, by the
/// rule that the server applies: the field of the fault is the reason.
pub async fn write(desk: Desk, space: SpaceId, changes: Vec<Change>) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let (role, closed) = standing(&engine, space).ok_or(Trouble::Forbidden)?;
    let replica = engine.deal_replica(space).await?;
    if closed {
        return Err(because("closed"));
    }
    if !changes.iter().all(|change| deal::may_write(role, change.kind.name, replica.has(change.id), &change.fields)) {
        return Err(Trouble::Forbidden);
    }
    let edits = engine.edits_in(&replica, changes)?;
    let mut records = replica.all();
    for edit in &edits {
        let (before, candidate) = stands(&records, edit);
        machine::check(&Deal::of(&records), &candidate, before, Party::of(role), desk.today())
            .map_err(|refusal| because(refusal.as_str()))?;
        records.retain(|record| record.id != candidate.id);
        records.push(candidate);
    }
    engine.keep_deal_edits(space, &edits).await
}

/// Whether the record is there already, and how the edit would leave it.
fn stands(records: &[Record], edit: &Edit) -> (bool, Record) {
    match records.iter().find(|record| record.id == edit.id) {
        Some(record) => (true, record.merged(edit)),
        None => (false, Record::first(edit)),
    }
}

fn because(reason: &str) -> Trouble {
    Trouble::Faults(vec![Fault::new(reason, FaultCode::Contradicts)])
}

/// Sends what waits for the deal that is visited, and fetches what the other side wrote meanwhile.
pub async fn send_waiting(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    engine(desk)?.send_deal_by_link(space).await
}

/// Lets a refused edit of a deal go.
pub async fn discard(desk: Desk, space: SpaceId, refused: &Queued) -> Result<(), Trouble> {
    engine(desk)?.discard_deal_edit(space, refused).await
}

/// Keeps a picked file on this device for a deal, to be sent after the record that names it.
pub async fn add_file(desk: Desk, space: SpaceId, picked: Picked) -> Result<FileRef, Trouble> {
    let limit = if picked.is_photo() { PHOTO_BYTES_MAX } else { FILE_BYTES_MAX };
    if picked.size() > limit {
        return Err(Trouble::Faults(vec![Fault::limited("files.size", FaultCode::TooLarge, limit.cast_signed())]));
    }
    let prepared = photo::prepare(&picked).await.map_err(|fault| Trouble::Faults(vec![fault]))?;
    let Prepared { file, content, preview } = prepared;
    engine(desk)?.keep_file(space, &file, &content, preview.as_deref()).await?;
    Ok(file)
}

/// Has a file of this device go along with a deal too; whether it is here.
pub async fn carry_file(desk: Desk, space: SpaceId, file: &FileRef) -> bool {
    let Ok(engine) = engine(desk) else { return false };
    engine.carry_deal_file(space, file).await
}

/// Where a small picture of a file of a deal can be shown from; none while it is only on its sender's device.
pub async fn picture(desk: Desk, space: SpaceId, file: &FileRef) -> Option<String> {
    engine(desk).ok()?.deal_picture(space, file).await
}

/// The bytes of a file of a deal.
pub async fn content(desk: Desk, space: SpaceId, file: &FileRef) -> Result<Vec<u8>, Trouble> {
    engine(desk)?.deal_file(space, file).await
}
