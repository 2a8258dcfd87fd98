//! What has to be written, once it is known what the home has.
//!
//! A record that was brought in before is found by its format and its key. What the file says now is compared with [prints](model::source) of what it said then:
//! a field that is the same in the file is left alone, whatever a person has made of it; one that the file changed is changed, unless a person has changed it too.

use crate::known::{Known, Thing, called};
use crate::proposal::{Attached, Proposal};
use crate::talk::{Doubt, Outcome};
use model::body::Fields;
use model::kind::{Nature, kind_of};
use model::source::{self, Claimed, print};
use model::{RecordId, Source};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is planned for.
pub struct Asked<'a> {
    /// What the files propose.
    pub proposals: &'a [Proposal],
    /// [Names](name) of doubtful proposals that a person wants all the same.
    pub wanted: &'a BTreeSet<String>,
    /// The record of this import.
    pub import: RecordId,
    /// Why a fact is corrected: that the file says otherwise now.
    pub reason: &'a str,
}

/// What becomes of one proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number among the proposals.
    pub proposal: usize,
    /// What would become of it.
    pub outcome: Outcome,
    /// What has to be written, if anything.
    pub change: Option<Change>,
}

/// Fields of one record that have to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static str,
    /// The fields; null clears one.
    pub fields: Fields,
    /// Files that have to be read first, and then named in their fields behind those that are there.
    pub attached: Vec<Attached>,
}

/// Names a proposal among those of several formats.
pub fn name(proposal: &Proposal) -> String {
    format!("{}/{}", proposal.from, proposal.key)
}

/// What becomes of each proposal, in their order.
pub fn plan(known: &Known<'_>, asked: &Asked<'_>, fresh: &mut dyn FnMut() -> RecordId) -> Vec<Step> {
    let count = asked.proposals.len();
    let mut planner = Planner { known, asked, at: HashMap::new(), met: vec![None; count], left_out: vec![None; count] };
    for (at, proposal) in asked.proposals.iter().enumerate() {
        planner.at.entry((proposal.from, &proposal.key)).or_insert(at);
    }
    (0..count).for_each(|at| _ = planner.meet(at, fresh, 0));
    planner.left_out = (0..count).map(|at| planner.doubt(at)).collect();
    (0..count).map(|at| planner.step(at)).collect()
}

/// A proposal beside what the home has of it.
#[derive(Clone, Copy)]
struct Met<'r> {
    id: RecordId,
    thing: Option<Thing<'r>>,
    /// The home's own, found by its name: it is linked to and left alone.
    own: bool,
}

struct Planner<'a, 'r> {
    known: &'a Known<'r>,
    asked: &'a Asked<'a>,
    at: HashMap<(&'static str, &'a str), usize>,
    met: Vec<Option<Met<'r>>>,
    /// Why proposals of what the home does not have are not made.
    left_out: Vec<Option<Doubt>>,
}

/// A zone in a zone in a zone: deeper nesting is a circle.
const DEPTH_MAX: u32 = 100;

