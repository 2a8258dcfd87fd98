//! Writing into the logbook and correcting it: facts are amended, withdrawn or moved, never changed.

use super::act::Act;
use super::{Change, Trouble, engine};
use crate::browser::{random, storage};
use crate::data::{Kept, ledger, meter};
use crate::desk::Desk;
use leptos::prelude::*;
use model::entry::{Elsewhere, Entry};
use model::schedule;
use model::system::System;
use model::task::Task;
use model::withdrawal::Withdrawal;
use model::{Date, PartialDate, RecordId, SpaceId};
use std::sync::Arc;
use sync::Store;

/// The note that the browser was asked to keep this site's data.
const ASKED_TO_KEEP: &str = "asked-to-keep";

/// Writes a corrected version of the entry whose standing version is `current`. It may name other systems: that is how an entry moves
/// from one system to another.
pub async fn amend(desk: Desk, current: RecordId, corrected: Entry, reason: &str) -> Result<RecordId, Trouble> {
    let id = random::record_id();
    let entry = Entry { amends: Some(current), reason: model::canonical::normal(reason), ..corrected };
    engine(desk)?.save(vec![Change::new(id, &entry)]).await?;
    Ok(id)
}

/// Takes a fact back; both stay in the history.
pub async fn withdraw(desk: Desk, of: RecordId, reason: &str) -> Result<RecordId, Trouble> {
    let id = random::record_id();
    let withdrawal = Withdrawal { of: Some(of), reason: model::canonical::normal(reason), moved_to: None };
    engine(desk)?.save(vec![Change::new(id, &withdrawal)]).await?;
    Ok(id)
}

/// Brings a withdrawn fact back: written again, as a version of the first.
pub async fn reinstate(desk: Desk, entry: Entry) -> Result<RecordId, Trouble> {
    let id = random::record_id();
    engine(desk)?.save(vec![Change::new(id, &Entry { amends: None, reason: String::new(), ..entry })]).await?;
    Ok(id)
}

/// Moves an entry that was written into the wrong home's logbook: written there, with where it came from, then withdrawn here.
pub async fn move_home(desk: Desk, of: RecordId, entry: Entry, to: SpaceId) -> Result<(), Trouble> {
    let from = desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
    let engine = engine(desk)?;
    let id = random::record_id();
    // Systems, contacts and papers belong to the home they stand in; the words stay.
    let moved = Entry {
        systems: Vec::new(),
        zones: Vec::new(),
        contact: None,
        documents: Vec::new(),
        settles: None,
        completes: None,
        due: None,
        amends: None,
        moved_from: Some(Elsewhere { space: from, record: of }),
        ..entry
    };
    engine.copy_files(&moved.files, to).await?;
    engine.save_in(to, vec![Change::new(id, &moved)]).await?;
    let withdrawal =
        Withdrawal { of: Some(of), moved_to: Some(Elsewhere { space: to, record: id }), ..Withdrawal::default() };
    engine.save_in(from, vec![Change::new(random::record_id(), &withdrawal)]).await
}

/// An entry and what is written in the same act.
#[derive(Clone, Debug, Default)]
pub struct Writing {
    /// The entry; its systems are those below.
    pub entry: Entry,
    /// The systems that it concerns, in order.
    pub systems: Vec<Concerned>,
    /// The task that it does.
    pub task: Option<Arc<Kept<Task>>>,
}

/// A system that an entry concerns.
#[derive(Clone, Debug)]
pub enum Concerned {
    /// One of the home's.
    Known(RecordId),
    /// One that is written down for the first time.
    New(Box<System>),
}

/// Writes an entry, the systems that it names for the first time, which round of which task it does: all of it or nothing. The entry's id.
pub async fn write(desk: Desk, writing: Writing) -> Result<RecordId, Trouble> {
    let Writing { mut entry, systems, task } = writing;
    let mut act = Act::new();
    let mut named = |system| match system {
        Concerned::Known(id) => id,
        Concerned::New(system) => act.add(system.as_ref()),
    };
    entry.systems = systems.into_iter().map(&mut named).collect();
    if let Some(task) = task {
        (entry.completes, entry.due) = (Some(task.id), entry.when.and_then(|when| round(desk, &task, when)));
    }
    let id = act.add(&entry);
    act.perform(desk).await?;
    leptos::task::spawn_local(ask_to_keep(desk));
    Ok(id)
}

/// The round of a task that is answered by what was done then.
fn round(desk: Desk, task: &Kept<Task>, when: PartialDate) -> Option<Date> {
    let (ledger, meter) = untrack(|| (ledger(&desk.library), meter(&desk.library, &task.letter)));
    schedule::answers(&task.letter, ledger.of(task.id), &meter, schedule::done_on(when))
}

/// Asks the browser, after the first entry and never again, not to clear what is kept here. It may ask the person, who need not answer.
async fn ask_to_keep(desk: Desk) {
    let Ok(engine) = engine(desk) else { return };
    let is_first = engine.device().note(ASKED_TO_KEEP).await == Ok(None);
    if is_first && engine.device().set_note(ASKED_TO_KEEP, Some("yes")).await.is_ok() {
        storage::persist().await;
    }
}
