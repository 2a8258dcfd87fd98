//! What the provider says they are registered as: each with what it is worth, and the way to say that one looked it up.

use super::super::act::{Open, now};
use super::super::deal::Typed;
use super::super::photos::DealPhotos;
use super::super::watched;
use crate::components::{Button, Glyph, More, Row, Rows, Section, Status, TextField, Tone, Weight, dynamic};
use crate::deeds::portal::Dealt;
use crate::desk::{Desk, use_desk};
use crate::pages::moment::moment;
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::RecordId;
use model::canonical::normal;
use model::portal::machine::{Act, may};
use model::portal::registration::trust;
use model::portal::{Confirmation, Deal, Kept, Registration, Trust};

/// The registrations; nothing where none is told.
#[component]
pub fn Registered(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().trust();
    let told = open.deal.registrations().to_vec();
    if told.is_empty() {
        return ().into_any();
    }
    let found = watched(desk);
    let rows = move || {
        let mut checked = open.deal.confirmations.clone();
        found.with(|found| checked.extend(before(&open, found.as_deref().unwrap_or_default())));
        told.iter().map(|told| row(desk, &open, typed, told, &checked)).collect_view()
    };
    view! {
        <Section title=said.registered>
            <p class="small soft">{said.registered_lead}</p>
            <Rows>{dynamic(rows)}</Rows>
        </Section>
    }
    .into_any()
}

/// What was looked up in other deals with the same contact.
fn before(open: &Open, deals: &[Dealt]) -> Vec<Kept<Confirmation>> {
    let contact = |deal: &Deal| deal.request.as_ref().and_then(|request| request.letter.contact);
    let Some(own): Option<RecordId> = contact(&open.deal) else { return Vec::new() };
    let others = deals.iter().filter(|dealt| dealt.space != open.dealt.space).map(|dealt| Deal::of(&standing(dealt)));
    others.filter(|deal| contact(deal) == Some(own)).flat_map(|deal| deal.confirmations).collect()
}

fn row(desk: Desk, open: &Open, typed: Typed, told: &Registration, checked: &[Kept<Confirmation>]) -> AnyView {
    let words = desk.words();
    let said = words.trust();
    let (tone, word, by) = match trust(checked, told, desk.today()) {
        Trust::Stated => (Tone::Unknown, said.stated, None),
        Trust::Confirmed(by) => (Tone::Good, said.confirmed, Some(by)),
        Trust::Wrong(by) => (Tone::Bad, said.wrong, Some(by)),
        Trust::Expired => (Tone::Bad, said.expired, None),
    };
    let by = by.map(|by| {
        let at = by.letter.confirmed_at.and_then(|at| u64::try_from(at.0).ok());
        let when = at.map(|at| moment(desk, at)).unwrap_or_default();
        view! { <p class="small">{(said.looked_up)(&by.letter.name, &when, &by.letter.how)}</p> }
    });
    let until = told.expires.map(|day| view! { <p class="small">{(said.until)(&words.day(day))}</p> });
    let can = !open.dealt.closed && may(Act::Confirm, open.deal.request_state(), open.party()).is_ok();
    let form = can.then(|| look_up(desk, open, typed, told));
    let files = told.file.iter().cloned().collect::<Vec<_>>();
    let text = view! {
        <p><Status tone word /></p>
        {until}
        {by}
        <DealPhotos space=open.dealt.space files />
        {form}
    };
    view! { <Row title=(said.registration)(&told.body, &told.number) text=text.into_any() /> }.into_any()
}

/// The boxes for having looked it up.
fn look_up(desk: Desk, open: &Open, typed: Typed, told: &Registration) -> AnyView {
    let said = desk.words().trust();
    let form = open.form;
    let press = |wrong: Option<bool>| {
        let (open, told) = (open.clone(), told.clone());
        Callback::new(move |()| {
            let confirmation = Confirmation {
                body: told.body.clone(),
                number: told.number.clone(),
                expires: told.expires,
                how: normal(&typed.how.get_untracked()),
                wrong,
                name: normal(&typed.name.get_untracked()),
                confirmed_at: now(),
            };
            open.write(desk, &confirmation, said.kept, move || typed.how.set(String::new()));
        })
    };
    let (holds, holds_not) = (press(None), press(Some(true)));
    view! {
        <More summary=said.look_up>
            <TextField label=said.how hint=said.how_hint value=typed.how error=form.error("how") />
            <TextField label=said.name value=typed.name autocomplete="name" error=form.error("name") />
            <p class="actions">
                <Button label=said.holds weight=Weight::Primary glyph=Glyph::CHECK busy=form.busy() on_press=holds />
                <Button label=said.holds_not busy=form.busy() on_press=holds_not />
            </p>
        </More>
    }
    .into_any()
}
