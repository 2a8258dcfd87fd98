//! Full-text search over the entries: every word typed must occur, case and accents aside.

use super::Standing;
use model::RecordId;
use model::entry::Entry;
use model::look::{folded, searched};
use std::collections::HashMap;
use std::sync::Arc;

/// Folded text of each entry, made ahead or when somebody searches, and kept while an entry stays the same.
///
/// A query that only grew is looked for only in what its shorter form found, so that typing stays quick over ten thousand entries.
#[derive(Default)]
pub struct Finder {
    /// Texts of the first entries of `of`; of all of them once it is ready.
    texts: Vec<String>,
    of: Arc<Vec<Standing<Entry>>>,
    /// Texts of entries as they stood before, by version: a fact does not change, so they are used again.
    before: HashMap<RecordId, String>,
    last: Option<(String, Vec<usize>)>,
}

impl Finder {
    /// Makes ready for `entries`, at most `count_max` of them at this time, so that nobody waits for it. Whether it is ready.
    /// `more` adds what an entry's references are called.
    pub fn prepare(
        &mut self,
        entries: &Arc<Vec<Standing<Entry>>>,
        count_max: usize,
        more: impl Fn(&Entry) -> String,
    ) -> bool {
        if !Arc::ptr_eq(&self.of, entries) {
            let of = std::mem::replace(&mut self.of, entries.clone());
            self.before.extend(of.iter().map(|entry| entry.id).zip(self.texts.drain(..)));
            self.last = None;
        }
        let next = self.texts.len()..entries.len().min(self.texts.len().saturating_add(count_max));
        for entry in &entries[next] {
            let text =
                self.before.remove(&entry.id).unwrap_or_else(|| folded(&searched(&entry.letter, &more(&entry.letter))));
            self.texts.push(text);
        }
        let is_ready = self.texts.len() == entries.len();
        if is_ready {
            self.before.clear();
        }
        is_ready
    }

    /// Indices into `entries` of those that hold every word of `query`, in their order.
    pub fn find(
        &mut self,
        entries: &Arc<Vec<Standing<Entry>>>,
        query: &str,
        more: impl Fn(&Entry) -> String,
    ) -> Vec<usize> {
        self.prepare(entries, usize::MAX, more);
        let query = folded(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let holds = |at: &usize| words.iter().all(|word| self.texts[*at].contains(word));
        let found: Vec<usize> = match &self.last {
            Some((last, found)) if query.starts_with(last.as_str()) => found.iter().copied().filter(holds).collect(),
            _ => (0..entries.len()).filter(holds).collect(),
        };
        self.last = Some((query, found.clone()));
        found
    }
}
