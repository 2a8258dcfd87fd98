//! The people and firms of the home.

use super::html::Html;
use super::parts::joined;
use crate::book::Book;
use model::contact::Contact;

/// All of them, by name.
pub(super) fn draw(html: &mut Html, book: &Book) {
    html.raw("<div class=\"cards\">\n");
    book.contacts.iter().for_each(|kept| contact(html, book, &kept.letter));
    html.raw("</div>\n");
}

fn contact(html: &mut Html, book: &Book, contact: &Contact) {
    let (words, said) = (book.words, book.words.contact());
    html.raw("<article class=\"card\">\n").line("h4", "", &contact.name);
    html.line("p", "quiet", &joined(&[&contact.trade, (words.choice().contact)(contact.role)])).raw("<dl>\n");
    html.fact(said.person, &contact.person);
    reach(html, said.phone, "tel:", &contact.phone);
    reach(html, said.email, "mailto:", &contact.email);
    html.fact(said.address, &contact.address);
    contact.registrations.iter().for_each(|one| _ = html.fact(&one.body, &one.number));
    html.raw("</dl>\n").line("p", "notes", &contact.notes).raw("</article>\n");
}

/// A telephone number or an e-mail address that can be called or written to.
fn reach(html: &mut Html, term: &str, scheme: &'static str, value: &str) {
    if value.trim().is_empty() {
        return;
    }
    let plain: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    html.raw("<div>").line("dt", "", term).raw("<dd><a href=\"").raw(scheme).address(&plain).raw("\">");
    html.text(value).raw("</a></dd></div>\n");
}
