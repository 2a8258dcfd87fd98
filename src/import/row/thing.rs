//! Rows that are things: systems of the home, or items of its contents.

use super::{Cell, FileSort, Row, RowFile, warranty};
use crate::attachment::{Files, base};
use crate::column::{Rows, Target};
use crate::draft::Draft;
use crate::gather::{Gather, Thing};
use crate::proposal::{Attached, ProblemCode};
use crate::sort;
use crate::text::{cut, fold, normal, one_line};
use crate::value::date;
use model::contact::ContactRole;
use model::document::DocumentType;
use model::letter::LINE_CHARS_MAX;
use model::system::SystemType;
use std::collections::HashMap;

/// Times that systems are looked for above others: as deep as parts of parts go.
const DEPTH_MAX: usize = 6;

/// What names a thing before it is written.
pub(crate) struct Ident {
    /// Its key.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) name: String,
    /// The system that it is, if it is one.
    pub(crate) system: Option<SystemType>,
    id: String,
    said: String,
    parent: String,
    above: Option<usize>,
}

/// Reads `count` rows that are things; `make` gives one of them, none where there is nothing to read. `after` is told of each that was written.
pub(crate) fn read<'a>(
    count: usize,
    rows: Rows,
    to: &mut Gather<'_>,
    make: &dyn Fn(usize) -> Option<Row<'a>>,
    after: &mut dyn FnMut(usize, &Ident, &mut Gather<'_>),
) {
    let mut idents: Vec<Option<Ident>> =
        (0..count).map(|at| make(at).and_then(|row| identify(&row, rows, to))).collect();
    let ids = places(&idents, |ident| ident.id.clone());
    let names = places(&idents, |ident| fold(&ident.name));
    for (at, ident) in idents.iter_mut().enumerate() {
        let Some(ident) = ident.as_mut().filter(|ident| !ident.parent.is_empty()) else { continue };
        let above = ids.get(&ident.parent).or_else(|| names.get(&fold(&ident.parent)));
        ident.above = above.copied().filter(|above| *above != at);
    }
    if rows == Rows::Auto {
        parts_of_systems(&mut idents);
    }
    for ident in idents.iter_mut().flatten() {
        ident.key = to.key(ident.kind(), if ident.id.is_empty() { &ident.said } else { &ident.id });
        let thing = Thing { key: ident.key.clone(), is_system: ident.system.is_some() };
        to.things.insert(ident.key.clone(), thing.clone());
        to.things.entry(fold(&ident.name)).or_insert(thing);
    }
    for at in 0..count {
        let (Some(ident), Some(row)) = (&idents[at], make(at)) else { continue };
        let above = ident.above.and_then(|above| idents[above].as_ref());
        write(row, ident, above, to);
        after(at, ident, to);
    }
}

fn places(idents: &[Option<Ident>], name: impl Fn(&Ident) -> String) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    let named = idents.iter().enumerate().filter_map(|(at, ident)| Some((name(ident.as_ref()?), at)));
    for (name, at) in named.filter(|(name, _)| !name.is_empty()) {
        places.entry(name).or_insert(at);
    }
    places
}

/// A part of a system is a system: items have no parts.
fn parts_of_systems(idents: &mut [Option<Ident>]) {
    for _ in 0..DEPTH_MAX {
        let part = |ident: &&Ident| ident.system.is_none() && ident.above.is_some();
        let is_part = |ident: &Ident| {
            ident.above.and_then(|above| idents[above].as_ref()).is_some_and(|above| above.system.is_some())
        };
        let parts: Vec<usize> =
            (0..idents.len()).filter(|at| idents[*at].as_ref().filter(part).is_some_and(is_part)).collect();
        if parts.is_empty() {
            return;
        }
        for at in parts {
            idents[at].as_mut().expect("it is a part").system = Some(SystemType::Other);
        }
    }
}

/// Tells what a row is and what it is called; none, and a problem, if it has no name.
fn identify(row: &Row<'_>, rows: Rows, to: &mut Gather<'_>) -> Option<Ident> {
    let text = |target: Target| row.peek(target).map(|text| one_line(&normal(text)).into_owned()).unwrap_or_default();
    let made = || [text(Target::Make), text(Target::Model)].join(" ").trim().to_owned();
    let names = [text(Target::Name), text(Target::Title), made(), text(Target::Serial), text(Target::Sort)];
    let Some(name) = names.into_iter().find(|name| !name.is_empty()) else {
        let said: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
        let what = to.settings.words.import().targets.name;
        to.problem(&row.place(), ProblemCode::NoName, what, &said.join(" | "));
        return None;
    };
    let (category, serial, bought) = (text(Target::Sort), text(Target::Serial), bought(row, to));
    let by_words = || sort::system(&name).or_else(|| sort::system(&category));
    let wanted = || to.wanted.contains(&fold(&name)) || to.wanted.contains(&fold(&text(Target::Id)));
    let system = match rows {
        Rows::Item => None,
        Rows::System => Some(by_words().unwrap_or(SystemType::Other)),
        _ => by_words().or_else(|| wanted().then_some(SystemType::Other)),
    };
    // A date is part of what identifies a thing only where there is no number on it.
    let told = if serial.is_empty() { bought } else { serial };
    let said = if told.is_empty() { name.clone() } else { format!("{name}/{told}") };
    let (key, above) = (String::new(), None);
    Some(Ident { key, name, system, id: text(Target::Id), said, parent: text(Target::Parent), above })
}

