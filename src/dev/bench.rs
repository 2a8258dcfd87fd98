//! `cargo dev bench`: how fast and how small it is, next to its peers or its limits, in one table.

mod api;
mod browser;
mod bytes;
mod due;
mod estate;
mod growth;
mod http;
mod kinto;
mod letter;
mod lighthouse;
mod load;
mod memory;
mod person;
mod row;
mod server;
mod store;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Args;

use crate::step::Steps;
use crate::{bundle, place};
use row::Row;

/// What to measure.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Measure what was built last, without building it anew
    #[arg(long)]
    built: bool,
    /// Rounds of each measurement, ours and the peer in turns; the median counts
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Only these parts: bytes, store, due, app, grid, carry, sync, api, estate, lighthouse, growth
    #[arg(value_parser = PARTS.map(|(name, _)| name))]
    parts: Vec<String>,
}

/// What every part is given.
struct Bench {
    /// The release binary.
    binary: PathBuf,
    /// Rounds of each measurement.
    rounds: usize,
}

type Part = fn(&Bench) -> Result<Vec<Row>>;

/// All parts; what takes longest comes last.
const PARTS: [(&str, Part); 11] = [
    ("bytes", |_| bytes::measure()),
    ("store", |_| store::measure()),
    ("due", |_| due::measure()),
    ("app", browser::measure_app),
    ("grid", browser::measure_grid),
    ("carry", browser::measure_carry),
    ("sync", browser::measure_sync),
    ("api", api::measure),
    ("estate", estate::measure),
    ("lighthouse", lighthouse::measure),
    ("growth", growth::measure),
];

/// Measures what is wished for, or everything, and prints the table. A goal that is missed is printed, not failed: machines differ.
pub(crate) fn run(wishes: &Wishes) -> Result<()> {
    ensure!(wishes.rounds > 0, "a median needs at least one round");
    let binary = if wishes.built { place::target().join("release/codessa") } else { bundle::binary()? };
    ensure!(binary.exists(), "{} is missing: leave out --built", binary.display());
    let bench = Bench { binary, rounds: wishes.rounds };
    let (mut steps, mut rows) = (Steps::default(), Vec::new());
    for (name, part) in PARTS {
        if wishes.parts.is_empty() || wishes.parts.iter().any(|wish| wish == name) {
            steps.run(name, || {
                let measured = part(&bench)?;
                row::print(&measured);
                rows.extend(measured);
                Ok(())
            });
        }
    }
    println!();
    row::print(&rows);
    steps.close()
}

/// The middle of several measurements.
fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_not_drawn_away_by_one_bad_round() {
        assert!((median(vec![3.0, 900.0, 1.0]) - 3.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
    }
}
