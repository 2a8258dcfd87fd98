//! Certificates, warranties and documents, as tables.

use super::parts::{Given, Section, giver, joined, systems};
use super::wish::Part;
use crate::components::{Cell, Column, Table, TableRow};
use crate::data::{Key, sorted};
use leptos::prelude::*;
use model::document::Document;
use model::warranty::Warranty;

/// A column of people is on paper only where names are.
fn columns(names: [Option<&'static str>; 5]) -> Vec<Column> {
    names.into_iter().flatten().map(Column::words).collect()
}

fn cells(texts: [Option<String>; 4]) -> Vec<Cell> {
    texts.into_iter().flatten().map(Cell::words).collect()
}

fn table(part: Part, given: Given, columns: Vec<Column>, rows: Vec<AnyView>) -> AnyView {
    let words = given.desk.words();
    if rows.is_empty() {
        return view! { <p class="soft">{words.print().none}</p> }.into_any();
    }
    view! { <Table caption=part.name(words) columns list=true>{rows}</Table> }.into_any()
}

/// The certificates, newest first.
#[component]
pub fn Certificates(
    /// The report.
    given: Given,
) -> impl IntoView {
    let Given { desk, wish, .. } = given;
    let names = Memo::new(move |_| !wish.with(|wish| wish.hidden.names));
    let drawn = move || {
        let words = desk.words();
        let (said, names) = (words.care(), names.get());
        let rows = desk.library.certificates.with(|all| {
            let row = |certificate: &crate::data::Standing<model::certificate::Certificate>| {
                let letter = &certificate.letter;
                let sort = (words.choice().certificate)(letter.sort);
                let title = if letter.title.is_empty() { sort.to_owned() } else { joined(&[&letter.title, sort]) };
                let issuer = || {
                    let registration = joined(&[&letter.body, &letter.registration]);
                    joined(&[&giver(desk, letter.contact, &letter.issuer), &registration])
                };
                let issued = letter.issued.map(|issued| words.date(issued)).unwrap_or_default();
                let amended = if certificate.versions > 1 { words.print().amended } else { "" };
                let cells = cells([
                    Some(letter.number.clone()),
                    Some(joined(&[&issued, amended])),
                    names.then(issuer),
                    Some(systems(desk, &letter.systems)),
                ]);
                view! { <TableRow name=title cells /> }.into_any()
            };
            all.iter().map(row).collect::<Vec<_>>()
        });
        let any = !rows.is_empty();
        let columns = columns([
            Some(said.certificate),
            Some(said.number),
            Some(said.issued),
            names.then_some(said.issuer),
            Some(words.frame().systems),
        ]);
        view! {
            {table(Part::Certificates, given, columns, rows)}
            {any.then(|| view! { <p class="section__note">{said.certificates_note}</p> })}
        }
    };
    view! { <Section part=Part::Certificates>{drawn}</Section> }
}

/// The warranties: those in force by their end, then those that ended.
#[component]
pub fn Warranties(
    /// The report.
    given: Given,
) -> impl IntoView {
    let Given { desk, wish, .. } = given;
    let names = Memo::new(move |_| !wish.with(|wish| wish.hidden.names));
    let drawn = move || {
        let words = desk.words();
        let (said, names, today) = (words.care(), names.get(), desk.today());
        let has_ended = |warranty: &Warranty| warranty.ends().is_some_and(|ends| ends < today);
        let all = sorted(desk.library.shelf::<Warranty>().values().collect(), |warranty| {
            let Key(day, stamp, id) = Key::of_day(warranty.letter.ends(), warranty.id);
            // Those that ended come after all others, the latest first.
            if has_ended(&warranty.letter) {
                Key(i64::MAX / 2 - day, stamp, id)
            } else {
                Key(day.max(-i64::MAX / 2), stamp, id)
            }
        });
        let rows = all.iter().map(|warranty| {
            let letter = &warranty.letter;
            let ends = match letter.ends() {
                Some(ends) if ends < today => (said.ended)(&words.day(ends)),
                Some(ends) => words.day(ends),
                None => said.end_unknown.to_owned(),
            };
            let provider = || joined(&[&giver(desk, letter.contact, &letter.provider), &letter.number]);
            let starts = letter.starts.map(|starts| words.date(starts)).unwrap_or_default();
            let title = joined(&[&letter.title, (words.choice().cover)(letter.cover)]);
            let cells = cells([Some(systems(desk, &letter.systems)), names.then(provider), Some(starts), Some(ends)]);
            view! { <TableRow name=title cells /> }.into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        let columns = columns([
            Some(said.warranty),
            Some(words.frame().systems),
            names.then_some(said.provider),
            Some(said.starts),
            Some(words.print().ends),
        ]);
        table(Part::Warranties, given, columns, rows)
    };
    view! { <Section part=Part::Warranties>{drawn}</Section> }
}

/// The documents by their sort, newest first.
#[component]
pub fn Documents(
    /// The report.
    given: Given,
) -> impl IntoView {
    let Given { desk, wish, .. } = given;
    let names = Memo::new(move |_| !wish.with(|wish| wish.hidden.names));
    let drawn = move || {
        let words = desk.words();
        let names = names.get();
        let mut all: Vec<_> = desk.library.shelf::<Document>().values().collect();
        all.sort_by_key(|paper| {
            (paper.letter.sort, std::cmp::Reverse(paper.letter.dated.map(|dated| dated.sort_key())))
        });
        let rows = all.iter().map(|paper| {
            let letter = &paper.letter;
            let cells = cells([
                Some((words.choice().document)(letter.sort).to_owned()),
                Some(letter.dated.map(|dated| words.date(dated)).unwrap_or_default()),
                names.then(|| giver(desk, letter.contact, "")),
                Some(systems(desk, &letter.systems)),
            ]);
            view! { <TableRow name=letter.title.clone() cells /> }.into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        let said = words.print();
        let columns = columns([
            Some(words.document().one),
            Some(words.care().sort),
            Some(said.date),
            names.then_some(words.care().provider),
            Some(words.frame().systems),
        ]);
        table(Part::Documents, given, columns, rows)
    };
    view! { <Section part=Part::Documents>{drawn}</Section> }
}
