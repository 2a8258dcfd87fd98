//! What stands first: which home, where, how it is built, what to do in an emergency.

use super::costs::{Sums, counted};
use super::html::Html;
use super::parts::count;
use crate::book::Book;
use crate::home::Telling;
use model::property::Property;

/// The title of the page.
pub(super) fn title(telling: &Telling, book: &Book) -> String {
    (book.words.print().heading)(&telling.name())
}

/// The cover.
pub(super) fn draw(html: &mut Html, telling: &Telling, book: &Book) {
    let (words, said) = (book.words, book.words.archive());
    html.raw("<header class=\"cover\">\n").line("p", "cover__kicker", said.kicker);
    html.line("h1", "", &telling.name());
    if let Some(property) = &book.property {
        html.line("p", "cover__address", &address(property));
    }
    html.line("p", "cover__tally", &tally(book));
    html.line("p", "cover__made", &(said.made)(&words.day(book.today)));
    html.line("p", "cover__lead", said.lead);
    if let Some(property) = &book.property {
        emergency(html, book, property);
        facts(html, book, property);
    }
    html.raw("</header>\n");
}

/// Street, suburb, city and code on one line.
fn address(property: &Property) -> String {
    let place = [&property.city, &property.postal_code].map(String::as_str).join(" ");
    let parts = [property.address.as_str(), &property.suburb, place.trim()];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ").replace('\n', ", ")
}

/// "412 entries since March 2016, R 318 400,00".
fn tally(book: &Book) -> String {
    let words = book.words;
    let entries: Vec<_> = counted(book).collect();
    if entries.is_empty() {
        return String::new();
    }
    let number = (words.logbook().entries)(&count(book, entries.len()), entries.len());
    let first = entries.iter().filter_map(|entry| entry.letter.when).map(|when| when.first()).min();
    let since = |number: &str| match first {
        Some(first) => (words.print().since)(number, &format!("{} {}", words.month(first.month()), first.year())),
        None => number.to_owned(),
    };
    let sums = entries.iter().filter_map(|entry| entry.letter.cost.as_ref()).collect::<Sums>();
    let parts = [since(&number), sums.told(words)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Where water and power are switched off.
fn emergency(html: &mut Html, book: &Book, property: &Property) {
    let outlook = book.words.outlook();
    let rows = [(outlook.water_off, &property.water_shut_off), (outlook.power_off, &property.power_shut_off)];
    if rows.iter().all(|(_, place)| place.trim().is_empty()) {
        return;
    }
    html.raw("<div class=\"emergency\">\n").line("h2", "", outlook.shut_off).raw("<dl>\n");
    rows.iter().for_each(|(term, place)| _ = html.fact(term, place));
    html.raw("</dl>\n</div>\n");
}

/// What the home is.
fn facts(html: &mut Html, book: &Book, property: &Property) {
    let (words, said, choice) = (book.words, book.words.property(), book.words.choice());
    let named = |name: Option<&'static str>| name.unwrap_or_default();
    let area = property.floor_area_m2.map(|area| format!("{} {}", words.number(area), said.square_metres));
    let water: Vec<&str> = property.water.iter().map(|value| (choice.water)(*value)).collect();
    let power: Vec<&str> = property.power.iter().map(|value| (choice.power)(*value)).collect();
    html.raw("<dl class=\"facts\">\n");
    html.fact(said.sort, named(property.dwelling.map(choice.dwelling)));
    html.fact(said.occupied, &super::parts::date(book, property.occupied));
    html.fact(said.year_built, &property.year_built.map(|year| year.to_string()).unwrap_or_default());
    html.fact(said.floor_area, &area.unwrap_or_default());
    html.fact(said.erf, &property.erf);
    html.fact(said.roof, named(property.roof.map(choice.roof)));
    html.fact(said.walls, named(property.walls.map(choice.walls)));
    html.fact(said.water_from, &water.join(", "));
    html.fact(said.power_from, &power.join(", "));
    html.raw("</dl>\n").line("p", "notes", &property.notes);
}
