//! What a push and a pull cost in a database of a million records, against one of ten thousand: both servers run at once, in turns.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::load::{CONNECTIONS, run};
use super::person::{Person, fill, people};
use super::row::Row;
use super::server::Server;
use super::{Bench, median, memory};
use crate::run::run as run_program;

const SMALL: u64 = 10_000;
const LARGE: u64 = 1_000_000;
/// How long both servers are left alone once they are filled.
const SETTLED: Duration = Duration::from_secs(10);
/// What an operation may cost more.
const RATIO_MAX: f64 = 1.3;

/// A server with its people.
struct Side {
    server: Server,
    people: Vec<Person>,
}

/// What one operation costs.
#[derive(Clone, Copy)]
struct Cost {
    /// Time, with everybody asking at once.
    time: f64,
    /// Time of the server's processors.
    processor: f64,
}

/// Rows of the ratios.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Row>> {
    let mut small = Side::filled(bench, "small", SMALL)?;
    let mut large = Side::filled(bench, "large", LARGE)?;
    // What filling left to be written would be waited for by whoever writes next.
    run_program(&mut Command::new("sync"))?;
    std::thread::sleep(SETTLED);
    let (mut pushes, mut pulls) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds {
        pushes.push((small.cost(|person| person.push(1))?, large.cost(|person| person.push(1))?));
        pulls.push((small.cost(Person::pull)?, large.cost(Person::pull)?));
    }
    let mut rows = Vec::new();
    for (what, costs) in [("push", pushes), ("pull", pulls)] {
        let ratio = |of: fn(&Cost) -> f64| median(costs.iter().map(|(small, large)| of(large) / of(small)).collect());
        let row = |of, ratio| Row::new(format!("growth: {of} of a {what}, 1,000,000 records to 10,000"), ratio);
        rows.push(row("time", ratio(|cost| cost.time)).at_most(RATIO_MAX));
        rows.push(row("processor time", ratio(|cost| cost.processor)).at_most(RATIO_MAX));
    }
    let held = memory::held_at_most_mb(large.server.id())?;
    rows.push(Row::new("growth: memory with 1,000,000 records, at most, MB", held).at_most(300.0));
    Ok(rows)
}

impl Side {
    /// A server with so many records, in as many homes as there are connections.
    fn filled(bench: &Bench, name: &str, records: u64) -> Result<Self> {
        let began = Instant::now();
        let server = Server::start(&bench.binary, name)?;
        let mut people = people(&server, CONNECTIONS)?;
        fill(&mut people, records / CONNECTIONS as u64)?;
        println!("{records} records written in {:.0} s", began.elapsed().as_secs_f64());
        Ok(Self { server, people })
    }

    fn cost(&mut self, ask: impl Fn(&mut Person) -> Result<()> + Sync) -> Result<Cost> {
        let before = memory::processor_ticks(self.server.id())?;
        let load = run(&mut self.people, ask)?;
        let used = memory::processor_ticks(self.server.id())? - before;
        Ok(Cost { time: 1.0 / load.per_second, processor: used / load.answers })
    }
}
