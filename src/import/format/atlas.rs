//! Atlas CMMS: its tables of assets, locations, preventive maintenance and work orders, which name each other.

use crate::column::{Rows, Target};
use crate::form::Form;
use crate::row::Row;
use crate::row::round::{Unit, recurrence};
use crate::value::number;
use model::entry::EntryType;
use model::recurrence::Basis;
use std::borrow::Cow;
use words::place::Import;

/// Assets.
pub(crate) const ASSET: Form = Form {
    format: "atlas",
    name: "asset",
    must: &["name", "locationname", "parentasset", "warrantyexpirationdate"],
    targets: &[
        ("id", Target::Id),
        ("name", Target::Name),
        ("description", Target::Notes),
        ("archived", Target::Flag),
        ("locationname", Target::Zone),
        ("parentasset", Target::Parent),
        ("category", Target::Sort),
        ("warrantyexpirationdate", Target::WarrantyEnds),
        ("additionalinformation", Target::Notes),
        ("serialnumber", Target::Serial),
        ("model", Target::Model),
        ("manufacturer", Target::Make),
        ("vendors", Target::Supplier),
        ("acquisitioncost", Target::Price),
    ],
    rows: Some(Rows::Auto),
    tidy: |row, _| seconds(row),
    ..Form::TABLE
};

/// Locations.
pub(crate) const LOCATION: Form = Form {
    format: "atlas",
    name: "location",
    must: &["name", "address", "parentlocation"],
    targets: &[("id", Target::Id), ("name", Target::Name), ("parentlocation", Target::Parent)],
    rows: Some(Rows::Zone),
    ..Form::TABLE
};

/// What is to be done again and again: a task for its next day, that says how often.
pub(crate) const PREVENTIVE: Form = Form {
    format: "atlas",
    name: "preventive",
    must: &["startson", "frequency", "recurrencetype"],
    targets: &[
        ("id", Target::Id),
        ("name", Target::Title),
        ("title", Target::Note),
        ("startson", Target::Due),
        ("description", Target::Notes),
        ("assetname", Target::System),
        ("contractors", Target::DoneBy),
        ("requiressignature", Target::Flag),
    ],
    rows: Some(Rows::Task),
    tidy: preventive,
    ..Form::TABLE
};

/// Work orders: what was done, and what is to be.
pub(crate) const WORK_ORDER: Form = Form {
    format: "atlas",
    name: "work",
    must: &["title", "status", "duedate", "completedon"],
    targets: &[
        ("id", Target::Id),
        ("title", Target::Title),
        ("description", Target::Notes),
        ("duedate", Target::Due),
        ("requiressignature", Target::Flag),
        ("archived", Target::Flag),
        ("category", Target::Sort),
        ("locationname", Target::Zone),
        ("assetname", Target::System),
        ("completedby", Target::Note),
        ("completedon", Target::When),
        ("feedback", Target::Notes),
        ("contractors", Target::DoneBy),
    ],
    rows: Some(Rows::Entry),
    entry: Some(EntryType::Service),
    is_mixed: true,
    // What is not completed and has a day is still to be done.
    other: |row| (row.peek(Target::When).is_none() && row.peek(Target::Due).is_some()).then_some(Rows::Task),
    tidy: |row, _| seconds(row),
    ..Form::TABLE
};

/// Joins what tells how often into one line.
fn preventive(row: &mut Row<'_>, words: &'static Import) {
    let said = |row: &Row<'_>, label: &str| {
        let cell = row.cells.iter().find(|cell| cell.label == label);
        cell.map(|cell| cell.text.trim().to_owned()).unwrap_or_default()
    };
    let Some(unit) = Unit::of(&said(row, "Recurrence Type")) else { return };
    let Some(number) = number::whole(&said(row, "Frequency")) else { return };
    let from = if said(row, "Recurrence Based On") == "SCHEDULED_DATE" { Basis::Plan } else { Basis::Done };
    row.recurrence = recurrence(number, unit, from);
    let unit = words.units[unit as usize];
    row.cells.retain(|cell| cell.label != "Frequency" && cell.label != "Recurrence Type");
    row.push(Target::Note, words.labels.repeats, (words.every)(number, unit));
    if row.peek(Target::Title).is_none() {
        for cell in row.cells.iter_mut().filter(|cell| cell.label == "Title") {
            cell.target = Target::Title;
        }
    }
}

/// Only the first contractor or vendor is linked to; all of them stand in the notes.
fn seconds(row: &mut Row<'_>) {
    let mut all = Vec::new();
    for cell in row.cells.iter_mut().filter(|cell| matches!(cell.target, Target::DoneBy | Target::Supplier)) {
        if let Some((first, _)) = cell.text.split_once(',') {
            let first = first.trim().to_owned();
            all.push((cell.label.clone(), std::mem::replace(&mut cell.text, Cow::Owned(first))));
        }
    }
    all.into_iter().for_each(|(label, text)| row.push(Target::Note, label, text));
}
