//! The firm that one works for: making it, and what is kept in it.

use super::{Change, Trouble, engine};
use crate::browser::random;
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::access::{Action, Role, firm as access};
use model::firm::Firm;
use model::portal::{Bank, Provider};
use model::standing::living;
use model::{Record, RecordId, SpaceId};
use sync::Queued;
use wire::path;
use wire::space::{Membership, SpaceNew};

/// The firm as this device shows it, with what waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFirm {
    /// Its space.
    pub space: SpaceId,
    /// What one is in it.
    pub role: Role,
    /// Its records, those that wait included and those that were refused. [`living`] reads them.
    pub records: Vec<Record>,
    /// How many edits wait to be sent.
    pub waiting: usize,
    /// Edits that the server refused.
    pub refused: Vec<Queued>,
}

impl OwnFirm {
    /// Whether one is of its office.
    pub fn is_office(&self) -> bool {
        matches!(self.role, Role::Owner | Role::Manager)
    }

    /// Whether one may do that in it.
    pub fn may(&self, action: Action) -> bool {
        access::may(self.role, action)
    }

    /// What it says of itself, and the record that says it.
    pub fn profile(&self) -> Option<(RecordId, Firm)> {
        living::<Firm>(&self.records).into_iter().next().map(|one| (one.root, one.letter))
    }
}

/// The firm that one works for; none for who works for none. Tracked by `desk.deals`.
pub async fn firm(desk: Desk) -> Result<Option<OwnFirm>, Trouble> {
    let engine = engine(desk)?;
    let Some(entry) = engine.firm().await else { return Ok(None) };
    let replica = engine.deal_replica(entry.space).await?;
    let refused = replica.outbox().iter().filter(|queued| queued.refused.is_some()).cloned().collect();
    let (space, role) = (entry.space, entry.role);
    Ok(Some(OwnFirm { space, role, records: replica.all(), waiting: replica.unsent(), refused }))
}

/// The firm as its papers show it today, and where it is paid; none for who works for none.
pub async fn on_papers(desk: Desk) -> Option<(Provider, Option<Bank>)> {
    let (_, profile) = firm(desk).await.ok()??.profile()?;
    Some((profile.provider(desk.today()), profile.bank))
}

/// Makes the firm of the account that is signed in here. It needs a connection, and keeps the jobs that the account kept before.
pub async fn start(desk: Desk, profile: &Firm) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let faults = model::Letter::faults(profile);
    if !faults.is_empty() {
        return Err(Trouble::Faults(faults));
    }
    if engine.firm().await.is_none() {
        let made: Membership = net::post(path::FIRMS, &SpaceNew { id: random::space_id() }).await?;
        engine.take_deals(vec![made]).await?;
    }
    write(desk, vec![Change::new(random::record_id(), profile)]).await
}

/// Writes into the firm what a person did: kept on this device first, sent when it can be.
pub async fn write(desk: Desk, changes: Vec<Change>) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let entry = engine.firm().await.ok_or(Trouble::Forbidden)?;
    let account = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
    let account = account.ok_or(Trouble::Forbidden)?;
    let replica = engine.deal_replica(entry.space).await?;
    let may = |change: &Change| {
        access::may_write(entry.role, account, change.kind.name, replica.has(change.id), &change.fields)
    };
    if !changes.iter().all(may) {
        return Err(Trouble::Forbidden);
    }
    let edits = engine.edits_in(&replica, changes)?;
    engine.keep_deal_edits(entry.space, &edits).await
}
