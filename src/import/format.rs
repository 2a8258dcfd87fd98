//! The formats of other programs, one file each.

pub(crate) mod atlas;
pub(crate) mod dumbassets;
pub(crate) mod homebox;
pub(crate) mod lubelogger;
pub(crate) mod nines;
pub(crate) mod table;
pub(crate) mod warracker;

use crate::form::Form;

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
