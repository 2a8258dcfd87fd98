//! One import from its files to its end: what was found, what would become of it, and what has to be written, piece by piece.

use crate::batch::{Batch, Settings};
use crate::input::Input;
use crate::known::Known;
use crate::plan::{Asked, Change, Step, note, plan};
use crate::preview::preview;
use crate::proposal::{Attached, Problem, ProblemCode, Proposal};
use crate::talk::{Answers, Found, Preview};
use model::file::{media_of, picture_size};
use model::import::Import;
use model::{Date, FileHash, FileRef, Instant, Letter, Record, RecordId};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Records of one piece: written in a moment, and worth a transaction.
const CHANGES_MAX: usize = 400;

/// An import.
pub struct Session {
    batch: Batch,
    names: Vec<String>,
    proposals: Vec<Proposal>,
    problems: Vec<Problem>,
    steps: Vec<Step>,
    next: usize,
    /// What waits for its files, which go first.
    waiting: Vec<Change>,
    missing: Vec<Problem>,
}

/// What an import is asked for beside its answers.
pub struct Wish<'a> {
    /// Languages and defaults of the home.
    pub settings: Settings<'a>,
    /// Doubtful proposals that are wanted all the same, by their [names](crate::plan::name).
    pub wanted: &'a BTreeSet<String>,
    /// The record of this import.
    pub import: RecordId,
}

/// A piece of what has to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A file, before the record that names it.
    File(FileRef, Vec<u8>),
    /// Records.
    Changes(Vec<Change>),
}

impl Session {
    /// Opens the files.
    pub fn open(inputs: Vec<Input>) -> Self {
        let names = inputs.iter().map(|input| input.name.clone()).collect();
        let batch = Batch::open(inputs);
        let (proposals, problems, steps) = (Vec::new(), Vec::new(), Vec::new());
        Self { batch, names, proposals, problems, steps, next: 0, waiting: Vec::new(), missing: Vec::new() }
    }

    /// What was found in them, on the day `today`.
    pub fn found(&self, answers: &Answers, today: Date) -> Found {
        self.batch.found(answers, today)
    }

    /// What would become of a home that has `records`.
    pub fn preview(
        &mut self,
        records: &[Record],
        answers: &Answers,
        wish: &Wish<'_>,
        fresh: &mut dyn FnMut() -> RecordId,
    ) -> Preview {
        let proposals = self.batch.proposals(answers, &wish.settings);
        (self.proposals, self.problems) = (proposals.proposals, proposals.problems);
        let reason = wish.settings.words.carry().newer_file;
        let asked = Asked { proposals: &self.proposals, wanted: wish.wanted, import: wish.import, reason };
        self.steps = plan(&Known::of(records), &asked, fresh);
        (self.next, self.missing) = (0, Vec::new());
        preview(&self.proposals, &self.steps, &self.problems)
    }

    /// The record of this import, to be written before its pieces, so that one that breaks off can be taken back.
    pub fn letter(&self, began: Instant) -> Import {
        let of =
            |wanted: fn(&Step) -> bool| self.steps.iter().filter(|step| step.change.is_some() && wanted(step)).count();
        let new = of(|step| !matches!(step.outcome, crate::talk::Outcome::Changed { .. }));
        let changed = of(|step| matches!(step.outcome, crate::talk::Outcome::Changed { .. }));
        let from = self.proposals.first().map_or("table", |proposal| proposal.from).to_owned();
        let short = |name: &String| name.chars().take(model::letter::LINE_CHARS_MAX).collect();
        let files = self.names.iter().take(model::letter::LIST_MAX).map(short).collect();
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Import { from, files, began: Some(began), new: count(new), changed: count(changed), undone: None }
    }

