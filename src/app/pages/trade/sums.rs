//! What a paper comes to, as it is typed.

use super::typed::money;
use crate::components::{FactLine, Facts};
use crate::desk::Desk;
use leptos::prelude::*;
use model::Date;
use model::portal::money::{self as sums, Amount};
use model::portal::{Line, Quote, Vat};

/// What lines come to: without tax, the tax, with it, and where its rate comes from.
pub fn lines_sum(desk: Desk, lines: &[Line], inclusive: bool, on: Option<Date>, deposit: i64) -> AnyView {
    let words = desk.words();
    let said = words.job();
    let sum = sums::sum(lines, inclusive, on);
    let mut facts = taxed(desk, lines, sum, on);
    if deposit > 0 {
        facts.push(FactLine::words(said.less_deposit, money(words, -deposit)));
    }
    facts.push(FactLine::words(said.total, money(words, sum.total - deposit)));
    let rate = has_tax(lines).then(|| on.and_then(|on| sums::rate("ZA", on))).flatten();
    let source = rate.map(|(_, source)| view! { <p class="small soft">{(said.rate_source)(source)}</p> });
    view! { <Facts lines=facts sums=true /> {source} }.into_any()
}

/// What a quote comes to: one sum, or one for each option; lines that the client may leave are in it.
pub fn quote_sum(desk: Desk, quote: &Quote) -> AnyView {
    if quote.options.is_empty() {
        return lines_sum(desk, &quote.lines, quote.inclusive, quote.on, 0);
    }
    let words = desk.words();
    let of = |key: &str| {
        let lines = quote.lines.iter().filter(|line| line.option.is_empty() || line.option == key);
        sums::sum(lines, quote.inclusive, quote.on).total
    };
    let line = |option: &model::portal::Choice| {
        FactLine::words((words.job().total_of)(&option.name), money(words, of(&option.key)))
    };
    view! { <Facts lines=quote.options.iter().map(line).collect() /> }.into_any()
}

fn has_tax(lines: &[Line]) -> bool {
    lines.iter().any(|line| line.vat == Vat::Standard)
}

fn taxed(desk: Desk, lines: &[Line], sum: Amount, on: Option<Date>) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.job();
    let rate = on.and_then(|on| sums::rate("ZA", on)).filter(|_| has_tax(lines));
    let Some((per_mille, _)) = rate else { return Vec::new() };
    vec![
        FactLine::words(said.net, money(words, sum.net)),
        FactLine::words((said.vat)(per_mille), money(words, sum.vat)),
    ]
}
