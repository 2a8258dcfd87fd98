//! `cargo dev pictures`: draws the icons and screenshots that lie in `public`, after their source has changed.

use std::process::Command;

use anyhow::Result;

use crate::{bundle, install, place, run};

/// Builds what is to be seen, and draws.
pub(crate) fn draw() -> Result<()> {
    let chromium = install::chromium()?;
    install::npm_packages(&place::end2end())?;
    let binary = bundle::binary()?;
    let mut playwright = Command::new(place::end2end().join("node_modules/.bin/playwright"));
    playwright.args(["test", "--config", "pictures.config.ts"]).current_dir(place::end2end());
    run::run(playwright.env("CODESSA_TEST_BINARY", binary).env("CODESSA_TEST_CHROMIUM", chromium))
}
