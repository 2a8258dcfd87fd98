//! Installs what a command needs and does not find: the Wasm target, npm packages, Debian packages, a Python tool.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::place;
use crate::run::{find, output, run};

/// The target the browser crates are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the Wasm target to the toolchain.
pub(crate) fn wasm_target() -> Result<()> {
    part_of_toolchain(WASM, &["target", "add", WASM])
}

/// Adds the sources of the standard library to the toolchain, to compile it as small as the app.
pub(crate) fn rust_sources() -> Result<()> {
    part_of_toolchain("src/rust/library", &["component", "add", "rust-src"])
}

/// A nightly toolchain, for what leads a fuzzer by coverage.
pub(crate) fn nightly() -> Result<()> {
    if output(Command::new("rustup").args(["toolchain", "list"]))?.lines().any(|line| line.starts_with("nightly")) {
        return Ok(());
    }
    run(Command::new("rustup").args(["toolchain", "install", "nightly", "--profile", "minimal"]))
}

/// Has rustup add what is missing at a place in the toolchain.
fn part_of_toolchain(place: &str, rustup: &[&str]) -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(place).exists() {
        return Ok(());
    }
    run(Command::new("rustup").args(rustup)).with_context(|| {
        format!("the toolchain lacks {place}, and `rustup {}` did not add it: do it by hand", rustup.join(" "))
    })
}

/// Installs the npm packages of a folder, exactly as its lock file has them.
pub(crate) fn npm_packages(folder: &Path) -> Result<()> {
    let locked = folder.join("package-lock.json");
    // npm writes this file last, so an interrupted installation is repeated.
    if is_newer(&folder.join("node_modules/.package-lock.json"), &locked) {
        return Ok(());
    }
    ensure!(find(&["npm"]).is_some(), "npm is missing: install Node.js 20 or later");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    // Browser tests use the system's Chromium.
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}

/// Chromium, for browser tests.
pub(crate) fn chromium() -> Result<PathBuf> {
    let find = || find(&["chromium", "chromium-browser", "google-chrome"]);
    installed(find, &["chromium"])
}

/// The driver of Chromium, for tests in Wasm.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    installed(|| find(&["chromedriver"]), &["chromium", "chromium-driver"])
}

/// The folder with PostgreSQL's programs, which Debian keeps out of the path.
pub(crate) fn postgresql() -> Result<PathBuf> {
    let newest = || {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        let programs = versions.flatten().map(|version| version.path().join("bin"));
        programs.filter(|folder| folder.join("initdb").is_file()).max()
    };
    let in_path = || find(&["initdb"]).and_then(|file| Some(file.parent()?.to_path_buf()));
    installed(|| newest().or_else(in_path), &["postgresql"])
}

/// A Python with the packages of the runner's `requirements.txt`.
pub(crate) fn python() -> Result<PathBuf> {
    python_with("python", &place::tools().join("requirements.txt"))
}

/// A Python of this name in the target folder, with these packages.
pub(crate) fn python_with(name: &str, wanted: &Path) -> Result<PathBuf> {
    let folder = place::target().join(name);
    let (python, done) = (folder.join("bin/python"), folder.join("installed"));
    if is_newer(&done, wanted) {
        return Ok(python);
    }
    let make =
        || Command::new("python3").args(["-m", "venv"]).arg(&folder).output().is_ok_and(|made| made.status.success());
    if !make() {
        debian_packages(&["python3", "python3-venv"])?;
        ensure!(make(), "`python3 -m venv` fails though python3-venv is installed");
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    run(pip.arg(wanted))?;
    std::fs::write(done, "")?;
    Ok(python)
}

/// Finds something, after installing Debian packages if need be.
fn installed(find: impl Fn() -> Option<PathBuf>, packages: &[&str]) -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    debian_packages(packages)?;
    find().with_context(|| format!("{} is installed but not to be found", packages.join(", ")))
}

fn debian_packages(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if find(&["apt-get"]).is_none() {
        bail!("this needs {list}, and there is no apt-get to install it with: install it by hand");
    }
    let is_root = output(Command::new("id").arg("-u"))?.trim() == "0";
    if !is_root && find(&["sudo"]).is_none() {
        bail!("this needs {list}, and installing needs root: run `apt-get install {list}` as root");
    }
    println!("installing {list}");
    let apt = || {
        let mut command = Command::new(if is_root { "env" } else { "sudo" });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--yes", "-qq"]);
        command
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "--no-install-recommends"]).args(packages))
}

/// Whether a file is there and at least as new as another.
fn is_newer(file: &Path, than: &Path) -> bool {
    let modified = |path: &Path| path.metadata().and_then(|data| data.modified());
    matches!((modified(file), modified(than)), (Ok(file), Ok(than)) if file >= than)
}
