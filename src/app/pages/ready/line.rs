//! One line of the checklist: how the certificate stands, why, when to order another, and who may issue it.

use crate::components::{FactLine, Facts, Status, Tone};
use crate::desk::Desk;
use leptos::prelude::*;
use model::certificate::Basis;
use model::ready::{Line, Order, Step, paid_cents};
use model::{Date, Money};

/// What is said of one certificate.
pub(super) struct Told {
    title: String,
    href: Option<String>,
    tone: Tone,
    word: String,
    order: Option<String>,
    reason: &'static str,
    lines: Vec<FactLine>,
}

/// Lines of the checklist, in order.
#[component]
pub(super) fn Lines(
    /// The lines.
    lines: Vec<Told>,
) -> impl IntoView {
    let drawn = lines.into_iter().map(|Told { title, href, tone, word, order, reason, lines }| {
        let title = match href {
            Some(href) => view! { <a href=href>{title}</a> }.into_any(),
            None => title.into_any(),
        };
        view! {
            <li class="ready__line">
                <h3>{title}</h3>
                <p><Status tone word /></p>
                {order.map(|order| view! { <p><strong>{order}</strong></p> })}
                <p>{reason}</p>
                <Facts lines />
            </li>
        }
    });
    view! { <ul class="ready">{drawn.collect_view()}</ul> }
}

/// What is said of a line.
pub(super) fn told(desk: Desk, line: &Line<'_>, today: Date) -> Told {
    let words = desk.words();
    let rule = words.basis();
    let sort = (words.choice().certificate)(line.sort).to_owned();
    let title = line.paper.map(|paper| paper.letter.title.clone()).filter(|title| !title.is_empty()).unwrap_or(sort);
    let until = line.finding.until.filter(|_| line.step == Step::Fit).map(|day| (rule.until)(&words.day(day)));
    let verdict = (rule.verdict)(line.finding.verdict);
    let tone = match line.step {
        Step::Order => Tone::Bad,
        Step::Ask => Tone::Warn,
        Step::Fit => Tone::Good,
        Step::None => Tone::Info,
    };
    Told {
        title,
        href: line.paper.map(|paper| format!("/certificates/{}", paper.root)),
        tone,
        word: until.map_or_else(|| verdict.to_owned(), |until| format!("{verdict} {until}")),
        order: line.order.map(|order| ordered(desk, line, order, today)),
        reason: (rule.reason)(line.finding.reason, line.finding.basis),
        lines: lines(desk, line),
    }
}

fn ordered(desk: Desk, line: &Line<'_>, order: Order, today: Date) -> String {
    let words = desk.words();
    let said = words.ready();
    let (from, by) = (words.day(order.from), words.day(order.by));
    match line.finding.basis == Basis::Contract {
        true if order.by >= order.from => (said.order_if)(&from, &by),
        true => (said.order_if)(&from, &from),
        false if order.by < today || order.by < order.from => (said.order_now)(order.lead_days),
        false => (said.order)(&from, &by),
    }
}

fn lines(desk: Desk, line: &Line<'_>) -> Vec<FactLine> {
    let words = desk.words();
    let (said, rule) = (words.ready(), words.basis());
    let mut lines = Vec::new();
    if let Some(paper) = line.paper {
        let issued = paper.letter.issued.map(|date| (words.outlook().issued)(&words.date(date))).unwrap_or_default();
        let told = [paper.letter.number.clone(), issued];
        let told = told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        lines.push(FactLine::words(said.in_book, told));
    }
    let source = (rule.source)(&(words.choice().source)(line.finding.source));
    let conflict = if line.finding.confirm { (rule.conflict)(line.sort) } else { "" };
    lines.push(FactLine::words(said.basis, (rule.basis)(line.finding.basis)).noted(format!("{source}. {conflict}")));
    if let Some(order) = line.order {
        let issuer = (rule.issuer)(line.sort);
        if !issuer.is_empty() {
            lines.push(FactLine::words(rule.who_issues, issuer));
        }
        lines.push(FactLine::words(said.takes, (said.lead_time)(order.lead_days)));
        lines.extend(paid(desk, line));
    }
    lines
}

/// What this home paid for the one that it has, and when; nothing where nobody wrote that down.
fn paid(desk: Desk, line: &Line<'_>) -> Option<FactLine> {
    let words = desk.words();
    let letter = &line.paper?.letter;
    let cents = desk.library.entries.with(|entries| paid_cents(letter, entries.iter().map(|entry| &entry.letter)))?;
    let when = letter.issued.map(|date| words.date(date)).unwrap_or_default();
    Some(FactLine::words(words.ready().cost, words.money(&Money::rand(cents))).noted((words.ready().paid)(&when)))
}
