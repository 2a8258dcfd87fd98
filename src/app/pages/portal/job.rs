//! The job: when they come, extra work, what was done, and the sign-off.

use super::act::{Open, now};
use super::deal::Typed;
use super::decide::{Decide, decided};
use super::photos::DealPhotos;
use super::quote::told_line;
use super::{money, paper_link};
use crate::components::{
    Button, FactLine, Facts, Glyph, More, Row, Rows, Section, SignatureBox, Signed, Status, StatusMark, TextField,
    Tone, Weight,
};
use crate::desk::{Desk, use_desk};
use crate::pages::moment::moment;
use leptos::prelude::*;
use model::canonical::normal;
use model::inspection::Found;
use model::portal::machine::{Act, State, may};
use model::portal::{JobSheet, Kept, Quote, SignOff, Variation, VisitState, money as sums};

/// The job, as soon as there is something of it.
#[component]
pub fn Job(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().portal();
    let state = open.deal.job_state();
    if state == State::JobAhead && open.deal.appointments.is_empty() {
        return ().into_any();
    }
    let tone = if matches!(state, State::JobFinished | State::JobSigned) { Tone::Good } else { Tone::Unknown };
    let variations = open.deal.variations.iter().map(|one| variation(desk, &open, typed, one)).collect_view();
    let sheet = open.deal.sheet().map(|kept| sheet(desk, &open, typed, kept));
    let visits = visits(desk, &open);
    view! {
        <Section title=said.job>
            <p><Status tone word=(said.state)(state) /></p>
            {visits}
            {variations}
            {sheet}
        </Section>
    }
    .into_any()
}

fn visits(desk: Desk, open: &Open) -> AnyView {
    let said = desk.words().portal();
    if open.deal.appointments.is_empty() {
        return view! { <p class="soft">{said.no_visit}</p> }.into_any();
    }
    let at = move |at: Option<model::Instant>| at.and_then(|at| u64::try_from(at.0).ok()).map(|at| moment(desk, at));
    let rows = open.deal.appointments.iter().map(move |visit| {
        let visit = &visit.letter;
        let tone = match visit.state {
            VisitState::OnMyWay | VisitState::There => Tone::Warn,
            VisitState::Left => Tone::Good,
            VisitState::Planned | VisitState::Cancelled => Tone::Unknown,
        };
        let span = [at(visit.from), at(visit.until)].into_iter().flatten().collect::<Vec<_>>().join(" – ");
        let text = format!("{} {}", (said.visit_state)(visit.state), visit.who);
        let lead = view! { <StatusMark tone /> }.into_any();
        view! { <Row title=span lead text=text.into_any() /> }
    });
    let rows = rows.collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

fn variation(desk: Desk, open: &Open, typed: Typed, one: &Kept<Variation>) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let state = open.deal.variation_state(one.id);
    let inclusive = open.deal.approval().is_some_and(|(quote, _)| quote.letter.inclusive);
    let as_quote = Quote { inclusive, on: one.letter.on, ..Quote::default() };
    let total = sums::sum(&one.letter.lines, inclusive, one.letter.on).total;
    let lines = one.letter.lines.iter().map(|line| told_line(desk, &as_quote, line)).collect_view();
    let tone = if state == State::VariationOpen { Tone::Warn } else { Tone::Unknown };
    let decide = (state == State::VariationOpen).then(|| {
        let (total, option) = (Signal::stored(total), Signal::stored(String::new()));
        view! { <p>{said.variation_lead}</p> <Decide open=open.clone() typed on=one.id total option /> }
    });
    view! {
        <div class="portal__part stack stack--tight">
            <h3>{said.variation} ": " {one.letter.title.clone()}</h3>
            <p><Status tone word=(said.state)(state) /> " " {money(words, total)}</p>
            <p>{one.letter.reason.clone()}</p>
            <Rows>{lines}</Rows>
            <DealPhotos space=open.dealt.space files=one.letter.files.clone() />
            {decided(desk, open, one.id)}
            {decide}
        </div>
    }
    .into_any()
}

