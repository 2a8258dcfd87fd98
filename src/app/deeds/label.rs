//! Labels on systems: making them, renewing them, and finding what one that was scanned stands for. Its token never leaves the device.

use super::{Change, Trouble, engine, home};
use crate::browser::random;
use crate::desk::Desk;
use leptos::prelude::*;
use model::body::Fields;
use model::label::{Label, is_token};
use model::{Letter, Record, RecordId, SpaceId};
use std::collections::BTreeMap;

/// What a token stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A system.
    System {
        /// The home that it is in.
        space: SpaceId,
        /// The system.
        system: RecordId,
        /// Its label was renewed: this token is no longer good.
        replaced: bool,
    },
    /// Nothing yet: these homes have not been fetched in full.
    Arriving(Vec<SpaceId>),
    /// Nothing on this device.
    Unknown,
}

/// The good label of each system of the open home that has one: the latest, where several devices made one.
pub fn good(desk: Desk) -> BTreeMap<RecordId, Label> {
    good_labels(desk).into_iter().filter_map(|(_, label)| Some((label.system?, label))).collect()
}

/// All good labels of the open home, with their records; the first first.
pub fn good_labels(desk: Desk) -> Vec<(RecordId, Label)> {
    let mut labels = all(desk);
    labels.retain(|(_, label)| label.is_good());
    labels.sort_by_key(|(id, label)| (label.made, *id));
    labels
}

/// Makes a label for each of `systems` that has none.
pub async fn make(desk: Desk, systems: &[RecordId]) -> Result<(), Trouble> {
    let known = good(desk);
    let new = systems.iter().filter(|system| !known.contains_key(system)).map(|system| new(desk, *system));
    engine(desk)?.save(new.collect()).await
}

/// Makes a new label for a system, in place of all that it has.
pub async fn renew(desk: Desk, system: RecordId) -> Result<(), Trouble> {
    let old = all(desk).into_iter().filter(|(_, label)| label.is_good() && label.system == Some(system));
    let replaced = |(id, _)| {
        let fields = Fields::from_iter([("replaced".to_owned(), true.into())]);
        Change::of::<Label>(id, fields)
    };
    let changes = std::iter::once(new(desk, system)).chain(old.map(replaced)).collect();
    engine(desk)?.save(changes).await
}

/// What a token stands for: in the open home, else in the others on this device.
pub async fn find(desk: Desk, token: &str) -> Result<Found, Trouble> {
    if !is_token(token) {
        return Ok(Found::Unknown);
    }
    let engine = engine(desk)?;
    let open = desk.space.get_untracked();
    let mut spaces: Vec<SpaceId> = desk.homes.with_untracked(|homes| homes.iter().map(|home| home.space).collect());
    spaces.sort_by_key(|space| Some(*space) != open);
    let mut arriving = Vec::new();
    for space in spaces {
        let (records, is_whole) = engine.kept_of_kind(space, Label::KIND).await?;
        let found = records.iter().filter_map(letter).find(|(_, label)| label.token == token);
        if let Some((_, Label { system: Some(system), replaced, .. })) = found {
            return Ok(Found::System { space, system, replaced: replaced == Some(true) });
        }
        if !is_whole {
            arriving.push(space);
        }
    }
    Ok(if arriving.is_empty() { Found::Unknown } else { Found::Arriving(arriving) })
}

/// Opens the home in which something was found, if another is open.
pub async fn go_to(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    if desk.space.get_untracked() == Some(space) { Ok(()) } else { home::switch(desk, space).await }
}

fn all(desk: Desk) -> Vec<(RecordId, Label)> {
    let Ok(engine) = engine(desk) else { return Vec::new() };
    engine.of_kind(Label::KIND).iter().filter_map(letter).collect()
}

/// A label that nobody deleted.
fn letter(record: &Record) -> Option<(RecordId, Label)> {
    let label: Label = record.body.read().ok()?;
    (label.deleted != Some(true)).then_some((record.id, label))
}

fn new(desk: Desk, system: RecordId) -> Change {
    let made = Some(desk.today());
    Change::new(random::record_id(), &Label { token: random::token(), system: Some(system), made, ..Label::default() })
}
