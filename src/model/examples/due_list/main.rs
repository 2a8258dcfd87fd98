//! How long it takes to find what is due in many homes, as the server does it: each home's records read and its tasks worked out. Prints a measurement
//! as one line of JSON; `cargo dev bench due` runs it in a release build.

mod home;

use home::{TASKS, home};
use model::{Record, schedule};
use std::time::Instant;

/// Homes, as the units of a large scheme or of a manager of several.
const HOMES: u128 = 5_000;
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
