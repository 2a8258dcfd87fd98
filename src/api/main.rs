//! `codessa`: the server of the app and its API, and what its keeper needs.

use api::app::App;
use api::clock::Clock;
use api::config::{Config, Flags, LogFormat};
use api::{border, router};
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
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
}

#[tokio::main]
async fn main() -> ExitCode {
    let Command::Serve(flags) = Codessa::parse().command;
    start_log(&flags.log, flags.log_format);
    match serve(*flags).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error, "the server ends");
            ExitCode::FAILURE
        }
    }
}

fn start_log(filter: &str, format: LogFormat) {
    let log = tracing_subscriber::fmt().with_env_filter(EnvFilter::new(filter)).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}

/// Serves until it is told to stop, or until what it acknowledges can no longer be kept.
async fn serve(flags: Flags) -> Result<(), String> {
    let listen = flags.listen;
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("{listen}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let config = Config::from_flags(flags, address.port());
    let origin = config.origin.clone();
    let app = App::open(config, Clock::System).await.map_err(|error| format!("{error:?}"))?;
    println!("listening on http://{address} for {origin}");
    tokio::spawn(stop_on_signal(app.stop.clone()));
    let outcome = tokio::select! {
        () = border::serve(listener, router::router(app.clone()), app.stop.clone()) => Ok(()),
        () = app.storage.broken() => Err("a commit failed, so nothing more can be promised".to_owned()),
    };
    app.close().await;
    outcome
}

/// Waits for the wish to stop: from a terminal or from whatever supervises the process.
async fn stop_on_signal(stop: CancellationToken) {
    let interrupted = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
        }
        Err(_) => drop(interrupted.await),
    }
    tracing::info!("stopping");
    stop.cancel();
}
