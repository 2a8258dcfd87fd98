//! DumbAssets: its export, its template, and the folder in which it keeps everything.

use crate::column::{Rows, Target};
use crate::draft::Draft;
use crate::form::Form;
use crate::gather::Gather;
use crate::row::round::{Unit, recurrence};
use crate::row::thing::Ident;
use crate::row::{Row, entry, task};
use crate::talk::DateOrder;
use crate::text::fold;
use crate::value::date::{self, Read};
use model::entry::EntryType;
use model::recurrence::Basis;
use std::borrow::Cow;
use words::place::Import;

/// The whole export: assets, their components, and components of those.
pub(crate) const EXPORT: Form = Form {
    format: "dumbassets",
    name: "export",
    must: &["name", "warrantyscope", "warrantyexpiration", "maintenanceevents"],
    targets: &[
        ("id", Target::Id),
        ("name", Target::Name),
        ("manufacturer", Target::Make),
        ("modelnumber", Target::Model),
        ("serialnumber", Target::Serial),
        ("purchasedate", Target::Bought),
        ("purchaseprice", Target::Price),
        ("currency", Target::Currency),
        ("location", Target::Zone),
        ("notes", Target::Notes),
        ("warrantyscope", Target::WarrantyScope),
        ("warrantyexpiration", Target::WarrantyEnds),
        ("warrantylifetime", Target::WarrantyLifetime),
        ("secondarywarrantyscope", Target::SecondScope),
        ("secondarywarrantyexpiration", Target::SecondEnds),
        ("secondarywarrantylifetime", Target::SecondLifetime),
        ("maintenanceevents", Target::Events),
        ("photopath", Target::Photo),
        ("receiptpath", Target::Receipt),
        ("manualpath", Target::Manual),
        ("parentid", Target::Parent),
        ("parentsubid", Target::Parent),
    ],
    rows: Some(Rows::Auto),
    tidy,
    after: Some(events_of),
    ..Form::TABLE
};

/// The template for its import.
pub(crate) const TEMPLATE: Form = Form {
    format: "dumbassets",
    name: "template",
    must: &["name", "warranty", "warrantyexpiration", "secondarywarranty"],
    targets: &[
        ("name", Target::Name),
        ("manufacturer", Target::Make),
        ("model", Target::Model),
        ("serial", Target::Serial),
        ("purchasedate", Target::Bought),
        ("purchaseprice", Target::Price),
        ("notes", Target::Notes),
        ("warranty", Target::WarrantyScope),
        ("warrantyexpiration", Target::WarrantyEnds),
        ("lifetime", Target::WarrantyLifetime),
        ("secondarywarranty", Target::SecondScope),
        ("secondarywarrantyexpiration", Target::SecondEnds),
        ("quantity", Target::Quantity),
    ],
    rows: Some(Rows::Auto),
    tidy,
    ..Form::TABLE
};

/// A row's sort is told by what it is a part of, and of two parents the nearer counts.
fn tidy(row: &mut Row<'_>, words: &'static Import) {
    let parents = row.cells.iter().filter(|cell| cell.target == Target::Parent).count();
    let mut farther = parents.saturating_sub(1);
    row.cells.retain(|cell| {
        let is_sort = cell.label == "Type" && matches!(&*fold(&cell.text), "asset" | "component" | "subcomponent");
        let is_far = cell.target == Target::Parent && farther > 0;
        farther -= usize::from(is_far);
        !is_sort && !is_far
    });
    for cell in row.cells.iter_mut().filter(|cell| cell.target == Target::Note) {
        match &*cell.label {
            "URL" => cell.label = Cow::Borrowed(words.labels.link),
            "Tags" => cell.text = Cow::Owned(cell.text.replace("; ", ", ")),
            _ => {}
        }
    }
}

/// An event as it is told of a thing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) every: String,
    /// When it is due next.
    pub(crate) next: String,
    /// The one day of an event that does not come again.
    pub(crate) day: String,
    pub(crate) notes: String,
}

