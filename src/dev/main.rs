//! The task runner: `cargo dev serve | test | check | bundle`. Each command installs what it lacks.

mod budget;
mod bundle;
mod install;
mod place;
mod run;

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
    /// Build the release binary `codessa` with the app inside it
    Bundle,
    /// Check the size of the release bundle against its budget
    Budget,
}

fn main() -> Result<()> {
    match Dev::parse().command {
        Command::Bundle => bundle::binary().map(drop),
        Command::Budget => budget::check(&bundle::site(Mode::Release)?),
    }
}
