//! Where things are: the workspace, its crates, its target folder and what is built into it.

use std::path::{Path, PathBuf};

/// The crates that are built for this machine, in the order of their dependencies. Commands name them all, so that every
/// command sees the same features of their dependencies and nothing is compiled twice. The runner itself is apart: it is
/// built before any command runs, with the features that it alone needs.
pub(crate) const NATIVE: [&str; 10] =
    ["model", "wire", "sync", "words", "unzip", "import", "archive", "report", "scan", "api"];

/// The crates that are built for the browser.
pub(crate) const BROWSER: [&str; 3] = ["store", "porter", "app"];

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).expect("the runner is two folders below the root").to_path_buf()
}

/// Cargo's target folder, as `CARGO_TARGET_DIR` has it.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder of the runner, which holds its npm tools.
pub(crate) fn tools() -> PathBuf {
    root().join("src/dev")
}

/// A program of the runner's npm tools.
pub(crate) fn npm_program(name: &str) -> PathBuf {
    tools().join("node_modules/.bin").join(name)
}

/// The folder of what is measured, with the npm packages and Python packages of the peers.
pub(crate) fn bench() -> PathBuf {
    tools().join("bench")
}

/// The folder of the browser tests.
pub(crate) fn end2end() -> PathBuf {
    root().join("end2end")
}
