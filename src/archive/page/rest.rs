//! What stands last: who is in the home, what could not be shown, and what else is in the archive.

use super::html::Html;
use crate::book::Book;
use crate::home::Home;

/// The end of the page. `unknown` are kinds that this build does not know: name, number of records, file.
pub(super) fn draw(html: &mut Html, home: &Home, book: &Book, unknown: &[(String, u64, String)]) {
    let (words, said) = (book.words, book.words.archive());
    html.raw("<footer>\n");
    if !home.members.is_empty() {
        html.line("h2", "", said.people).raw("<dl class=\"facts\">\n");
        for member in &home.members {
            html.fact(&member.name, &(said.since)((words.choice().role)(member.role), &book.day(member.since)));
        }
        html.raw("</dl>\n");
    }
    for (kind, number, file) in unknown {
        html.line("p", "notice", &(said.unknown)(*number, kind, file));
    }
    html.line("h2", "", said.about).raw("<dl class=\"about\">\n");
    said.parts.iter().for_each(|(name, what)| _ = html.fact(name, what));
    html.raw("</dl>\n</footer>\n");
}
