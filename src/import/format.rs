//! The formats of other programs, one file each.

pub(crate) mod homebox;
pub(crate) mod table;

use crate::form::Form;

/// Forms of tables that are known by their headers.
pub(crate) const FORMS: &[&Form] = &[&homebox::ITEM];
