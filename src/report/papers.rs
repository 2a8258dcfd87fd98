//! Certificates, warranties and documents, as tables.

use crate::Given;
use crate::block::{Block, Column, Row, Table};
use crate::parts::joined;
use model::warranty::Warranty;
use std::cmp::Reverse;

/// A table of things; that there are none where there are none. A column of people is on paper only where names are.
fn table(given: &Given<'_>, caption: &'static str, columns: [Option<&'static str>; 5], rows: Vec<Row>) -> Block {
    if rows.is_empty() {
        return Block::Nothing { text: given.words.print().none };
    }
    let columns = columns.into_iter().flatten().map(Column::words).collect();
    Block::Table(Table { caption, columns, rows, total: None, list: true })
}

fn row(name: String, cells: [Option<String>; 4]) -> Row {
    Row { name, cells: cells.into_iter().flatten().collect() }
}

/// The certificates, newest first.
pub(crate) fn certificates(given: &Given<'_>) -> Vec<Block> {
    let (words, home) = (given.words, given.home);
    let (said, names) = (words.care(), !given.wish.hidden.names);
    let rows = home.certificates.iter().map(|certificate| {
        let letter = certificate.letter;
        let sort = (words.choice().certificate)(letter.sort);
        let issuer = || {
            let registration = joined(&[&letter.body, &letter.registration]);
            joined(&[&home.person(letter.contact, &letter.issuer), &registration])
        };
        let issued = letter.issued.map(|issued| words.date(issued)).unwrap_or_default();
        let amended = if certificate.versions > 1 { words.print().amended } else { "" };
        row(
            joined(&[&letter.title, sort]),
            [
                Some(letter.number.clone()),
                Some(joined(&[&issued, amended])),
                names.then(issuer),
                Some(home.systems_named(&letter.systems)),
            ],
        )
    });
    let rows: Vec<Row> = rows.collect();
    let any = !rows.is_empty();
    let columns = [
        Some(said.certificate),
        Some(said.number),
        Some(said.issued),
        names.then_some(said.issuer),
        Some(words.frame().systems),
    ];
    let mut blocks = vec![table(given, words.frame().certificates, columns, rows)];
    blocks.extend(any.then_some(Block::Note { text: said.certificates_note }));
    blocks
}

/// The warranties: those in force by their end, then those that ended, the latest first.
pub(crate) fn warranties(given: &Given<'_>) -> Vec<Block> {
    let (words, home, today) = (given.words, given.home, given.today);
    let (said, names) = (words.care(), !given.wish.hidden.names);
    let mut all: Vec<&Warranty> = home.warranties.iter().map(|warranty| warranty.letter).collect();
    let ended = |warranty: &Warranty| warranty.ends().filter(|ends| *ends < today);
    all.sort_by_key(|warranty| match ended(warranty) {
        Some(ended) => (true, None, Reverse(Some(ended))),
        None => (false, warranty.ends(), Reverse(None)),
    });
    let rows = all.into_iter().map(|letter| {
        let ends = match letter.ends() {
            Some(ends) if ends < today => (said.ended)(&words.day(ends)),
            Some(ends) => words.day(ends),
            None => said.end_unknown.to_owned(),
        };
        let provider = || joined(&[&home.person(letter.contact, &letter.provider), &letter.number]);
        let starts = letter.starts.map(|starts| words.date(starts)).unwrap_or_default();
        row(
            joined(&[&letter.title, (words.choice().cover)(letter.cover)]),
            [Some(home.systems_named(&letter.systems)), names.then(provider), Some(starts), Some(ends)],
        )
    });
    let rows = rows.collect();
    let columns = [
        Some(said.warranty),
        Some(words.frame().systems),
        names.then_some(said.provider),
        Some(said.starts),
        Some(words.print().ends),
    ];
    vec![table(given, words.frame().warranties, columns, rows)]
}

/// The documents by their sort, newest first.
pub(crate) fn documents(given: &Given<'_>) -> Vec<Block> {
    let (words, home) = (given.words, given.home);
    let names = !given.wish.hidden.names;
    let mut all: Vec<_> = home.documents.iter().map(|paper| paper.letter).collect();
    all.sort_by_key(|letter| (letter.sort, Reverse(letter.dated.map(|dated| dated.sort_key()))));
    let rows = all.into_iter().map(|letter| {
        row(
            letter.title.clone(),
            [
                Some((words.choice().document)(letter.sort).to_owned()),
                Some(letter.dated.map(|dated| words.date(dated)).unwrap_or_default()),
                names.then(|| home.person(letter.contact, "")),
                Some(home.systems_named(&letter.systems)),
            ],
        )
    });
    let rows = rows.collect();
    let columns = [
        Some(words.document().one),
        Some(words.care().sort),
        Some(words.print().date),
        names.then_some(words.care().provider),
        Some(words.frame().systems),
    ];
    vec![table(given, words.frame().documents, columns, rows)]
}
