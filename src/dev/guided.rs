//! `cargo dev fuzz --guided`: readers of files, fed by libFuzzer, which keeps every case that reaches code that none reached before.
//!
//! It needs a nightly compiler, for the counters that LLVM puts into the code, and a C++ compiler for libFuzzer itself: both are fetched if they are missing.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::bundle::files;
use crate::run::run as start;
use crate::step::Steps;
use crate::{install, place};

/// The targets, and from where their first cases come.
pub(crate) const TARGETS: [(&str, &str); 2] =
    [("imports", "src/import/tests/corpus"), ("archives", "src/dev/fuzz/seeds")];

/// What makes LLVM count what was reached, as `cargo-fuzz` asks for it.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
     -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// Bytes of a case at most: above that only time is lost.
const CASE_BYTES_MAX: u32 = 64 * 1024;
/// Seconds that no case may take.
const CASE_S_MAX: u32 = 1;
/// Megabytes that no case may take.
const MEMORY_MB_MAX: u32 = 512;

/// Feeds the targets that are wished for, one after another, each for so many seconds. What breaks one is kept beside its cases, and its path is printed.
pub(crate) fn run(seconds: u64, wished: &[String]) -> Result<()> {
    install::nightly()?;
    let mut steps = Steps::default();
    for (target, seeds) in TARGETS {
        if wished.is_empty() || wished.iter().any(|wish| wish == target) {
            steps.run(target, || feed(target, &place::root().join(seeds), seconds));
        }
    }
    steps.close()
}

fn feed(target: &str, seeds: &Path, seconds: u64) -> Result<()> {
    let host = host()?;
    let folder = place::target().join("fuzz");
    let (cases, first) = (folder.join(target), folder.join(format!("{target}-first")));
    let broken = folder.join(format!("{target}-broken"));
    for made in [&cases, &first, &broken] {
        std::fs::create_dir_all(made).with_context(|| format!("{} cannot be made", made.display()))?;
    }
    // In one folder, each with the byte in front that names the file.
    for (number, file) in files(seeds)?.into_iter().enumerate() {
        let content = std::fs::read(&file)?;
        let case = if target == "imports" { [vec![u8::try_from(number % 8)?], content].concat() } else { content };
        std::fs::write(first.join(number.to_string()), case)?;
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["+nightly", "run", "--release", "--target", &host, "--bin", target]);
    cargo.arg("--manifest-path").arg(place::root().join("src/dev/fuzz/Cargo.toml"));
    cargo.env("RUSTFLAGS", COUNTED).env("CARGO_TARGET_DIR", &folder).env_remove("RUSTUP_TOOLCHAIN");
    let limits = [
        format!("-max_total_time={seconds}"),
        format!("-max_len={CASE_BYTES_MAX}"),
        format!("-timeout={CASE_S_MAX}"),
        format!("-rss_limit_mb={MEMORY_MB_MAX}"),
        format!("-artifact_prefix={}/", broken.display()),
    ];
    cargo.arg("--").args([OsString::from(&cases), OsString::from(&first)]).args(limits);
    start(&mut cargo)
}

/// The name of this machine as the compiler has it: with a target of their own, build scripts are not counted.
fn host() -> Result<String> {
    let told = crate::run::output(Command::new("rustc").arg("-vV"))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned);
    ensure!(host.is_some(), "rustc no longer says which machine it is on");
    Ok(host.expect("it was there a moment ago"))
}