/// The day on which a thing was bought, whatever way it is written in; empty if the file does not say.
fn bought(row: &Row<'_>, to: &Gather<'_>) -> String {
    let cell = row.cells.iter().find(|cell| matches!(cell.target, Target::Bought | Target::Installed));
    match cell.map(|cell| cell.date(to)) {
        Some(date::Read::Is(date)) => date.to_string(),
        _ => String::new(),
    }
}

impl Ident {
    /// The kind of its record.
    pub(crate) fn kind(&self) -> &'static str {
        if self.system.is_some() { "system" } else { "item" }
    }
}

/// Writes a thing, and with it its warranties and papers.
fn write(mut row: Row<'_>, ident: &Ident, above: Option<&Ident>, to: &mut Gather<'_>) {
    let mut draft = Draft::new(ident.kind(), row.place());
    name(&mut draft, &mut row, ident, to);
    row.take(Target::Id);
    let currency = row.take(Target::Currency).and_then(|cell| {
        let known = crate::value::money::currency(&cell.text);
        if known.is_none() {
            draft.note(&cell.label, &cell.text);
        }
        known
    });
    draft.line(to, "make", row.take(Target::Make));
    draft.line(to, "model", row.take(Target::Model));
    draft.line(to, "serial", row.take(Target::Serial));
    draft.money(to, "price", row.take(Target::Price), currency);
    zone(&mut draft, &mut row, to);
    let dated = match ident.system {
        Some(sort) => system(&mut draft, &mut row, sort, to),
        None => item(&mut draft, &mut row, currency, to),
    };
    parent(&mut draft, &mut row, ident, above, to);
    supplier(&mut draft, &mut row, to);
    let starts = draft.date_of(dated);
    warranty::of_thing(&mut row, ident, starts, &mut draft, to);
    let papers = files(&mut draft, &mut row, ident.system.is_some(), to);
    draft.rest(to, &mut row);
    draft.finish(to, ident.key.clone());
    let system = ident.system.is_some().then_some(&ident.key);
    papers.into_iter().for_each(|paper| document(&row, &ident.name, system, paper, to));
}

fn name(draft: &mut Draft, row: &mut Row<'_>, ident: &Ident, to: &mut Gather<'_>) {
    let fitting = |cell: &Cell<'_>| one_line(&normal(&cell.text)) == ident.name;
    match row.first(&[Target::Name, Target::Title]) {
        Some(cell) if fitting(&cell) => draft.line(to, "name", Some(cell)),
        _ => draft.put("name", cut(&ident.name, LINE_CHARS_MAX).trim_end()),
    }
}

/// The fields that only systems have. Returns the field of the date from which a warranty runs.
fn system(draft: &mut Draft, row: &mut Row<'_>, sort: SystemType, to: &mut Gather<'_>) -> &'static str {
    draft.put("type", sort.as_str());
    let said = to.settings.words.choice().system;
    let same = |text: &str| fold(text) == fold(said(sort)) || fold(text) == fold(sort.as_str());
    if row.peek(Target::Sort).is_some_and(same) {
        row.take(Target::Sort);
    }
    draft.line(to, "size", row.take(Target::Size));
    draft.line(to, "shut_off", row.take(Target::ShutOff));
    draft.date(to, "installed", row.first(&[Target::Installed, Target::Bought]));
    draft.date(to, "removed", row.take(Target::Removed));
    draft.whole(to, "life_years", row.take(Target::LifeYears), 1, 200);
    if row.peek(Target::Quantity).is_some_and(|text| text == "1" || text == "1.0") {
        row.take(Target::Quantity);
    }
    if let Some(cell) = row.take(Target::FittedBy) {
        let key = to.contact(&cell.text, ContactRole::Tradesperson, &row.place());
        draft.link("fitted_by", false, key);
    }
    "installed"
}

