//! A scheme that one looks after: making it, and what is kept in it.

use super::{Change, Trouble, engine};
use crate::browser::random;
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::access::{Action, Role, estate as access};
use model::scheme::Scheme;
use model::standing::living;
use model::{Record, RecordId, SpaceId};
use sync::{Queued, Replica};
use wire::path;
use wire::space::{Membership, SpaceNew};

/// Under which name the device keeps which scheme is looked at, where there are several.
const CHOSEN: &str = "estate";

/// A scheme as this device shows it, with what waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEstate {
    /// Its space.
    pub space: SpaceId,
    /// What one is in it; a trustee by a link.
    pub role: Role,
    /// It is looked at by a link: nothing is written.
    pub is_visit: bool,
    /// Its records, those that wait included and those that were refused. [`living`] reads them.
    pub records: Vec<Record>,
    /// How many edits wait to be sent.
    pub waiting: usize,
    /// Edits that the server refused.
    pub refused: Vec<Queued>,
}

impl OwnEstate {
    /// Whether one may do that in it.
    pub fn may(&self, action: Action) -> bool {
        !self.is_visit && access::may(self.role, action)
    }

    /// What it says of itself, and the record that says it.
    pub fn scheme(&self) -> Option<(RecordId, Scheme)> {
        living::<Scheme>(&self.records).into_iter().next().map(|one| (one.root, one.letter))
    }
}

/// The scheme that is looked at: that of the link, the one that was chosen last, or any; none for who looks after none. Tracked by `desk.deals`.
pub async fn estate(desk: Desk) -> Result<Option<OwnEstate>, Trouble> {
    let engine = engine(desk)?;
    let (space, role, is_visit) = match engine.visited_estate() {
        Some(space) => (space, Role::Trustee, true),
        None => {
            let chosen = engine.note(CHOSEN).await;
            let mut all = engine.estates().await;
            all.sort_by_key(|one| chosen.as_deref() != Some(one.space.to_string().as_str()));
            let Some(first) = all.into_iter().next() else { return Ok(None) };
            (first.space, first.role, false)
        }
    };
    let seen = |replica: &Replica| {
        let refused = replica.outbox().iter().filter(|queued| queued.refused.is_some()).cloned().collect();
        OwnEstate { space, role, is_visit, records: replica.all(), waiting: replica.unsent(), refused }
    };
    Ok(Some(engine.see_deal(space, seen).await?))
}

/// The schemes that one looks after, each with its name as far as it is known.
pub async fn all(desk: Desk) -> Result<Vec<(SpaceId, String)>, Trouble> {
    let engine = engine(desk)?;
    let mut all = Vec::new();
    for entry in engine.estates().await {
        let records = engine.deal_replica(entry.space).await?.all();
        let name = living::<Scheme>(&records).into_iter().next().map(|one| one.letter.name);
        all.push((entry.space, name.unwrap_or_default()));
    }
    Ok(all)
}

/// Looks at another scheme from now on.
pub async fn choose(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    engine(desk)?.set_note(CHOSEN, &space.to_string()).await?;
    desk.deals.update(|number| *number = number.wrapping_add(1));
    Ok(())
}

/// Makes a scheme of the account that is signed in here, and looks at it. It needs a connection.
pub async fn start(desk: Desk, scheme: &Scheme) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let faults = model::Letter::faults(scheme);
    if !faults.is_empty() {
        return Err(Trouble::Faults(faults));
    }
    let made: Membership = net::post(path::ESTATES, &SpaceNew { id: random::space_id() }).await?;
    let space = made.space;
    engine.take_deals(vec![made]).await?;
    choose(desk, space).await?;
    write(desk, vec![Change::new(random::record_id(), scheme)]).await
}

/// Writes into the scheme that is looked at what a person did: kept on this device first, sent when it can be.
pub async fn write(desk: Desk, changes: Vec<Change>) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let looked_at = estate(desk).await?.filter(|estate| !estate.is_visit).ok_or(Trouble::Forbidden)?;
    let account = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
    let account = account.ok_or(Trouble::Forbidden)?;
    let edits = |replica: &Replica| {
        let may = |change: &Change| {
            access::may_write(looked_at.role, account, change.kind.name, replica.has(change.id), &change.fields)
        };
        if !changes.iter().all(may) {
            return Err(Trouble::Forbidden);
        }
        engine.edits_in(replica, changes)
    };
    let edits = engine.see_deal(looked_at.space, edits).await??;
    engine.keep_deal_edits(looked_at.space, &edits).await
}
