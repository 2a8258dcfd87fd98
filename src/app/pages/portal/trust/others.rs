//! The others who were asked the same: once one of them is chosen, they are told.

use super::super::act::{Open, now};
use super::super::watched;
use crate::browser::{page, random};
use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::portal::{self as deeds, Dealt};
use crate::deeds::{Change, Trouble};
use crate::desk::{Desk, use_desk};
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::SpaceId;
use model::portal::machine::{Party, State};
use model::portal::{Deal, Decision, Request, Verdict};

/// The button that tells them; nothing before one is chosen, or where nobody waits for an answer.
#[component]
pub fn Others(open: Open) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().trust();
    let name = open.deal.approval().map(|(_, decision)| decision.letter.name.clone());
    let batch = open.deal.request.as_ref().map(|request| request.letter.batch.clone()).unwrap_or_default();
    if open.party() != Party::Client || batch.is_empty() {
        return ().into_any();
    }
    let found = watched(desk);
    let Some(name) = name else { return chosen_elsewhere(desk, open, found, batch) };
    let (form, toaster) = (open.form, open.toaster);
    let answers = StoredValue::new(move |dealt: &Dealt| answers(desk, dealt, &batch, &name));
    let waiting = Memo::new(move |_| {
        let mut others = found.get().unwrap_or_default();
        others.retain(|dealt| {
            let is_other = dealt.space != open.dealt.space && !dealt.closed;
            is_other && answers.with_value(|answers| !answers(dealt).is_empty())
        });
        others
    });
    let press = Callback::new(move |()| {
        let told = waiting.with_untracked(|waiting| {
            answers.with_value(|answers| waiting.iter().map(|dealt| (dealt.space, answers(dealt))).collect::<Vec<_>>())
        });
        form.run(tell(desk, told), move |()| toaster.say(said.told_others));
    });
    dynamic(move || {
        let count = waiting.with(Vec::len);
        (count > 0).then(|| {
            let label = (said.tell_others)(count);
            view! { <p><Button label glyph=Glyph::MAIL busy=form.busy() on_press=press /></p> }
        })
    })
}

/// Says that another was chosen, where one was and that job goes on: the server lets no two stand.
fn chosen_elsewhere(desk: Desk, open: Open, found: RwSignal<Option<Vec<Dealt>>>, batch: String) -> AnyView {
    let said = desk.words().trust();
    let chosen = Memo::new(move |_| {
        found.get().unwrap_or_default().iter().find_map(|dealt| {
            let is_other = dealt.space != open.dealt.space && !dealt.closed;
            let deal = is_other.then(|| Deal::of(&standing(dealt)))?;
            let request = deal.request.as_ref().filter(|request| request.letter.batch == batch)?;
            deal.approval().map(|_| (dealt.space, request.letter.provider.clone()))
        })
    });
    dynamic(move || {
        let (space, name) = chosen.get()?;
        let look =
            view! { <LinkButton label=said.look_at_chosen href=format!("/portal/{space}") weight=Weight::Small /> };
        let title = (said.chosen_elsewhere)(&name);
        Some(view! { <Notice kind=NoticeKind::Info title actions=look.into_any() /> })
    })
    .into_any()
}

async fn tell(desk: Desk, waiting: Vec<(SpaceId, Vec<Change>)>) -> Result<(), Trouble> {
    for (space, changes) in waiting {
        deeds::write(desk, space, changes).await?;
    }
    Ok(())
}

/// What tells somebody of the same request that another was chosen: their quotes are declined, and where there is none the request is taken back.
fn answers(desk: Desk, dealt: &Dealt, batch: &str, name: &str) -> Vec<Change> {
    let deal = Deal::of(&standing(dealt));
    let Some(request) = deal.request.as_ref().filter(|request| request.letter.batch == batch) else {
        return Vec::new();
    };
    let today = desk.today();
    let open = deal
        .quotes
        .iter()
        .filter(|quote| matches!(deal.quote_state(quote, today), State::QuoteOpen | State::QuoteChange));
    let decline = |on| Decision {
        on: Some(on),
        verdict: Verdict::Decline,
        reason: desk.words().trust().chose_another.to_owned(),
        name: name.to_owned(),
        device: page::device_name(),
        decided_at: now(),
        ..Decision::default()
    };
    let declined: Vec<Change> = open.map(|quote| Change::new(random::record_id(), &decline(quote.id))).collect();
    if declined.is_empty() && deal.request_state() == State::Asked {
        let gone = Request { deleted: Some(true), ..request.letter.clone() };
        return Change::between(request.id, &request.letter, &gone).into_iter().collect();
    }
    declined
}