fn sheet(desk: Desk, open: &Open, typed: Typed, kept: &Kept<JobSheet>) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let sheet = &kept.letter;
    let parts = sheet.parts.iter().map(|part| {
        let text = [&part.make, &part.serial].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>();
        FactLine::words(part.name.clone(), text.join(" · "))
    });
    let parts: Vec<_> = parts.collect();
    let has_parts = !parts.is_empty();
    let photos = [(said.before, &sheet.before), (said.after, &sheet.after)];
    let photos = photos.into_iter().filter(|(_, files)| !files.is_empty()).map(|(title, files)| {
        view! { <h4>{title}</h4> <DealPhotos space=open.dealt.space files=files.clone() /> }
    });
    let points = sheet.points.iter().map(|point| {
        let tone = match point.found {
            Found::Good => Tone::Good,
            Found::Failed => Tone::Bad,
            Found::Unseen => Tone::Unknown,
        };
        let lead = view! { <StatusMark tone /> }.into_any();
        let text = [(said.point)(point.found), &point.note].join(" ");
        view! { <Row title=point.title.clone() lead text=text.into_any() /> }
    });
    let points = points.collect_view();
    let points = (!sheet.points.is_empty()).then(|| view! { <h4>{said.checked}</h4> <Rows>{points}</Rows> });
    let when = sheet.completed_on.map(|day| words.day(day)).unwrap_or_default();
    let by = [when, sheet.by.clone()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <div class="portal__part stack stack--tight">
            <h3>{said.did}</h3>
            <p class="small soft">{by}</p>
            <p>{sheet.notes.clone()}</p>
            {points}
            {photos.collect_view()}
            {has_parts.then(|| view! { <h4>{said.parts}</h4> <Facts lines=parts /> })}
            {paper_link(said.paper, open.dealt.space, kept.id)}
            {signed(desk, open, kept)}
            {sign(desk, open, typed, kept)}
        </div>
    }
    .into_any()
}

fn signed(desk: Desk, open: &Open, sheet: &Kept<JobSheet>) -> AnyView {
    let said = desk.words().portal();
    let of = open.deal.sign_offs.iter().filter(|sign| sign.letter.of == Some(sheet.id));
    let lines = of.map(|sign| {
        let letter = &sign.letter;
        let when =
            letter.signed_at.and_then(|at| u64::try_from(at.0).ok()).map(|at| moment(desk, at)).unwrap_or_default();
        let told = if letter.unfinished == Some(true) {
            (said.left_over)(&letter.name, &letter.text)
        } else {
            (said.signed)(&letter.name, &when)
        };
        let drawn = (!letter.drawn.is_empty())
            .then(|| view! { <Signed label=(said.signature_of)(&letter.name) strokes=letter.drawn.clone() /> });
        view! { <li>{drawn} {told}</li> }
    });
    view! { <ul class="portal__lines">{lines.collect_view()}</ul> }.into_any()
}

fn sign(desk: Desk, open: &Open, typed: Typed, sheet: &Kept<JobSheet>) -> AnyView {
    let said = desk.words().portal();
    let state = open.deal.job_state();
    if open.dealt.closed || state == State::JobSigned || may(Act::SignOff, state, open.party()).is_err() {
        return ().into_any();
    }
    let (form, of) = (open.form, sheet.id);
    let press = |unfinished: Option<bool>| {
        let open = open.clone();
        Callback::new(move |()| {
            let sign = SignOff {
                of: Some(of),
                side: open.party().side(),
                unfinished,
                text: normal(&typed.reason.get_untracked()),
                name: normal(&typed.name.get_untracked()),
                drawn: typed.drawn.get_untracked(),
                signed_at: now(),
                ..SignOff::default()
            };
            open.write(desk, &sign, said.sign_off, move || {
                typed.reason.set(String::new());
                typed.drawn.set(String::new());
            });
        })
    };
    view! {
        <TextField label=said.signed_name value=typed.name autocomplete="name" error=form.error("name") />
        <More summary=said.draw><SignatureBox label=said.draw clear=said.draw_again strokes=typed.drawn /></More>
        <TextField label=said.not_done optional=desk.words().common().optional value=typed.reason error=form.error("text") />
        <p class="actions">
            <Button label=said.sign_off weight=Weight::Primary glyph=Glyph::CHECK busy=form.busy() on_press=press(None) />
            <Button label=said.not_done busy=form.busy() on_press=press(Some(true)) />
        </p>
    }
    .into_any()
}
