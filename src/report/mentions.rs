//! Texts of a report that still say what is hidden, as far as a program can tell: so that a person reads those first.

use crate::home::Home;
use crate::wish::{Hidden, Part, Wish};
use model::FileRef;
use model::look::folded;
use std::collections::BTreeSet;
use words::Words;

/// Names shorter than this are in too many words.
const NAME_CHARS_MIN: usize = 4;

/// Texts of the report that name somebody or an amount that is hidden, each once, in the order in which they are read.
pub fn mentions(home: &Home<'_>, wish: &Wish, words: &Words) -> Vec<String> {
    if wish.hidden == Hidden::default() {
        return Vec::new();
    }
    let names = if wish.hidden.names { names(home) } else { BTreeSet::new() };
    let says = |text: &str| {
        let plain = folded(text);
        names.iter().any(|name| plain.contains(name.as_str())) || (wish.hidden.costs && has_amount(text))
    };
    let mut seen = BTreeSet::new();
    let mut found = texts(home, wish, words);
    found.retain(|text| says(text) && seen.insert(*text));
    found.into_iter().map(str::to_owned).collect()
}

/// Names of people and firms of the home, as they are compared.
fn names(home: &Home<'_>) -> BTreeSet<String> {
    let contacts = home.contacts.iter().flat_map(|contact| [&contact.letter.name, &contact.letter.person]);
    let others = home.entries.iter().map(|entry| &entry.letter.done_by);
    let names = contacts.chain(others).map(|name| folded(name.trim()));
    names.filter(|name| name.chars().count() >= NAME_CHARS_MIN).collect()
}

/// What people wrote freely and the report prints.
fn texts<'a>(home: &Home<'a>, wish: &Wish, words: &Words) -> Vec<&'a str> {
    let mut texts: Vec<&'a str> = Vec::new();
    let notes = wish.has(Part::Notes);
    if wish.has(Part::Health) {
        texts.extend(home.systems.iter().map(|system| system.letter.name.as_str()));
    }
    if wish.has(Part::Systems) {
        for letter in home.systems.iter().map(|system| system.letter) {
            texts.extend([letter.name.as_str(), &letter.shut_off, &letter.life_source]);
            texts.extend([&letter.notes, &letter.steps].into_iter().filter(|_| notes).map(String::as_str));
            let is_shown = |file: &&FileRef| wish.has(Part::Photos) && Some(file.hash) == letter.shut_off_photo;
            texts.extend(letter.files.iter().filter(is_shown).map(|file| file.caption.as_str()));
        }
    }
    if wish.has(Part::Timeline) {
        for entry in home.chosen(wish, words).into_iter().map(|entry| entry.letter) {
            texts.push(&entry.title);
            texts.extend(notes.then_some(entry.notes.as_str()));
            let photos = entry.files.iter().filter(|file| wish.has(Part::Photos) && file.is_photo());
            texts.extend(photos.map(|file| file.caption.as_str()));
        }
    }
    if wish.has(Part::Warranties) || wish.has(Part::Systems) {
        texts.extend(home.warranties.iter().map(|warranty| warranty.letter.title.as_str()));
    }
    if wish.has(Part::Warranties) {
        texts.extend(home.claims.iter().map(|claim| claim.letter.title.as_str()));
    }
    if wish.has(Part::Inspections) {
        for letter in home.inspections.iter().map(|inspection| inspection.letter) {
            texts.push(&letter.title);
            texts.extend(letter.points.iter().map(|point| point.title.as_str()));
            texts.extend(letter.points.iter().filter(|_| notes).map(|point| point.note.as_str()));
        }
    }
    if wish.has(Part::Certificates) {
        texts.extend(home.certificates.iter().map(|certificate| certificate.letter.title.as_str()));
    }
    if wish.has(Part::Requests) {
        let asked = home.deals.iter().filter_map(|deal| deal.request.as_ref());
        texts.extend(asked.map(|request| request.letter.title.as_str()));
        let approved = home.deals.iter().filter_map(|deal| deal.approval());
        texts.extend(approved.map(|(quote, _)| quote.letter.title.as_str()));
    }
    if wish.has(Part::Documents) {
        texts.extend(home.documents.iter().map(|paper| paper.letter.title.as_str()));
    }
    texts
}

/// Whether a text has an amount in rand: "R 1 250", "R750", "ZAR 20".
fn has_amount(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', '\u{a0}', '\n', '(', ',', ':']).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let alone = words.windows(2).any(|pair| matches!(pair[0], "R" | "ZAR") && is_number(pair[1]));
    alone || words.iter().any(|word| word.strip_prefix('R').is_some_and(is_number))
}

#[cfg(test)]
mod tests {
    #[test]
    fn amounts_in_rand_are_seen_and_other_numbers_are_not() {
        for text in ["paid R 1 250", "R750 in cash", "(ZAR 20)", "cost: R\u{a0}5"] {
            assert!(super::has_amount(text), "{text}");
        }
        for text in ["Room 5", "RAL 9010", "R", "150 litres"] {
            assert!(!super::has_amount(text), "{text}");
        }
    }
}
