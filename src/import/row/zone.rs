//! Rows that are zones, and the paths by which others name them.

use super::Row;
use crate::column::Target;
use crate::gather::Gather;
use crate::proposal::ProblemCode;
use crate::text::{fold, normal, one_line};
use std::collections::HashMap;

/// Zones within zones that are followed upwards; a file in which they lie in a circle ends there.
const DEPTH_MAX: usize = 12;

/// The names of a path: `Garage / Shelf`, `Garage > Shelf`.
pub(crate) fn path(text: &str) -> Vec<&str> {
    let parts = text.split(['>', '»', '›']).flat_map(|part| part.split(" / "));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Reads `count` rows that are zones; `make` gives one of them, none where there is nothing to read.
pub(crate) fn read<'a>(count: usize, to: &mut Gather<'_>, make: &dyn Fn(usize) -> Option<Row<'a>>) {
    let mut above: HashMap<String, (String, String)> = HashMap::new();
    for row in (0..count).filter_map(make) {
        let text = |target| row.peek(target).map(|text| one_line(&normal(text)).into_owned()).unwrap_or_default();
        let name = text(Target::Name);
        above.entry(fold(&name)).or_insert((name.clone(), text(Target::Parent)));
        let id = text(Target::Id);
        if !id.is_empty() {
            above.entry(format!("#{id}")).or_insert((name, text(Target::Parent)));
        }
    }
    for at in 0..count {
        if let Some(row) = make(at) {
            write(row, &above, to);
        }
    }
}

fn write(mut row: Row<'_>, above: &HashMap<String, (String, String)>, to: &mut Gather<'_>) {
    let at = row.place();
    let Some(name) = row.take(Target::Name) else {
        let said: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
        to.problem(&at, ProblemCode::NoName, to.settings.words.import().targets.name, &said.join(" | "));
        return;
    };
    row.take(Target::Id);
    let mut names: Vec<String> = path(&name.text).into_iter().rev().map(str::to_owned).collect();
    let mut next = row.take(Target::Parent).map(|cell| cell.text.into_owned()).unwrap_or_default();
    while !next.is_empty() && names.len() < DEPTH_MAX {
        match above.get(&format!("#{next}")).or_else(|| above.get(&fold(&next))) {
            Some((name, parent)) => {
                names.push(name.clone());
                next = parent.clone();
            }
            None => {
                names.extend(path(&next).into_iter().rev().map(str::to_owned));
                break;
            }
        }
    }
    names.reverse();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let Some(key) = to.zone(&names, &at) else {
        to.problem(&at, ProblemCode::NoName, &name.label, &name.text);
        return;
    };
    to.name_zone(&name.text, &key);
    for file in std::mem::take(&mut row.files) {
        // A zone holds no files.
        match file.found {
            Ok(found) => {
                super::thing::document(&row, &name.text, None, super::thing::Paper::of(file.name, file.sort, found), to)
            }
            Err(code) => to.problem(&at, code, to.settings.words.import().labels.file, &file.name),
        }
    }
    let mut notes = crate::draft::Draft::new("zone", at);
    notes.rest(to, &mut row);
    if notes.has_notes() {
        notes.add_notes(to, &key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_apart_where_blanks_stand_around_the_slash() {
        assert_eq!(path("Garage / Shelf 2"), ["Garage", "Shelf 2"]);
        assert_eq!(path("Kitchen/Dining > Cupboard"), ["Kitchen/Dining", "Cupboard"]);
        assert!(path(" / ").is_empty() || path(" / ") == ["/"]);
    }
}
