//! The work: when one comes, extra work, the record of what was done, and who signed for it.

use super::act::{Open, href, now, paper_link};
use super::sums::lines_sum;
use super::typed::hour_text;
use crate::browser::clock;
use crate::components::{Button, Glyph, LinkButton, More, Section, SignatureBox, Signed, Status, Tone, Weight};
use crate::desk::Desk;
use crate::pages::form::Form;
use crate::pages::portal::photos::DealPhotos;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::Instant;
use model::portal::deal::Kept;
use model::portal::machine::{Act, State};
use model::portal::{Appointment, JobSheet, Side, SignOff, Variation, VisitState};

/// The job; nothing before anything was agreed.
pub fn section(desk: Desk, open: &Open, form: Form) -> AnyView {
    let said = desk.words().job();
    let state = open.deal.job_state();
    if state == State::JobAhead {
        return ().into_any();
    }
    let can = |act| open.can(act, state);
    let link = |label: &'static str, part, glyph| view! { <LinkButton label href=href(open.space, part) glyph /> };
    let record =
        if can(Act::Finish) { Some(said.write_record) } else { can(Act::Correct).then_some(said.correct_record) };
    let links = view! {
        <div class="line">
            {can(Act::Visit).then(|| link(said.plan_visit, "come", Glyph::CALENDAR))}
            {can(Act::Vary).then(|| link(said.vary, "vary", Glyph::PLUS))}
            {record.map(|word| link(word, "record", Glyph::LIST_CHECKS))}
        </div>
    };
    let tone = if matches!(state, State::JobFinished | State::JobSigned) { Tone::Good } else { Tone::Info };
    let visits = open.deal.appointments.iter().map(|visit| visit_view(desk, open, visit, form)).collect_view();
    let varied = open.deal.variations.iter().map(|variation| variation_view(desk, open, variation)).collect_view();
    let sheet = open.deal.sheet().map(|sheet| sheet_view(desk, open, sheet, form));
    view! {
        <Section title=said.job>
            <div class="stack">
                <p><Status tone word=(said.state)(state) /></p>
                {visits}
                {varied}
                {sheet}
                {links}
            </div>
        </Section>
    }
    .into_any()
}

/// The day and the hour of a moment, at a home.
fn told(desk: Desk, at: Instant) -> (String, String) {
    let (day, minute) = clock::local(at.0.cast_unsigned(), None);
    (desk.words().day(day), hour_text(minute))
}

/// An appointment, with the steps that come next.
fn visit_view(desk: Desk, open: &Open, visit: &Kept<Appointment>, form: Form) -> AnyView {
    let said = desk.words().job();
    let letter = &visit.letter;
    let (day, from) = letter.from.map(|at| told(desk, at)).unwrap_or_default();
    let until = letter.until.map(|at| told(desk, at).1).unwrap_or_default();
    let tone = match letter.state {
        VisitState::Cancelled => Tone::Unknown,
        VisitState::Left => Tone::Good,
        _ => Tone::Info,
    };
    let steps: &[VisitState] = match letter.state {
        VisitState::Planned => &[VisitState::OnMyWay, VisitState::Cancelled],
        VisitState::OnMyWay => &[VisitState::There],
        VisitState::There => &[VisitState::Left],
        VisitState::Left | VisitState::Cancelled => &[],
    };
    let toaster = use_toaster();
    let step = |state: &VisitState| {
        let (open, id, was, state) = (open.clone(), visit.id, letter.clone(), *state);
        let go = Callback::new(move |()| {
            let after = Appointment { state, ..was.clone() };
            open.put(form, desk, id, Some(&was), &after, move || toaster.say(said.told));
        });
        let weight = if state == VisitState::Cancelled { Weight::Quiet } else { Weight::Plain };
        view! { <Button label=(said.visit_step)(state) weight busy=form.busy() on_press=go /> }
    };
    let steps = if open.closed { Vec::new() } else { steps.iter().map(step).collect() };
    view! {
        <article class="trade__paper stack stack--tight">
            <p class="line">
                <strong>{(said.visit_when)(&day, &from, &until)}</strong> " "
                <Status tone word=(said.visit_state)(letter.state) />
            </p>
            {(!letter.who.is_empty()).then(|| view! { <p class="soft">{letter.who.clone()}</p> })}
            <div class="line">{steps}</div>
        </article>
    }
    .into_any()
}

