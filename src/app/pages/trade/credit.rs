//! Taking an invoice back, wholly or by lines: a credit note.

use super::act::{Open, back, leaving, stays};
use super::sums::lines_sum;
use crate::components::{AreaField, Chip, Choices, TextField, dynamic};
use crate::deeds::portal::visited;
use crate::desk::use_desk;
use crate::pages::form::{Form, FormPage};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::canonical::normal;
use model::portal::{Deal, Invoice, Line};
use model::{Fault, FaultCode, RecordId};

/// The page. Which invoice, its address says.
#[component]
pub fn CreditForm(
    /// The job.
    open: Open,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().job();
    let form = Form::new();
    let of = use_query_map().with_untracked(|query| query.get_str("of")?.parse::<RecordId>().ok());
    let credited = of.and_then(|of| open.deal.invoice(of).cloned());
    let Some(credited) = credited else { return ().into_any() };
    let by_link = visited(desk).is_some();
    let lines = StoredValue::new(left(&open.deal, credited.id, &credited.letter));
    let chips = lines.with_value(|lines| {
        let chip = |(value, line): (usize, &Line)| Chip { value, name: line.what.clone(), glyph: None };
        lines.iter().enumerate().map(chip).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new((0..chips.len()).collect::<Vec<_>>());
    let (number, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let base = StoredValue::new(Invoice {
        credits: Some(credited.id),
        on: Some(desk.today()),
        due: None,
        deposit: None,
        bank: None,
        pay_link: String::new(),
        files: Vec::new(),
        ..credited.letter
    });
    let note = move || Invoice {
        number: normal(&number.get()),
        notes: normal(&reason.get()),
        lines: lines.with_value(|lines| chosen.get().iter().map(|at| lines[*at].clone()).collect()),
        ..base.get_value()
    };
    let told = move || {
        let note = note();
        lines_sum(desk, &note.lines, note.inclusive, note.on, 0)
    };
    let (leave, back) = (leaving(open.space), back(open.space));
    let send = Callback::new(move |()| {
        let note = untrack(note);
        let empty = [("number", by_link && note.number.is_empty()), ("notes", note.notes.is_empty())];
        let faults: Vec<Fault> =
            empty.into_iter().filter(|(_, is)| *is).map(|(field, _)| Fault::new(field, FaultCode::Missing)).collect();
        if !faults.is_empty() {
            return form.show(faults);
        }
        let leave = leave.clone();
        open.write(form, desk, &note, move || leave(said.credit_sent));
    });
    let optional = if by_link { "" } else { desk.words().common().optional };
    let hint = if by_link { said.own_number_link } else { said.own_number_desk };
    view! {
        <FormPage title=said.write_credit back form save=said.send_credit on_save=send>
            <p class="soft">{said.credit_lead}</p>
            {stays(desk)}
            <Choices legend=said.credit_lines options=chips values=chosen />
            <div role="status">{dynamic(told)}</div>
            <AreaField label=said.credit_reason hint=said.credit_reason_hint value=reason error=form.error("notes") />
            <TextField label=said.own_number optional hint value=number error=form.error("number") />
        </FormPage>
    }
    .into_any()
}

/// Lines of an invoice that no credit note has taken back.
fn left(deal: &Deal, of: RecordId, invoice: &Invoice) -> Vec<Line> {
    let notes = || deal.invoices.iter().filter(|note| note.letter.credits == Some(of));
    let is_back = |line: &&Line| notes().any(|note| note.letter.lines.iter().any(|back| back.id == line.id));
    invoice.lines.iter().filter(|line| !is_back(line)).cloned().collect()
}
