//! DumbAssets: the two lists in which it keeps everything, `assets.json` and `subAssets.json`.

use super::dumbassets::{Event, write};
use crate::column::{Rows, Target};
use crate::gather::Gather;
use crate::json::{self, List, field, is_true};
use crate::row::{Row, thing};
use model::body::Fields;
use serde_json::Value;

const TARGETS: &[(&str, Target)] = &[
    ("id", Target::Id),
    ("name", Target::Name),
    ("manufacturer", Target::Make),
    ("modelNumber", Target::Model),
    ("serialNumber", Target::Serial),
    ("purchaseDate", Target::Bought),
    ("price", Target::Price),
    ("purchasePrice", Target::Price),
    ("currency", Target::Currency),
    ("location", Target::Zone),
    ("description", Target::Notes),
    ("notes", Target::Notes),
    ("quantity", Target::Quantity),
];

/// What is told otherwise.
const NONE: &[&str] = &[
    "parentId",
    "parentSubId",
    "warranty",
    "secondaryWarranty",
    "maintenanceEvents",
    "photoPath",
    "photoPaths",
    "receiptPath",
    "receiptPaths",
    "manualPath",
    "manualPaths",
    "photoInfo",
    "receiptInfo",
    "manualInfo",
    "createdAt",
    "updatedAt",
];

/// Whether an object is one of DumbAssets.
pub(crate) fn is_asset(fields: &Fields) -> bool {
    let any = ["modelNumber", "maintenanceEvents", "photoPath", "photoPaths", "parentId", "secondaryWarranty"];
    fields.contains_key("id") && fields.contains_key("name") && any.iter().any(|name| fields.contains_key(*name))
}

/// Reads the lists.
pub(crate) fn read(lists: &[&List], to: &mut Gather<'_>) {
    let lists = lists.iter().copied().filter(|list| list.format == "dumbassets");
    let rows: Vec<_> = lists
        .flat_map(|list| list.rows.iter().enumerate().map(move |(at, fields)| (list, at as u32 + 1, fields)))
        .collect();
    let words = to.settings.words.import();
    let made = |at: usize| {
        let (list, number, fields) = rows[at];
        Some(row(list, number, fields, words))
    };
    thing::read(rows.len(), Rows::Auto, to, &made, &mut |at, ident, to| {
        let (list, number, fields) = rows[at];
        let events = fields.get("maintenanceEvents").and_then(Value::as_array).into_iter().flatten();
        for event in events.filter_map(Value::as_object).map(event).filter(|event| !event.name.is_empty()) {
            write(&event, &list.place, number, ident, to);
        }
    });
}

fn row<'a>(list: &'a List, number: u32, fields: &'a Fields, words: &'static words::place::Import) -> Row<'a> {
    let mut row = json::row(&list.place, number, fields, TARGETS, NONE);
    let nearer = field(fields, "parentSubId");
    row.push(Target::Parent, words.labels.part_of, if nearer.is_empty() { field(fields, "parentId") } else { nearer });
    let warranties = [
        ("warranty", [Target::WarrantyScope, Target::WarrantyEnds, Target::WarrantyLifetime]),
        ("secondaryWarranty", [Target::SecondScope, Target::SecondEnds, Target::SecondLifetime]),
    ];
    for (name, [scope, ends, lifetime]) in warranties {
        let Some(warranty) = fields.get(name).and_then(Value::as_object) else { continue };
        row.push(scope, words.targets.warranty_scope, field(warranty, "scope"));
        row.push(ends, words.targets.warranty_ends, field(warranty, "expirationDate"));
        if is_true(warranty, "isLifetime") {
            row.push(lifetime, words.targets.warranty_lifetime, words.yes);
        }
    }
    for (one, many, target, label) in [
        ("photoPath", "photoPaths", Target::Photo, words.targets.photo),
        ("receiptPath", "receiptPaths", Target::Receipt, words.targets.receipt),
        ("manualPath", "manualPaths", Target::Manual, words.targets.manual),
    ] {
        let several = fields.get(many).and_then(Value::as_array).into_iter().flatten().filter_map(json::text);
        let mut paths: Vec<_> = several.collect();
        let single = field(fields, one);
        if !paths.contains(&single) {
            paths.push(single);
        }
        paths.into_iter().for_each(|path| row.push(target, label, path));
    }
    for cell in row.cells.iter_mut().filter(|cell| matches!(&*cell.label, "Link" | "Url")) {
        cell.label = words.labels.link.into();
    }
    row
}

fn event(fields: &Fields) -> Event {
    let every = match (field(fields, "frequency"), field(fields, "frequencyUnit")) {
        (number, unit) if !number.is_empty() => format!("{number} {unit}"),
        _ => String::new(),
    };
    Event {
        name: field(fields, "name").into_owned(),
        every,
        next: field(fields, "nextDueDate").into_owned(),
        day: field(fields, "specificDate").into_owned(),
        notes: field(fields, "notes").into_owned(),
    }
}
