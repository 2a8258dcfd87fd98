//! `cargo dev check`: format, lints, docs, directions of dependency, licences and the types of the browser tests.

mod direction;
mod licence;

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::install::{self, WASM};
use crate::place::{self, BROWSER, NATIVE};
use crate::run::{cargo, packages, run as start};
use crate::step::Steps;

/// What to check.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Only these steps: format, directions, licences, lint, lint-browser, lint-runner, docs, docs-browser, end2end
    #[arg(value_parser = STEPS.map(|(name, _)| name))]
    steps: Vec<String>,
}

type Step = fn() -> Result<()>;

/// All steps; what fails soonest comes first.
const STEPS: [(&str, Step); 9] = [
    ("format", || start(&mut cargo(["fmt", "--all", "--check"]))),
    ("directions", direction::check),
    ("licences", licence::check),
    ("lint", || lint(&NATIVE, &[])),
    ("lint-browser", || lint(&BROWSER, &["--target", WASM])),
    ("lint-runner", || lint(&["dev"], &[])),
    ("docs", || docs(&NATIVE, &[])),
    ("docs-browser", || docs(&BROWSER, &["--target", WASM])),
    ("end2end", end2end),
];

/// Runs the steps that are wished for, or all.
pub(crate) fn run(wishes: &Wishes) -> Result<()> {
    install::wasm_target()?;
    let mut steps = Steps::default();
    for (name, step) in STEPS {
        if wishes.steps.is_empty() || wishes.steps.iter().any(|wish| wish == name) {
            steps.run(name, step);
        }
    }
    steps.close()
}

fn lint(crates: &[&str], target: &[&str]) -> Result<()> {
    let mut clippy = cargo(["clippy", "--all-targets"]);
    clippy.args(packages(crates)).args(target);
    start(clippy.args(["--", "--deny", "warnings"]))
}

fn docs(crates: &[&str], target: &[&str]) -> Result<()> {
    let mut docs = cargo(["doc", "--no-deps"]);
    docs.args(packages(crates)).args(target);
    start(docs.env("RUSTDOCFLAGS", "--deny warnings"))
}

fn end2end() -> Result<()> {
    install::npm_packages(&place::end2end())?;
    // The worker is checked against the types of what it is made of.
    install::npm_packages(&place::tools())?;
    for project in [place::end2end(), place::root().join("public/worker")] {
        let mut tsc = Command::new(place::end2end().join("node_modules/.bin/tsc"));
        start(tsc.args(["--noEmit", "--project"]).arg(project))?;
    }
    Ok(())
}
