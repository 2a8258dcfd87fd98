//! What becomes of a fault: a task, or an entry that settles it.

use super::{Trouble, record};
use crate::data::Standing;
use crate::desk::Desk;
use model::canonical::normal;
use model::entry::{Entry, EntryType};
use model::task::Task;
use model::{Date, PartialDate, RecordId};

/// Makes a task of a fault. Its photos stay with the fault, which the task names.
pub async fn make_task(desk: Desk, fault: &Standing<Entry>, due: Option<Date>) -> Result<RecordId, Trouble> {
    let Entry { title, systems, .. } = fault.letter.clone();
    let fault = Some(fault.root);
    record::add(desk, &Task { title, due, systems, fault, ..Task::default() }).await
}

/// Settles a fault without work: an entry that says why.
pub async fn settle(desk: Desk, fault: &Standing<Entry>, reason: &str) -> Result<RecordId, Trouble> {
    let Entry { title, systems, zones, .. } = fault.letter.clone();
    let entry = Entry {
        sort: EntryType::Note,
        title: (desk.words().faults().settle_title)(&title),
        when: Some(PartialDate::day(desk.today())),
        systems,
        zones,
        settles: Some(fault.root),
        notes: normal(reason),
        ..Entry::default()
    };
    record::add(desk, &entry).await
}
