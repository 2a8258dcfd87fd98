//! What the client says of a job that was signed for, and what its provider answered.

use super::super::act::{Open, now};
use super::super::deal::Typed;
use crate::components::{AreaField, Button, Chip, Choice, FactLine, Facts, Glyph, Section, TextField, Weight};
use crate::deeds::draft;
use crate::desk::{Desk, use_desk};
use crate::pages::moment::moment;
use crate::pages::share::RECOMMENDED;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::access::Action;
use model::canonical::normal;
use model::portal::machine::{Act, may};
use model::portal::registration::trust;
use model::portal::review::MARK_MAX;
use model::portal::{Kept, Registration, Review, Trust};
use model::recommendation::Recommendation;
use model::{RecordId, contact};

/// The review, or the boxes for one; nothing before a job was signed for.
#[component]
pub fn Reviewed(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().trust();
    if let Some(told) = open.deal.review.as_ref().map(|review| told(desk, &open, review)) {
        return view! { <Section title=said.review>{told}</Section> }.into_any();
    }
    if open.dealt.closed || may(Act::Review, open.deal.review_state(), open.party()).is_err() {
        return ().into_any();
    }
    let ask = ask(desk, open, typed);
    view! { <Section title=said.review>{ask}</Section> }.into_any()
}

/// The marks of a review, each with its question.
pub(super) fn marks(desk: Desk, review: &Review) -> Vec<FactLine> {
    let said = desk.words().trust();
    let asked = said.questions.into_iter().zip(review.marks());
    asked.filter_map(|(name, mark)| Some(FactLine::words(name, (said.mark)(mark?)))).collect()
}

fn told(desk: Desk, open: &Open, review: &Kept<Review>) -> AnyView {
    let said = desk.words().trust();
    let letter = &review.letter;
    let at = letter.reviewed_at.and_then(|at| u64::try_from(at.0).ok());
    let by = (said.said_by)(&letter.name, &at.map(|at| moment(desk, at)).unwrap_or_default());
    let answer = open.deal.answer.as_ref().map(|answer| {
        view! { <h3>{(said.answered)(&answer.letter.name)}</h3> <p class="portal__said">{answer.letter.text.clone()}</p> }
    });
    let contact = open.deal.request.as_ref().and_then(|request| request.letter.contact);
    let recommend = contact.filter(|_| desk.joined() && desk.may(Action::Share)).map(|contact| {
        view! { <p>{recommend(desk, open, contact, &letter.text)}</p> }
    });
    view! {
        <Facts lines=marks(desk, letter) />
        <p class="portal__said">{letter.text.clone()}</p>
        <p class="small soft">{by}</p>
        {answer}
        {recommend}
    }
    .into_any()
}

/// Leads to recommending them, beginning with what was said and looked up here.
fn recommend(desk: Desk, open: &Open, contact: RecordId, text: &str) -> AnyView {
    let holds = |told: &&Registration| {
        matches!(trust(&open.deal.confirmations, told, desk.today()), Trust::Confirmed(_)) && !told.number.is_empty()
    };
    let looked_up = open.deal.registrations().iter().filter(holds);
    let registrations =
        looked_up.map(|told| contact::Registration { body: told.body.clone(), number: told.number.clone() }).collect();
    let begun = Recommendation { contact, words: text.to_owned(), registrations };
    let navigate = use_navigate();
    let press = Callback::new(move |()| {
        let (begun, navigate) = (begun.clone(), navigate.clone());
        leptos::task::spawn_local(async move {
            // What cannot be kept is typed there.
            let _ = draft::keep(desk, &draft::place(desk, RECOMMENDED), Some(&begun)).await;
            navigate(&format!("/shares/new?contact={contact}"), NavigateOptions::default());
        });
    });
    view! { <Button label=desk.words().trust().recommend glyph=Glyph::SHARE_2 on_press=press /> }.into_any()
}

fn ask(desk: Desk, open: Open, typed: Typed) -> AnyView {
    let said = desk.words().trust();
    let form = open.form;
    let choices = said.questions.into_iter().zip(typed.marks).map(|(legend, value)| {
        let none = std::iter::once(Chip { value: None, name: said.no_mark.to_owned(), glyph: None });
        let all = (1..=MARK_MAX).map(|mark| Chip { value: Some(mark), name: mark.to_string(), glyph: None });
        view! { <Choice legend options=none.chain(all).collect() value /> }
    });
    let choices = choices.collect_view();
    let press = Callback::new(move |()| {
        let [work, word, manner] = typed.marks.map(|mark| mark.get_untracked());
        let review = Review {
            of: open.deal.sheet().map(|sheet| sheet.id),
            work,
            word,
            manner,
            text: normal(&typed.words.get_untracked()),
            name: normal(&typed.name.get_untracked()),
            reviewed_at: now(),
        };
        open.write(desk, &review, said.reviewed, || ());
    });
    view! {
        <p class="small soft">{said.review_lead} " " {said.marks_hint}</p>
        {choices}
        <AreaField label=said.review_words optional=desk.words().common().optional value=typed.words error=form.error("text") />
        <TextField label=said.name value=typed.name autocomplete="name" error=form.error("name") />
        <p><Button label=said.write_review weight=Weight::Primary busy=form.busy() on_press=press /></p>
    }
    .into_any()
}
