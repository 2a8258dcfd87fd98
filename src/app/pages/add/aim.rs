//! What is going to be written: a new entry, one that settles a fault or does a task, or a correction.

use super::draft::Draft;
use crate::data::Kept;
use crate::deeds::{draft, unsent};
use crate::desk::Desk;
use leptos::prelude::GetUntracked;
use leptos_router::params::ParamsMap;
use model::entry::{Entry, EntryType};
use model::task::Task;
use model::{EditKey, PartialDate, RecordId};
use std::sync::Arc;
use sync::Queued;

/// What is going to be written.
#[derive(Clone)]
pub struct Aim {
    /// Where its draft is kept.
    pub place: String,
    /// What stands in the boxes at first.
    pub start: Draft,
    /// What has no box, and stays.
    pub base: Entry,
    /// The thread that is corrected.
    pub root: Option<RecordId>,
    /// The refused edit in whose place it is written.
    pub instead_of: Option<EditKey>,
    /// The task that it does.
    pub task: Option<Arc<Kept<Task>>>,
    /// Where leaving leads.
    pub back: String,
}

impl Aim {
    /// What an address asks for; none if it asks to correct what is not there.
    pub fn of(desk: Desk, params: &ParamsMap, query: &ParamsMap) -> Option<Self> {
        match params.get("id") {
            Some(id) => Self::amend(desk, id.parse().ok()?),
            None => Some(Self::add(desk, query)),
        }
    }

    fn amend(desk: Desk, id: RecordId) -> Option<Self> {
        let entry = desk.library.entry(id)?;
        // What the server refused is not amended but written anew: nobody else has ever seen it.
        let is_refused = |queued: &&Queued| queued.refused.is_some() && queued.edit.id == entry.id;
        let instead_of = unsent::list(desk).iter().find(is_refused).map(|queued| queued.edit.key);
        let amends = if instead_of.is_some() { entry.letter.amends } else { Some(entry.id) };
        let base = Entry { amends, reason: String::new(), ..entry.letter.clone() };
        Some(Self {
            place: draft::place(desk, &format!("amend/{}", entry.root)),
            start: Draft::of(&base, desk.words()),
            base,
            root: Some(entry.root),
            instead_of,
            task: None,
            back: format!("/logbook/{}", entry.root),
        })
    }

    fn add(desk: Desk, query: &ParamsMap) -> Self {
        let id = |name: &str| query.get(name).and_then(|id| id.parse::<RecordId>().ok());
        let sort = query.get("type").and_then(|sort| sort.parse().ok()).unwrap_or_default();
        let mut start = Draft { sort, when: Some(PartialDate::day(desk.today())), ..Draft::default() };
        // What is reported as broken is not the entry that somebody was writing.
        let draft = |name: &str| if sort == EntryType::Fault { format!("fault/{name}") } else { name.to_owned() };
        let aim = |name: String, start: Draft, task: Option<Arc<Kept<Task>>>, back: String| Self {
            // By a link one entry is written at a time: what is sent takes all that the device keeps along, and must not take a second draft.
            place: draft::place(desk, if desk.visiting.get_untracked() { "add" } else { &name }),
            start,
            base: Entry::default(),
            root: None,
            instead_of: None,
            task,
            back,
        };
        if let Some(fault) = id("settles").and_then(|id| desk.library.entry(id)) {
            start.systems = fault.letter.systems.clone();
            start.zones = fault.letter.zones.clone();
            start.sort = EntryType::Repair;
            start.settles = Some(fault.root);
            return aim(format!("settles/{}", fault.root), start, None, format!("/logbook/{}", fault.root));
        }
        if let Some(task) = id("task").and_then(|id| desk.library.find::<Task>(id)) {
            start.sort = EntryType::Service;
            start.title = task.letter.title.clone();
            start.systems = task.letter.systems.clone();
            start.contact = task.letter.contact;
            return aim(format!("task/{}", task.id), start, Some(task.clone()), format!("/tasks/{}", task.id));
        }
        match id("system").filter(|id| desk.library.find::<model::system::System>(*id).is_some()) {
            Some(system) => {
                start.systems = vec![system];
                aim(draft(&format!("system/{system}")), start, None, format!("/systems/{system}"))
            }
            None => aim(draft("add"), start, None, "/".to_owned()),
        }
    }
}
