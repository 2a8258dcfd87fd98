//! The invoices of a job: what each comes to, how it stands beside the approval, and what of it is owed.

use super::act::{Open, href, paper_link};
use super::guarded::{guarded, lacking};
use super::sums::lines_sum;
use super::typed::{Reading, cents_text, money};
use crate::components::{Button, Chip, Choice, Glyph, LinkButton, More, Section, Status, TextField, Tone, Weight};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::portal::agreed::deposit_lines;
use model::portal::deal::Kept;
use model::portal::machine::{Act, State};
use model::portal::{Invoice, Means, Payment, Side};

/// The invoices; nothing where there is none and none may be written.
pub fn section(desk: Desk, open: &Open, form: Form) -> AnyView {
    let said = desk.words().job();
    let bills = open.can(Act::Bill, open.deal.job_state());
    if open.deal.invoices.is_empty() && !bills {
        return ().into_any();
    }
    let write = bills.then(|| {
        let deposit = (!deposit_lines(&open.deal, "").is_empty()).then(|| {
            view! { <LinkButton label=said.write_deposit href=href(open.space, "deposit") /> }
        });
        view! { <div class="line"><LinkButton label=said.write_invoice href=href(open.space, "bill") glyph=Glyph::FILE_TEXT />{deposit}</div> }
    });
    let invoices = open.deal.invoices.iter().rev().map(|invoice| one(desk, open, invoice, form)).collect_view();
    view! { <Section title=said.invoices><div class="stack">{invoices}{write}</div></Section> }.into_any()
}

fn one(desk: Desk, open: &Open, invoice: &Kept<Invoice>, form: Form) -> AnyView {
    let words = desk.words();
    let said = words.job();
    let (deal, letter) = (&open.deal, &invoice.letter);
    let state = deal.invoice_state(invoice);
    let tone = match state {
        State::InvoicePaid => Tone::Good,
        State::InvoiceOwed => Tone::Warn,
        _ => Tone::Info,
    };
    let named = if letter.credits.is_some() { said.credit_note } else { said.invoice };
    let owed = deal.owed(invoice);
    let is_owed = state == State::InvoiceOwed && letter.credits.is_none();
    let pay = (is_owed && open.can(Act::Pay, state))
        .then(|| view! { <Pay open=open.clone() of=invoice.clone() owed form /> });
    let can_credit = letter.credits.is_none() && open.can(Act::Credit, state);
    let credit = can_credit.then(|| {
        let href = format!("{}&of={}", href(open.space, "credit"), invoice.id);
        view! { <div><LinkButton label=said.write_credit href weight=Weight::Small /></div> }
    });
    view! {
        <article class="trade__paper stack stack--tight">
            <p class="line">
                <strong>{named(deal.number(invoice).unwrap_or_default())}</strong> " "
                <Status tone word=(said.state)(state) />
            </p>
            {lines_sum(desk, &letter.lines, letter.inclusive, letter.on, letter.deposit.unwrap_or(0))}
            {guarded(desk, deal, invoice)}
            {lacking(desk, deal, invoice, true)}
            {paper_link(desk, open.space, invoice.id)}
            {credit}
            {is_owed.then(|| view! { <p>{(said.owed)(&money(words, owed))}</p> })}
            {pay}
        </article>
    }
    .into_any()
}

/// Notes that an invoice was paid.
#[component]
fn Pay(open: Open, of: Kept<Invoice>, owed: i64, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.job();
    let toaster = use_toaster();
    let amount = RwSignal::new(cents_text(words, Some(owed)));
    let means = RwSignal::new(Means::Transfer);
    let chips =
        Means::ALL.iter().map(|value| Chip { value: *value, name: (said.means)(*value).to_owned(), glyph: None });
    let keep = Callback::new(move |()| {
        let mut reading = Reading::default();
        let cents = reading.cents(&amount.get_untracked(), "cents").unwrap_or(0);
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let payment = Payment {
            of: Some(of.id),
            side: Side::Provider,
            cents,
            on: Some(desk.today()),
            means: means.get_untracked(),
            reference: of.letter.number.clone(),
            ..Payment::default()
        };
        open.write(form, desk, &payment, move || toaster.say(said.payment_kept));
    });
    view! {
        <More summary=said.was_paid>
            <TextField label=said.amount value=amount sign=said.rand keyboard="decimal" error=form.error("cents") />
            <Choice legend=said.means_asked options=chips.collect() value=means />
            <div><Button label=said.was_paid weight=Weight::Primary busy=form.busy() on_press=keep /></div>
        </More>
    }
}
