//! Tasks, and what meters showed.

use super::html::Html;
use super::parts::{cell, files, head, names};
use crate::book::{Book, Kept};
use model::reading::{Reading, Unit};
use model::schedule::Next;
use model::task::Task;
use model::{Date, RecordId};
use words::format::places;

/// The tasks: those to do by their day, then those that were done.
pub(super) fn tasks(html: &mut Html, book: &Book) {
    let due = book.due();
    let (mut done, mut open): (Vec<_>, Vec<_>) =
        book.tasks.iter().zip(due).partition(|(_, due)| matches!(due, Next::Never));
    done.reverse();
    open.sort_by_key(|(kept, due)| day(kept, *due));
    let said = book.words.archive();
    for (title, tasks) in [(said.open, open), (said.done, done)] {
        if !tasks.is_empty() {
            html.line("h3", "group", title);
            table_of_tasks(html, book, &tasks);
        }
    }
}

/// The day by which it should be done; of what was done the day on which it was due.
fn day(task: &Kept<Task>, due: Next) -> Option<Date> {
    if let Next::Due(due) = due { Some(due.by) } else { task.letter.due }
}

fn table_of_tasks(html: &mut Html, book: &Book, tasks: &[(&Kept<Task>, Next)]) {
    let (words, column) = (book.words, &book.words.archive().column);
    let columns = [column.due, column.title, words.entry().systems, column.usually];
    html.raw("<div class=\"tasks\">\n");
    head(html, &columns.map(|name| (name, false)));
    for (kept, due) in tasks {
        let task = &kept.letter;
        html.raw("<tr>");
        cell(html, columns[0], false, &day(kept, *due).map(|day| words.day(day)).unwrap_or_default());
        html.raw("<td class=\"tasks__what\">").line("span", "", &task.title);
        if task.recurrence.is_some() {
            let interval = (words.plan().interval)(task.interval_basis, &task.interval_source);
            let round = words.recurrence(task.recurrence.as_ref());
            html.line("p", "notes", &format!("{round} · {interval}"));
        }
        html.line("p", "notes", &task.notes).raw("</td>");
        cell(html, columns[2], false, &names(book, &task.systems));
        cell(html, columns[3], false, &task.contact.map(|id| book.name(id)).unwrap_or_default());
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</div>\n");
}

/// The readings of each meter, newest first, with what was used in between.
pub(super) fn meters(html: &mut Html, book: &Book) {
    let mut all: Vec<&Kept<Reading>> = book.readings.iter().filter(|kept| kept.withdrawn.is_none()).collect();
    all.sort_by_key(|kept| meter(kept));
    for of_meter in all.chunk_by(|a, b| meter(a) == meter(b)) {
        let (system, unit) = meter(of_meter[0]);
        let name = system.map_or_else(|| book.words.care().meter.to_owned(), |id| book.name(id));
        html.line("h3", "group", &name);
        readings(html, book, of_meter, (book.words.choice().unit)(unit));
    }
}

fn meter(kept: &Kept<Reading>) -> (Option<RecordId>, Unit) {
    (kept.letter.system, kept.letter.unit)
}

fn readings(html: &mut Html, book: &Book, all: &[&Kept<Reading>], unit: &str) {
    let (words, said) = (book.words, book.words.archive());
    let columns = [(words.care().date, false), (said.reading, true), (said.used, true)];
    let places = places(all.iter().map(|kept| kept.letter.value_milli));
    let told = |milli: i64| format!("{}\u{a0}{unit}", words.quantity_to(milli, places));
    html.raw("<div class=\"meters\">\n");
    head(html, &columns);
    for (at, kept) in all.iter().enumerate() {
        let before = all.get(at + 1).map(|before| kept.letter.value_milli.saturating_sub(before.letter.value_milli));
        html.raw("<tr><td>").text(&kept.letter.on.map(|day| words.day_short(day)).unwrap_or_default());
        html.line("p", "notes", &kept.letter.notes);
        files(html, book, &kept.letter.files);
        html.raw("</td>");
        cell(html, columns[1].0, true, &told(kept.letter.value_milli));
        // A meter that was changed begins anew: less than before says nothing of what was used.
        cell(html, columns[2].0, true, &before.filter(|used| *used >= 0).map(told).unwrap_or_default());
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</div>\n");
}
