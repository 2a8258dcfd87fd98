//! Load: everybody asks, waits for the answer, and asks again, for a while.

use std::fmt::{Display, Formatter};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;

/// Connections at a time.
pub(super) const CONNECTIONS: usize = 64;
/// How long one round goes on.
pub(super) const ROUND: Duration = Duration::from_secs(4);
/// What comes before it and is not counted: caches fill, groups form.
const WARM: Duration = Duration::from_millis(500);

/// How it went.
#[derive(Clone, Copy, Debug)]
pub(super) struct Load {
    /// Answers a second, over all connections.
    pub(super) per_second: f64,
    /// Half of the answers took at most this, milliseconds.
    pub(super) p50_ms: f64,
    /// Of a hundred answers, 99 took at most this, milliseconds.
    pub(super) p99_ms: f64,
    /// Everything that was answered, also before and after what was counted.
    pub(super) answers: f64,
}

impl Display for Load {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { per_second, p50_ms, p99_ms, .. } = self;
        write!(f, "{per_second:.0} a second ({p50_ms:.1} ms, p99 {p99_ms:.1} ms)")
    }
}

/// Has each of `clients` ask again and again on a thread of its own, in the same time.
pub(super) fn run<C: Send>(clients: &mut [C], ask: impl Fn(&mut C) -> Result<()> + Sync) -> Result<Load> {
    let begins = Instant::now() + WARM;
    let ends = begins + ROUND;
    let answers = AtomicUsize::new(0);
    let ask = &|client: &mut C| {
        ask(client)?;
        answers.fetch_add(1, Ordering::Relaxed);
        Ok(())
    };
    let took: Result<Vec<Vec<Duration>>> = std::thread::scope(|scope| {
        let askers: Vec<_> =
            clients.iter_mut().map(|client| scope.spawn(move || ask_until(begins, ends, || ask(client)))).collect();
        askers.into_iter().map(|asker| asker.join().expect("asking does not panic")).collect()
    });
    let mut took = took?.concat();
    took.sort();
    let part = |part: usize| took.get(took.len() * part / 100).map_or(f64::NAN, |took| took.as_secs_f64() * 1_000.0);
    let per_second = took.len() as f64 / ROUND.as_secs_f64();
    Ok(Load { per_second, p50_ms: part(50), p99_ms: part(99), answers: answers.into_inner() as f64 })
}

/// How long each answer took that was asked for and came within the time.
fn ask_until(begins: Instant, ends: Instant, mut ask: impl FnMut() -> Result<()>) -> Result<Vec<Duration>> {
    let mut took = Vec::new();
    loop {
        let asked = Instant::now();
        if asked >= ends {
            return Ok(took);
        }
        ask()?;
        let answered = Instant::now();
        if asked >= begins && answered <= ends {
            took.push(answered - asked);
        }
    }
}