/// The fields that only items have. Returns the field of the date from which a warranty runs.
fn item(draft: &mut Draft, row: &mut Row<'_>, currency: Option<&'static str>, to: &mut Gather<'_>) -> &'static str {
    draft.set("quantity", 1.into());
    draft.whole(to, "quantity", row.take(Target::Quantity), 0, 1_000_000);
    draft.told(to, "bought", row.first(&[Target::Bought, Target::Installed]));
    draft.money(to, "replacement", row.take(Target::Replacement), currency);
    "bought"
}

/// Links a thing or an event to its zone.
pub(crate) fn zone(draft: &mut Draft, row: &mut Row<'_>, to: &mut Gather<'_>) {
    let Some(cell) = row.take(Target::Zone) else { return };
    let path = crate::row::zone::path(&cell.text);
    let key = to.zone(&path, &row.place());
    if key.is_none() {
        draft.note(&cell.label, &cell.text);
    }
    draft.link("zone", false, key);
}

fn parent(draft: &mut Draft, row: &mut Row<'_>, ident: &Ident, above: Option<&Ident>, to: &mut Gather<'_>) {
    let Some(cell) = row.take(Target::Parent) else { return };
    let label = to.settings.words.import().labels.part_of;
    match above {
        Some(above) if above.system.is_some() && ident.system.is_some() => {
            draft.link("parent", false, Some(above.key.clone()))
        }
        Some(above) => draft.note(label, &above.name),
        None => {
            to.problem(&row.place(), ProblemCode::LinkMissing, &cell.label, &cell.text);
            draft.note(label, &cell.text);
        }
    }
}

/// Who sold a thing is a contact, and a line of the notes: no field of a thing names its seller.
fn supplier(draft: &mut Draft, row: &mut Row<'_>, to: &mut Gather<'_>) {
    let Some(cell) = row.take(Target::Supplier) else { return };
    to.contact(&cell.text, ContactRole::Supplier, &row.place());
    draft.note(to.settings.words.import().labels.bought_from, &cell.text);
}

/// A paper that becomes a record of its own.
pub(crate) struct Paper {
    name: String,
    sort: DocumentType,
    file: Attached,
}

/// Attaches photos, and papers too of what is an item; returns the papers of a system, which are records of their own, and what is too much for one.
fn files(draft: &mut Draft, row: &mut Row<'_>, is_system: bool, to: &mut Gather<'_>) -> Vec<Paper> {
    for (target, sort) in
        [(Target::Photo, FileSort::Photo), (Target::Receipt, FileSort::Receipt), (Target::Manual, FileSort::Manual)]
    {
        while let Some(cell) = row.take(target) {
            named_files(&cell, sort, row, to.files);
        }
    }
    let mut papers = Vec::new();
    for file in std::mem::take(&mut row.files) {
        let stays = !is_system || file.sort == FileSort::Photo;
        match file.found {
            Ok(found) if !stays || draft.is_full() => papers.push(Paper::of(file.name, file.sort, found)),
            found => draft.attach(to, "files", &file.name, found),
        }
    }
    papers
}

impl Paper {
    /// The paper that a file is.
    pub(crate) fn of(name: String, sort: FileSort, file: Attached) -> Self {
        let sort = match sort {
            FileSort::Receipt => DocumentType::Invoice,
            FileSort::Manual => DocumentType::Manual,
            FileSort::Warranty => DocumentType::Warranty,
            FileSort::Photo | FileSort::Paper => DocumentType::Other,
        };
        Self { name, sort, file }
    }
}

/// Adds the files that a cell names, one after the other. An address on the web is no file: it stays a line of the notes.
pub(crate) fn named_files(cell: &Cell<'_>, sort: FileSort, row: &mut Row<'_>, files: &Files<'_>) {
    let several = files.find(&cell.text) == Err(ProblemCode::FileMissing);
    let separators: &[char] = if several { &[';', ',', '|', '\n'] } else { &['\n'] };
    for name in cell.text.split(separators).map(str::trim).filter(|name| !name.is_empty()) {
        if name.contains("://") {
            row.push(Target::Note, cell.label.to_string(), name.to_owned());
        } else {
            row.files.push(RowFile { name: name.to_owned(), sort, found: files.find(name) });
        }
    }
}

/// Writes a paper of a thing or a zone called `of`, linked to the `system` if it is one.
pub(crate) fn document(row: &Row<'_>, of: &str, system: Option<&String>, paper: Paper, to: &mut Gather<'_>) {
    let mut draft = Draft::new("document", row.place());
    let title = normal(base(&paper.name));
    let title = cut(&one_line(&title), LINE_CHARS_MAX).trim().to_owned();
    draft.put("title", if title.is_empty() { &paper.file.name } else { &title });
    draft.put("type", paper.sort.as_str());
    if system.is_none() {
        draft.paragraph(of);
    }
    draft.link("systems", true, system.cloned());
    let key = to.key("document", &format!("{}/{}", system.map_or(of, |key| key), paper.name));
    draft.attach(to, "file", &paper.name, Ok(paper.file));
    draft.finish(to, key);
}
