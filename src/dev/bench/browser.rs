//! What is measured in a real browser: scripts beside this file drive it, and print a row for each measurement.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::Bench;
use super::kinto::Kinto;
use super::row::Row;
use super::server::Server;
use crate::service::{free_port, tied};
use crate::{install, place, run};

/// Rounds of a first sync, whose peers take minutes for each.
const SYNC_ROUNDS_MAX: usize = 3;

/// Opening, searching and scrolling with 10,000 entries on the device.
pub(super) fn measure_app(bench: &Bench) -> Result<Vec<Row>> {
    let server = Server::start(&bench.binary, "app")?;
    rows(script("app.mjs", &server, bench.rounds)?)
}

/// The grid of a scheme of 5,000 units, next to AG Grid Community with the same cells.
pub(super) fn measure_grid(bench: &Bench) -> Result<Vec<Row>> {
    let server = Server::start(&bench.binary, "grid")?;
    rows(script("grid.mjs", &server, bench.rounds)?)
}

/// The dashboard of a scheme, open while certificates change in units of it: `changes` are those, as JSON.
pub(super) fn measure_board(server: &Server, rounds: usize, scheme: &str, changes: &str) -> Result<Vec<Row>> {
    rows(script("board.mjs", server, rounds)?.env("BENCH_SCHEME", scheme).env("BENCH_CHANGES", changes))
}

/// Bringing in 20,000 rows, and a zip of 500 MB.
pub(super) fn measure_carry(bench: &Bench) -> Result<Vec<Row>> {
    let server = Server::start(&bench.binary, "carry")?;
    rows(script("carry.mjs", &server, bench.rounds)?)
}

/// The first sync of 10,000 records, next to PouchDB and kinto.js with their servers.
pub(super) fn measure_sync(bench: &Bench) -> Result<Vec<Row>> {
    install::npm_packages(&place::bench())?;
    let server = Server::start(&bench.binary, "sync")?;
    let (kinto, pouch) = (Kinto::start()?, Pouch::start()?);
    let mut sync = script("sync.mjs", &server, bench.rounds.min(SYNC_ROUNDS_MAX))?;
    rows(sync.env("BENCH_KINTO", kinto.origin()).env("BENCH_POUCH", format!("http://localhost:{}", pouch.port)))
}

/// A script, told where everything is.
fn script(name: &str, server: &Server, rounds: usize) -> Result<Command> {
    install::npm_packages(&place::bench())?;
    let mut node = Command::new("node");
    node.arg(place::bench().join(name)).env("BENCH_ORIGIN", server.origin()).env("BENCH_MAILS", server.mails());
    node.env("BENCH_CHROMIUM", install::chromium()?).env("BENCH_ROUNDS", rounds.to_string());
    node.env("BENCH_FOLDER", place::target().join("bench"));
    Ok(node)
}

fn rows(mut script: impl std::borrow::BorrowMut<Command>) -> Result<Vec<Row>> {
    let output = run::output(script.borrow_mut())?;
    print!("{output}");
    let rows = Row::all_in(&output);
    ensure!(!rows.is_empty(), "the script printed no row");
    Ok(rows)
}

/// PouchDB's server on LevelDB; dropping it stops it and removes its data.
struct Pouch {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Pouch {
    fn start() -> Result<Self> {
        let port = free_port()?;
        let folder = place::target().join("bench").join(format!("pouch-{port}"));
        let node = run::find(&["node"]).context("node is missing: install Node.js 20 or later")?;
        let mut server = tied(&node);
        server.arg(place::bench().join("pouch.mjs")).arg(&folder).arg(port.to_string());
        let process = server.stdout(Stdio::piped()).spawn().context("PouchDB's server cannot be started")?;
        let mut pouch = Self { process, folder, port };
        let said = pouch.process.stdout.take().context("its output is piped")?;
        let listens = BufReader::new(said).lines().map_while(Result::ok).any(|line| line.starts_with("listening"));
        ensure!(listens, "PouchDB's server ended before it listened");
        Ok(pouch)
    }
}

impl Drop for Pouch {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
