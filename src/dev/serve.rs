//! `cargo dev serve`: builds app and API and starts them for this machine's browser.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::bundle::{self, Mode};
use crate::service::tied;
use crate::{place, run};

/// How to serve.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Start with a demonstration home, and print how to sign in to it
    #[arg(long)]
    demo: bool,
    /// Serve what people would get: optimised, from one binary
    #[arg(long)]
    release: bool,
}

/// Where the server listens unless `CODESSA_LISTEN` says otherwise.
const LISTEN: &str = "127.0.0.1:8080";

/// Where it keeps its data unless `CODESSA_DATA` says otherwise, in the workspace.
const DATA: &str = "data";

/// Builds, then serves until it is interrupted.
pub(crate) fn run(wishes: &Wishes) -> Result<()> {
    let mut server = if wishes.release { released()? } else { developed()? };
    server.current_dir(place::root());
    if wishes.demo {
        server.arg("--demo");
    }
    let listen = setting(&mut server, "CODESSA_LISTEN", LISTEN);
    let data = setting(&mut server, "CODESSA_DATA", DATA);
    let port = listen.rsplit(':').next().unwrap_or_default();
    println!("\nOpen http://localhost:{port} (data in {data}); stop with Ctrl+C\n");
    run::run(&mut server)
}

fn released() -> Result<Command> {
    let mut server = tied(&bundle::binary()?);
    server.arg("serve");
    Ok(server)
}

fn developed() -> Result<Command> {
    bundle::site(Mode::Dev)?;
    let mut server = tied(&bundle::server()?);
    server.arg("serve").arg("--site").arg(Mode::Dev.folder());
    Ok(server)
}

fn setting(server: &mut Command, name: &str, default: &str) -> String {
    let value = std::env::var(name).unwrap_or_else(|_| default.to_owned());
    server.env(name, &value);
    value
}
