//! Grocy: its equipment, chores, what was done of them, and tasks, as its interface gives them.

use crate::column::{Rows, Target};
use crate::gather::Gather;
use crate::json::{self, List, field, is_true};
use crate::row::round::{Unit, recurrence};
use crate::row::{Row, entry, task, thing};
use crate::talk::DateOrder;
use crate::value::date::{self, Read};
use model::Date;
use model::body::Fields;
use model::entry::EntryType;
use model::recurrence::Basis;
use std::collections::HashMap;

/// Fields that say nothing to a person.
const NONE: &[&str] = &["id", "row_created_timestamp", "userfields", "active", "chore_id", "undone"];

/// Which list of Grocy an object is from; none if it is from none that is read.
pub(crate) fn list_of(fields: &Fields) -> Option<&'static str> {
    let has = |names: &[&str]| names.iter().all(|name| fields.contains_key(*name));
    match () {
        () if has(&["name", "instruction_manual_file_name"]) => Some("equipment"),
        () if has(&["name", "period_type"]) => Some("chores"),
        () if has(&["chore_id", "tracked_time"]) => Some("chores_log"),
        () if has(&["name", "due_date", "done"]) => Some("tasks"),
        () => None,
    }
}

/// Reads the lists.
pub(crate) fn read(lists: &[&List], to: &mut Gather<'_>) {
    let rows = |name: &'static str| {
        let lists = lists.iter().copied().filter(move |list| list.is("grocy", name));
        lists.flat_map(|list| list.rows.iter().enumerate().map(move |(at, fields)| (list, at as u32 + 1, fields)))
    };
    let things: Vec<_> = rows("equipment").collect();
    let made = |at: usize| {
        let (list, number, fields) = things[at];
        let targets =
            [("name", Target::Name), ("description", Target::Notes), ("instruction_manual_file_name", Target::Manual)];
        let mut row = json::row(&list.place, number, fields, &targets, NONE);
        plain(&mut row);
        row.push(Target::Id, "", field(fields, "id"));
        Some(row)
    };
    thing::read(things.len(), Rows::Auto, to, &made, &mut |_, _, _| {});
    let names: HashMap<_, _> =
        rows("chores").map(|(_, _, fields)| (field(fields, "id"), field(fields, "name"))).collect();
    let mut last: HashMap<_, Date> = HashMap::new();
    for (list, number, fields) in rows("chores_log").filter(|(_, _, fields)| !is_true(fields, "undone")) {
        let id = field(fields, "chore_id");
        let mut row = json::row(&list.place, number, fields, &[("tracked_time", Target::When)], NONE);
        row.push(Target::Id, "", format!("log/{}", field(fields, "id")));
        let name = names
            .get(&id)
            .cloned()
            .unwrap_or_else(|| format!("{} {id}", to.settings.words.import().formats.grocy).into());
        row.push(Target::Title, to.settings.words.import().targets.title, name);
        if let Read::Is(done) =
            date::read(&field(fields, "tracked_time"), DateOrder::YearFirst, to.settings.today.year())
        {
            last.entry(id).and_modify(|known| *known = (*known).max(done.last())).or_insert(done.last());
        }
        entry::read(row, Some(EntryType::Service), to);
    }
    for (list, number, fields) in rows("chores") {
        chore(list, number, fields, last.get(&field(fields, "id")).copied(), to);
    }
    for (list, number, fields) in rows("tasks") {
        let when =
            if is_true(fields, "done") { ("done_timestamp", Target::When) } else { ("done_timestamp", Target::None) };
        let mut row = json::row(
            &list.place,
            number,
            fields,
            &[("name", Target::Title), ("description", Target::Notes), ("due_date", Target::Due), when],
            NONE,
        );
        plain(&mut row);
        row.push(Target::Id, "", format!("task/{}", field(fields, "id")));
        row.cells.retain(|cell| !(cell.label == "Done" && matches!(&*cell.text, "0" | "1")));
        if is_true(fields, "done") { entry::read(row, None, to) } else { task::read(row, to) }
    }
}

/// A chore is a task for the next day on which it should be done.
fn chore(list: &List, number: u32, fields: &Fields, last: Option<Date>, to: &mut Gather<'_>) {
    let words = to.settings.words.import();
    let targets =
        [("name", Target::Title), ("description", Target::Notes), ("next_estimated_execution_time", Target::Due)];
    let mut row = json::row(&list.place, number, fields, &targets, NONE);
    plain(&mut row);
    row.push(Target::Id, "", format!("chore/{}", field(fields, "id")));
    let count = field(fields, "period_interval").parse::<u32>().unwrap_or(1).clamp(1, 1200);
    let unit = ["daily", "weekly", "monthly", "yearly"].iter().position(|unit| *unit == field(fields, "period_type"));
    if let Some(unit) = unit {
        row.cells.retain(|cell| !matches!(&*cell.label, "Period interval" | "Period type"));
        row.push(Target::Note, words.labels.repeats, (words.every)(count.into(), words.units[unit]));
        row.recurrence = recurrence(count.into(), Unit::ALL[unit], Basis::Done);
    }
    let next = last.zip(unit).map(|(last, unit)| match unit {
        0 => last.plus_days(count),
        1 => last.plus_days(count * 7),
        2 => last.plus_months(count),
        _ => last.plus_months(count * 12),
    });
    if row.peek(Target::Due).is_none() {
        let start = field(fields, "start_date").into_owned();
        let due = next.map_or(start, |next| next.to_string());
        row.push(Target::Due, words.targets.due, due);
    }
    task::read(row, to);
}

/// Grocy keeps descriptions as pages of the web; notes are plain text.
fn plain(row: &mut Row<'_>) {
    for cell in row.cells.iter_mut().filter(|cell| cell.target == Target::Notes && cell.text.contains(['<', '&'])) {
        let mut text = String::with_capacity(cell.text.len());
        let mut rest = &*cell.text;
        while let Some((before, tag)) = rest.split_once('<') {
            text.push_str(before);
            let Some((name, behind)) = tag.split_once('>') else {
                text.push('<');
                text.push_str(tag);
                rest = "";
                break;
            };
            if ["p", "br", "li", "div", "tr"].iter().any(|block| name.trim_matches('/').trim().starts_with(block))
                && !text.ends_with('\n')
            {
                text.push('\n');
            }
            rest = behind;
        }
        text.push_str(rest);
        let pairs = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
        cell.text = pairs.iter().fold(text, |text, (from, to)| text.replace(from, to)).trim().to_owned().into();
    }
}
