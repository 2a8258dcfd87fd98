//! Rows that tell what was done.

use super::{FileSort, Row, thing};
use crate::column::Target;
use crate::draft::Draft;
use crate::gather::{Gather, Thing};
use crate::proposal::ProblemCode;
use crate::sort;
use crate::text::{cut, fold, normal, one_line};
use crate::value::date::Read;
use model::PartialDate;
use model::contact::ContactRole;
use model::date::{Known, Sense};
use model::entry::EntryType;
use model::letter::LINE_CHARS_MAX;

/// Reads a row that is an entry, of sort `usual` unless it says otherwise.
pub(crate) fn read(row: Row<'_>, usual: Option<EntryType>, to: &mut Gather<'_>) {
    read_by(row, usual, true, to);
}

/// As [`read`]; whether who did it is a contact, or only a name.
pub(crate) fn read_by(mut row: Row<'_>, usual: Option<EntryType>, by_contact: bool, to: &mut Gather<'_>) {
    let mut draft = Draft::new("entry", row.place());
    let Some(title) = title(&mut draft, &mut row, to) else { return };
    let said = row.peek(Target::Sort).and_then(sort::entry);
    let sort = said.or(usual).or_else(|| sort::entry(&title)).unwrap_or(EntryType::Service);
    draft.put("type", sort.as_str());
    let told = when(&mut draft, &mut row, to).map(|when| when.to_string()).unwrap_or_default();
    systems(&mut draft, &mut row, to);
    if let Some(cell) = row.take(Target::Zone) {
        let key = to.zone(&super::zone::path(&cell.text), &row.place());
        draft.link("zones", true, key);
    }
    if by_contact {
        done_by(&mut draft, &mut row, to);
    } else {
        draft.line(to, "done_by", row.take(Target::DoneBy));
    }
    let currency = row.take(Target::Currency).and_then(|cell| crate::value::money::currency(&cell.text));
    draft.money(to, "cost", row.first(&[Target::Cost, Target::Price]), currency);
    draft.money(to, "labour", row.take(Target::Labour), currency);
    draft.money(to, "parts_cost", row.take(Target::PartsCost), currency);
    for (target, sort) in [(Target::Photo, FileSort::Photo), (Target::Receipt, FileSort::Receipt)] {
        while let Some(cell) = row.take(target) {
            thing::named_files(&cell, sort, &mut row, to.files);
        }
    }
    for file in std::mem::take(&mut row.files) {
        draft.attach(to, "files", &file.name, file.found);
    }
    let id = row.take(Target::Id).map(|cell| cell.text.into_owned());
    draft.rest(to, &mut row);
    let key = to.key("entry", &id.unwrap_or_else(|| format!("{told}/{title}")));
    draft.finish(to, key);
}

/// The title of an event: its own, else the first line of what is said of it, else the name of what it concerns. None, and a problem, without any.
pub(crate) fn title(draft: &mut Draft, row: &mut Row<'_>, to: &mut Gather<'_>) -> Option<String> {
    let own = row.first(&[Target::Title, Target::Name]);
    if let Some(cell) = own {
        let text = normal(&cell.text);
        // Of several paragraphs the first line is the title, and all of them are notes.
        let first = text.lines().next().unwrap_or_default();
        if first.len() < text.len() {
            draft.paragraph(&text);
        }
        let first = first.trim().to_owned();
        if !first.is_empty() {
            let line = super::Cell { text: first.clone().into(), ..cell };
            draft.line(to, "title", Some(line));
            return Some(first);
        }
    }
    let other = row.peek(Target::Notes).or(row.peek(Target::System)).or(row.peek(Target::Sort)).map(normal);
    let first = other.as_deref().and_then(|text| text.lines().next()).unwrap_or_default().trim().to_owned();
    if first.is_empty() {
        let said: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
        to.problem(&row.place(), ProblemCode::NoName, to.settings.words.import().targets.title, &said.join(" | "));
        return None;
    }
    draft.put("title", cut(&one_line(&first), LINE_CHARS_MAX).trim_end());
    Some(first)
}

/// Writes when it happened, and gives it where the file tells. An entry has to have a date: without one, or with one that cannot be read, it is only
/// known to have happened before tomorrow.
fn when(draft: &mut Draft, row: &mut Row<'_>, to: &mut Gather<'_>) -> Option<PartialDate> {
    let words = to.settings.words.import();
    let cell = row.take(Target::When);
    let label = cell.as_ref().map_or(words.targets.when.into(), |cell| cell.label.clone().into_owned());
    let is_told = cell.as_ref().is_some_and(|cell| cell.date(to) != Read::Empty);
    draft.told(to, "when", cell);
    let when = draft.date_of("when");
    if when.is_some() {
        return when;
    }
    if !is_told {
        to.problem(&row.place(), ProblemCode::Undated, &label, "");
    }
    draft.note(&label, words.undated);
    let before = PartialDate { known: Known::Day(to.settings.today.plus_days(1)), sense: Sense::Before };
    draft.put_untold("when", &before.to_string());
    None
}

/// Links the things that a row names, and keeps their names where they are no systems.
pub(crate) fn systems(draft: &mut Draft, row: &mut Row<'_>, to: &mut Gather<'_>) {
    let Some(cell) = row.take(Target::System) else { return };
    let name = one_line(&normal(&cell.text)).into_owned();
    // Readers that know the very thing name it by its key, which no folded name is.
    let exact = to.things.get(&*cell.text).cloned();
    let known = exact.or_else(|| to.things.get(&fold(&name)).cloned()).or_else(|| named_system(&name, row, to));
    match known {
        Some(thing) if thing.is_system => draft.link("systems", true, Some(thing.key)),
        Some(_) => draft.note(&cell.label, &name),
        None => {
            to.problem(&row.place(), ProblemCode::LinkMissing, &cell.label, &name);
            draft.note(&cell.label, &name);
        }
    }
}

/// A system that is not in the files but called by a word for one: the home may have it already, by that name.
fn named_system(name: &str, row: &Row<'_>, to: &mut Gather<'_>) -> Option<Thing> {
    let sort = sort::system(name)?;
    let mut draft = Draft::new("system", row.place());
    draft.put("name", cut(name, LINE_CHARS_MAX).trim_end());
    draft.put("type", sort.as_str());
    draft.by_name = true;
    let thing = Thing { key: to.key("system", name), is_system: true };
    to.things.insert(fold(name), thing.clone());
    draft.finish(to, thing.key.clone());
    Some(thing)
}

/// Who did it: a contact, unless it was the writer.
pub(crate) fn done_by(draft: &mut Draft, row: &mut Row<'_>, to: &mut Gather<'_>) {
    let Some(cell) = row.take(Target::DoneBy) else { return };
    let own = ["me", "myself", "self", "diy", "owner", "ek", "ekself", "eienaar"]
        .contains(&fold(cut(&cell.text, 40)).as_str());
    let key = if own { None } else { to.contact(&cell.text, ContactRole::Tradesperson, &row.place()) };
    match key {
        Some(key) => draft.link("contact", false, Some(key)),
        None if own && draft.kind() == "entry" => draft.line(to, "done_by", Some(cell)),
        None => draft.note(&cell.label, &cell.text),
    }
}
