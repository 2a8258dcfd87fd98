//! Work across the units of a scheme: call-outs, programmes, matters put to trustees, vendors.

use super::estate::OwnEstate;
use super::{Change, Trouble, estate, portal};
use crate::browser::{clock, page, random};
use crate::desk::Desk;
use leptos::prelude::*;
use model::estate::approval::Say;
use model::portal::Decision;
use model::portal::back::ids;
use model::scheme::bundle::Together;
use model::scheme::programme::Laid;
use model::scheme::{Bundle, CapitalItem, CapitalJob, Joining, Programme, Slot, VendorJob, Vote};
use model::standing::living;
use model::{Date, Instant, Letter, RecordId, SpaceId};

/// Days before the work by which owners answer.
const ANSWER_DAYS: u32 = 14;

/// A new record; its id.
pub async fn add<T: Letter>(desk: Desk, letter: &T) -> Result<RecordId, Trouble> {
    let id = random::record_id();
    estate::write(desk, vec![Change::new(id, letter)]).await?;
    Ok(id)
}

/// What changed of a record; nothing where nothing did.
pub async fn change<T: Letter>(desk: Desk, id: RecordId, before: &T, after: &T) -> Result<(), Trouble> {
    match Change::between(id, before, after) {
        Some(change) => estate::write(desk, vec![change]).await,
        None => Ok(()),
    }
}

/// Takes a record away.
pub async fn remove<T: Letter>(desk: Desk, id: RecordId) -> Result<(), Trouble> {
    estate::write(desk, vec![Change::mark::<T>(id, true)]).await
}

/// Makes a call-out of what can be done together within `window` days, on which owners can answer.
pub async fn ask(desk: Desk, together: &Together, window: u32) -> Result<RecordId, Trouble> {
    let today = desk.today();
    let by = together.bundle.by;
    let bundle = Bundle {
        title: together.title.clone(),
        key: together.key.clone(),
        sort: together.sort,
        from: Some(by.minus_days(window).max(today)),
        by: Some(by),
        units: together.bundle.units(),
        answer_by: Some(by.minus_days(ANSWER_DAYS).max(today)),
        ..Bundle::default()
    };
    add(desk, &bundle).await
}

/// Notes what an owner answered.
pub async fn answer(
    desk: Desk,
    bundle: RecordId,
    unit: RecordId,
    joins: bool,
    name: String,
) -> Result<RecordId, Trouble> {
    let on = Some(desk.today());
    add(desk, &Joining { bundle: Some(bundle), unit: Some(unit), joins, name, on }).await
}

/// Ends a call-out: the day on which it was done, and the job by which its vendor is judged.
pub async fn finish(desk: Desk, id: RecordId, before: &Bundle, job: &VendorJob) -> Result<(), Trouble> {
    let after = Bundle { done_on: job.finished, ..before.clone() };
    let done = Change::between(id, before, &after);
    estate::write(desk, done.into_iter().chain([Change::new(random::record_id(), job)]).collect()).await
}

/// Writes what makes the slots of a programme say what is planned.
pub async fn lay(desk: Desk, laid: Vec<Laid>) -> Result<(), Trouble> {
    let set = |id, field: &str, value| {
        let fields = [(field.to_owned(), value)].into_iter().collect();
        Change::of::<Slot>(id, fields)
    };
    let change = |one: Laid| match one {
        Laid::New(slot) => Change::new(random::record_id(), &slot),
        Laid::Moved(id, month) => set(id, "month", month.to_string().into()),
        Laid::Gone(id) => set(id, "deleted", true.into()),
    };
    match laid.is_empty() {
        true => Ok(()),
        false => estate::write(desk, laid.into_iter().map(change).collect()).await,
    }
}

/// Notes that a thing of a programme was done.
pub async fn done(desk: Desk, id: RecordId, before: &Slot, on: Date) -> Result<(), Trouble> {
    change(desk, id, before, &Slot { done: Some(on), ..before.clone() }).await
}

/// Votes in one's own name. What one is called there is what the panel calls one, else one's address.
pub async fn vote(desk: Desk, motion: RecordId, say: Say, name: Option<&str>, reason: String) -> Result<(), Trouble> {
    let account = desk.account.get_untracked().ok_or(Trouble::Forbidden)?;
    let name = name.map_or(account.email, str::to_owned);
    let at = Some(Instant(clock::now_ms().cast_signed()));
    add(desk, &Vote { motion: Some(motion), member: Some(account.id), say, name, reason, at }).await.map(drop)
}

/// What a vendor is given, as it stands.
#[derive(Clone, Default)]
pub enum Work {
    /// A call-out.
    Bundle(RecordId, Box<Bundle>),
    /// A programme.
    Programme(RecordId, Programme),
    /// A thing of one.
    Slot(RecordId, Slot),
    /// An item of the maintenance plan.
    Item(RecordId),
    /// It is not there any more.
    #[default]
    Gone,
}

impl Work {
    /// What a record of the scheme is.
    pub fn of(estate: &OwnEstate, id: RecordId) -> Self {
        let Some(record) = estate.records.iter().find(|record| record.id == id) else { return Self::Gone };
        if let Some(bundle) = living::<Bundle>([record]).pop() {
            return Self::Bundle(id, Box::new(bundle.letter));
        }
        if let Some(programme) = living::<Programme>([record]).pop() {
            return Self::Programme(id, programme.letter);
        }
        match living::<Slot>([record]).pop() {
            Some(slot) => Self::Slot(id, slot.letter),
            None if record.kind == CapitalItem::KIND => Self::Item(id),
            None => Self::Gone,
        }
    }
}

/// Approves a quote to the scheme, in the name of who is signed in: its vendor is who does the work.
pub async fn approve(
    desk: Desk,
    deal: SpaceId,
    decision: Decision,
    work: Work,
    vendor: Option<RecordId>,
) -> Result<(), Trouble> {
    let account = desk.account.get_untracked().ok_or(Trouble::Forbidden)?;
    let decided_at = Some(Instant(clock::now_ms().cast_signed()));
    let decision = Decision { name: account.email, device: page::device_name(), decided_at, ..decision };
    portal::write(desk, deal, vec![Change::new(random::record_id(), &decision)]).await?;
    match work {
        Work::Bundle(id, before) => change(desk, id, &*before, &Bundle { vendor, ..(*before).clone() }).await,
        Work::Programme(id, before) => change(desk, id, &before, &Programme { vendor, ..before.clone() }).await,
        Work::Slot(..) | Work::Item(_) | Work::Gone => Ok(()),
    }
}

/// Notes what a vendor finished by a deal, and that what it was asked for is done. Whoever does it, it is one job.
pub async fn take_in(desk: Desk, work: Work, id: RecordId, job: &VendorJob) -> Result<(), Trouble> {
    let done = match work {
        Work::Bundle(id, before) => {
            Change::between(id, &*before, &Bundle { done_on: job.finished, ..(*before).clone() })
        }
        Work::Slot(id, before) => Change::between(id, &before, &Slot { done: job.finished, ..before.clone() }),
        Work::Item(item) => {
            let (cents, reason) = (job.invoiced.or(job.quoted), job.title.clone());
            let told = CapitalJob { item: Some(item), on: job.finished, cents, reason, ..CapitalJob::default() };
            Some(Change::new(ids(id)(), &told))
        }
        Work::Programme(..) | Work::Gone => None,
    };
    estate::write(desk, [Change::new(id, job)].into_iter().chain(done).collect()).await
}
