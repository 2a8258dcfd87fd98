//! What is due in thousands of homes, worked out by the rules that the server goes by.

use anyhow::{Result, ensure};

use super::row::Row;
use crate::run::{cargo, output};

/// Its row, as the rules print it from a release build.
pub(super) fn measure() -> Result<Vec<Row>> {
    let rows =
        Row::all_in(&output(&mut cargo(["run", "--quiet", "--release", "-p", "model", "--example", "due_list"]))?);
    ensure!(!rows.is_empty(), "the measurement of what is due printed nothing");
    Ok(rows)
}
