//! `cargo dev test`: every test there is, in steps.

use std::process::Command;

use anyhow::{Result, ensure};
use clap::Args;

use crate::bundle::{self, Manifest, Mode};
use crate::run::{cargo, packages, run as start};
use crate::service::{Mail, Postgres};
use crate::step::Steps;
use crate::{budget, install, place};

/// What to test.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Run what takes too long for every day: more seeds, every page in every size and theme
    #[arg(long)]
    long: bool,
    /// Only these steps: native, runner, store, bundle, typeset, budget, browser
    #[arg(value_parser = STEPS.map(|(name, _)| name))]
    steps: Vec<String>,
}

impl Wishes {
    /// Whether that step is to be run.
    fn has(&self, name: &str) -> bool {
        self.steps.is_empty() || self.steps.iter().any(|wish| wish == name)
    }
}

type Step = fn(&Wishes) -> Result<()>;

/// All steps, in order. The bundle is needed by those after it; it has built what `typeset` needs.
const STEPS: [(&str, Step); 7] = [
    ("native", native),
    ("runner", |_| start(&mut cargo(["test", "--package", "dev"]))),
    ("store", |_| store()),
    ("bundle", |wishes| if wishes.long { bundle::binary() } else { bundle::tested() }.map(drop)),
    ("typeset", |_| start(&mut cargo(["test", "--profile", "typeset", "--package", "typeset"]))),
    ("budget", |_| budget::check(&Manifest::read(Mode::Release)?)),
    ("browser", browser),
];

/// Runs the steps that are wished for, or all.
pub(crate) fn run(wishes: &Wishes) -> Result<()> {
    let mut steps = Steps::default();
    for (name, step) in STEPS {
        if wishes.has(name) {
            steps.run(name, || step(wishes));
        }
    }
    steps.close()
}

/// Tests of the crates that run on this machine, with a real database and a real mail server.
fn native(wishes: &Wishes) -> Result<()> {
    let (postgres, mail) = (Postgres::start()?, Mail::start()?);
    let mut tests = cargo(["test", "--no-fail-fast"]);
    tests.args(packages(&place::NATIVE));
    tests.env("CODESSA_TEST_DATABASE_URL", postgres.url());
    tests.env("CODESSA_TEST_SMTP_URL", mail.url()).env("CODESSA_TEST_SMTP_FOLDER", mail.folder());
    if wishes.has("bundle") {
        // The app is compiled on one core for minutes. Beside the tests, while these are compiled, it costs next to nothing; some of them watch the
        // clock, so they begin after it.
        let app = bundle::begin()?;
        let mut compile = cargo(["test", "--no-run"]);
        start(compile.args(packages(&place::NATIVE)))?;
        // What is wrong with the app the step `bundle` says.
        let _ = app.finish();
    }
    start(with_length(&mut tests, wishes))
}

/// Tests of IndexedDB, compiled to Wasm and run in a headless Chromium by this runner itself.
fn store() -> Result<()> {
    start(&mut in_browser()?)
}

/// Cargo, about to run the store's tests in a browser.
pub(crate) fn in_browser() -> Result<Command> {
    install::wasm_target()?;
    let (chromium, driver) = (install::chromium()?, install::chromedriver()?);
    let settings = place::target().join("webdriver.json");
    // A container has neither the rights for Chromium's sandbox nor a large /dev/shm.
    let options = serde_json::json!({
        "goog:chromeOptions": { "binary": chromium, "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"] }
    });
    std::fs::write(&settings, options.to_string())?;
    let runner = serde_json::json!([std::env::current_exe()?, "run-wasm-test"]);
    let mut tests = cargo(["test", "--package", "store", "--target", install::WASM, "--config"]);
    tests.arg(format!("target.{}.runner={runner}", install::WASM));
    tests.env("CHROMEDRIVER", driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    tests.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    Ok(tests)
}

/// Tests of the built app and the real API in a browser: of the binary that people get, or of the same site and a server that is built sooner.
fn browser(wishes: &Wishes) -> Result<()> {
    let chromium = install::chromium()?;
    install::npm_packages(&place::end2end())?;
    let binary = place::target().join(if wishes.long { "release/codessa" } else { "debug/codessa" });
    ensure!(binary.exists(), "{} is missing: run the step `bundle` first", binary.display());
    let mut tests = Command::new(place::end2end().join("node_modules/.bin/playwright"));
    tests.arg("test").current_dir(place::end2end());
    tests.env("CODESSA_TEST_BINARY", binary).env("CODESSA_TEST_CHROMIUM", chromium);
    if !wishes.long {
        tests.env("CODESSA_SITE", Mode::Release.folder());
    }
    start(with_length(&mut tests, wishes))
}

fn with_length<'a>(tests: &'a mut Command, wishes: &Wishes) -> &'a mut Command {
    if wishes.long { tests.env("CODESSA_TEST_LONG", "1") } else { tests.env_remove("CODESSA_TEST_LONG") }
}
