//! The formats of other programs, one file each.

pub(crate) mod atlas;
pub(crate) mod dumbassets;
pub(crate) mod dumbassets_folder;
pub(crate) mod grocy;
pub(crate) mod homebox;
pub(crate) mod homebox_zip;
pub(crate) mod lubelogger;
pub(crate) mod nines;
pub(crate) mod table;
pub(crate) mod warracker;
pub(crate) mod whatsapp;

use crate::form::Form;
use crate::gather::Gather;
use crate::json::List;
use crate::proposal::Place;
use model::body::Fields;

/// Forms of tables that are known by their headers. Of those that share one, the first is meant where the file's name does not say.
pub(crate) const FORMS: &[&Form] = &[
    &homebox::ITEM,
    &warracker::WARRANTY,
    &dumbassets::EXPORT,
    &dumbassets::TEMPLATE,
    &lubelogger::SERVICE,
    &lubelogger::REPAIR,
    &lubelogger::UPGRADE,
    &lubelogger::TAX,
    &lubelogger::SUPPLY,
    &lubelogger::PLAN,
    &lubelogger::EQUIPMENT,
    &atlas::ASSET,
    &atlas::LOCATION,
    &atlas::PREVENTIVE,
    &atlas::WORK_ORDER,
    &nines::ASSET,
];

/// Which list an object is from, by its fields and the name of its file: format and name.
pub(crate) fn list_of(file: &str, fields: &Fields) -> Option<(&'static str, &'static str)> {
    let base = crate::attachment::base(file).split('.').next().unwrap_or_default();
    let is_homebox = |name: &&&str| **name == base && (fields.contains_key("id") || base == "tag_entities");
    let homebox = || homebox_zip::TABLES.iter().find(is_homebox).map(|name| ("homebox", *name));
    let grocy = || grocy::list_of(fields).map(|name| ("grocy", name));
    let dumbassets = || dumbassets_folder::is_asset(fields).then_some(("dumbassets", "assets"));
    homebox().or_else(grocy).or_else(dumbassets)
}

/// Whether the objects of a list become records, not only parts of some.
pub(crate) fn is_record(list: &List) -> bool {
    list.format != "homebox" || matches!(list.name, "entities" | "maintenance_entries")
}

/// Reads the lists of one format.
pub(crate) fn lists(lists: &[&List], to: &mut Gather<'_>) {
    for list in lists {
        for trouble in &list.troubles {
            let at = Place { file: list.place.clone(), row: trouble.row };
            to.problem(&at, trouble.code, "", &trouble.text);
        }
    }
    match lists.first().map(|list| list.format) {
        Some("homebox") => homebox_zip::read(lists, to),
        Some("grocy") => grocy::read(lists, to),
        Some("dumbassets") => dumbassets_folder::read(lists, to),
        _ => {}
    }
}
