//! The contents of the home, zone by zone, with what they cost to replace.

use super::costs::Sums;
use super::html::Html;
use super::parts::{cell, date, files, head, joined};
use crate::book::{Book, Kept};
use model::item::Item;

/// A table for each zone, with its sum, and the sum of all.
pub(super) fn draw(html: &mut Html, book: &Book) {
    let (words, said) = (book.words, book.words.care());
    let mut all: Vec<(String, &Kept<Item>)> = (book.items.iter())
        .map(|kept| (kept.letter.zone.map(|zone| book.name(zone)).unwrap_or_default(), kept))
        .collect();
    all.sort_by_cached_key(|(zone, _)| (zone.is_empty(), zone.clone()));
    let mut total = Sums::default();
    for of_zone in all.chunk_by(|a, b| a.0 == b.0) {
        let zone = if of_zone[0].0.is_empty() { words.archive().elsewhere } else { &of_zone[0].0 };
        html.line("h3", "group", zone);
        html.raw("<div class=\"items\">\n");
        head(html, &[(said.item, false), (said.count, true), (said.price, true), (said.to_replace, true)]);
        let mut sum = Sums::default();
        of_zone.iter().for_each(|(_, kept)| row(html, book, &kept.letter, &mut sum));
        html.raw("</tbody>\n<tfoot><tr><th scope=\"row\">").text(said.total).raw("</th><td></td><td></td>");
        cell(html, said.to_replace, true, &sum.told(words));
        html.raw("</tr></tfoot>\n</table>\n</div>\n");
        total.add_all(&sum);
    }
    let told = total.told(words);
    if !told.is_empty() {
        html.raw("<p class=\"sum\">")
            .line("span", "", said.to_replace)
            .raw(" ")
            .line("span", "figure", &told)
            .raw("</p>\n");
    }
}

fn row(html: &mut Html, book: &Book, item: &Item, sum: &mut Sums) {
    let (words, said) = (book.words, book.words.care());
    let maker = [item.make.as_str(), &item.model].join(" ");
    let serial = if item.serial.is_empty() { String::new() } else { format!("{} {}", said.serial, item.serial) };
    html.raw("<tr><th scope=\"row\">").line("span", "", &item.name);
    html.line("p", "quiet", &joined(&[maker.trim(), &serial, &date(book, item.bought)]));
    html.line("p", "notes", &item.notes);
    files(html, book, &item.files);
    html.raw("</th>");
    cell(html, said.count, true, &words.number(item.quantity));
    cell(html, said.price, true, &item.price.as_ref().map(|price| words.money(price)).unwrap_or_default());
    let mut all = Sums::default();
    // Where nobody has said what a new one costs, what this one cost stands for it.
    if let Some(worth) = item.replacement.as_ref().or(item.price.as_ref()) {
        all.add(worth, item.quantity);
    }
    sum.add_all(&all);
    cell(html, said.to_replace, true, &all.told(words));
    html.raw("</tr>\n");
}
