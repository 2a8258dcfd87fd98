//! `codessa`: the server of the app and its API.

use std::net::SocketAddr;
use std::path::PathBuf;

use api::site::{self, Site};
use clap::{Parser, Subcommand};

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
    Serve {
        /// The address to listen on
        #[arg(long, env = "CODESSA_LISTEN", default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// A folder with the app's files, instead of those in this binary
        #[arg(long, env = "CODESSA_SITE")]
        site: Option<PathBuf>,
        /// A folder with the files of earlier releases, for browsers that still have one open
        #[arg(long, env = "CODESSA_SITE_EXTRA")]
        site_extra: Option<PathBuf>,
    },
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let Command::Serve { listen, site, site_extra } = Codessa::parse().command;
    let folders = site.into_iter().chain(site_extra).collect();
    let listener = tokio::net::TcpListener::bind(listen).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, site::router(Site { folders, https: false })).await
}
