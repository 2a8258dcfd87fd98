//! The servers that tests talk to. Each is started on a free port, ends with the runner, and leaves nothing behind.

mod mail;
mod postgres;

use std::net::TcpListener;
use std::process::Command;

use anyhow::Result;
pub(crate) use mail::Mail;
pub(crate) use postgres::Postgres;

/// A port of this machine that was free a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A command that is told to end when the runner ends, however it ends.
pub(crate) fn tied(program: &std::path::Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]).arg(program);
    command
}
