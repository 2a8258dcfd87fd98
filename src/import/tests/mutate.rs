//! Every reader against its corpus, changed as carelessness and malice change things: no panic, nothing unsound, no input that takes long.

mod change;

use crate::check::{corpus, settings, sound, today};
use import::Batch;
use import::input::Input;
use import::talk::Answers;
use std::time::{Duration, Instant};

/// Cases of each reader.
const CASES: u64 = 5_000;
/// What no input may take; a mutated one is small.
const MOST: Duration = Duration::from_secs(1);

/// Reads `CASES` mutations of the files of a format that end so.
fn check(format: &str, endings: &[&str]) {
    let mut samples: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in std::fs::read_dir(corpus(format)).expect("a corpus") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if endings.iter().any(|ending| name.ends_with(ending)) {
            samples.push((name, std::fs::read(&path).expect("a file")));
        }
    }
    samples.sort();
    assert!(!samples.is_empty(), "{format} has no such corpus");
    let (began, seconds, first) =
        (Instant::now(), setting("CODESSA_TEST_FUZZ_SECONDS"), setting("CODESSA_TEST_FUZZ_SEED"));
    for seed in first.unwrap_or(0).. {
        let (name, bytes) = &samples[usize::try_from(seed % samples.len() as u64).expect("few")];
        let case = change::case(seed, bytes, &samples);
        // A machine that has other things to do is given more than one try.
        let took = (0..3).map(|_| timed(name, &case)).find(|took| took.as_ref().is_ok_and(|took| *took < MOST));
        assert!(took.is_some(), "{format} {name}: seed {seed} fails, or takes more than {MOST:?}");
        let is_done = match seconds {
            Some(seconds) => began.elapsed() >= Duration::from_secs(seconds),
            None => seed + 1 >= CASES,
        };
        if is_done {
            println!("{format} {endings:?}: up to seed {seed}");
            return;
        }
    }
}

/// A number in the environment: for how long to go on, or where to begin.
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a whole number"))
}

fn timed(name: &str, case: &[u8]) -> std::thread::Result<Duration> {
    let began = Instant::now();
    std::panic::catch_unwind(|| read(name, case.to_vec()))?;
    Ok(began.elapsed())
}

fn read(name: &str, bytes: Vec<u8>) {
    let batch = Batch::open(vec![Input { name: name.to_owned(), content: Box::new(bytes) }]);
    let found = batch.found(&Answers::default(), today());
    assert!(found.tables.iter().all(|table| table.columns.len() <= 500));
    let proposals = batch.proposals(&Answers::default(), &settings());
    sound(&proposals);
    for file in proposals.proposals.iter().flat_map(|proposal| &proposal.files) {
        // Broken or not, it has to come back.
        let _ = batch.read_file(&file.content);
    }
}

macro_rules! mutated {
    ($($name:ident: $format:literal $endings:expr;)*) => {
        $(
            #[test]
            fn $name() {
                check($format, &$endings);
            }
        )*
    };
}

mutated! {
    mutated_homebox_tables_do_no_harm: "homebox" [".csv"];
    mutated_homebox_collections_do_no_harm: "homebox" [".zip"];
    mutated_warracker_tables_do_no_harm: "warracker" [".csv"];
    mutated_dumbassets_tables_do_no_harm: "dumbassets" [".csv"];
    mutated_dumbassets_lists_do_no_harm: "dumbassets" [".json"];
    mutated_lubelogger_tables_do_no_harm: "lubelogger" [".csv"];
    mutated_atlas_tables_do_no_harm: "atlas" [".csv"];
    mutated_grocy_lists_do_no_harm: "grocy" [".json"];
    mutated_nines_tables_do_no_harm: "nines" [".csv"];
    mutated_chats_do_no_harm: "whatsapp" [".txt", ".zip"];
    mutated_tables_do_no_harm: "table" [".csv"];
    mutated_workbooks_do_no_harm: "xlsx" [".xlsx"];
}
