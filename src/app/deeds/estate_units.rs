//! Units of a scheme: bringing a list of them in, and the logbooks that the scheme keeps of them.

use super::carry::{Way, broken, read};
use super::{Change, Trouble, engine, estate};
use crate::browser::photo::Picked;
use crate::browser::porter::Porter;
use crate::browser::{random, timer};
use crate::desk::Desk;
use crate::net;
use import::units::talk::{Answers, Found, Preview};
use import::units::{Change as Listed, Held};
use leptos::prelude::*;
use model::kind::{Kind, OF_ESTATE, OF_HOME, named};
use model::property::Property;
use model::scheme::{Building, Unit, UnitStanding};
use model::{Letter, Record, RecordId, SpaceId};
use serde_json::json;
use std::rc::Rc;
use sync::{Opened, Replica};
use wire::estate::{LogbookInvite, LogbookInvited, LogbookNew, LogbookOpen, LogbooksNew};
use wire::path;
use wire::space::Membership;

/// Changes that are kept at once: written in a moment.
const PIECE_CHANGES: usize = 400;
/// Logbooks of one request: with their first records they stay below what a request may hold.
const PIECE_LOGBOOKS: usize = 50;
/// How often it is looked whether the units have reached the server, and how often at most.
const SENT_WAIT_MS: u64 = 500;
const SENT_LOOKS_MAX: u32 = 120;

/// Lists of units that are being looked at. A handle: copies are the same lists.
#[derive(Clone)]
pub struct Listing {
    porter: Rc<Porter>,
}

/// Opens lists of units.
pub async fn list(desk: Desk, files: &[Picked]) -> Result<Listing, Trouble> {
    let porter = Porter::hire();
    porter.list(files, desk.language.get_untracked().words().tag).await.map_err(broken)?;
    Ok(Listing { porter: Rc::new(porter) })
}

impl Listing {
    /// What was found in them.
    pub async fn found(&self, answers: &Answers) -> Result<Found, Trouble> {
        read(&self.porter.text("found", &[&json!(answers).to_string()]).await.map_err(broken)?)
    }

    /// What would become of the scheme that is looked at.
    pub async fn preview(&self, desk: Desk, answers: &Answers) -> Result<Preview, Trouble> {
        let looked_at = estate::estate(desk).await?.ok_or(Trouble::Forbidden)?;
        let of = [Building::KIND, Unit::KIND, UnitStanding::KIND];
        let records: Vec<&Record> =
            looked_at.records.iter().filter(|record| of.contains(&record.kind.as_str())).collect();
        let asked = json!({"answers": answers, "records": records, "today": desk.today()});
        read(&self.porter.text("preview", &[&asked.to_string()]).await.map_err(broken)?)
    }

    /// Does what the last preview showed. `way` says how far it has come. False where logbooks wait for a connection: the same list makes them later.
    pub async fn perform(&self, desk: Desk, way: RwSignal<Way>) -> Result<bool, Trouble> {
        let changes: Vec<Listed> = read(&self.porter.text("changes", &[]).await.map_err(broken)?)?;
        let all = changes.len();
        let mut done = 0;
        let mut changes = changes.into_iter();
        loop {
            let piece: Vec<Change> =
                changes.by_ref().take(PIECE_CHANGES).filter_map(|listed| change(OF_ESTATE, listed)).collect();
            if piece.is_empty() {
                break;
            }
            done += piece.len();
            estate::write(desk, piece).await?;
            way.try_set(Way { done: done as u32, all: all as u32 });
        }
        let held: Vec<Held> = read(&self.porter.text("logbooks", &[]).await.map_err(broken)?)?;
        if held.is_empty() {
            return Ok(true);
        }
        Ok(hold(desk, held).await.is_ok())
    }
}

/// A change of a record of one of those kinds; none of a kind that is not theirs.
fn change(kinds: &'static [Kind], listed: Listed) -> Option<Change> {
    let kind = named(kinds, &listed.kind)?;
    Some(Change { id: listed.id, kind, fields: listed.fields })
}

/// Begins logbooks that the scheme keeps, with their first records.
async fn hold(desk: Desk, held: Vec<Held>) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let space = sent(desk).await?;
    let (blank, _) = Replica::from_opened(Opened::default(), space);
    let mut held = held.into_iter();
    loop {
        let mut logbooks = Vec::new();
        for one in held.by_ref().take(PIECE_LOGBOOKS) {
            let changes = one.records.into_iter().filter_map(|listed| change(OF_HOME, listed)).collect();
            let edits = engine.edits_in(&blank, changes)?;
            logbooks.push(LogbookNew { unit: one.unit, home: random::space_id(), edits });
        }
        if logbooks.is_empty() {
            return Ok(());
        }
        net::post_only(&path::logbooks(space), &LogbooksNew { logbooks }).await?;
    }
}

/// Waits until the server knows the units of the scheme that is looked at.
async fn sent(desk: Desk) -> Result<SpaceId, Trouble> {
    for _ in 0..SENT_LOOKS_MAX {
        let looked_at = estate::estate(desk).await?.ok_or(Trouble::Forbidden)?;
        if looked_at.waiting == 0 {
            return Ok(looked_at.space);
        }
        timer::wait(SENT_WAIT_MS).await;
    }
    Err(Trouble::Offline)
}

/// Begins a logbook that the scheme keeps of a unit.
pub async fn begin(desk: Desk, unit: RecordId, name: &str) -> Result<(), Trouble> {
    let property = Property { name: name.to_owned(), ..Property::default() };
    let first = Listed { id: random::record_id(), kind: Property::KIND.to_owned(), fields: property.fields() };
    hold(desk, vec![Held { unit, records: vec![first] }]).await
}

/// Opens the logbook that the scheme keeps of a unit, as a home of this device.
pub async fn open(desk: Desk, estate: SpaceId, unit: RecordId) -> Result<(), Trouble> {
    let opened: Membership = net::post(&path::logbook_open(estate), &LogbookOpen { unit }).await?;
    let engine = engine(desk)?;
    let space = opened.space;
    engine.take_memberships(vec![opened]).await?;
    engine.open(space).await
}

/// Invites the owner of a unit; by mail too where an address is given. The link is told once.
pub async fn invite(estate: SpaceId, unit: RecordId, email: &str) -> Result<LogbookInvited, Trouble> {
    let email = Some(email.trim().to_owned()).filter(|email| !email.is_empty());
    Ok(net::post(&path::logbook_invite(estate), &LogbookInvite { unit, email }).await?)
}
