//! `codessa`: the server of the app and its API, and what its keeper needs.

use api::config::{Config, Flags, LogFormat, without_secrets};
use api::{backup, health, serve};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// The living logbook of a home.
#[derive(Parser)]
#[command(version)]
struct Codessa {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the app and its API
    Serve(Box<Flags>),
    /// Save everything to one file, while the server runs
    Backup(Box<Save>),
    /// Restore what was saved into an empty data folder, after checking all of it
    Restore(Restore),
    /// Ask a running server whether it is well; the exit code says so
    Healthcheck(Box<Flags>),
}

#[derive(Args)]
struct Save {
    #[command(flatten)]
    flags: Flags,
    /// The file to write; it must not be there yet
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Args)]
struct Restore {
    /// The file that was saved
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The data folder to fill
    #[arg(long, env = "CODESSA_DATA", value_name = "CODESSA_DATA", default_value = "./data")]
    data: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    let told = Codessa::try_parse().unwrap_or_else(|error| without_secrets(error).exit());
    match run(told.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("codessa: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), String> {
    match command {
        Command::Serve(flags) => {
            start_log(&flags.log, flags.log_format);
            serve::serve(*flags).await
        }
        Command::Backup(save) => {
            let port = save.flags.listen.port();
            let bytes = backup::save(&Config::from_flags(save.flags, port), &save.out).await;
            let bytes = bytes.map_err(|error| error.to_string())?;
            println!("saved {bytes} bytes to {}", save.out.display());
            Ok(())
        }
        Command::Restore(restore) => {
            let found = backup::restore(&restore.from, &restore.data).await.map_err(|error| error.to_string())?;
            let (spaces, records, revisions) = (found.spaces, found.records, found.revisions);
            println!("restored {spaces} homes, {records} records and {revisions} revisions; every check passed");
            Ok(())
        }
        Command::Healthcheck(flags) => health::ask(flags.listen).await,
    }
}

fn start_log(filter: &str, format: LogFormat) {
    let log = tracing_subscriber::fmt().with_env_filter(EnvFilter::new(filter)).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}