    /// How many of the steps are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.steps.len())
    }

    /// The next piece of what has to be written; none when all of it was.
    pub fn next(&mut self, words: &words::Words) -> Option<Piece> {
        while self.next < self.steps.len() && self.waiting.len() < CHANGES_MAX {
            let Some(change) = &mut self.steps[self.next].change else {
                self.next += 1;
                continue;
            };
            if change.attached.is_empty() {
                self.waiting.extend(self.steps[self.next].change.take().filter(is_whole));
                self.next += 1;
                continue;
            }
            let attached = change.attached.remove(0);
            match read(&self.batch, &attached) {
                Ok((file, content)) => {
                    add_file(change, &attached, &file);
                    return Some(Piece::File(file, content));
                }
                Err(code) => {
                    let problem = Problem {
                        at: self.proposals[self.steps[self.next].proposal].at.clone(),
                        code,
                        what: attached.field.to_owned(),
                        text: attached.name.clone(),
                    };
                    let change = self.steps[self.next].change.as_mut().expect("it was there a moment ago");
                    note(&mut change.fields, &crate::told::problem(words, &problem));
                    self.missing.push(problem);
                }
            }
        }
        let piece = std::mem::take(&mut self.waiting);
        (!piece.is_empty()).then_some(Piece::Changes(piece))
    }

    /// Files that could not be brought in, once all pieces are written. The records that name them say so in their notes.
    pub fn missing(&self) -> &[Problem] {
        &self.missing
    }
}

fn read(batch: &Batch, attached: &Attached) -> Result<(FileRef, Vec<u8>), ProblemCode> {
    let content = batch.read_file(&attached.content)?;
    if content.is_empty() {
        return Err(ProblemCode::FileBroken);
    }
    let (width, height) = picture_size(&content).unzip();
    let file = FileRef {
        hash: FileHash::of(&content),
        name: attached.name.chars().take(model::letter::LINE_CHARS_MAX).collect(),
        media: media_of(&content).to_owned(),
        size: content.len() as u64,
        width,
        height,
        caption: String::new(),
    };
    let mut check = model::letter::Check::default();
    file.check("files", &mut check);
    if check.faults().is_empty() { Ok((file, content)) } else { Err(ProblemCode::FileTooLarge) }
}

fn add_file(change: &mut Change, attached: &Attached, file: &FileRef) {
    let named = json!(file);
    match change.fields.get_mut(attached.field) {
        Some(Value::Array(files)) => files.push(named),
        _ if attached.field == "files" => _ = change.fields.insert("files".to_owned(), json!([named])),
        _ => _ = change.fields.insert(attached.field.to_owned(), named),
    }
}

/// A document without its file is none: what it was is said in the problems.
fn is_whole(change: &Change) -> bool {
    let is_new = change.fields.contains_key("title");
    change.kind != model::document::Document::KIND || !is_new || change.fields.contains_key("file")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::ContentAt;
    use crate::talk::Outcome;

    /// A whole piece of papers that could not be read was taken for the end of the import.
    #[test]
    fn papers_without_their_files_do_not_end_an_import() {
        let mut session = Session::open(Vec::new());
        let gone = ContentAt { input: 7, entry: None };
        let attached =
            Attached { field: "file", name: "a.pdf".into(), content: gone, size_bytes: 1, print: String::new() };
        let paper = |_| Change {
            id: RecordId::default(),
            kind: model::document::Document::KIND,
            fields: json!({"title": "Manual"}).as_object().expect("fields").clone(),
            attached: vec![attached.clone()],
        };
        let zone = Change {
            id: RecordId::default(),
            kind: "zone",
            fields: json!({"name": "Roof"}).as_object().expect("fields").clone(),
            attached: Vec::new(),
        };
        let changes = (0..CHANGES_MAX * 2).map(paper).chain([zone.clone()]);
        session.proposals = vec![Proposal::default()];
        session.steps =
            changes.map(|change| Step { proposal: 0, outcome: Outcome::New, change: Some(change) }).collect();
        let words = words::Language::default().words();
        assert_eq!(session.next(words), Some(Piece::Changes(vec![zone])));
        assert_eq!((session.next(words), session.missing().len()), (None, CHANGES_MAX * 2));
    }
}
