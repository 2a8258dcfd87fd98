//! What the driver holds, and the two ways in: a person's deed and an event.

use super::deals::DealEntry;
use super::device::Device;
use super::tabs::Tabs;
use crate::browser::{clock, random, text, timer};
use crate::desk::{Desk, Visiting};
use crate::net::NetError;
use leptos::prelude::*;
use model::access::{Role, may_edit};
use model::body::Fields;
use model::contribution::State;
use model::kind::Kind;
use model::{Body, Clock, ContributionId, Edit, Fault, FileHash, Letter, RecordId, SpaceId};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use sync::{Effect, Event, Machine, Replica, SpaceEntry, Store, StoreError};
use wire::{ErrorBody, ErrorCode};

/// The running app behind its pages.
pub struct Engine {
    pub(super) desk: Desk,
    pub(super) device: Device,
    pub(super) machine: RefCell<Machine>,
    pub(super) open: RefCell<Option<(SpaceId, Replica)>>,
    /// The deal that was read last, kept as what arrives changes it, until anything else does.
    pub(super) aside: RefCell<Option<(SpaceId, Replica)>>,
    pub(super) clock: RefCell<Clock>,
    pub(super) tabs: Tabs,
    /// Spaces of which the files that wait are looked at: the first now, the others after it.
    pub(super) uploading: RefCell<Vec<SpaceId>>,
    pub(super) arriving: RefCell<Arriving>,
    /// Files whose pictures are on their way.
    pub(super) fetching: RefCell<Vec<FileHash>>,
    /// What is visited, if this is a visit.
    pub(super) visit: Cell<Option<Visiting>>,
    /// What was sent by the link that is visited, and how it stands.
    pub(super) sent: RefCell<Vec<(ContributionId, State)>>,
    /// The deals on this device.
    pub(super) deals: RefCell<Vec<DealEntry>>,
    /// When it was last shown how far a first sync has come.
    pub(super) progressed_ms: Cell<u64>,
}

/// What arrived and is not shown yet.
#[derive(Default)]
pub(super) struct Arriving {
    touched: Vec<RecordId>,
    /// It will be shown soon.
    is_due: bool,
    /// How long it took the last time, milliseconds.
    took_ms: u64,
}

/// While a home is fetched, what arrived is shown this often at most, milliseconds.
const SHOW_MS: u64 = 1_000;

/// And at least this often.
const SHOW_MS_MAX: u64 = 5_000;

/// Showing may take one part in so many of the time: working out what stands takes the longer the more there is, and the slower the device is.
const SHOW_SHARE: u64 = 20;

/// Fields of one record that a deed writes.
#[derive(Clone, Debug)]
pub struct Change {
    /// The record.
    pub id: RecordId,
    /// Its kind, with how the fields are checked: a page carries that of what it writes.
    pub kind: &'static Kind,
    /// The fields.
    pub fields: Fields,
}

impl Change {
    /// A new record.
    pub fn new<T: Letter>(id: RecordId, letter: &T) -> Self {
        Self::of::<T>(id, letter.fields())
    }

    /// Those fields of a record.
    pub fn of<T: Letter>(id: RecordId, fields: Fields) -> Self {
        Self { id, kind: Kind::of::<T>(), fields }
    }

    /// A record that is taken away, or brought back.
    pub fn mark<T: Letter>(id: RecordId, deleted: bool) -> Self {
        Self::of::<T>(id, Fields::from_iter([("deleted".to_owned(), deleted.into())]))
    }

    /// The fields in which `after` differs from `before`; none if it does not.
    pub fn between<T: Letter>(id: RecordId, before: &T, after: &T) -> Option<Self> {
        let fields = after.changes(before);
        (!fields.is_empty()).then(|| Self::of::<T>(id, fields))
    }
}

/// Why a deed was not done. Nothing has changed then, and what was typed is the page's to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The device could not keep it.
    Store(StoreError),
    /// These fields are wrong.
    Faults(Vec<Fault>),
    /// It needs a connection, and there is none.
    Offline,
    /// The server refused.
    Refused(ErrorBody),
    /// The role may not do this.
    Forbidden,
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<NetError> for Trouble {
    fn from(error: NetError) -> Self {
        match error {
            NetError::Network => Self::Offline,
            NetError::Refused(body, _) => Self::Refused(body),
        }
    }
}

impl Trouble {
    /// In words that say what to do.
    pub fn told(&self, words: &words::Words) -> String {
        let said = words.trouble();
        match self {
            Self::Store(error) => store_told(error, words).into(),
            Self::Faults(faults) => (said.invalid)(faults),
            Self::Offline => said.offline.into(),
            Self::Forbidden => said.forbidden.into(),
            Self::Refused(body) => refusal(words, body.code, &body.faults),
        }
    }

    /// The faults of single fields, to be shown beside them.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Faults(faults) => faults,
            Self::Refused(body) => &body.faults,
            _ => &[],
        }
    }
}

