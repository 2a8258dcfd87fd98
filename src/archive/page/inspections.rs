//! The inspections, point by point with what became of what failed, and the home's own checklists.

use super::html::Html;
use super::parts::{cell, files, head, joined};
use crate::book::{Book, Kept};
use model::checklist::Checklist;
use model::inspection::{Inspection, Point};

/// The inspections, newest first.
pub(super) fn walks(html: &mut Html, book: &Book) {
    book.inspections.iter().for_each(|kept| walk(html, book, kept));
}

fn walk(html: &mut Html, book: &Book, kept: &Kept<Inspection>) {
    let (words, letter) = (book.words, &kept.letter);
    let on = letter.on.map(|on| words.day(on)).unwrap_or_default();
    let withdrawn = if kept.withdrawn.is_some() { words.archive().withdrawn } else { "" };
    html.raw("<article>\n").line("h3", "group", &letter.title);
    html.line("p", "quiet", &joined(&[&on, &letter.by, withdrawn]));
    if let Some(reason) = kept.withdrawn.as_deref().filter(|reason| !reason.is_empty()) {
        html.line("p", "notes", &(words.archive().why)(reason));
    }
    points(html, book, &letter.points);
    html.line("p", "notes", &letter.notes);
    files(html, book, &letter.files);
    html.raw("</article>\n");
}

fn points(html: &mut Html, book: &Book, points: &[Point]) {
    if points.is_empty() {
        return;
    }
    let said = &book.words.print().inspections;
    let columns = [said.points, said.found, said.became];
    html.raw("<div class=\"tasks\">\n");
    head(html, &columns.map(|name| (name, false)));
    for point in points {
        html.raw("<tr><td class=\"tasks__what\">").line("span", "", &point.title).raw("</td>");
        cell(html, columns[1], false, &joined(&[(said.how)(point.found), &point.note]));
        cell(html, columns[2], false, &point.became.map(|id| book.name(id)).unwrap_or_default());
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</div>\n");
}

/// The checklists that the people of the home wrote, by name.
pub(super) fn checklists(html: &mut Html, book: &Book) {
    for Kept { letter, .. } in &book.checklists {
        html.raw("<article>\n").line("h3", "group", &letter.name);
        html.line("p", "quiet", &joined(&[&letter.about, &every(book, letter)]));
        html.raw("<ul>\n");
        for point in &letter.points {
            html.raw("<li>").line("span", "", &point.title);
            html.line("p", "notes", &point.how).raw("</li>\n");
        }
        html.raw("</ul>\n</article>\n");
    }
}

/// "How often? 6 months".
fn every(book: &Book, list: &Checklist) -> String {
    let said = book.words.inspect();
    list.every_months.map(|months| format!("{} {months} {}", said.every, said.months)).unwrap_or_default()
}
