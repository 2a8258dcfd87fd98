//! Texts on the paper that still say what is hidden, as far as a program can tell: so that a person reads those first.

use super::parts::Given;
use super::wish::{Hidden, Part};
use crate::data::folded;
use leptos::prelude::*;
use model::contact::Contact;
use model::document::Document;
use model::system::System;
use model::warranty::Warranty;
use std::collections::BTreeSet;

/// Names shorter than this are in too many words.
const NAME_CHARS_MIN: usize = 4;

/// Texts of the report that name somebody or an amount that is hidden, each once, in the order in which they are read; tracks what it reads.
pub fn mentions(given: Given) -> Vec<String> {
    let hidden = given.wish.with(|wish| wish.hidden);
    if hidden == Hidden::default() {
        return Vec::new();
    }
    let names = if hidden.names { names(given) } else { BTreeSet::new() };
    let says = |text: &String| {
        let plain = folded(text);
        names.iter().any(|name| plain.contains(name.as_str())) || (hidden.costs && has_amount(text))
    };
    let mut seen = BTreeSet::new();
    let mut found = texts(given);
    found.retain(|text| says(text) && seen.insert(text.clone()));
    found
}

/// Names of people and firms of the home, as they are compared.
fn names(given: Given) -> BTreeSet<String> {
    let library = &given.desk.library;
    let shelf = library.shelf::<Contact>();
    let contacts = shelf.values().flat_map(|contact| [contact.letter.name.clone(), contact.letter.person.clone()]);
    let others = library.entries.get();
    let others = others.iter().map(|entry| entry.letter.done_by.clone());
    let names = contacts.chain(others).map(|name| folded(name.trim()));
    names.filter(|name| name.chars().count() >= NAME_CHARS_MIN).collect()
}

/// What people wrote freely and the report prints.
fn texts(given: Given) -> Vec<String> {
    let Given { desk, wish, entries } = given;
    let library = &desk.library;
    let wish = wish.get();
    let mut texts = Vec::new();
    if wish.has(Part::Systems) {
        for system in library.shelf::<System>().values() {
            let letter = &system.letter;
            texts.extend([letter.name.clone(), letter.shut_off.clone(), letter.life_source.clone()]);
            texts.extend(wish.has(Part::Notes).then(|| letter.notes.clone()));
        }
    }
    if wish.has(Part::Timeline) {
        entries.with(|entries| {
            for entry in entries.iter().map(|entry| &entry.letter) {
                texts.push(entry.title.clone());
                texts.extend(wish.has(Part::Notes).then(|| entry.notes.clone()));
                let captions = entry.files.iter().filter(|_| wish.has(Part::Photos)).map(|file| file.caption.clone());
                texts.extend(captions);
            }
        });
    }
    if wish.has(Part::Warranties) || wish.has(Part::Systems) {
        texts.extend(library.shelf::<Warranty>().values().map(|warranty| warranty.letter.title.clone()));
    }
    if wish.has(Part::Certificates) {
        texts.extend(library.certificates.get().iter().map(|certificate| certificate.letter.title.clone()));
    }
    if wish.has(Part::Documents) {
        texts.extend(library.shelf::<Document>().values().map(|paper| paper.letter.title.clone()));
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
