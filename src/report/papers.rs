//! Certificates, warranties and documents, as tables.

use crate::Given;
use crate::block::{Block, Column, Row, Table};
use crate::home::Kept;
use crate::parts::joined;
use model::basis::{Purpose, altered_by, finding};
use model::warranty::{Clock, State, Warranty};
use std::cmp::Reverse;

/// A table of things; that there are none where there are none. A column of people is on paper only where names are.
fn table(given: &Given<'_>, caption: &'static str, columns: &[Option<&'static str>], rows: Vec<Row>) -> Block {
    if rows.is_empty() {
        return Block::Nothing { text: given.words.print().none };
    }
    let columns = columns.iter().copied().flatten().map(Column::words).collect();
    Block::Table(Table { caption, columns, rows, total: None, list: true })
}

fn row<const N: usize>(name: String, cells: [Option<String>; N]) -> Row {
    Row { name, cells: cells.into_iter().flatten().collect() }
}

/// The certificates, newest first.
pub(crate) fn certificates(given: &Given<'_>) -> Vec<Block> {
    let (words, home) = (given.words, given.home);
    let (said, names) = (words.care(), !given.wish.hidden.names);
    let basis = home.basis();
    let good_for = |root| {
        let paper = basis.papers.iter().find(|paper| paper.root == root)?;
        let word = |purpose: &Purpose| {
            let found = finding(&basis, paper, given.today, *purpose);
            format!("{}: {}", (words.basis().purpose)(*purpose), (words.basis().verdict)(found.verdict))
        };
        let mut told: Vec<String> = Purpose::ALL.iter().map(word).collect();
        let altered = altered_by(&basis, paper, given.today);
        told.extend(altered.map(|(_, surely)| (words.outlook().altered)(surely).to_owned()));
        Some(told.join(" · "))
    };
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
                Some(good_for(certificate.id).unwrap_or_default()),
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
        Some(words.basis().good_for),
    ];
    let mut blocks = vec![table(given, words.frame().certificates, &columns, rows)];
    let notes = [said.certificates_note, words.basis().advice];
    blocks.extend(notes.into_iter().filter(|_| any).map(|text| Block::Note { text }));
    blocks
}

/// The warranties: those in force by their end, then those that ended, the latest first.
pub(crate) fn warranties(given: &Given<'_>) -> Vec<Block> {
    let (words, home, today) = (given.words, given.home, given.today);
    let (said, names) = (words.care(), !given.wish.hidden.names);
    let mut all: Vec<(Kept<'_, Warranty>, Clock)> =
        home.warranties.iter().map(|warranty| (*warranty, home.clock(*warranty))).collect();
    all.sort_by_key(|(_, clock)| match clock.state(today) {
        State::Ended | State::Void => (true, None, Reverse(clock.ends)),
        State::Ahead | State::Runs | State::Unknown => (false, clock.ends, Reverse(None)),
    });
    let rows = all.into_iter().map(|(warranty, clock)| {
        let letter = warranty.letter;
        let moved = if clock.moved_by.is_some() { words.warranty().moved } else { "" };
        let ends = match (clock.state(today), clock.ends) {
            (State::Void, _) => (words.warranty().state)(State::Void).to_owned(),
            (State::Ended, Some(ends)) => (said.ended)(&words.day(ends)),
            (_, Some(ends)) => joined(&[&words.day(ends), moved]),
            (_, None) => said.end_unknown.to_owned(),
        };
        let claims = home.claims.iter().filter(|claim| claim.letter.warranty == Some(warranty.id));
        let claims = claims.map(|Kept { letter: claim, .. }| {
            let asked = claim.asked.map(|asked| words.date(asked)).unwrap_or_default();
            joined(&[&claim.title, &asked, (words.warranty().outcomes)(claim.outcome)])
        });
        let claims = claims.collect::<Vec<_>>().join("; ");
        let provider = || joined(&[&home.person(letter.contact, &letter.provider), &letter.number]);
        let starts = clock.starts.map(|starts| words.date(starts)).unwrap_or_default();
        row(
            joined(&[&letter.title, (words.choice().cover)(letter.cover)]),
            [Some(home.systems_named(&letter.systems)), names.then(provider), Some(starts), Some(ends), Some(claims)],
        )
    });
    let rows = rows.collect();
    let columns = [
        Some(said.warranty),
        Some(words.frame().systems),
        names.then_some(said.provider),
        Some(said.starts),
        Some(words.print().ends),
        Some(words.warranty().claims),
    ];
    vec![table(given, words.frame().warranties, &columns, rows)]
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
    vec![table(given, words.frame().documents, &columns, rows)]
}
