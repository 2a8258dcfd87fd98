//! The table by which the release binary takes the site in: a Rust expression that lists every file with its bytes.

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::Result;

use super::Mode;
use super::asset::files;

/// Writes the table of the release site and returns its path, for the variable `CODESSA_SITE_TABLE`.
pub(crate) fn write_table() -> Result<PathBuf> {
    let folder = Mode::Release.folder();
    let mut table = String::from("&[\n");
    for file in files(&folder)? {
        let name = file.strip_prefix(&folder)?.to_string_lossy().into_owned();
        // The folder lies beside the table, and paths are read from there.
        writeln!(table, "    ({name:?}, include_bytes!({:?})),", format!("{}/{name}", Mode::Release.name()))?;
    }
    table.push_str("]\n");
    let path = folder.with_extension("rs");
    std::fs::write(&path, table)?;
    Ok(path)
}
