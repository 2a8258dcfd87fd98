//! A home of which it is measured what is due in it.

use model::{Body, Record, RecordId};
use serde_json::{Value, json};
use uuid::Uuid;

/// Tasks of each.
pub const TASKS: u128 = 20;

/// A home with five systems, its tasks, and a round of every second one that was done.
pub fn home(number: u128) -> Vec<Record> {
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
