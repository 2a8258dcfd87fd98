//! By which labels others may report faults. The server knows of each label what is derived from its token, which stays on the devices of the home.

use super::{Trouble, label};
use crate::browser::derive;
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::{FileHash, RecordId};
use std::collections::BTreeMap;
use wire::path;
use wire::reporting::{LabelDoor, LabelOpen, Reporting, ReportingChange};

/// What strangers are told, by the system that a label is on.
pub type Names = BTreeMap<RecordId, String>;

/// The labels of the open home by which faults may be reported. Labels that were made or renewed since are opened with what their systems are called, and
/// old ones closed.
pub async fn list(desk: Desk) -> Result<Vec<LabelDoor>, Trouble> {
    let doors = net::get::<Reporting>(&address(desk)?).await?.labels;
    let good: Vec<RecordId> = label::good_labels(desk).into_iter().map(|(id, _)| id).collect();
    let is_current = doors.len() == good.len() && doors.iter().all(|door| good.contains(&door.label));
    if doors.is_empty() || is_current {
        return Ok(doors);
    }
    let names = doors.into_iter().map(|door| (door.system, door.name)).collect();
    open(desk, &names).await
}

/// Lets others report by every label of the home, with what strangers are told of each.
pub async fn open(desk: Desk, names: &Names) -> Result<Vec<LabelDoor>, Trouble> {
    let mut labels = Vec::new();
    for (id, label) in label::good_labels(desk) {
        let (Some(system), Some((door, auth))) = (label.system, derive::label(&label.token).await) else { continue };
        let name = names.get(&system).cloned().unwrap_or_default();
        labels.push(LabelOpen { id: door, auth_hash: FileHash::of(&auth.0), label: id, system, name });
    }
    change(desk, labels).await
}

/// Lets nobody report by a label any more.
pub async fn close(desk: Desk) -> Result<Vec<LabelDoor>, Trouble> {
    change(desk, Vec::new()).await
}

async fn change(desk: Desk, labels: Vec<LabelOpen>) -> Result<Vec<LabelDoor>, Trouble> {
    Ok(net::put::<_, Reporting>(&address(desk)?, &ReportingChange { labels }).await?.labels)
}

fn address(desk: Desk) -> Result<String, Trouble> {
    let space = desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
    if desk.joined() { Ok(path::reporting(space)) } else { Err(Trouble::Offline) }
}
