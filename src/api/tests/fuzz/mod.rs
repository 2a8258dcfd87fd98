//! Everything that reads what a stranger wrote, fed with what no honest device would send.
//!
//! A case is made of its seed alone, so that any can be had again. Every test run takes the same few hundred; `cargo dev fuzz` goes on from
//! a seed of its own for as long as it is given. What it finds becomes a test with a name where the mistake was.

mod change;
mod letter;
mod picture;
mod routes;
mod sample;
mod text;
mod wires;

pub(super) use sample::letters;

use futures_util::FutureExt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::{Duration, Instant};

/// For how many seconds each target goes on; 0 for one case. Otherwise it takes [`CASES`].
const SECONDS: &str = "CODESSA_TEST_FUZZ_SECONDS";
/// The seed of the first case; each further one has the next.
const SEED: &str = "CODESSA_TEST_FUZZ_SEED";
/// Cases of one target in a run of all tests.
const CASES: u64 = 150;
/// No case takes longer, on any machine.
const CASE_MAX: Duration = Duration::from_secs(20);

/// Feeds `check` with changed samples. It panics where something is wrong with how a case is read.
async fn fuzz(target: &str, samples: &[Vec<u8>], check: impl AsyncFn(&[u8])) {
    let seconds: Option<u64> = setting(SECONDS);
    let first = setting(SEED).unwrap_or(1);
    let began = Instant::now();
    let mut count = 0;
    loop {
        let seed = first + count;
        let case = change::case(seed, samples);
        let case_began = Instant::now();
        let outcome = AssertUnwindSafe(check(&case)).catch_unwind().await;
        let outcome = outcome.and_then(|()| match case_began.elapsed() {
            took if took > CASE_MAX => Err(Box::new(format!("it took {took:?}"))),
            _ => Ok(()),
        });
        if let Err(why) = outcome {
            eprintln!("`cargo dev fuzz {target} --seed {seed} --seconds 0` gives this case again:");
            eprintln!("{}", case.escape_ascii().to_string().chars().take(4_000).collect::<String>());
            resume_unwind(why);
        }
        count += 1;
        let ended = match seconds {
            Some(seconds) => began.elapsed() >= Duration::from_secs(seconds),
            None => count >= CASES,
        };
        if ended {
            break;
        }
    }
    println!("{target}: {count} cases from seed {first} in {:.1} s", began.elapsed().as_secs_f64());
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a whole number"))
}
