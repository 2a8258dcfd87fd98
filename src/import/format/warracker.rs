//! Warracker: its import template, and its exports of both generations.

use crate::column::{Rows, Target};
use crate::form::Form;
use crate::row::Row;
use std::borrow::Cow;
use words::place::Import;

/// Things with their warranties.
pub(crate) const WARRANTY: Form = Form {
    format: "warracker",
    name: "warranty",
    must: &["productname", "purchasedate"],
    targets: &[
        ("productname", Target::Name),
        ("purchasedate", Target::Bought),
        ("expirationdate", Target::WarrantyEnds),
        ("islifetime", Target::WarrantyLifetime),
        ("purchaseprice", Target::Price),
        ("serialnumber", Target::Serial),
        ("modelnumber", Target::Model),
        ("producturl", Target::Note),
        ("tags", Target::Note),
        ("vendor", Target::Supplier),
        ("warrantytype", Target::WarrantyScope),
        ("warrantydurationyears", Target::WarrantyYears),
        ("warrantydurationmonths", Target::WarrantyMonths),
        ("warrantydurationdays", Target::WarrantyDays),
        ("notes", Target::Notes),
    ],
    rows: Some(Rows::Auto),
    tidy,
    ..Form::TABLE
};

/// Lengths of zero say nothing.
fn tidy(row: &mut Row<'_>, words: &'static Import) {
    for cell in &mut row.cells {
        match cell.target {
            Target::WarrantyYears | Target::WarrantyMonths | Target::WarrantyDays if cell.text.trim() == "0" => {
                cell.text = Cow::Borrowed("");
            }
            Target::Note if cell.label == "Product URL" => cell.label = Cow::Borrowed(words.labels.link),
            _ => {}
        }
    }
}
