//! Invoices: held against what was approved, and what was paid.

use super::act::Open;
use super::deal::Typed;
use super::quote::{told_line, total};
use super::{money, paper_link};
use crate::components::{
    Button, Chip, Choice, FactLine, Facts, Glyph, Notice, NoticeKind, Row, Rows, Section, Status, TextField, Tone,
    Weight,
};
use crate::desk::{Desk, use_desk};
use crate::pages::form::money_typed;
use leptos::prelude::*;
use model::portal::guard::{Finding, guard};
use model::portal::machine::{Act, State, may};
use model::portal::particulars::{is_untaxed, missing};
use model::portal::{Invoice, Kept, Means, Payment, Quote, money as sums};

/// The invoices of a deal, the latest first.
#[component]
pub fn Bills(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let invoices = open.deal.invoices.iter().rev().map(|invoice| bill(desk, &open, typed, invoice));
    invoices.collect_view()
}

fn bill(desk: Desk, open: &Open, typed: Typed, invoice: &Kept<Invoice>) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let letter = &invoice.letter;
    let number = open.deal.number(invoice).unwrap_or_default();
    let as_quote = Quote { inclusive: letter.inclusive, on: letter.on, ..Quote::default() };
    let lines = letter.lines.iter().map(|line| told_line(desk, &as_quote, line)).collect_view();
    let sum = sums::sum_of(letter);
    if letter.credits.is_some() {
        let title = (said.credit_note)(number);
        let paper = paper_link(said.paper, open.dealt.space, invoice.id);
        return view! { <Section title><Rows>{lines}</Rows><p>{money(words, sum.total)}</p>{paper}</Section> }
            .into_any();
    }
    let state = open.deal.invoice_state(invoice);
    let tone = match state {
        State::InvoiceOwed if letter.due.is_some_and(|due| due < desk.today()) => Tone::Bad,
        State::InvoiceOwed => Tone::Warn,
        State::InvoicePaid => Tone::Good,
        _ => Tone::Unknown,
    };
    let mut facts = total(desk, &letter.provider, &letter.lines, sum);
    if let Some(deposit) = letter.deposit.filter(|deposit| *deposit > 0) {
        facts.push(FactLine::words(said.deposit_off, money(words, -deposit)));
    }
    facts.push(FactLine::words(said.paid_before, money(words, open.deal.paid(invoice.id))));
    facts.push(FactLine::words(said.owed, money(words, open.deal.owed(invoice))));
    let due = letter.due.map(|due| view! { <p class="small">{said.due} ": " {words.day(due)}</p> });
    let title = (said.invoice)(number);
    let found = found(desk, &guard(&open.deal, invoice));
    let untaxed = is_untaxed(&letter.provider, &letter.lines).then(|| view! { <p class="small">{said.untaxed}</p> });
    let paper = if state == State::InvoiceOwed { said.paper_pay } else { said.paper };
    let paper = paper_link(paper, open.dealt.space, invoice.id);
    let (lacks, pay) = (lacks(desk, open, invoice), pay(desk, open, typed, invoice, state));
    view! {
        <Section title>
            <p><Status tone word=(said.state)(state) /></p>
            {found}
            <Rows>{lines}</Rows>
            <Facts lines=facts sums=true />
            {untaxed}
            {due}
            {lacks}
            {paper}
            {pay}
        </Section>
    }
    .into_any()
}

/// What the estimate guard finds.
fn found(desk: Desk, finding: &Finding) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    if finding.above == 0 {
        return view! { <p><Status tone=Tone::Good word=said.within /></p> }.into_any();
    }
    let rows = finding.lines.iter().map(|line| {
        let text = (said.above_line)(&money(words, line.approved), &money(words, line.billed), line.why);
        view! { <Row title=line.what.clone() text=text.into_any() end=money(words, line.above).into_any() /> }
    });
    let rows = rows.collect_view();
    let law = finding.law.map(|law| format!("{} {}", (said.law)(law), said.no_advice)).unwrap_or_default();
    let title = (said.above)(&money(words, finding.above));
    view! { <Notice kind=NoticeKind::Warn title body=law /> <Rows>{rows}</Rows> }.into_any()
}

/// What it lacks as a tax invoice.
fn lacks(desk: Desk, open: &Open, invoice: &Kept<Invoice>) -> AnyView {
    let said = desk.words().portal();
    let lacks: Vec<&str> = missing(&open.deal, invoice).into_iter().map(said.particular).collect();
    (!lacks.is_empty()).then(|| view! { <p class="small">{said.lacks} ": " {lacks.join(", ")}</p> }).into_any()
}

fn pay(desk: Desk, open: &Open, typed: Typed, invoice: &Kept<Invoice>, state: State) -> AnyView {
    let said = desk.words().portal();
    if open.dealt.closed || may(Act::Pay, state, open.party()).is_err() {
        return ().into_any();
    }
    let (form, open, of) = (open.form, open.clone(), invoice.id);
    let means = RwSignal::new(Means::Transfer);
    let options = Means::ALL.iter().map(|one| Chip { value: *one, name: (said.means)(*one).to_owned(), glyph: None });
    let options: Vec<_> = options.collect();
    let owed = open.deal.owed(invoice);
    let save = Callback::new(move |()| {
        let cents = match money_typed(&typed.amount.get_untracked(), "ZAR", "cents") {
            Ok(Some(amount)) => amount.cents,
            Ok(None) => owed,
            Err(fault) => return form.show(vec![fault]),
        };
        let payment = Payment {
            of: Some(of),
            side: open.party().side(),
            cents,
            on: Some(desk.today()),
            means: means.get_untracked(),
            ..Payment::default()
        };
        open.write(desk, &payment, said.paid, move || typed.amount.set(String::new()));
    });
    view! {
        <TextField label=said.amount value=typed.amount sign="R" keyboard="decimal" placeholder=money(desk.words(), owed) error=form.error("cents") />
        <Choice legend=said.how_paid options value=means />
        <p><Button label=said.pay weight=Weight::Primary glyph=Glyph::CHECK busy=form.busy() on_press=save /></p>
    }
    .into_any()
}
