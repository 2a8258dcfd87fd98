//! Installs what a command needs and does not find: the Wasm target and npm packages.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::run::{exists, output, run};

/// The target the browser crates are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the Wasm target to the toolchain.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).exists() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("the Rust target {WASM} is missing; install it by hand if there is no rustup"))
}

/// Installs the npm packages of a folder, exactly as its lock file has them.
pub(crate) fn npm_packages(folder: &Path) -> Result<()> {
    ensure!(exists("npm"), "npm is missing: install Node.js 20 or later");
    let locked = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.package-lock.json");
    let modified = |path: &Path| path.metadata().and_then(|data| data.modified());
    // npm writes the second file last, so an interrupted installation is repeated.
    if let (Ok(installed), Ok(locked)) = (modified(&installed), modified(&locked))
        && installed >= locked
    {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    // Browser tests use the system's Chromium.
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}
