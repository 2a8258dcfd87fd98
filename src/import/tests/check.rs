//! What every test of the readers speaks through: files of the corpus become a text that a person can read, which stands beside them.

use import::input::Input;
use import::talk::Answers;
use import::{Batch, Proposals, Settings};
use model::{Body, Date};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The folder of a format's corpus.
pub(crate) fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)
}

/// Files of the corpus as they would be chosen.
pub(crate) fn inputs(names: &[&str]) -> Vec<Input> {
    let input = |name: &&str| {
        let bytes = std::fs::read(corpus(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        Input { name: name.split_once('/').map_or(*name, |(_, name)| name).to_owned(), content: Box::new(bytes) }
    };
    names.iter().map(input).collect()
}

/// The day of every test.
pub(crate) fn today() -> Date {
    Date::of(2026, 11, 26).expect("a day")
}

/// What a home in South Africa is asked with.
pub(crate) fn settings() -> Settings<'static> {
    Settings { words: words::Language::EnZa.words(), currency: "ZAR", today: today() }
}

/// Reads files of the corpus and compares all that is found with the text `golden` beside them. `UPDATE=1` writes it anew, to be looked through.
pub(crate) fn check(golden: &str, names: &[&str], answers: &Answers) {
    let batch = Batch::open(inputs(names));
    let proposals = batch.proposals(answers, &settings());
    sound(&proposals);
    let told = format!("{}{}", told_found(&batch, answers), told_proposals(&proposals));
    let path = corpus(golden);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &told).expect("the corpus can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(told, expected, "{golden}: UPDATE=1 writes it anew");
}

/// What holds of everything that any file proposes: its fields have no fault, its key is its own, its links lead somewhere.
pub(crate) fn sound(found: &Proposals) {
    let keys: std::collections::HashMap<&str, &str> =
        found.proposals.iter().map(|proposal| (proposal.key.as_str(), proposal.kind)).collect();
    assert_eq!(keys.len(), found.proposals.len(), "two proposals have one key");
    for proposal in &found.proposals {
        let faults = model::kind::edit_faults(proposal.kind, &Body::seal(&proposal.fields), false);
        // A paper's file comes with its bytes, later.
        let faults: Vec<_> = faults.into_iter().filter(|fault| fault.field != "file").collect();
        assert_eq!(faults, [], "{proposal:#?}");
        assert!(proposal.key.chars().count() <= model::source::KEY_CHARS_MAX, "{}", proposal.key);
        assert_eq!(model::canonical::normal(&proposal.key), proposal.key);
        for link in &proposal.links {
            let fields = model::kind::kind_of(proposal.kind).expect("a kind").fields;
            assert!(fields.contains(&link.field), "{} has no {}", proposal.kind, link.field);
            assert!(link.to.len() <= if link.many { model::letter::LIST_MAX } else { 1 });
            assert!(link.to.iter().all(|key| keys.contains_key(key.as_str())), "{link:?} leads nowhere");
        }
        if proposal.kind == "document" {
            assert_eq!(proposal.files.len(), 1, "{proposal:#?}");
        }
        assert!(proposal.files.iter().all(|file| !file.name.is_empty() && file.size_bytes > 0), "{proposal:#?}");
    }
}

fn told_found(batch: &Batch, answers: &Answers) -> String {
    let found = batch.found(answers, today());
    let mut told = String::new();
    for file in &found.files {
        let problem = file.problem.as_ref().map(|problem| format!(" {:?}", problem.code)).unwrap_or_default();
        writeln!(told, "file {} {:?} {}{problem}", file.name, file.format, file.rows).expect("a text");
    }
    for table in &found.tables {
        let columns: Vec<String> =
            table.columns.iter().map(|column| format!("{}={}", column.name, column.target)).collect();
        writeln!(
            told,
            "table {} {} {} rows {}: {}",
            table.place,
            table.format,
            table.rows,
            table.rows_are,
            columns.join(", ")
        )
        .expect("a text");
    }
    for question in &found.questions {
        writeln!(told, "question {}", serde_json::to_string(question).expect("JSON")).expect("a text");
    }
    told
}

fn told_proposals(found: &Proposals) -> String {
    let mut told = String::new();
    for proposal in &found.proposals {
        let by_name = if proposal.by_name { " by name" } else { "" };
        writeln!(told, "\n{}{by_name} [{}:{} {}]", proposal.key, proposal.at.file, proposal.at.row, proposal.from)
            .expect("a text");
        for (name, value) in &proposal.fields {
            let value = value.as_str().map_or_else(|| value.to_string(), |text| text.replace('\n', "\n      "));
            writeln!(told, "  {name}: {value}").expect("a text");
        }
        for link in &proposal.links {
            writeln!(told, "  {} -> {}", link.field, link.to.join(", ")).expect("a text");
        }
        for file in &proposal.files {
            writeln!(told, "  {} + {} ({} bytes)", file.field, file.name, file.size_bytes).expect("a text");
        }
    }
    if !found.problems.is_empty() {
        told.push_str("\nproblems\n");
    }
    for problem in &found.problems {
        writeln!(
            told,
            "  {:?} {}:{} {}: {}",
            problem.code,
            problem.at.file,
            problem.at.row,
            problem.what,
            problem.text.replace('\n', "\\n")
        )
        .expect("a text");
    }
    told
}
