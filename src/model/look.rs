//! What a person looks for in a logbook: which entries pass a filter, and which hold some words.

use crate::date::Date;
use crate::entry::{Entry, EntryType};
use crate::id::RecordId;

/// Which entries are looked for; an empty filter passes everything. It stands in addresses, so that a list can be shared and gone back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all occur.
    pub query: String,
    /// One sort of entry.
    pub sort: Option<EntryType>,
    /// One system.
    pub system: Option<RecordId>,
    /// One year.
    pub year: Option<i32>,
    /// One contact.
    pub contact: Option<RecordId>,
    /// At least so many cents.
    pub cents_min: Option<i64>,
}

impl Filter {
    /// What an address asks for, by the names of its query; what it cannot mean is left out.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        fn one<T: std::str::FromStr>(value: &impl Fn(&str) -> Option<String>, name: &str) -> Option<T> {
            value(name)?.parse().ok()
        }
        Self {
            query: value("q").unwrap_or_default(),
            sort: one(&value, "kind"),
            system: one(&value, "system"),
            year: one(&value, "year"),
            contact: one(&value, "contact"),
            cents_min: one(&value, "cost").filter(|cents| *cents > 0),
        }
    }

    /// What an address says that asks for it: names and values, in their order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let Self { query, sort, system, year, contact, cents_min } = self;
        let words = Some(query.trim()).filter(|words| !words.is_empty()).map(str::to_owned);
        let pairs = [
            ("q", words),
            ("kind", sort.map(|sort| sort.to_string())),
            ("system", system.map(|id| id.to_string())),
            ("year", year.map(|year| year.to_string())),
            ("contact", contact.map(|id| id.to_string())),
            ("cost", cents_min.map(|cents| cents.to_string())),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// Whether it leaves anything out, the words aside.
    pub fn is_narrow(&self) -> bool {
        *self != Self { query: self.query.clone(), ..Self::default() }
    }

    /// Whether an entry passes, the words aside.
    pub fn passes(&self, entry: &Entry) -> bool {
        self.sort.is_none_or(|sort| entry.sort == sort)
            && self.system.is_none_or(|system| entry.systems.contains(&system))
            && self.year.is_none_or(|year| day(entry).is_some_and(|day| day.year() == year))
            && self.contact.is_none_or(|contact| entry.contact == Some(contact))
            && self.cents_min.is_none_or(|cents| entry.cost.as_ref().is_some_and(|cost| cost.cents >= cents))
    }
}

/// The day by which an entry is sorted.
fn day(entry: &Entry) -> Option<Date> {
    entry.when.map(|when| when.sort_key())
}

/// Everything in an entry that is searched, as it stands; `names` adds what its references are called.
pub fn searched(entry: &Entry, names: &str) -> String {
    let parts = entry.parts.iter().flat_map(|part| [part.name.as_str(), part.number.as_str()]);
    let files = entry.files.iter().flat_map(|file| [file.name.as_str(), file.caption.as_str()]);
    let mut words: Vec<&str> = vec![&entry.title, &entry.notes, &entry.done_by];
    words.extend(parts.chain(files));
    format!("{} {names}", words.join(" "))
}

/// `text` without case and without the accents that Afrikaans and isiZulu use, one character for one, so that a match in it can be marked
/// in the original.
pub fn folded(text: &str) -> String {
    // Nearly all texts are plain, and there are many of them.
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(fold).collect() }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_a_filter_and_the_same_comes_back() {
        let address = [("q", "geyser"), ("kind", "fault"), ("year", "2021"), ("cost", "5000")];
        let value = |name: &str| address.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        let filter = Filter::read(value);
        assert_eq!(filter.year, Some(2021));
        let pairs: Vec<_> = filter.pairs();
        assert_eq!(pairs.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>(), address);
        let wrong = Filter::read(|name| (name != "q").then(|| "-1".to_owned()));
        assert_eq!(wrong, Filter { year: Some(-1), ..Filter::default() });
    }

    #[test]
    fn accents_and_case_are_no_difference_and_no_character_is_lost() {
        assert_eq!(folded("Geÿser ÊËÉ Plomberie"), "geyser eee plomberie");
        assert_eq!(folded("İ").chars().count(), 1);
    }
}
