//! What many sections show: photos and papers of a record, names in a line, a table.

use super::html::Html;
use crate::book::Book;
use model::{FileRef, PartialDate, RecordId};

/// A number of things, as people write it.
pub(super) fn count(book: &Book, number: usize) -> String {
    book.words.number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A date, or nothing.
pub(super) fn date(book: &Book, date: Option<PartialDate>) -> String {
    date.map(|date| book.words.date(date)).unwrap_or_default()
}

/// Names of records, joined.
pub(super) fn names(book: &Book, ids: &[RecordId]) -> String {
    ids.iter().map(|id| book.name(*id)).collect::<Vec<_>>().join(", ")
}

/// Those of the texts that say something, with a dot between.
pub(super) fn joined(texts: &[&str]) -> String {
    texts.iter().filter(|text| !text.trim().is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// Files: pictures that browsers show as pictures, the others as links. A file that is not in the archive is named all the same.
pub(super) fn files<'a>(html: &mut Html, book: &Book, files: impl IntoIterator<Item = &'a FileRef>) {
    let (pictures, papers): (Vec<&FileRef>, Vec<&FileRef>) = files.into_iter().partition(|file| is_shown(book, file));
    if !pictures.is_empty() {
        html.raw("<div class=\"photos\">\n");
        pictures.into_iter().for_each(|file| picture(html, book, file));
        html.raw("</div>\n");
    }
    if !papers.is_empty() {
        html.raw("<ul class=\"papers\">\n");
        papers.into_iter().for_each(|file| paper(html, book, file));
        html.raw("</ul>\n");
    }
}

/// Browsers draw no HEIC but one, so it is a link.
fn is_shown(book: &Book, file: &FileRef) -> bool {
    file.is_photo() && file.media != "image/heic" && book.file(file.hash).1
}

fn picture(html: &mut Html, book: &Book, file: &FileRef) {
    let (path, _) = book.file(file.hash);
    let said = if file.caption.is_empty() { &file.name } else { &file.caption };
    html.raw("<figure>").file_link(path, |html| {
        html.raw("<img loading=\"lazy\" decoding=\"async\" alt=\"").text(said).raw("\" src=\"").address(path);
        if let (Some(width), Some(height)) = (file.width, file.height) {
            html.raw("\" width=\"").text(&width.to_string()).raw("\" height=\"").text(&height.to_string());
        }
        html.raw("\">");
    });
    html.line("figcaption", "", &file.caption).raw("</figure>\n");
}

fn paper(html: &mut Html, book: &Book, file: &FileRef) {
    let (path, is_there) = book.file(file.hash);
    html.raw("<li>");
    match is_there {
        true => html.file_link(path, |html| _ = html.text(&file.name)),
        false => html.line("span", "", &file.name),
    };
    let size = book.words.bytes(file.size);
    let beside = if is_there { size.as_str() } else { book.words.archive().missing };
    html.raw(" ").line("span", "quiet", beside);
    html.line("span", "papers__caption", &file.caption).raw("</li>\n");
}

/// The head of a table: the name of each column, and whether it holds figures.
pub(super) fn head(html: &mut Html, columns: &[(&str, bool)]) {
    html.raw("<table>\n<thead><tr>");
    for (name, is_figure) in columns {
        html.raw(if *is_figure { "<th scope=\"col\" class=\"figure\">" } else { "<th scope=\"col\">" })
            .text(name)
            .raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
}

/// A cell of a table, with the name of its column for narrow screens.
pub(super) fn cell(html: &mut Html, column: &str, is_figure: bool, text: &str) {
    html.raw(if is_figure { "<td class=\"figure\" data-name=\"" } else { "<td dir=\"auto\" data-name=\"" });
    html.text(column).raw("\">").text(text).raw("</td>");
}