/// A trouble of the device's store, in words that say what to do.
pub fn store_told(error: &StoreError, words: &words::Words) -> &'static str {
    let said = words.device();
    match error {
        StoreError::Full => said.full,
        StoreError::Blocked => said.blocked,
        StoreError::Unavailable(_) => said.unavailable,
        StoreError::Failed(_) => said.store,
    }
}

/// A refusal of the server, in words that say what to do.
pub fn refusal(words: &words::Words, code: ErrorCode, faults: &[Fault]) -> String {
    let said = words.trouble();
    match code {
        ErrorCode::SignIn | ErrorCode::StepUp => said.sign_in.into(),
        ErrorCode::Forbidden => said.forbidden.into(),
        ErrorCode::NotFound | ErrorCode::Gone => said.not_found.into(),
        ErrorCode::WrongCode => said.wrong_code.into(),
        ErrorCode::TooMany => said.too_many.into(),
        ErrorCode::Busy | ErrorCode::Internal => said.busy.into(),
        ErrorCode::UnknownKind => said.unknown_kind.into(),
        _ if !faults.is_empty() => (said.invalid)(faults),
        _ => said.refused.into(),
    }
}

impl Engine {
    /// The device's store.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// Writes what a person did: all of it, durably, then to be seen; the engine sends it when it can.
    pub async fn save(self: &Rc<Self>, changes: Vec<Change>) -> Result<(), Trouble> {
        let Some(space) = self.desk.space.get_untracked() else { return Err(Trouble::Forbidden) };
        self.save_in(space, changes).await
    }

    /// The same in a space that need not be the open one.
    pub async fn save_in(self: &Rc<Self>, space: SpaceId, changes: Vec<Change>) -> Result<(), Trouble> {
        if !self.may_write(space, &changes) {
            return Err(Trouble::Forbidden);
        }
        let edits = self.edits(space, changes)?;
        self.keep(space, &edits).await
    }

    /// Keeps edits on this device, shows them, and sends them when it can.
    pub(super) async fn keep(self: &Rc<Self>, space: SpaceId, edits: &[Edit]) -> Result<(), Trouble> {
        if edits.is_empty() {
            return Ok(());
        }
        self.device.save(space, edits).await?;
        self.show_change(space, |replica| replica.edited(edits));
        self.tabs.tell(space);
        if self.entry(space).is_some_and(|entry| entry.joined) {
            self.happen(Event::Edited(space));
        }
        Ok(())
    }

    /// Whether the role in that space allows all of it.
    pub(super) fn may_write(&self, space: SpaceId, changes: &[Change]) -> bool {
        let role = self.entry(space).map_or(Role::Owner, |entry| entry.role);
        let has = |id| self.open.borrow().as_ref().is_some_and(|(open, replica)| *open == space && replica.has(id));
        changes.iter().all(|change| may_edit(role, change.kind.name, has(change.id), &change.fields))
    }

    pub(super) fn edits(&self, space: SpaceId, changes: Vec<Change>) -> Result<Vec<Edit>, Trouble> {
        let mut edits = Vec::with_capacity(changes.len());
        let mut faults = Vec::new();
        for change in changes {
            // The server refuses text that is not NFC; JSON around it is plain ASCII and stays as it is.
            let text = text::nfc(Body::seal(&change.fields).text());
            let fields = Body::from_text(text).expect("normalised JSON is JSON");
            let exists =
                self.open.borrow().as_ref().is_some_and(|(open, replica)| *open == space && replica.has(change.id));
            faults.extend(change.kind.edit_faults(&fields, exists));
            let stamp = self.clock.borrow_mut().tick(clock::now_ms());
            edits.push(Edit {
                key: random::edit_key(),
                id: change.id,
                kind: change.kind.name.to_owned(),
                stamp,
                fields,
            });
        }
        if faults.is_empty() { Ok(edits) } else { Err(Trouble::Faults(faults)) }
    }

    /// Changes the open replica, if it is the one of `space`, and what is seen of it.
    pub(super) fn show_change(&self, space: SpaceId, change: impl FnOnce(&mut Replica) -> Vec<RecordId>) {
        let mut open = self.open.borrow_mut();
        let Some((_, replica)) = open.as_mut().filter(|(open, _)| *open == space) else { return };
        let touched = change(replica);
        self.desk.library.patch(replica, &touched);
        self.show_counts(replica);
    }

    /// Takes what arrived into the open replica, if it is the one of `space`. It is seen, here and in other tabs, at once if it is the `last`,
    /// else soon, together with those that come meanwhile.
    pub(super) fn show_arrived(
        self: &Rc<Self>,
        space: SpaceId,
        last: bool,
        change: impl FnOnce(&mut Replica) -> Vec<RecordId>,
    ) {
        match self.open.borrow_mut().as_mut().filter(|(open, _)| *open == space) {
            Some((_, replica)) => self.arriving.borrow_mut().touched.extend(change(replica)),
            // Another home: what arrived for the open one is not its to show.
            None => {
                if let Some((_, replica)) = self.aside.borrow_mut().as_mut().filter(|(aside, _)| *aside == space) {
                    change(replica);
                }
                self.show_deals();
                return self.tabs.tell(space);
            }
        }
        if last {
            return self.show_due();
        }
        let Arriving { is_due, took_ms, .. } = &mut *self.arriving.borrow_mut();
        if !std::mem::replace(is_due, true) {
            let pause_ms = (*took_ms * SHOW_SHARE).clamp(SHOW_MS, SHOW_MS_MAX);
            let engine = self.clone();
            leptos::task::spawn_local(async move {
                timer::wait(pause_ms).await;
                engine.show_due();
            });
        }
    }

