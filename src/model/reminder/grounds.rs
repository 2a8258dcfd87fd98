//! From which records of a home it follows what falls due: few of many, so that a change is worked out anew from those alone.

use crate::certificate::Certificate;
use crate::claim::Claim;
use crate::deferral::Deferral;
use crate::entry::Entry;
use crate::id::RecordId;
use crate::letter::Letter;
use crate::property::Property;
use crate::reading::Reading;
use crate::record::Record;
use crate::system::System;
use crate::task::Task;
use crate::warranty::Warranty;
use crate::withdrawal::Withdrawal;

/// Which rules [`due`](super::due) and [`grounds`] go by: a higher number whenever either makes something else of the same records, so that what was
/// kept by earlier ones is worked out anew.
pub const RULES: i64 = 1;

/// Kinds of which every record counts.
const KINDS: [&str; 9] = [
    Task::KIND,
    System::KIND,
    Reading::KIND,
    Deferral::KIND,
    Withdrawal::KIND,
    Warranty::KIND,
    Claim::KIND,
    Certificate::KIND,
    Property::KIND,
];

/// The records that have to be known for what follows from this one: itself, and what it corrects or begins with. None if nothing that falls due follows
/// from it.
///
/// What falls due in a home follows from the grounds of all its records as from the records themselves.
pub fn grounds(record: &Record) -> Vec<RecordId> {
    if record.kind == Entry::KIND {
        return of_entry(record);
    }
    if !KINDS.contains(&record.kind.as_str()) {
        return Vec::new();
    }
    let is_warranty = record.kind == Warranty::KIND;
    let repair = is_warranty.then(|| record.body.read::<Warranty>().ok()?.repair).flatten();
    [Some(record.id), repair].into_iter().flatten().collect()
}

/// Most entries tell of what nobody planned, and are not even read. One that corrects another may say that the other completed no task.
fn of_entry(record: &Record) -> Vec<RecordId> {
    let text = record.body.text();
    if !text.contains("\"completes\"") && !text.contains("\"amends\"") {
        return Vec::new();
    }
    let Ok(entry) = record.body.read::<Entry>() else { return Vec::new() };
    let own = (entry.completes.is_some() || entry.amends.is_some()).then_some(record.id);
    [own, entry.amends].into_iter().flatten().collect()
}
