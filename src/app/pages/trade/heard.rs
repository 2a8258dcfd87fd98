//! What the client says and lets one see: the review with one's answer, what was looked up of one's registrations, and what falls due next.

use super::act::{Open, now};
use crate::components::{AreaField, Button, FactLine, Facts, Glyph, Row, Rows, Section, Status, Tone, Weight};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::canonical::normal;
use model::portal::machine::Act;
use model::portal::registration::trust;
use model::portal::{Answer, Due, Kept, Registration, Review, Trust};

/// What is being typed beside it; kept while the job is drawn anew.
#[derive(Clone, Copy)]
pub struct Saying {
    /// A message.
    pub message: RwSignal<String>,
    /// The answer to a review.
    pub answer: RwSignal<String>,
}

/// Whether there is anything of it.
pub fn is_any(open: &Open) -> bool {
    let deal = &open.deal;
    let sees = deal.consent.as_ref().is_some_and(|consent| consent.letter.given && !consent.letter.due.is_empty());
    deal.review.is_some() || sees || !deal.confirmations.is_empty()
}

/// All of it.
#[component]
pub fn Heard(open: Open, saying: Saying) -> impl IntoView {
    let desk = use_desk();
    let form = Form::new();
    let review = open.deal.review.as_ref().map(|review| reviewed(desk, &open, review, form, saying));
    view! { {review} {registered(desk, &open)} {ahead(desk, &open, saying)} }
}

fn reviewed(desk: Desk, open: &Open, review: &Kept<Review>, form: Form, saying: Saying) -> AnyView {
    let said = desk.words().job();
    let letter = &review.letter;
    let marks = said.review_questions.into_iter().zip(letter.marks());
    let marks = marks.filter_map(|(name, mark)| Some(FactLine::words(name, (said.review_mark)(mark?)))).collect();
    let answer = open.deal.answer.as_ref().map(|answer| {
        view! { <p class="trade__text"><strong>{said.you} ": "</strong> {answer.letter.text.clone()}</p> }
    });
    let can = open.can(Act::Answer, open.deal.review_state());
    let (of, toaster) = (review.id, use_toaster());
    let write = can.then(|| {
        let open = open.clone();
        let name = open.deal.quotes.last().map(|quote| quote.letter.provider.name.clone()).unwrap_or_default();
        let send = Callback::new(move |()| {
            let text = normal(&saying.answer.get_untracked());
            let answer = Answer { of: Some(of), text, name: name.clone(), answered_at: now() };
            open.write(form, desk, &answer, move || toaster.say(said.answered));
        });
        view! {
            <AreaField label=said.answer hint=said.answer_hint value=saying.answer error=form.error("text") />
            <div><Button label=said.send_answer weight=Weight::Primary busy=form.busy() on_press=send /></div>
        }
    });
    let (text, by) = (letter.text.clone(), letter.name.clone());
    view! {
        <Section title=said.review>
            <div class="stack">
                <Facts lines=marks />
                <p class="trade__text">{text}</p>
                <p class="small soft">{by}</p>
                {answer}
                {write}
            </div>
        </Section>
    }
    .into_any()
}

/// The registrations, once something was looked up.
fn registered(desk: Desk, open: &Open) -> AnyView {
    let said = desk.words().job();
    if open.deal.confirmations.is_empty() {
        return ().into_any();
    }
    let row = |told: &Registration| {
        let (tone, word) = match trust(&open.deal.confirmations, told, desk.today()) {
            Trust::Stated => (Tone::Unknown, said.stated),
            Trust::Confirmed(_) => (Tone::Good, said.looked_up[0]),
            Trust::Wrong(_) => (Tone::Bad, said.looked_up[1]),
            Trust::Expired => (Tone::Bad, said.expired),
        };
        let text = view! { <Status tone word /> }.into_any();
        view! { <Row title=format!("{} {}", told.body, told.number) text /> }
    };
    let rows = open.deal.registrations().iter().map(row).collect_view();
    view! { <Section title=said.registered><Rows>{rows}</Rows></Section> }.into_any()
}

/// What falls due, as far as the client lets it be seen.
fn ahead(desk: Desk, open: &Open, saying: Saying) -> AnyView {
    let words = desk.words();
    let said = words.job();
    let consent = open.deal.consent.as_ref().map(|consent| &consent.letter);
    let Some(consent) = consent.filter(|consent| consent.given && !consent.due.is_empty()) else {
        return ().into_any();
    };
    let (toaster, closed) = (use_toaster(), open.closed);
    let row = |due: &Due| {
        let day = due.on.map(|day| words.day(day)).unwrap_or_default();
        let text = (said.offer_words)(&due.title, &day);
        let offer = Callback::new(move |()| {
            saying.message.set(text.clone());
            toaster.say(said.offer_begun);
        });
        let offer = (!closed).then(|| {
            view! { <Button label=said.offer_again weight=Weight::Small glyph=Glyph::MAIL on_press=offer /> }
        });
        view! { <Row title=due.title.clone() text=day.into_any() actions=offer.into_any() /> }
    };
    let rows = consent.due.iter().map(row).collect_view();
    let as_of = consent.as_of.map(|day| words.day(day)).unwrap_or_default();
    view! {
        <Section title=said.falls_due>
            <p class="small soft">{(said.falls_due_lead)(&as_of)}</p>
            <Rows>{rows}</Rows>
        </Section>
    }
    .into_any()
}
