//! Full-text search over the entries: every word typed must occur, case and accents aside.

use super::Standing;
use model::entry::Entry;
use std::sync::Arc;

/// Folded text of each entry, made when somebody first searches and kept while the entries stay the same.
///
/// A query that only grew is looked for only in what its shorter form found, so that typing stays quick over ten thousand entries.
#[derive(Default)]
pub struct Finder {
    texts: Vec<String>,
    of: Option<Arc<Vec<Standing<Entry>>>>,
    last: Option<(String, Vec<usize>)>,
}

impl Finder {
    /// Indices into `entries` of those that hold every word of `query`, in their order. `more` adds what an entry's references are called.
    pub fn find(
        &mut self,
        entries: &Arc<Vec<Standing<Entry>>>,
        query: &str,
        more: impl Fn(&Entry) -> String,
    ) -> Vec<usize> {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, entries)) {
            self.texts = entries.iter().map(|entry| folded(&text(&entry.letter, &more))).collect();
            self.of = Some(entries.clone());
            self.last = None;
        }
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

fn text(entry: &Entry, more: &impl Fn(&Entry) -> String) -> String {
    let parts = entry.parts.iter().flat_map(|part| [part.name.as_str(), part.number.as_str()]);
    let files = entry.files.iter().flat_map(|file| [file.name.as_str(), file.caption.as_str()]);
    let mut words: Vec<&str> = vec![&entry.title, &entry.notes, &entry.done_by];
    words.extend(parts.chain(files));
    format!("{} {}", words.join(" "), more(entry))
}

/// `text` without case and without the accents that Afrikaans and isiZulu use, one character for one, so that a match in it can be marked
/// in the original.
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\x7f' => c,
        'à'..='å' | 'À'..='Å' => 'a',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        other => {
            let mut lower = other.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => other,
            }
        }
    }
}
