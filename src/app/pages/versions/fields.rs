//! An entry as names and values, so that two versions can be laid beside one another.

use crate::desk::Desk;
use model::contact::Contact;
use model::entry::Entry;
use model::system::System;
use model::task::Task;
use model::zone::Zone;
use model::{Money, RecordId};

/// A field: its name, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name.
    pub name: &'static str,
    /// What it says; empty for nothing.
    pub value: String,
}

/// Every field that an entry can have, in the same order for all of them.
pub fn fields(desk: Desk, entry: &Entry) -> Vec<Field> {
    let words = desk.words();
    let (said, both) = (words.entry(), words.versions());
    let money = |money: &Option<Money>| money.as_ref().map(|money| words.money(money)).unwrap_or_default();
    let contact = entry.contact.and_then(|id| desk.library.find::<Contact>(id));
    let parts = entry.parts.iter().map(|part| {
        let name = if part.number.is_empty() {
            part.name.clone()
        } else {
            format!("{} {}", part.name, (said.part_number)(&part.number))
        };
        (both.part)(&words.number(part.quantity), &name)
    });
    let files =
        entry.files.iter().map(|file| if file.caption.is_empty() { file.name.clone() } else { file.caption.clone() });
    let alters = entry.alters.map(|alters| if alters { said.altered } else { said.unaltered });
    let settles = entry.settles.and_then(|id| desk.library.entry(id)).map(|fault| fault.letter.title.clone());
    let completes = entry.completes.and_then(|id| desk.library.find::<Task>(id)).map(|task| task.letter.title.clone());
    [
        (both.what, entry.title.clone()),
        (both.kind, (words.choice().entry)(entry.sort).to_owned()),
        (said.when, entry.when.map(|when| words.date(when)).unwrap_or_default()),
        (
            said.systems,
            named(&entry.systems, |id| desk.library.find::<System>(id).map(|system| system.letter.name.clone())),
        ),
        (said.zones, named(&entry.zones, |id| desk.library.find::<Zone>(id).map(|zone| zone.letter.name.clone()))),
        (said.done_by, contact.map_or_else(|| entry.done_by.clone(), |contact| contact.letter.name.clone())),
        (
            said.severity,
            entry.severity.map(|severity| (words.choice().severity)(severity).to_owned()).unwrap_or_default(),
        ),
        (said.settles, settles.unwrap_or_default()),
        (said.task, completes.unwrap_or_default()),
        (said.alters, alters.unwrap_or_default().to_owned()),
        (said.total, money(&entry.cost)),
        (said.labour, money(&entry.labour)),
        (said.parts_cost, money(&entry.parts_cost)),
        (said.parts, parts.collect::<Vec<_>>().join(", ")),
        (said.notes, entry.notes.clone()),
        (both.files, files.collect::<Vec<_>>().join(", ")),
    ]
    .into_iter()
    .map(|(name, value)| Field { name, value })
    .collect()
}

fn named(ids: &[RecordId], name: impl Fn(RecordId) -> Option<String>) -> String {
    ids.iter().filter_map(|id| name(*id)).collect::<Vec<_>>().join(", ")
}
