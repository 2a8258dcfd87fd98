//! Work by request: what was asked, approved, billed against that and paid, with what both sides wrote.

use super::html::Html;
use super::parts::{files, joined};
use crate::book::Book;
use model::date::HOME_AHEAD_MINUTES;
use model::portal::story::Story;
use model::portal::{Deal, Message, Side};
use model::{Date, Money};

/// The deals, the latest first.
pub(super) fn draw(html: &mut Html, book: &Book) {
    for deal in &book.deals {
        if let Some(story) = Story::of(deal) {
            html.raw("<article>\n").line("h3", "group", &story.title);
            facts(html, book, &story);
            if let Some(request) = &deal.request {
                html.line("p", "notes", &request.letter.what);
                files(html, book, &request.letter.files);
            }
            papers(html, book, deal);
            messages(html, book, deal, &story);
            html.raw("</article>\n");
        }
    }
}

fn facts(html: &mut Html, book: &Book, story: &Story) {
    let said = book.words.story();
    let day = |day: Option<Date>| day.map(|day| book.words.day(day)).unwrap_or_default();
    let money = |cents: i64| if cents == 0 { String::new() } else { book.words.money(&Money::rand(cents)) };
    let approved = story.approved.as_ref().map(|one| {
        let by = if one.name.is_empty() { String::new() } else { (said.by)(&one.name) };
        joined(&[&one.title, &money(one.cents), &by, &day(one.on)])
    });
    let more = if story.variations > 0 { (said.variations)(story.variations) } else { String::new() };
    let above = if story.above > 0 { (said.above)(&money(story.above)) } else { String::new() };
    html.raw("<dl class=\"facts\">\n");
    html.fact(said.provider, &story.provider);
    html.fact(said.asked, &day(story.asked));
    html.fact(said.approved, &joined(&[&approved.unwrap_or_default(), &more, &money(story.varied)]));
    html.fact(said.finished, &day(story.finished));
    html.fact(said.billed, &joined(&[&story.invoices.join(", "), &money(story.billed), &above]));
    html.fact(said.paid, &money(story.paid));
    html.raw("</dl>\n");
}

/// Photos of the work, papers of quotes and invoices.
fn papers(html: &mut Html, book: &Book, deal: &Deal) {
    let quotes = deal.quotes.iter().flat_map(|quote| &quote.letter.files);
    let sheets = deal.sheet().into_iter().flat_map(|sheet| sheet.letter.before.iter().chain(&sheet.letter.after));
    let invoices = deal.invoices.iter().flat_map(|invoice| &invoice.letter.files);
    files(html, book, quotes.chain(sheets).chain(invoices));
}

fn messages(html: &mut Html, book: &Book, deal: &Deal, story: &Story) {
    let said = book.words.story();
    if deal.messages.is_empty() {
        return;
    }
    html.line("h4", "", said.messages);
    for Message { side, text, files: photos, name, sent_at, .. } in deal.messages.iter().map(|kept| &kept.letter) {
        let other = if *side == Side::Provider { story.provider.as_str() } else { said.home };
        let who = if name.is_empty() { other } else { name };
        let on = sent_at.map(|at| book.words.day(at.date(HOME_AHEAD_MINUTES))).unwrap_or_default();
        html.line("p", "quiet", &joined(&[who, &on]));
        html.line("p", "notes", text);
        files(html, book, photos);
    }
}
