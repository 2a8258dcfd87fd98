//! Nines: its template of assets.

use crate::column::{Rows, Target};
use crate::form::Form;

/// Assets.
pub(crate) const ASSET: Form = Form {
    format: "nines",
    name: "asset",
    must: &["name", "category", "properties"],
    targets: &[
        ("name", Target::Name),
        ("category", Target::Sort),
        ("zones", Target::Zone),
        ("zone", Target::Zone),
        ("location", Target::Zone),
        ("purchasedate", Target::Bought),
        ("purchaseprice", Target::Price),
        ("price", Target::Price),
        ("manufacturer", Target::Make),
        ("brand", Target::Make),
        ("make", Target::Make),
        ("model", Target::Model),
        ("modelnumber", Target::Model),
        ("serialnumber", Target::Serial),
        ("quantity", Target::Quantity),
        ("vendor", Target::Supplier),
        ("vendors", Target::Supplier),
        ("purchasedfrom", Target::Supplier),
        ("installationdate", Target::Installed),
        ("installdate", Target::Installed),
        ("warrantyexpiration", Target::WarrantyEnds),
        ("warrantyexpirationdate", Target::WarrantyEnds),
        ("warrantyenddate", Target::WarrantyEnds),
        ("notes", Target::Notes),
        ("description", Target::Notes),
    ],
    rows: Some(Rows::Auto),
    ..Form::TABLE
};