impl<'r> Planner<'_, 'r> {
    /// Finds what the home has of a proposal; first of the one that it lies in, for a bathroom upstairs is another than one downstairs.
    fn meet(&mut self, at: usize, fresh: &mut dyn FnMut() -> RecordId, depth: u32) -> RecordId {
        if let Some(met) = self.met[at] {
            return met.id;
        }
        let proposal = &self.asked.proposals[at];
        let brought =
            self.known.from_source(proposal.from, &proposal.key).filter(|thing| thing.brought.kind == proposal.kind);
        let met = match brought {
            // The thread of a fact is named by what stands, which the next version amends.
            Some(thing) => Met { id: thing.stands.id, thing: Some(thing), own: false },
            None => match self.own(proposal, fresh, depth) {
                Some(thing) => Met { id: thing.stands.id, thing: Some(thing), own: true },
                None => Met { id: fresh(), thing: None, own: false },
            },
        };
        self.met[at] = Some(met);
        met.id
    }

    fn own(&mut self, proposal: &Proposal, fresh: &mut dyn FnMut() -> RecordId, depth: u32) -> Option<Thing<'r>> {
        if !proposal.by_name || depth > DEPTH_MAX {
            return None;
        }
        let parent = proposal.links.iter().find(|link| link.field == "parent").and_then(|link| link.to.first());
        let parent = parent.and_then(|key| self.at.get(&(proposal.from, key.as_str())).copied());
        let parent = parent.map(|at| self.meet(at, fresh, depth + 1));
        let lies_in = |thing: &&Thing<'r>| {
            let within = thing.stands.body.open().get("parent").and_then(Value::as_str).and_then(|id| id.parse().ok());
            parent == within
        };
        self.known.called(proposal.kind, called(&proposal.fields)).iter().find(lies_in).copied()
    }

    fn step(&self, at: usize) -> Step {
        let proposal = &self.asked.proposals[at];
        let met = self.met[at].expect("every proposal was met");
        let step = |outcome, change| Step { proposal: at, outcome, change };
        let Some(thing) = met.thing else {
            return match self.left_out[at] {
                Some(why) => step(Outcome::Doubtful { why }, None),
                None => step(Outcome::New, Some(self.made(proposal, met.id))),
            };
        };
        if met.own {
            return step(Outcome::Same, None);
        }
        if thing.gone {
            if self.is_wanted(proposal) {
                return step(Outcome::New, Some(self.brought_back(proposal, &thing)));
            }
            let unchanged = self.differences(proposal, &thing).is_empty();
            let outcome = if unchanged { Outcome::Same } else { Outcome::Doubtful { why: Doubt::Removed } };
            return step(outcome, None);
        }
        let differs = self.differences(proposal, &thing);
        let mine = differs.iter().any(|difference| difference.theirs);
        if differs.is_empty() {
            return step(Outcome::Same, None);
        }
        if mine && !self.is_wanted(proposal) {
            return step(Outcome::Doubtful { why: Doubt::Both }, None);
        }
        let fields = differs.iter().map(|difference| difference.field.clone()).collect();
        step(Outcome::Changed { fields }, Some(self.changed(proposal, &thing, &differs)))
    }

    /// Why a proposal should not be made without a person's word.
    fn doubt(&self, at: usize) -> Option<Doubt> {
        let proposal = &self.asked.proposals[at];
        let met = self.met[at].expect("every proposal was met");
        if met.thing.is_some() || self.is_wanted(proposal) {
            return None;
        }
        let turned = self.turned(proposal).or_else(|| {
            let owner = self.owner(proposal).filter(|owner| self.met[*owner].is_some_and(|met| met.thing.is_none()))?;
            let owner = &self.asked.proposals[owner];
            self.turned(owner).filter(|_| !self.is_wanted(owner))
        });
        turned.or_else(|| (!proposal.by_name && self.is_double(proposal)).then_some(Doubt::Double))
    }

    /// Whether what the file calls an item was brought in as a system before, or the other way round: it has the same key then, but for the kind.
    fn turned(&self, proposal: &Proposal) -> Option<Doubt> {
        let (other, doubt) = match proposal.kind {
            "item" => ("system", Doubt::WasSystem),
            "system" => ("item", Doubt::WasItem),
            _ => return None,
        };
        let key = format!("{other}{}", proposal.key.strip_prefix(proposal.kind)?);
        // A file may have both of one name.
        if self.at.contains_key(&(proposal.from, key.as_str())) {
            return None;
        }
        let thing = self.known.from_source(proposal.from, &key).filter(|thing| thing.brought.kind == other)?;
        Some(if thing.gone { Doubt::Removed } else { doubt })
    }

    /// The thing that a warranty, a paper or a visit belongs to by its key, which then has that of the thing behind its own kind.
    fn owner(&self, proposal: &Proposal) -> Option<usize> {
        let (_, mut key) = proposal.key.split_once('/')?;
        loop {
            if let Some(at) = self.at.get(&(proposal.from, key)) {
                return Some(*at);
            }
            key = key.rsplit_once('/')?.0;
        }
    }

    fn is_wanted(&self, proposal: &Proposal) -> bool {
        !self.asked.wanted.is_empty() && self.asked.wanted.contains(&name(proposal))
    }

    /// Whether the home has one of the same name that did not come from there. What is told apart by its day, a visit of the plumber, may be called the same.
    fn is_double(&self, proposal: &Proposal) -> bool {
        let same = |thing: &Thing<'_>| {
            let fields = thing.stands.body.open();
            let elsewhere = Source::of(&fields).is_none_or(|source| source.from != proposal.from);
            let told_apart = ["when", "issued", "on", "due", "serial", "number"];
            let same = |name: &&str| match (fields.get(*name), proposal.fields.get(*name)) {
                (Some(there), Some(here)) => there == here,
                _ => true,
            };
            elsewhere && told_apart.iter().all(same)
        };
        self.known.called(proposal.kind, called(&proposal.fields)).iter().any(same)
    }

    /// All fields of a proposal but its files, with the records that it links to by their ids. Those that are left out are named in the notes instead.
    fn fields(&self, proposal: &Proposal) -> Fields {
        let mut fields = proposal.fields.clone();
        for link in &proposal.links {
            let mut ids: Vec<Value> = Vec::new();
            for at in link.to.iter().filter_map(|key| self.at.get(&(proposal.from, key.as_str()))) {
                match (self.left_out[*at], self.met[*at]) {
                    (Some(_), _) => note(&mut fields, called(&self.asked.proposals[*at].fields)),
                    (None, met) => ids.extend(met.map(|met| Value::from(met.id.to_string()))),
                }
            }
            match (link.many, ids.is_empty()) {
                (_, true) => {}
                (true, false) => _ = fields.insert(link.field.to_owned(), ids.into()),
                (false, false) => _ = fields.insert(link.field.to_owned(), ids.swap_remove(0)),
            }
        }
        fields
    }

    fn source(&self, proposal: &Proposal, fields: &Fields) -> Source {
        let mut prints: BTreeMap<String, String> =
            fields.iter().map(|(name, value)| (name.clone(), print(value))).collect();
        prints.extend(file_prints(&proposal.files));
        let (from, key) = (proposal.from.to_owned(), proposal.key.clone());
        Source { from, key, import: Some(self.asked.import), prints, was: None, claimed: None }
    }

    fn made(&self, proposal: &Proposal, id: RecordId) -> Change {
        let mut fields = self.fields(proposal);
        let source = self.source(proposal, &fields);
        fields.insert(source::FIELD.to_owned(), source.value());
        Change { id, kind: proposal.kind, fields, attached: proposal.files.clone() }
    }

    /// A record that a person took away and now wants: a living one is no longer deleted, a fact is written again.
    fn brought_back(&self, proposal: &Proposal, thing: &Thing<'r>) -> Change {
        let mut change = self.made(proposal, thing.stands.id);
        if is_fact(proposal) {
            // What amends a withdrawn fact is withdrawn with it: this is the same thing, told anew.
            change.id = self.again(thing.stands.id);
        } else {
            change.fields.insert("deleted".to_owned(), Value::Null);
        }
        change
    }

    /// An id for what is written again in place of `id`, the same for the same import.
    fn again(&self, id: RecordId) -> RecordId {
        let hash = model::FileHash::of(format!("{id} again by {}", self.asked.import).as_bytes()).0;
        let mut bytes = *self.asked.import.0.as_bytes();
        bytes[8..].copy_from_slice(&hash[..8]);
        bytes[8] = bytes[8] & 0x3f | 0x80;
        RecordId(uuid::Uuid::from_bytes(bytes))
    }

    /// What the file says otherwise now than when it was last brought in.
    fn differences(&self, proposal: &Proposal, thing: &Thing<'r>) -> Vec<Difference> {
        let prints = crate::known::source(thing.brought).map(|source| source.prints).unwrap_or_default();
        let (fields, stands) = (self.fields(proposal), thing.stands.body.open());
        let mut names: BTreeSet<&String> = fields.keys().chain(prints.keys()).collect();
        names.retain(|name| !is_file(name) && !proposal.untold.contains(&name.as_str()));
        let mut differences: Vec<Difference> = names
            .into_iter()
            .filter_map(|name| {
                let (said, now) = (fields.get(name), stands.get(name));
                let (before, after) = (prints.get(name), said.map(print));
                if before == after.as_ref() || said == now {
                    return None;
                }
                let theirs = before != now.map(print).as_ref();
                Some(Difference { field: name.clone(), value: said.cloned().unwrap_or(Value::Null), theirs })
            })
            .collect();
        for (field, print) in file_prints(&proposal.files) {
            if prints.get(&field) != Some(&print) {
                differences.push(Difference { field, value: Value::Null, theirs: false });
            }
        }
        differences
    }

    fn changed(&self, proposal: &Proposal, thing: &Thing<'r>, differs: &[Difference]) -> Change {
        let all = self.fields(proposal);
        let mut source = self.source(proposal, &all);
        let stands = thing.stands.body.open();
        // What the file does not tell stands as it was told before.
        let mut before = crate::known::source(thing.brought).map(|source| source.prints).unwrap_or_default();
        for field in &proposal.untold {
            source.prints.remove(*field);
            source.prints.extend(before.remove_entry(*field));
        }
        let files = differs.iter().any(|difference| is_file(&difference.field));
        let attached = if files { not_there(&proposal.files, &stands) } else { Vec::new() };
        if is_fact(proposal) {
            let mut fields = stands;
            for Difference { field, value, .. } in differs.iter().filter(|difference| !is_file(&difference.field)) {
                match value {
                    Value::Null => fields.remove(field),
                    value => fields.insert(field.clone(), value.clone()),
                };
            }
            fields.insert("amends".to_owned(), json!(thing.stands.id));
            fields.insert("reason".to_owned(), json!(self.asked.reason));
            fields.insert(source::FIELD.to_owned(), source.value());
            return Change { id: self.again(thing.stands.id), kind: proposal.kind, fields, attached };
        }
        let mut was: Fields = differs
            .iter()
            .map(|difference| (difference.field.clone(), stands.get(&difference.field).cloned().unwrap_or(Value::Null)))
            .collect();
        was.insert(source::FIELD.to_owned(), without_was(&stands));
        source.was = Some(was);
        // What an archive claims of the record stays true of it; who last brought it in is this import.
        source.claimed = Source::of(&stands)
            .and_then(|before| before.claimed)
            .map(|claimed| Claimed { import: Some(self.asked.import), ..claimed });
        let mut fields: Fields = differs
            .iter()
            .filter(|difference| !is_file(&difference.field))
            .map(|difference| (difference.field.clone(), difference.value.clone()))
            .collect();
        if !attached.is_empty() && stands.get("files").is_some() {
            fields.insert("files".to_owned(), stands["files"].clone());
        }
        fields.insert(source::FIELD.to_owned(), source.value());
        Change { id: thing.stands.id, kind: proposal.kind, fields, attached }
    }
}

