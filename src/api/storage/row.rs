//! Reading columns: text and whole numbers become the types that they stand for.

use crate::error::Error;
use std::fmt::Display;
use std::str::FromStr;

/// Text of a column as the type that was written there.
pub(super) fn parsed<T: FromStr<Err: Display>>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|error| Error::broken(format!("the database holds what cannot be read: {error}")))
}

/// A number of a column that was never negative.
pub(super) fn counted(number: i64) -> u64 {
    number.max(0).cast_unsigned()
}
