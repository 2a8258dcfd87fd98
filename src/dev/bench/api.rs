//! The API on SQLite that waits for the disk, next to Kinto on PostgreSQL, under load from the same two cores.

use std::time::Duration;

use anyhow::Result;

use super::kinto::Kinto;
use super::load::{CONNECTIONS, Load, run};
use super::person::{fill, people};
use super::row::Row;
use super::server::Server;
use super::{Bench, median, memory};

/// Records that are there before the load begins, over all homes.
const RECORDS: u64 = 10_000;
/// How long a server is left alone before its memory is looked at.
const SETTLED: Duration = Duration::from_secs(10);
const PEER: &str = "Kinto";

/// Rows for memory, pushes and pulls.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Row>> {
    let server = Server::start(&bench.binary, "api")?;
    std::thread::sleep(SETTLED);
    let idle_mb = memory::held_mb(server.id())?;
    let mut people = people(&server, CONNECTIONS)?;
    fill(&mut people, RECORDS / CONNECTIONS as u64)?;
    let kinto = Kinto::start()?;
    let mut clients = (0..CONNECTIONS).map(|number| kinto.client(number)).collect::<Result<Vec<_>>>()?;
    for client in &mut clients {
        (0..super::person::PAGE).try_for_each(|_| client.write())?;
    }
    let (mut pushes, mut pulls, mut writes, mut reads) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 1..=bench.rounds {
        pushes.push(run(&mut people, |person| person.push(1))?);
        writes.push(run(&mut clients, super::kinto::Client::write)?);
        pulls.push(run(&mut people, super::person::Person::pull)?);
        reads.push(run(&mut clients, super::kinto::Client::read)?);
        let last = round - 1;
        println!(
            "round {round}: push {}, pull {}; {PEER}: {}, {}",
            pushes[last], pulls[last], writes[last], reads[last]
        );
    }
    let per_second = |loads: &[Load]| median(loads.iter().map(|load| load.per_second).collect());
    let p99_ms = |loads: &[Load]| median(loads.iter().map(|load| load.p99_ms).collect());
    Ok(vec![
        Row::new("API: durable pushes of one edit at 64 connections, a second", per_second(&pushes))
            .beside(PEER, per_second(&writes))
            .at_least(3_000.0),
        Row::new("API: push, 99 of 100 within, ms", p99_ms(&pushes)).beside(PEER, p99_ms(&writes)).at_most(60.0),
        Row::new("API: pulls of ten records at 64 connections, a second", per_second(&pulls))
            .beside(PEER, per_second(&reads))
            .at_least(5_000.0),
        Row::new("API: pull, 99 of 100 within, ms", p99_ms(&pulls)).beside(PEER, p99_ms(&reads)),
        Row::new("API: memory when idle, MB", idle_mb).at_most(40.0),
        Row::new("API: memory under that load, at most, MB", memory::held_at_most_mb(server.id())?).at_most(300.0),
    ])
}
