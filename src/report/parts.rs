//! What the sections share.

use words::Words;

/// A number of things, as people write it.
pub fn number(words: &Words, count: usize) -> String {
    words.number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Those of the texts that say something, with a dot between.
pub fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}
