//! How long it takes to find what is due in many homes, as the server does it: each home's records read and its tasks worked out. Prints a measurement
//! as one line of JSON; `cargo dev bench due` runs it in a release build.

use model::{Body, Record, RecordId, schedule};
use serde_json::{Value, json};
use std::time::Instant;
use uuid::Uuid;

/// Homes, as the units of a large scheme or of a manager of several.
const HOMES: u128 = 5_000;
/// Tasks of each.
const TASKS: u128 = 20;
/// Rounds; the middle one counts.
const ROUNDS: usize = 7;

fn main() {
    let homes: Vec<Vec<Record>> = (0..HOMES).map(home).collect();
    let mut rounds: Vec<f64> = (0..ROUNDS).map(|_| round(&homes)).collect();
    rounds.sort_by(f64::total_cmp);
    let what = format!("Due list of {HOMES} homes with {TASKS} tasks each on one core, ms");
    println!(r#"{{"what":"{what}","ours":{:.1},"most":200}}"#, rounds[ROUNDS / 2]);
}

/// Milliseconds for all homes.
fn round(homes: &[Vec<Record>]) -> f64 {
    let begun = Instant::now();
    let planned: usize = homes.iter().map(|records| schedule::of_home(records).len()).sum();
    let took_ms = begun.elapsed().as_secs_f64() * 1000.0;
    assert_eq!(planned as u128, HOMES * TASKS, "every task is due some day");
    took_ms
}

/// A home with five systems, its tasks, and a round of every second one that was done.
fn home(number: u128) -> Vec<Record> {
    let id = |at: u128| RecordId(Uuid::from_u128((number << 16) + at));
    let record = |at: u128, kind: &str, fields: Value| Record {
        id: id(at),
        kind: kind.into(),
        rev: u64::try_from(at).unwrap_or_default(),
        body: Body::from_text(fields.to_string()).expect("JSON"),
        ..Record::default()
    };
    let systems = (1..=5).map(|at| record(at, "system", json!({"name": format!("System {at}"), "type": "geyser"})));
    let tasks = (0..TASKS).map(|at| {
        let recurrence = json!({"by": "month", "every": 6 + at % 7, "from": if at % 2 == 0 { "done" } else { "plan" }});
        let due = format!("2026-{:02}-15", at % 12 + 1);
        record(
            100 + at,
            "task",
            json!({"title": "Test the safety valve", "due": due, "systems": [id(at % 5 + 1)], "recurrence": recurrence, "trade": "plumber",
                "why": "A valve that is stuck lets the tank burst.", "interval_basis": "trade", "interval_source": "Trade experience"}),
        )
    });
    let done = (0..TASKS).step_by(2).map(|at| {
        let due = format!("2026-{:02}-15", at % 12 + 1);
        record(200 + at, "entry", json!({"title": "Tested", "when": due, "completes": id(100 + at), "due": due}))
    });
    systems.chain(tasks).chain(done).collect()
}
