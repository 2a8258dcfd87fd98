//! What the readers have found so far: proposals with keys that no two share, zones and contacts once each, and what was not as it should be.

use crate::attachment::Files;
use crate::batch::Settings;
use crate::draft::Draft;
use crate::proposal::{Place, Problem, ProblemCode, Proposal};
use crate::sort;
use crate::text::{cut, fold, normal, one_line};
use model::contact::ContactRole;
use model::id::FileHash;
use model::letter::LINE_CHARS_MAX;
use model::source::KEY_CHARS_MAX;
use std::collections::{HashMap, HashSet};

/// Problems that are told one by one; what is behind the last is in the notes all the same.
const PROBLEMS_MAX: usize = 20_000;
/// Characters of a problem's text.
const PROBLEM_CHARS_MAX: usize = 200;
/// Characters of a key that its number among equals may need.
const NUMBER_CHARS: usize = 10;
/// Zones within zones that a path may name.
const PATH_MAX: usize = 12;

/// What is found in the files of one import.
pub(crate) struct Gather<'a> {
    /// The format that is being read.
    pub(crate) from: &'static str,
    /// What is known of the home.
    pub(crate) settings: &'a Settings<'a>,
    /// The currency of amounts that name none.
    pub(crate) currency: &'a str,
    /// Photos and papers among the files.
    pub(crate) files: &'a Files<'a>,
    /// Names of things, folded, that entries and tasks name: such things are systems.
    pub(crate) wanted: HashSet<String>,
    /// Things by their folded names.
    pub(crate) things: HashMap<String, Thing>,
    /// What was found.
    pub(crate) proposals: Vec<Proposal>,
    /// What was not as it should be.
    pub(crate) problems: Vec<Problem>,
    keys: HashMap<String, u32>,
    zones: HashMap<String, String>,
    contacts: HashMap<String, String>,
}

/// A thing that others can name.
#[derive(Clone)]
pub(crate) struct Thing {
    /// Its key.
    pub(crate) key: String,
    /// Whether it is a system.
    pub(crate) is_system: bool,
}

impl<'a> Gather<'a> {
    /// Nothing found yet.
    pub(crate) fn new(settings: &'a Settings<'a>, currency: &'a str, files: &'a Files<'a>) -> Self {
        Self {
            from: "table",
            settings,
            currency,
            files,
            wanted: HashSet::new(),
            things: HashMap::new(),
            proposals: Vec::new(),
            problems: Vec::new(),
            keys: HashMap::new(),
            zones: HashMap::new(),
            contacts: HashMap::new(),
        }
    }

    /// Notes a problem.
    pub(crate) fn problem(&mut self, at: &Place, code: ProblemCode, what: &str, text: &str) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(problem(at.clone(), code, what, text));
        }
    }

    /// A key for a record of `kind` that is identified by `text`, with a number if there is one already.
    pub(crate) fn key(&mut self, kind: &str, text: &str) -> String {
        let key = bounded(&format!("{kind}/{}", one_line(&normal(text))));
        let count = self.keys.entry(key.clone()).or_default();
        *count += 1;
        if *count == 1 {
            return key;
        }
        // A text may look like a number among others.
        let mut number = *count;
        while self.keys.contains_key(&format!("{key}#{number}")) {
            number += 1;
        }
        self.keys.insert(key.clone(), number);
        let numbered = format!("{key}#{number}");
        self.keys.insert(numbered.clone(), 1);
        numbered
    }

    /// The key of the zone that a path of names leads to, made with all above it where it is not there yet. None for an empty path.
    pub(crate) fn zone(&mut self, path: &[&str], at: &Place) -> Option<String> {
        let (mut key, mut names) = (None, String::new());
        for name in path.iter().take(PATH_MAX) {
            let name = normal(name);
            let name = cut(&one_line(&name), LINE_CHARS_MAX).trim().to_owned();
            if name.is_empty() {
                continue;
            }
            let parent = key.take();
            names = if names.is_empty() { name.clone() } else { format!("{names} / {name}") };
            let known = self.zones.get(&names.to_lowercase()).cloned();
            key = Some(known.unwrap_or_else(|| self.new_zone(&name, &names, parent, at)));
        }
        key
    }

    fn new_zone(&mut self, name: &str, path: &str, parent: Option<String>, at: &Place) -> String {
        let mut draft = Draft::new("zone", at.clone());
        draft.put("name", name);
        draft.put("place", sort::place(name).as_str());
        draft.link("parent", false, parent);
        draft.by_name = true;
        let key = self.key("zone", path);
        self.zones.insert(path.to_lowercase(), key.clone());
        draft.finish(self, key.clone());
        key
    }

    /// Makes a zone of that path known under its bare name too, for files that name it so.
    pub(crate) fn name_zone(&mut self, name: &str, key: &str) {
        self.zones.entry(one_line(&normal(name)).to_lowercase()).or_insert_with(|| key.to_owned());
    }

    /// The proposal of that key, if it was made last or not long ago.
    pub(crate) fn proposal(&mut self, key: &str) -> Option<&mut Proposal> {
        self.proposals.iter_mut().rev().find(|proposal| proposal.key == key)
    }

    /// The key of a contact of that name, made if it is not there yet. None for an empty name.
    pub(crate) fn contact(&mut self, name: &str, role: ContactRole, at: &Place) -> Option<String> {
        let name = normal(name);
        let name = cut(&one_line(&name), LINE_CHARS_MAX).trim().to_owned();
        let folded = fold(&name);
        if folded.is_empty() {
            return None;
        }
        if let Some(key) = self.contacts.get(&folded) {
            return Some(key.clone());
        }
        let mut draft = Draft::new("contact", at.clone());
        draft.put("name", &name);
        draft.put("role", role.as_str());
        draft.by_name = true;
        let key = self.key("contact", &name.to_lowercase());
        self.contacts.insert(folded, key.clone());
        draft.finish(self, key.clone());
        Some(key)
    }

    /// Makes a contact that was read from a row of its own known to others that name it.
    pub(crate) fn meet(&mut self, name: &str, key: &str) {
        self.contacts.entry(fold(name)).or_insert_with(|| key.to_owned());
    }
}

/// A problem, its texts cut.
pub(crate) fn problem(at: Place, code: ProblemCode, what: &str, text: &str) -> Problem {
    let short = |text: &str| cut(text.trim(), PROBLEM_CHARS_MAX).to_owned();
    Problem { at, code, what: short(what), text: short(text) }
}

/// A key that fits, with a hash at its end where it was cut.
fn bounded(key: &str) -> String {
    let chars_max = KEY_CHARS_MAX - NUMBER_CHARS;
    if key.chars().count() <= chars_max {
        return key.to_owned();
    }
    let hash = FileHash::of(key.as_bytes()).to_string();
    format!("{}~{}", cut(key, chars_max - 17), &hash[..16])
}
