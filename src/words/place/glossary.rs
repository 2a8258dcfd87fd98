//! The trade's terms in plain words.

/// A term, what it stands for, what it means.
pub type Term = (&'static str, &'static str, &'static str);

/// What the glossary says.
pub struct Glossary {
    /// The page.
    pub title: &'static str,
    /// Searches it.
    pub search: &'static str,
    /// Its terms, in order.
    pub terms: &'static [Term],
}

impl Glossary {
    /// The terms that stand in a text, as words of their own, in the order of the glossary. What is written in capitals only is looked for so.
    pub fn terms_in(&self, text: &str) -> Vec<&'static Term> {
        let lower = text.to_lowercase();
        let stands = |term: &Term| {
            let is_short = term.0.chars().filter(char::is_ascii_uppercase).count() > 1;
            if is_short { has_word(text, term.0) } else { has_word(&lower, &term.0.to_lowercase()) }
        };
        self.terms.iter().filter(|term| stands(term)).collect()
    }
}

/// Whether `word` stands in `text` by itself, or in the plural.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let after = after.strip_prefix('s').unwrap_or(after);
        let ends = |c: char| !c.is_alphanumeric();
        before.chars().next_back().is_none_or(ends) && after.chars().next().is_none_or(ends)
    })
}

#[cfg(test)]
mod tests {
    use crate::Language;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = Language::EnZa.words().glossary().terms_in(text);
        assert_eq!(found.iter().map(|term| term.0).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn terms_are_found_as_words_of_their_own() {
        check("Replace the PRV and both TPRs", &["PRV", "TPR"]);
        check("New DB, SPD and CoC.", &["CoC", "DB", "SPD"]);
        check("The anode is used up; anodes last two years", &["Anode"]);
        check("A drip tray below the geyser", &["Drip tray"]);
        check("Two vacuum breakers", &["Vacuum breaker"]);
        check("Feedback from the cathode on my adbs", &[]);
        check("", &[]);
    }
}