    /// Shows what arrived. What is left of a home that is no longer open is nothing to the one that is.
    fn show_due(&self) {
        let touched = self.arriving.take().touched;
        // Another has shown it already: other tabs would read all of it anew for nothing.
        if touched.is_empty() {
            return;
        }
        let began = clock::now_ms();
        if let Some((space, replica)) = self.open.borrow().as_ref() {
            self.desk.library.patch(replica, &touched);
            self.show_counts(replica);
            self.tabs.tell(*space);
        }
        self.arriving.borrow_mut().took_ms = clock::now_ms().saturating_sub(began);
    }

    pub(super) fn show_counts(&self, replica: &Replica) {
        let unsent = replica.unsent();
        self.desk.waiting.set(unsent);
        self.desk.refused.set(replica.outbox().len() - unsent);
    }

    /// What is noted of a space on this device.
    pub fn entry(&self, space: SpaceId) -> Option<SpaceEntry> {
        self.desk.homes.with_untracked(|homes| homes.iter().find(|home| home.space == space).cloned())
    }

    /// Edits of the open home that wait, refused ones included.
    pub fn outbox(&self) -> Vec<sync::Queued> {
        self.open.borrow().as_ref().map(|(_, replica)| replica.outbox().to_vec()).unwrap_or_default()
    }

    /// Tells the machine what happened and performs what it asks for.
    pub(crate) fn happen(self: &Rc<Self>, event: Event) {
        let mut effects = self.machine.borrow_mut().step(event);
        // What waits for the network begins first: the store has its turn meanwhile.
        effects.sort_by_key(|effect| !matches!(effect, Effect::Push(..) | Effect::Pull { .. }));
        for effect in effects {
            let engine = self.clone();
            leptos::task::spawn_local(async move { engine.perform(effect).await });
        }
    }

    /// Opens a home: reads it into memory, shows it, and goes on with what was not sent or fetched of it.
    pub async fn open(self: &Rc<Self>, space: SpaceId) -> Result<(), Trouble> {
        self.show(space).await?;
        self.go_on(space).await;
        Ok(())
    }

    /// Reads a home into memory and shows it.
    pub(super) async fn show(&self, space: SpaceId) -> Result<(), StoreError> {
        let replica = self.read(space).await?;
        self.desk.library.show(&replica);
        self.show_counts(&replica);
        *self.open.borrow_mut() = Some((space, replica));
        self.desk.space.set(Some(space));
        self.desk.decisions.set(0);
        Ok(())
    }

    /// Notes which home is open, and tells the machine how it stands.
    pub(super) async fn go_on(self: &Rc<Self>, space: SpaceId) {
        // On a full device the next start may open another home first.
        let _ = self.device.set_note("space", Some(&space.to_string())).await;
        if self.entry(space).is_some_and(|entry| entry.joined) {
            let opened = self.open.borrow().as_ref().map(|(space, replica)| opened(*space, replica));
            opened.into_iter().for_each(|opened| self.happen(opened));
        }
    }

    /// A space as the store holds it.
    pub(super) async fn read(&self, space: SpaceId) -> Result<Replica, StoreError> {
        let (replica, unreadable) = Replica::from_opened(self.device.open(space).await?, space);
        for error in &unreadable {
            leptos::logging::warn!("a segment of {space} cannot be read: {error}");
        }
        let mut clock = self.clock.borrow_mut();
        replica.each(&mut |record| clock.observe(record.latest()));
        drop(clock);
        Ok(replica)
    }

    /// Takes note of stamps made elsewhere, so that what this device writes next is later than all it has seen.
    pub(super) fn observe(&self, records: &[model::Record]) {
        let mut clock = self.clock.borrow_mut();
        records.iter().for_each(|record| clock.observe(record.latest()));
    }

    /// Notes a home, new or changed.
    pub async fn note_home(&self, entry: SpaceEntry) -> Result<(), StoreError> {
        self.device.put_space(&entry).await?;
        self.desk.homes.update(|homes| match homes.iter_mut().find(|home| home.space == entry.space) {
            Some(home) => *home = entry,
            None => homes.push(entry),
        });
        Ok(())
    }
}

/// What the machine is told of a space that was read from the store.
pub(super) fn opened(space: SpaceId, replica: &Replica) -> Event {
    Event::Opened { space, cursor: replica.cursor(), unsent: replica.unsent(), have: replica.have() }
}
