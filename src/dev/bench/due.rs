//! What is due in thousands of homes, worked out by the rules that the server goes by: of records that are there, and of homes in SQLite.

use anyhow::{Result, ensure};

use super::row::Row;
use crate::run::{cargo, output};

/// The rows, as the rules and the storage print them from a release build.
pub(super) fn measure() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (package, example) in [("model", "due_list"), ("api", "kept_due_list")] {
        let printed = output(&mut cargo(["run", "--quiet", "--release", "-p", package, "--example", example]))?;
        let own = Row::all_in(&printed);
        ensure!(!own.is_empty(), "the measurement of what is due in {package} printed nothing");
        rows.extend(own);
    }
    Ok(rows)
}
