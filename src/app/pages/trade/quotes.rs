//! The quotes of a job: every version, and what the client said of each.

use super::act::{Open, href, paper_link};
use super::sums::quote_sum;
use crate::components::{Glyph, LinkButton, More, Section, Status, Tone};
use crate::desk::Desk;
use leptos::prelude::*;
use model::portal::deal::Kept;
use model::portal::machine::{Act, State};
use model::portal::{Line, Quote, money};

/// The quotes; nothing where there is none.
pub fn section(desk: Desk, open: &Open) -> AnyView {
    let said = desk.words().job();
    let offers = open.can(Act::Offer, open.deal.request_state());
    let word = if open.deal.quotes.is_empty() { said.write_quote } else { said.new_version };
    let write = offers
        .then(|| view! { <div><LinkButton label=word href=href(open.space, "quote") glyph=Glyph::PENCIL /></div> });
    if open.deal.quotes.is_empty() {
        return ().into_any();
    }
    let quotes = open.deal.quotes.iter().rev().map(|quote| one(desk, open, quote)).collect_view();
    view! { <Section title=said.quotes><div class="stack">{quotes}{write}</div></Section> }.into_any()
}

fn one(desk: Desk, open: &Open, quote: &Kept<Quote>) -> AnyView {
    let said = desk.words().job();
    let state = open.deal.quote_state(quote, desk.today());
    let tone = match state {
        State::QuoteApproved => Tone::Good,
        State::QuoteChange | State::QuoteExpired => Tone::Warn,
        State::QuoteDeclined => Tone::Bad,
        State::QuoteSuperseded => Tone::Unknown,
        _ => Tone::Info,
    };
    let decisions = open.deal.decisions.iter().filter(|decision| decision.letter.on == Some(quote.id));
    let told = decisions
        .map(|decision| view! { <p>{(said.client_said)(&decision.letter.name, &decision.letter.reason)}</p> })
        .collect_view();
    let approved = open.deal.approval().filter(|(approved, _)| approved.id == quote.id).map(|(_, decision)| decision);
    let chosen: Vec<Line> = match approved {
        Some(decision) => {
            money::chosen(&quote.letter, &decision.letter.option, &decision.letter.ticked).cloned().collect()
        }
        None => quote.letter.lines.clone(),
    };
    // A technician of a firm is told the work, and no prices.
    let is_priced = open.does(Act::Offer);
    let sum = is_priced.then(|| match approved {
        Some(_) => super::sums::lines_sum(desk, &chosen, quote.letter.inclusive, quote.letter.on, 0),
        None => quote_sum(desk, &quote.letter),
    });
    let paper = is_priced.then(|| paper_link(desk, open.space, quote.id));
    let lines = chosen.iter().map(|line| view! { <li>{line.what.clone()}</li> }).collect_view();
    view! {
        <article class="trade__paper stack stack--tight">
            <p class="line">
                <strong>{(said.quote)(&quote.letter.number)}</strong> " " {desk.words().day(quote.letter.on.unwrap_or_default())} " "
                <Status tone word=(said.state)(state) />
            </p>
            {told}
            {sum}
            <More summary=said.lines><ul>{lines}</ul></More>
            {paper}
        </article>
    }
    .into_any()
}
