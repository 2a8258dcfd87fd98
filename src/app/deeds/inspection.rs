//! Inspections of the open home and its own checklists: reading them, and writing what was found when one is finished.

use super::Trouble;
use super::act::Act;
use crate::desk::Desk;
use model::canonical::normal;
use model::checklist::Checklist;
use model::entry::{Entry, EntryType, Severity};
use model::inspection::{Found, Inspection, Point};
use model::task::Task;
use model::withdrawal::Withdrawal;
use model::{FileRef, Letter, PartialDate, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Days in which a task that comes of an inspection is usually done.
const DUE_DAYS: u32 = 30;

/// A point as it is being walked.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Walked {
    /// What is looked at.
    pub title: String,
    /// The system that it concerns.
    pub system: Option<RecordId>,
    /// How it was found.
    pub found: Found,
    /// What there is to say of it.
    pub note: String,
    /// Its photos.
    pub files: Vec<FileRef>,
    /// How bad it is, if it failed.
    pub severity: Severity,
    /// Whether it becomes a task and not a fault, if it failed.
    pub task: bool,
}

/// The finished inspections of the open home, the latest first; without what was taken back.
pub fn all(desk: Desk) -> Vec<(RecordId, Inspection)> {
    let Some(engine) = desk.engine() else { return Vec::new() };
    let withdrawals = engine.of_kind(Withdrawal::KIND);
    let of = withdrawals.iter().filter_map(|record| record.body.read::<Withdrawal>().ok()?.of);
    let withdrawn: BTreeSet<RecordId> = of.collect();
    let mut found: Vec<(RecordId, Inspection)> = engine
        .of_kind(Inspection::KIND)
        .iter()
        .filter(|record| !withdrawn.contains(&record.id))
        .filter_map(|record| Some((record.id, record.body.read().ok()?)))
        .collect();
    found.sort_by_key(|(id, inspection)| std::cmp::Reverse((inspection.on, *id)));
    found
}

/// The home's own checklists, by their names.
pub fn own(desk: Desk) -> Vec<(RecordId, Checklist)> {
    let Some(engine) = desk.engine() else { return Vec::new() };
    let read = engine.of_kind(Checklist::KIND);
    let lists = read.iter().filter_map(|record| Some((record.id, record.body.read::<Checklist>().ok()?)));
    let mut lists: Vec<_> = lists.filter(|(_, list)| list.deleted != Some(true)).collect();
    lists.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    lists
}

/// Finishes an inspection: one act writes it, and what each failed point becomes. Its id.
pub async fn finish(
    desk: Desk,
    title: &str,
    checklist: String,
    by: &str,
    walked: &[Walked],
) -> Result<RecordId, Trouble> {
    let mut act = Act::new();
    let mut points = Vec::with_capacity(walked.len());
    for point in walked {
        let became = (point.found == Found::Failed).then(|| becomes(desk, &mut act, point));
        points.push(Point {
            title: point.title.clone(),
            found: point.found,
            note: normal(&point.note),
            photos: point.files.iter().map(|file| file.hash).collect(),
            system: point.system,
            became,
        });
    }
    let mut files: Vec<FileRef> = Vec::new();
    for file in walked.iter().flat_map(|point| &point.files) {
        if files.iter().all(|known| known.hash != file.hash) {
            files.push(file.clone());
        }
    }
    let (title, by, on) = (title.to_owned(), normal(by), Some(desk.today()));
    let id = act.add(&Inspection { title, checklist, on, by, points, files, ..Inspection::default() });
    act.perform(desk).await?;
    Ok(id)
}

/// The fault that a failed point becomes, with its photos, or the task.
fn becomes(desk: Desk, act: &mut Act, point: &Walked) -> RecordId {
    let (systems, notes) = (point.system.into_iter().collect(), normal(&point.note));
    if point.task {
        let title = (desk.words().inspect().task_title)(&point.title);
        let due = Some(desk.today().plus_days(DUE_DAYS));
        return act.add(&Task { title, due, systems, notes, ..Task::default() });
    }
    act.add(&Entry {
        sort: EntryType::Fault,
        title: point.title.clone(),
        when: Some(PartialDate::day(desk.today())),
        systems,
        severity: Some(point.severity),
        files: point.files.clone(),
        notes,
        ..Entry::default()
    })
}

/// Writes an own checklist: a new one, or a change of the one that it `was`. Its id.
pub async fn write(desk: Desk, was: Option<(RecordId, Checklist)>, list: &Checklist) -> Result<RecordId, Trouble> {
    let faults = list.faults();
    if !faults.is_empty() {
        return Err(Trouble::Faults(faults));
    }
    let mut act = Act::new();
    let id = match was {
        Some((id, before)) => {
            act.change(id, &before, list);
            id
        }
        None => act.add(list),
    };
    act.perform(desk).await?;
    Ok(id)
}
