//! What the home knows of whom it may ask: their finished jobs by the portal, and what was said of them.

use super::super::watched;
use super::review::marks;
use crate::components::{Facts, Row, Rows, Section, dynamic};
use crate::deeds::portal::Dealt;
use crate::desk::{Desk, use_desk};
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::RecordId;
use model::contact::Contact;
use model::portal::Deal;

/// Jobs that are shown of each.
const JOBS_MAX: usize = 5;

/// The jobs of the contacts that are chosen; nothing while none is.
#[component]
pub fn Known(whom: RwSignal<Vec<RecordId>>) -> impl IntoView {
    let desk = use_desk();
    let found = watched(desk);
    dynamic(move || {
        let (whom, deals) = (whom.get(), found.get()?);
        let rows = whom.into_iter().map(|id| of(desk, id, &deals)).collect_view();
        (!rows.is_empty()).then(|| view! { <Section title=desk.words().trust().known><Rows>{rows}</Rows></Section> })
    })
}

fn of(desk: Desk, contact: RecordId, deals: &[Dealt]) -> AnyView {
    let said = desk.words().trust();
    let all = deals.iter().map(|dealt| (dealt.space, Deal::of(&standing(dealt))));
    let theirs = all.filter(|(_, deal)| {
        deal.sheet().is_some() && deal.request.as_ref().is_some_and(|request| request.letter.contact == Some(contact))
    });
    let mut jobs: Vec<_> = theirs.collect();
    jobs.sort_by_key(|(_, deal)| std::cmp::Reverse(deal.sheet().and_then(|sheet| sheet.letter.completed_on)));
    if jobs.is_empty() {
        let name = desk.library.find::<Contact>(contact).map(|contact| contact.letter.name.clone()).unwrap_or_default();
        return view! { <li class="small soft">{(said.never)(&name)}</li> }.into_any();
    }
    jobs.truncate(JOBS_MAX);
    jobs.into_iter().map(|(space, deal)| job(desk, &format!("/portal/{space}"), &deal)).collect_view().into_any()
}

fn job(desk: Desk, href: &str, deal: &Deal) -> AnyView {
    let words = desk.words();
    let said = words.trust();
    let request = deal.request.as_ref().map(|request| request.letter.clone()).unwrap_or_default();
    let when = deal.sheet().and_then(|sheet| sheet.letter.completed_on).map(|day| words.day(day));
    let review = match &deal.review {
        Some(review) => {
            let text = review.letter.text.clone();
            view! { <Facts lines=marks(desk, &review.letter) /> <p class="portal__said">{text}</p> }.into_any()
        }
        None => view! { <p class="small">{said.no_review}</p> }.into_any(),
    };
    let answer = deal.answer.as_ref().map(|answer| {
        view! { <p class="small">{(said.answered)(&answer.letter.name)} ": " {answer.letter.text.clone()}</p> }
    });
    let text = view! { <p class="small soft">{request.provider.clone()} " · " {when}</p> {review} {answer} };
    view! { <Row title=request.title href=href.to_owned() text=text.into_any() /> }.into_any()
}