/// A field that the file says otherwise.
struct Difference {
    field: String,
    value: Value,
    /// A person has changed it too.
    theirs: bool,
}

/// Files are told apart by prints of their own.
pub(crate) fn is_file(field: &str) -> bool {
    matches!(field, "files" | "file")
}

fn is_fact(proposal: &Proposal) -> bool {
    kind_of(proposal.kind).is_some_and(|kind| kind.nature == Nature::Fact)
}

/// Adds a line to the notes, if there is room for it.
pub(crate) fn note(fields: &mut Fields, line: &str) {
    let notes = fields.get("notes").and_then(Value::as_str).unwrap_or_default();
    let longer = if notes.is_empty() { line.to_owned() } else { format!("{notes}\n{line}") };
    if longer.chars().count() <= model::letter::NOTE_CHARS_MAX {
        fields.insert("notes".to_owned(), longer.into());
    }
}

/// One print for all files of a field.
fn file_prints(files: &[Attached]) -> BTreeMap<String, String> {
    let mut told: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for file in files {
        told.entry(file.field).or_default().push((&file.name, &file.print));
    }
    told.into_iter().map(|(field, files)| (field.to_owned(), print(&json!(files)))).collect()
}

/// The files that a record does not have by their names.
fn not_there(files: &[Attached], stands: &Fields) -> Vec<Attached> {
    let has = |file: &&Attached| {
        let there = stands.get(file.field).into_iter();
        let mut there = there.flat_map(|value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]));
        !there.any(|kept| kept.get("name").and_then(Value::as_str) == Some(&file.name))
    };
    files.iter().filter(has).cloned().collect()
}

/// Where a record came from, without what it held before that: one step back is enough.
fn without_was(fields: &Fields) -> Value {
    Source::of(fields).map_or(Value::Null, |source| Source { was: None, ..source }.value())
}
