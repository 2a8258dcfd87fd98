//! The device's store next to a put loop in the same browser: `src/store/tests/speed.rs`, built as people get it.

use anyhow::{Result, ensure};

use super::row::Row;
use crate::run::output;
use crate::test;

/// Runs the measurements in a headless browser; the rows are what they print.
pub(super) fn measure() -> Result<Vec<Row>> {
    let mut speed = test::in_browser()?;
    speed.args(["--release", "--test", "speed", "--", "--nocapture"]);
    let rows = Row::all_in(&output(&mut speed)?);
    ensure!(!rows.is_empty(), "the measurements of the store printed nothing");
    Ok(rows)
}
