//! Every reader of imports. The first byte of a case says how the file is called, the rest is what is in it.

#![no_main]

use import::input::Input;
use import::talk::Answers;
use import::{Batch, Settings};
use libfuzzer_sys::fuzz_target;
use model::kind::edit_faults;
use model::{Body, Date};
use words::Language;

/// Names by which readers are chosen where the content leaves it open.
const NAMES: [&str; 8] = [
    "a.csv",
    "a.tsv",
    "a.zip",
    "a.xlsx",
    "assets.json",
    "equipment.json",
    "_chat.txt",
    "WhatsApp Chat with Sipho.txt",
];

fuzz_target!(|case: &[u8]| {
    let Some((name, content)) = case.split_first() else { return };
    let name = NAMES[usize::from(*name) % NAMES.len()].to_owned();
    let batch = Batch::open(vec![Input { name, content: Box::new(content.to_vec()) }]);
    let answers = Answers::default();
    let today = Date::of(2026, 11, 26).expect("a day");
    batch.found(&answers, today);
    let settings = Settings { words: Language::default().words(), currency: "ZAR", today };
    let proposals = batch.proposals(&answers, &settings);
    for proposal in &proposals.proposals {
        let linked = |field: &str| proposal.links.iter().any(|link| link.field == field);
        let faults = edit_faults(proposal.kind, &Body::seal(&proposal.fields), false);
        // What is added later, links and files, may be all that is missing.
        let sound = faults.iter().all(|fault| linked(&fault.field) || fault.field == "file");
        assert!(sound, "{faults:?}");
        proposal.files.iter().for_each(|file| drop(batch.read_file(&file.content)));
    }
});
