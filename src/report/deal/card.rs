//! A job card: what was done, and who signed that it was.

use super::{Paper, Pictures, bill, blank, block, facts, parties, signed, text};
use crate::block::{Block, Column, Fact, Photo, Row, Table};
use model::FileRef;
use model::portal::{Deal, JobSheet, Kept, agreed};
use words::Words;

/// The paper.
pub fn paper(deal: &Deal, sheet: &Kept<JobSheet>, words: &'static Words) -> Paper {
    let said = words.paper();
    let letter = &sheet.letter;
    let from = parties::provider(words, &parties::known_provider(deal));
    let mut paper = blank(words, said.card.to_owned(), from, parties::asker(words, deal));
    let title = deal.approval().map(|(quote, _)| quote.letter.title.clone());
    let asked = deal.request.as_ref().map(|request| request.letter.title.clone());
    paper.facts = facts([
        Fact::known(said.job, title.or(asked).unwrap_or_default()),
        Fact::known(said.finished, letter.completed_on.map(|day| words.day(day)).unwrap_or_default()),
        Fact::known(said.by, letter.by.as_str()),
        Fact::known(said.time, letter.minutes.map(said.hours).unwrap_or_default()),
        bill::approved(deal, words),
    ]);
    paper.blocks.extend(done(deal, letter, words));
    paper.blocks.extend(parts(letter, words));
    paper.blocks.extend(points(letter, words));
    paper.more.extend(block(facts([text(said.notes, &letter.notes), certificate(letter, words), next(letter, words)])));
    paper.pictures.extend(pictures(said.before, &letter.before));
    paper.pictures.extend(pictures(said.after, &letter.after));
    let signs = deal.sign_offs.iter().filter(|sign| sign.letter.of == Some(sheet.id));
    paper.signatures = signs.map(|sign| signed::sign_off(words, &sign.letter)).collect();
    paper
}

/// The lines that were done.
fn done(deal: &Deal, sheet: &JobSheet, words: &Words) -> Option<Block> {
    let said = words.paper();
    let lines = agreed::lines(deal).into_iter().filter(|line| sheet.done.contains(&line.id));
    let rows = lines.map(|line| {
        let quantity = format!("{} {}", words.quantity(line.quantity), line.unit);
        Row { name: line.what, cells: vec![quantity.trim().to_owned()] }
    });
    table(said.done, vec![Column::words(said.what), Column::figures(said.quantity)], rows.collect())
}

fn parts(sheet: &JobSheet, words: &Words) -> Option<Block> {
    let said = words.paper();
    let rows = sheet.parts.iter().map(|part| Row {
        name: part.name.clone(),
        cells: vec![
            part.make.clone(),
            part.serial.clone(),
            part.warranty_months.filter(|months| *months > 0).map(said.months).unwrap_or_default(),
        ],
    });
    let columns = [said.parts, said.make, said.serial, said.warranty].map(Column::words);
    table(said.parts, columns.into(), rows.collect())
}

fn points(sheet: &JobSheet, words: &Words) -> Option<Block> {
    let said = words.paper();
    let row = |point: &model::inspection::Point| Row {
        name: point.title.clone(),
        cells: vec![(said.how)(point.found).to_owned(), point.note.clone()],
    };
    let columns = [said.points, said.found, said.note].map(Column::words);
    table(said.points, columns.into(), sheet.points.iter().map(row).collect())
}

/// The photos among files; none where there are none.
fn pictures(title: &'static str, files: &[FileRef]) -> Option<Pictures> {
    let photos: Vec<Photo> = files.iter().filter(|file| file.is_photo()).map(Photo::of).collect();
    (!photos.is_empty()).then_some(Pictures { title, photos })
}

fn table(caption: &'static str, columns: Vec<Column>, rows: Vec<Row>) -> Option<Block> {
    (!rows.is_empty()).then_some(Block::Table(Table { caption, columns, rows, total: None, list: true }))
}

fn certificate(sheet: &JobSheet, words: &Words) -> Option<Fact> {
    let issued = sheet.certificate.as_ref()?;
    let sort = (words.choice().certificate)(issued.sort);
    let when = issued.issued.map(|date| words.date(date)).unwrap_or_default();
    let registration = crate::joined(&[&issued.body, &issued.registration]);
    Fact::known(words.paper().certificate, crate::joined(&[sort, &issued.number, &when, &issued.issuer, &registration]))
}

fn next(sheet: &JobSheet, words: &Words) -> Option<Fact> {
    let said = words.paper();
    let months = sheet.next_months.map(said.months)?;
    Some(Fact::new(said.next, (said.next_in)(&sheet.next_what, &months)))
}
