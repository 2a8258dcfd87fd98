//! A scheme of 5,000 units with 20 systems each: how long it takes from a certificate that changed in one of them until the scheme is told, and until
//! an open dashboard shows it.

use std::fmt::Write;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::browser;
use super::person::Person;
use super::row::Row;
use super::server::Server;
use super::{Bench, letter, median};

const UNITS: usize = 5_000;
const SYSTEMS: usize = 20;
/// Units and logbooks of one request.
const AT_ONCE: usize = 100;
/// Changes that are measured in a round.
const CHANGES: usize = 20;
/// Changes of a round that are waited for at an open dashboard: half of them on a slowed processor.
const SHOWN: usize = 4;
/// A change has to be told within this, milliseconds.
const TOLD_MS_MAX: f64 = 50.0;
/// What has to happen sooner or later.
const PATIENCE: Duration = Duration::from_secs(900);

const STAMP: &str = "019a7aff915f.0001.00000000000000ff";
const SORTS: [&str; 10] = [
    "geyser",
    "distribution_board",
    "roof",
    "gutters",
    "plumbing",
    "gate_motor",
    "gas_installation",
    "smoke_detector",
    "alarm",
    "oven",
];

/// A unit, its home and the certificate in it.
struct Unit {
    id: String,
    home: String,
    certificate: String,
}

impl Unit {
    fn told(&self) -> String {
        format!(r#"{{"unit":"{}","home":"{}","certificate":"{}"}}"#, self.id, self.home, self.certificate)
    }
}

/// The rows of it.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Row>> {
    let server = Server::start(&bench.binary, "estate")?;
    let mut agent = Person::sign_in_plainly(&server, "agent")?;
    let estate = letter::id();
    agent.ask("POST", "/api/estates", &format!(r#"{{"id":"{estate}"}}"#))?;
    let path = format!("/api/spaces/{estate}");
    let units = fill(&mut agent, &path)?;
    let mut waits = Vec::new();
    for unit in units.iter().take(CHANGES * bench.rounds) {
        waits.push(change(&mut agent, &path, unit)?);
    }
    let what =
        format!("estate: a changed certificate in {UNITS} units × {SYSTEMS} systems until the scheme is told, ms");
    let mut rows = vec![Row::new(what, median(waits)).at_most(TOLD_MS_MAX)];
    let shown: Vec<String> = units.iter().rev().take(SHOWN * bench.rounds).map(Unit::told).collect();
    rows.extend(browser::measure_board(&server, bench.rounds, &estate, &format!("[{}]", shown.join(",")))?);
    Ok(rows)
}

/// Makes the units with their logbooks, and waits until the scheme is told of all.
fn fill(agent: &mut Person, path: &str) -> Result<Vec<Unit>> {
    let began = Instant::now();
    let unit = || Unit { id: letter::id(), home: letter::id(), certificate: letter::id() };
    let units: Vec<Unit> = (0..UNITS).map(|_| unit()).collect();
    for (at, some) in units.chunks(AT_ONCE).enumerate() {
        let edits = some
            .iter()
            .enumerate()
            .map(|(number, unit)| edit(&unit.id, "unit", &format!(r#"{{"number":"{}"}}"#, at * AT_ONCE + number + 1)));
        let edits: Vec<String> = edits.collect();
        agent.ask("POST", &format!("{path}/push"), &format!(r#"{{"edits":[{}]}}"#, edits.join(",")))?;
        let logbooks: Vec<String> = some.iter().map(logbook).collect();
        agent.ask("POST", &format!("{path}/logbooks"), &format!(r#"{{"logbooks":[{}]}}"#, logbooks.join(",")))?;
    }
    println!("{UNITS} logbooks made in {:.0} s", began.elapsed().as_secs_f64());
    // Each unit has two records that tell of it.
    while number(&agent.ask("GET", &format!("{path}/pull?limit=1"), "")?, "head")? < UNITS as u64 * 3 {
        ensure!(began.elapsed() < PATIENCE, "the scheme was not told of all units");
        std::thread::sleep(Duration::from_millis(500));
    }
    println!("told of all {:.0} s after the first", began.elapsed().as_secs_f64());
    Ok(units)
}

/// Takes the certificate of a unit back; milliseconds from the answer until the scheme is told.
fn change(agent: &mut Person, path: &str, unit: &Unit) -> Result<f64> {
    agent.ask("POST", &format!("{path}/logbooks/open"), &format!(r#"{{"unit":"{}"}}"#, unit.id))?;
    let head = number(&agent.ask("GET", &format!("{path}/pull?limit=1"), "")?, "head")?;
    let gone = edit(&letter::id(), "withdrawal", &format!(r#"{{"of":"{}","reason":"Wrong"}}"#, unit.certificate));
    agent.ask("POST", &format!("/api/spaces/{}/push", unit.home), &format!(r#"{{"edits":[{gone}]}}"#))?;
    let began = Instant::now();
    loop {
        let page = agent.ask("GET", &format!("{path}/pull?after={head}&limit=10"), "")?;
        if page.contains(r#""kind":"standing""#) {
            return Ok(began.elapsed().as_secs_f64() * 1_000.0);
        }
        ensure!(began.elapsed() < PATIENCE, "the scheme was not told");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn logbook(unit: &Unit) -> String {
    let mut edits = String::new();
    for number in 0..SYSTEMS {
        let sort = SORTS[number % SORTS.len()];
        let fields =
            format!(r#"{{"name":"{sort} {number}","type":"{sort}","installed":"20{:02}","make":"Maker"}}"#, number + 4);
        write!(edits, "{},", edit(&letter::id(), "system", &fields)).expect("a string takes everything");
    }
    let file = format!(r#"[{{"hash":"{}","name":"a.pdf","media":"application/pdf","size":1}}]"#, "09".repeat(32));
    let fields = format!(r#"{{"type":"electrical","issued":"2025-06-01","test_report":true,"files":{file}}}"#);
    edits.push_str(&edit(&unit.certificate, "certificate", &fields));
    format!(r#"{{"unit":"{}","home":"{}","edits":[{edits}]}}"#, unit.id, unit.home)
}

fn edit(id: &str, kind: &str, fields: &str) -> String {
    format!(r#"{{"key":"{}","id":"{id}","kind":"{kind}","stamp":"{STAMP}","fields":{fields}}}"#, letter::id())
}

/// A number that an answer says.
fn number(answer: &str, name: &str) -> Result<u64> {
    let text = answer.split_once(&format!("\"{name}\":")).with_context(|| format!("an answer without {name}"))?.1;
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Ok(text[..digits].parse()?)
}
