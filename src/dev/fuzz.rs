//! `cargo dev fuzz`: feeds everything that reads what strangers write with what no honest device sends, for as long as it is told to.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use clap::Args;

use crate::guided;
use crate::place;
use crate::run::{cargo, packages, run as start};
use crate::service::Postgres;
use crate::step::Steps;

/// What to feed, and for how long.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Seconds for each target; 0 for the one case of the seed
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// The seed of the first case; otherwise one of the time of day, which is printed
    #[arg(long)]
    seed: Option<u64>,
    /// Readers of files only, led by coverage: imports and archives
    #[arg(long, conflicts_with = "seed")]
    guided: bool,
    /// Only these targets: letters, texts, wires, pictures, pushes, files, requests, imports, archives
    #[arg(value_parser = TARGETS.map(|(name, _)| name))]
    targets: Vec<String>,
}

/// Each target, and how Cargo is asked for the tests that it is.
const TARGETS: [(&str, &[&str]); 9] = [
    ("letters", &["--lib", "--", "--exact", "tests::fuzz::letter::letters_of_any_content"]),
    ("texts", &["--lib", "--", "--exact", "tests::fuzz::text::texts_of_any_letters"]),
    ("wires", &["--lib", "--", "--exact", "tests::fuzz::wires::wires_of_any_content"]),
    ("pictures", &["--lib", "--", "--exact", "tests::fuzz::picture::pictures_of_any_bytes"]),
    ("pushes", &["--lib", "--", "--exact", "tests::fuzz::routes::pushes_of_any_content"]),
    ("files", &["--lib", "--", "--exact", "tests::fuzz::routes::files_of_any_bytes"]),
    ("requests", &["--lib", "--", "--exact", "tests::fuzz::routes::requests_of_any_sort"]),
    ("imports", &["--test", "reader", "--", "mutate::"]),
    ("archives", &["--test", "archive", "--", "mutation::"]),
];

/// Runs the targets one after another; each stops at the first case that something is wrong with.
pub(crate) fn run(wishes: &Wishes) -> Result<()> {
    if wishes.guided {
        return guided::run(wishes.seconds, &wishes.targets);
    }
    let postgres = Postgres::start()?;
    let seed = wishes.seed.unwrap_or_else(|| {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        // Far enough from that of any other second.
        since_1970.as_secs() << 24
    });
    let mut steps = Steps::default();
    println!("the first seed is {seed}");
    for (name, tests) in TARGETS {
        if wishes.targets.is_empty() || wishes.targets.iter().any(|wish| wish == name) {
            let mut cases = cargo(["test"]);
            cases.args(packages(&place::NATIVE)).args(tests).arg("--nocapture");
            cases.env("CODESSA_TEST_DATABASE_URL", postgres.url());
            cases.env("CODESSA_TEST_FUZZ_SECONDS", wishes.seconds.to_string());
            cases.env("CODESSA_TEST_FUZZ_SEED", seed.to_string());
            steps.run(name, || start(&mut cases));
        }
    }
    steps.close()
}
