//! The task runner: `cargo dev serve | test | check | fuzz | bundle | bench | budget`. Each command installs what it lacks.

mod bench;
mod budget;
mod bundle;
mod check;
mod fuzz;
mod guided;
mod install;
mod picture;
mod place;
mod run;
mod serve;
mod service;
mod step;
mod test;

use std::ffi::OsString;

use anyhow::Result;
use bundle::Mode;
use clap::{Parser, Subcommand};

/// Builds, serves and tests Codessa.
#[derive(Parser)]
#[command(bin_name = "cargo dev")]
struct Dev {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build app and API and start them on http://localhost:8080
    Serve(serve::Wishes),
    /// Pass every test there is, browser tests included
    Test(test::Wishes),
    /// Check format, lints, docs, directions of dependency and licences
    Check(check::Wishes),
    /// Feed what reads strangers' words with what no honest device sends
    Fuzz(fuzz::Wishes),
    /// Build the release binary `codessa` with the app inside it
    Bundle,
    /// Measure speed, size and memory next to peers and limits, and print the table
    Bench(bench::Wishes),
    /// Build the release site and compare its size with the budget
    Budget,
    /// Draw the icons and screenshots in `public`, after their source has changed
    Pictures,
    /// Run one Wasm test binary in a headless browser; called by Cargo
    #[command(hide = true)]
    RunWasmTest {
        /// The binary and what Cargo adds
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

fn main() -> Result<()> {
    match Dev::parse().command {
        Command::Serve(wishes) => serve::run(&wishes),
        Command::Test(wishes) => test::run(&wishes),
        Command::Check(wishes) => check::run(&wishes),
        Command::Fuzz(wishes) => fuzz::run(&wishes),
        Command::Bundle => bundle::binary().map(drop),
        Command::Bench(wishes) => bench::run(&wishes),
        Command::Budget => budget::check(&bundle::site(Mode::Release)?),
        Command::Pictures => picture::draw(),
        Command::RunWasmTest { arguments } => {
            let program = OsString::from("wasm-bindgen-test-runner");
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args([program].into_iter().chain(arguments))
        }
    }
}
