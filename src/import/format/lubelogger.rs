//! LubeLogger: one table for each sort of record. It is made for vehicles, and people keep the equipment of a house in it.

use crate::column::{Rows, Target};
use crate::form::Form;
use crate::row::Row;
use model::entry::EntryType;

/// What events have; which sort they are is only told by the file's name.
const EVENT: Form = Form {
    format: "lubelogger",
    name: "event",
    must: &["date", "description", "cost", "odometer"],
    targets: &[
        ("date", Target::When),
        ("description", Target::Title),
        ("cost", Target::Cost),
        ("notes", Target::Notes),
        ("odometer", Target::Note),
        ("tags", Target::Note),
    ],
    rows: Some(Rows::Entry),
    tidy: |row, _| tidy(row),
    ..Form::TABLE
};

/// Services, and any events whose file does not say of which sort they are.
pub(crate) const SERVICE: Form = Form { name: "service", entry: Some(EntryType::Service), ..EVENT };
/// Repairs.
pub(crate) const REPAIR: Form = Form { name: "repair", entry: Some(EntryType::Repair), ..EVENT };
/// Upgrades.
pub(crate) const UPGRADE: Form = Form { name: "upgrade", entry: Some(EntryType::Installation), ..EVENT };
/// Taxes and fees: a table of that header alone could be anybody's, and is read the same.
pub(crate) const TAX: Form = Form {
    name: "tax",
    must: &["date", "description", "cost", "notes", "tags"],
    only: true,
    entry: Some(EntryType::Note),
    ..EVENT
};

/// Parts and materials that were bought.
pub(crate) const SUPPLY: Form = Form {
    format: "lubelogger",
    name: "supply",
    must: &["date", "partnumber", "partsupplier"],
    targets: &[
        ("date", Target::Bought),
        ("partnumber", Target::Model),
        ("partsupplier", Target::Supplier),
        ("partquantity", Target::Quantity),
        ("description", Target::Name),
        ("notes", Target::Notes),
        ("cost", Target::Price),
        ("tags", Target::Note),
    ],
    rows: Some(Rows::Item),
    ..Form::TABLE
};

/// What is planned. It has no day by which it is due.
pub(crate) const PLAN: Form = Form {
    format: "lubelogger",
    name: "plan",
    must: &["datecreated", "datemodified", "progress"],
    targets: &[
        ("datecreated", Target::When),
        ("datemodified", Target::Note),
        ("description", Target::Title),
        ("notes", Target::Notes),
        ("cost", Target::Cost),
    ],
    rows: Some(Rows::Entry),
    entry: Some(EntryType::Note),
    ..Form::TABLE
};

/// Equipment.
pub(crate) const EQUIPMENT: Form = Form {
    format: "lubelogger",
    name: "equipment",
    must: &["description", "isequipped"],
    targets: &[
        ("description", Target::Name),
        ("notes", Target::Notes),
        ("tags", Target::Note),
        ("isequipped", Target::Flag),
    ],
    rows: Some(Rows::Auto),
    ..Form::TABLE
};

/// An odometer of zero says nothing.
fn tidy(row: &mut Row<'_>) {
    row.cells.retain(|cell| !(cell.label == "Odometer" && cell.text.trim() == "0"));
}