/// Reads the cell in which all events stand: `Name (Every 6 Months) - Next: 2025-01-01 - Notes: …; Name - Date: 2024-05-01`.
fn events_of(row: &Row<'_>, ident: &Ident, to: &mut Gather<'_>) {
    let Some(cell) = row.cells.iter().find(|cell| cell.target == Target::Events) else { return };
    let mut left = Draft::new(ident.kind(), row.place());
    for event in events(&cell.text) {
        match event {
            Ok(event) => write(&event, row.file, row.number, ident, to),
            // What is no event is not lost: it stands with the thing itself.
            Err(text) => left.note(&cell.label, &text),
        }
    }
    if left.has_notes() {
        left.add_notes(to, &ident.key);
    }
}

/// The events of a text. A note may hold what separates events: what does not look like one belongs to the one before.
fn events(text: &str) -> Vec<Result<Event, String>> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split("; ") {
        let is_event = [" (Every ", " - Next: ", " - Date: "].iter().any(|mark| part.contains(mark));
        match parts.last_mut() {
            Some(before) if !is_event => before.extend(["; ", part]),
            _ => parts.push(part.to_owned()),
        }
    }
    parts.iter().filter(|part| !part.trim().is_empty()).map(|part| event(part).ok_or_else(|| part.clone())).collect()
}

fn event(text: &str) -> Option<Event> {
    let mut event = Event::default();
    let (text, notes) = text.split_once(" - Notes: ").unwrap_or((text, ""));
    event.notes = notes.to_owned();
    let (text, next) = text.split_once(" - Next: ").unwrap_or((text, ""));
    event.next = next.to_owned();
    let (text, day) = text.split_once(" - Date: ").unwrap_or((text, ""));
    event.day = day.to_owned();
    let (name, every) = text.rsplit_once(" (Every ").unwrap_or((text, ""));
    event.every = every.trim_end_matches(')').to_owned();
    event.name = name.trim().to_owned();
    let told = !event.every.is_empty() || !event.next.is_empty() || !event.day.is_empty();
    (told && !event.name.is_empty()).then_some(event)
}

/// Writes an event of a thing: a task for the day on which it is due, or an entry if that day was before this year.
pub(crate) fn write(event: &Event, file: &str, number: u32, ident: &Ident, to: &mut Gather<'_>) {
    let words = to.settings.words.import();
    let mut row = Row::new(file, number);
    row.push(Target::Title, words.targets.title, event.name.as_str());
    row.push(Target::Id, "", format!("{}/{}/{}", ident.key, event.name, event.day));
    row.push(Target::Notes, words.targets.notes, event.notes.as_str());
    row.push(Target::System, words.targets.system, ident.name.as_str());
    if let Some((number, unit)) = event.every.split_once(' ') {
        let number = crate::value::number::whole(number);
        row.recurrence = number.zip(Unit::of(unit)).and_then(|(every, unit)| recurrence(every, unit, Basis::Plan));
        let every = number.map(|number| (words.every)(number, &unit.to_lowercase()));
        row.push(Target::Note, words.labels.repeats, every.unwrap_or_else(|| event.every.clone()));
    } else {
        row.push(Target::Note, words.labels.repeats, event.every.as_str());
    }
    let day = if event.day.is_empty() { &event.next } else { &event.day };
    let year_now = to.settings.today.year();
    let read = date::read(day, DateOrder::DayFirst, year_now + Target::Due.years_ahead());
    let is_past = !event.day.is_empty() && matches!(read, Read::Is(day) if day.year() < year_now);
    if is_past || !matches!(read, Read::Is(_)) {
        row.push(Target::When, words.targets.when, day.as_str());
        entry::read(row, Some(if is_past { EntryType::Service } else { EntryType::Note }), to);
    } else {
        row.push(Target::Due, words.targets.due, day.as_str());
        task::read(row, to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_taken_apart_even_where_notes_hold_what_separates_them() {
        let text =
            "Descale (Every 6 Months) - Next: 2026-12-01 - Notes: vinegar; rinse; Anode - Date: 2024-05-01; ; odd";
        let found = events(text);
        let told: Vec<_> = found
            .iter()
            .map(|event| {
                event.as_ref().map(|event| [&*event.name, &event.every, &event.next, &event.day, &event.notes])
            })
            .collect();
        assert_eq!(
            told,
            [
                Ok(["Descale", "6 Months", "2026-12-01", "", "vinegar; rinse"]),
                Ok(["Anode", "", "", "2024-05-01; ; odd", ""])
            ]
        );
        assert_eq!(events("looked at"), [Err("looked at".to_owned())]);
    }
}