/// Extra work, with what the client said of it.
fn variation_view(desk: Desk, open: &Open, variation: &Kept<Variation>) -> AnyView {
    let said = desk.words().job();
    let state = open.deal.variation_state(variation.id);
    let tone = match state {
        State::VariationApproved => Tone::Good,
        State::VariationDeclined => Tone::Bad,
        _ => Tone::Warn,
    };
    let inclusive = open.deal.approval().is_some_and(|(quote, _)| quote.letter.inclusive);
    view! {
        <article class="trade__paper stack stack--tight">
            <p class="line"><strong>{variation.letter.title.clone()}</strong> " " <Status tone word=(said.state)(state) /></p>
            {lines_sum(desk, &variation.letter.lines, inclusive, variation.letter.on, 0)}
        </article>
    }
    .into_any()
}

/// The record that stands, and who signed for it.
fn sheet_view(desk: Desk, open: &Open, sheet: &Kept<JobSheet>, form: Form) -> AnyView {
    let said = desk.words().job();
    let letter = &sheet.letter;
    let signs = open.deal.sign_offs.iter().filter(|sign| sign.letter.of == Some(sheet.id));
    let has_signed = signs.clone().any(|sign| sign.letter.side == Side::Provider);
    let signed = signs.map(|sign| {
        let told = match sign.letter.unfinished {
            Some(true) => (said.unfinished)(&sign.letter.text),
            _ => (said.signed_by)(&sign.letter.name),
        };
        let drawn = (!sign.letter.drawn.is_empty())
            .then(|| view! { <Signed label=sign.letter.name.clone() strokes=sign.letter.drawn.clone() /> });
        view! { <div>{drawn}<p>{told}</p></div> }
    });
    let name = [&letter.by].into_iter().chain(open.deal.approval().map(|(quote, _)| &quote.letter.provider.name));
    let name = name.into_iter().find(|name| !name.is_empty()).cloned();
    let sign = name.filter(|_| !has_signed && !open.closed).map(|name| {
        let (open, of, toaster, drawn) = (open.clone(), sheet.id, use_toaster(), RwSignal::new(String::new()));
        let go = Callback::new(move |()| {
            let sign = SignOff {
                of: Some(of),
                side: Side::Provider,
                name: name.clone(),
                drawn: drawn.get_untracked(),
                signed_at: now(),
                ..SignOff::default()
            };
            open.write(form, desk, &sign, move || toaster.say(said.signed));
        });
        view! {
            <More summary=said.draw><SignatureBox label=said.draw clear=said.draw_again strokes=drawn /></More>
            <div><Button label=said.sign busy=form.busy() on_press=go /></div>
        }
    });
    let files = letter.before.iter().chain(&letter.after).cloned().collect();
    let points = letter.points.iter().map(|point| point.title.as_str()).collect::<Vec<_>>().join(", ");
    let points = (!points.is_empty()).then(|| view! { <p>{(said.checked)(&points)}</p> });
    let parts = letter.parts.iter().map(|part| view! { <li>{part.name.clone()} " " {part.serial.clone()}</li> });
    view! {
        <article class="trade__paper stack stack--tight">
            <p class="line"><strong>{said.record}</strong> " " {letter.completed_on.map(|day| desk.words().day(day))}</p>
            {(!letter.notes.is_empty()).then(|| view! { <p class="trade__text">{letter.notes.clone()}</p> })}
            {points}
            <ul>{parts.collect_view()}</ul>
            <DealPhotos space=open.space files />
            {paper_link(desk, open.space, sheet.id)}
            {signed.collect_view()}
            {sign}
        </article>
    }
    .into_any()
}
