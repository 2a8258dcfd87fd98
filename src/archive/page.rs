//! `README.html`: the whole logbook as one page that any browser shows, without a script, a connection or Codessa.
//!
//! Every text that people wrote goes through [`html::Html::text`]; what is written as markup is written here, in the source.

mod contacts;
mod costs;
mod cover;
mod deals;
mod entries;
mod html;
mod inspections;
mod items;
mod lists;
mod papers;
mod parts;
mod rest;
mod systems;

use crate::book::Book;
use crate::home::{Home, Telling};
use crate::name;
use html::Html;
use model::kind::{OF_ESTATE, kind_of};

/// Its name in the archive.
pub(crate) const NAME: &str = "README.html";

const STYLE: &str = include_str!("page/page.css");

/// No script, nothing from elsewhere: pictures beside the page and the style in it.
const POLICY: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">"#;

/// A section of the page: its anchor, its head, how many things are in it, and what draws it.
struct Section {
    anchor: &'static str,
    title: &'static str,
    count: usize,
    draw: fn(&mut Html, &Book),
}

/// The whole page.
pub(crate) fn text(home: &Home, telling: &Telling, book: &Book) -> String {
    let sections: Vec<Section> = sections(book).into_iter().filter(|section| section.count > 0).collect();
    let mut html = Html::default();
    html.raw("<!doctype html>\n<html lang=\"").text(book.words.tag).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw(POLICY).raw("\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    html.text(&cover::title(telling, book)).raw("</title>\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
    cover::draw(&mut html, telling, book);
    html.raw("<nav class=\"inside\" aria-label=\"").text(book.words.frame().in_this_book).raw("\">\n<ol>\n");
    for section in &sections {
        html.raw("<li><a href=\"#").raw(section.anchor).raw("\">").text(section.title).raw("</a>");
        html.line("span", "figure", &book.words.number(section.count.try_into().unwrap_or(i64::MAX))).raw("</li>\n");
    }
    html.raw("</ol>\n</nav>\n<main>\n");
    for section in &sections {
        html.raw("<section id=\"").raw(section.anchor).raw("\">\n");
        html.line("h2", "", section.title);
        (section.draw)(&mut html, book);
        html.raw("</section>\n");
    }
    html.raw("</main>\n");
    rest::draw(&mut html, home, book, &unknown(telling));
    html.raw("</body>\n</html>\n");
    html.done()
}

/// In the order in which they are read.
fn sections(book: &Book) -> Vec<Section> {
    let (words, frame) = (book.words, book.words.frame());
    // Withdrawn entries do not count, and are shown even where there are no others.
    let entries = costs::counted(book).count().max(usize::from(!book.entries.is_empty()));
    let section = |anchor, title, count, draw| Section { anchor, title, count, draw };
    vec![
        section("systems", frame.systems, book.systems.len(), systems::draw),
        section("logbook", frame.logbook, entries, entries::draw),
        section("certificates", frame.certificates, book.certificates.len(), papers::certificates),
        section("warranties", frame.warranties, book.warranties.len(), papers::warranties),
        section("documents", frame.documents, book.documents.len(), papers::documents),
        section("contacts", frame.contacts, book.contacts.len(), contacts::draw),
        section("items", frame.items, book.items.len(), items::draw),
        section("tasks", frame.tasks, book.tasks.len(), lists::tasks),
        section("meters", frame.meters, book.readings.len(), lists::meters),
        section("inspections", words.inspect().title, book.inspections.len(), inspections::walks),
        section("checklists", words.inspect().own_lists, book.checklists.len(), inspections::checklists),
        section("requests", words.story().title, book.deals.len(), deals::draw),
        section("costs", words.archive().costs, costs::years(book).len(), costs::draw),
    ]
}

/// Kinds that the page does not draw, those of schemes and those that this build does not know, with how many records each has and where they lie.
fn unknown(telling: &Telling) -> Vec<(String, u64, String)> {
    let is_of_scheme = |name: &str| OF_ESTATE.iter().any(|kind| kind.name == name);
    let unknown = telling.kinds.iter().filter(|(kind, _)| kind_of(kind).is_none() || is_of_scheme(kind));
    let told = |(kind, records): (&String, &Vec<model::Record>)| {
        (kind.clone(), records.len() as u64, format!("data/{}.jsonl", name::of_kind(kind)))
    };
    unknown.map(told).collect()
}
