//! Homebox: the table of all items and locations, in its newer and older form.

use crate::column::{Rows, Target};
use crate::form::Form;
use crate::row::Row;
use crate::talk::{DateOrder, Decimal};
use std::borrow::Cow;
use words::place::Import;

/// Items and locations.
pub(crate) const ITEM: Form = Form {
    format: "homebox",
    name: "item",
    must: &["hbname"],
    targets: &[
        ("hbname", Target::Name),
        ("hbimportref", Target::Id),
        ("hbparentimportref", Target::Parent),
        ("hburl", Target::Note),
        ("hbdescription", Target::Notes),
        ("hbnotes", Target::Notes),
        ("hbpurchasefrom", Target::Supplier),
        ("hbpurchasedate", Target::Bought),
        ("hbpurchasetime", Target::Bought),
        ("hbpurchaseprice", Target::Price),
        ("hbmanufacturer", Target::Make),
        ("hbmodelnumber", Target::Model),
        ("hbserialnumber", Target::Serial),
        ("hbquantity", Target::Quantity),
        ("hblocation", Target::Zone),
        ("hbwarrantyexpires", Target::WarrantyEnds),
        ("hbwarrantydetails", Target::WarrantyScope),
        ("hblifetimewarranty", Target::WarrantyLifetime),
        ("hbarchived", Target::Flag),
        ("hbinsured", Target::Flag),
    ],
    rows: Some(Rows::Auto),
    dates: Some(DateOrder::MonthFirst),
    decimal: Some(Decimal::Point),
    is_mixed: true,
    other: |row| address(row).filter(|(sort, _)| *sort == "location").map(|_| Rows::Zone),
    tidy,
    ..Form::TABLE
};

/// The address of a row's page: whether it is an `item` or a `location`, and its number.
fn address<'a>(row: &'a Row<'_>) -> Option<(&'static str, &'a str)> {
    let url = row.cells.iter().find(|cell| cell.label == "Url" && !cell.text.is_empty())?;
    let after = |sort: &'static str, mark: &str| {
        let (_, rest) = url.text.split_once(mark)?;
        let id = rest.split(['/', '?', '#']).next().filter(|id| id.len() >= 8)?;
        Some((sort, id))
    };
    after("item", "/item/").or_else(|| after("location", "/location/"))
}

fn tidy(row: &mut Row<'_>, words: &'static Import) {
    if let Some((sort, id)) = address(row).map(|(sort, id)| (sort, id.to_owned())) {
        if row.peek(Target::Id).is_none() {
            row.push(Target::Id, "", id);
        }
        if sort == "location" {
            zone(row);
        }
    }
    let is_zone = address(row).is_some_and(|(sort, _)| sort == "location");
    for cell in &mut row.cells {
        let nothing = match cell.target {
            Target::Price => cell.text.bytes().all(|byte| matches!(byte, b'0' | b'.')),
            Target::Note if cell.label == "Asset id" => cell.text.bytes().all(|byte| matches!(byte, b'0' | b'-')),
            Target::Note if cell.label == "Sold price" => cell.text.bytes().all(|byte| matches!(byte, b'0' | b'.')),
            Target::Note if cell.label.starts_with("Sold ") => cell.text.starts_with("0001-01-01"),
            Target::Quantity | Target::WarrantyLifetime | Target::WarrantyEnds if is_zone => {
                matches!(&*cell.text, "0" | "1" | "false") || cell.text.starts_with("0001-01-01")
            }
            _ => false,
        };
        if nothing {
            cell.text = Cow::Borrowed("");
        } else if cell.target == Target::Zone {
            cell.text = Cow::Owned(cell.text.split('/').map(str::trim).collect::<Vec<_>>().join(" / "));
        } else if let Some(label) = label(&cell.label, words) {
            cell.label = Cow::Borrowed(label);
        }
        if cell.label == words.labels.tags {
            cell.text = Cow::Owned(cell.text.split(';').map(str::trim).collect::<Vec<_>>().join(", "));
        }
    }
}

/// A location's own row: it lies where its path says, and its path may end with itself.
fn zone(row: &mut Row<'_>) {
    let name = row.peek(Target::Name).unwrap_or_default().to_owned();
    let Some(path) = row.take(Target::Zone) else { return };
    let mut above: Vec<&str> = path.text.split('/').map(str::trim).filter(|part| !part.is_empty()).collect();
    if above.last() == Some(&name.as_str()) {
        above.pop();
    }
    row.take(Target::Parent);
    row.push(Target::Parent, path.label, above.join(" / "));
}

/// What notes call a field, by Homebox's name for it.
pub(super) fn label(label: &str, words: &'static Import) -> Option<&'static str> {
    let labels = &words.labels;
    Some(match label {
        "Url" => labels.link,
        "Tags" | "Labels" => labels.tags,
        "Asset id" => labels.asset_number,
        "Sold to" => labels.sold_to,
        "Sold date" | "Sold time" => labels.sold_on,
        "Sold price" => labels.sold_for,
        "Sold notes" => labels.sold_notes,
        "Warranty details" => labels.warranty_details,
        "Insured" => labels.insured,
        "Archived" => labels.archived,
        _ => return None,
    })
}
