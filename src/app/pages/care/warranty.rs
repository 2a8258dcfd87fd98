//! One warranty: its clock, what it covers, and what was claimed on it.

use super::claims::Claims;
use super::papers::Papers;
use super::warranties::standing;
use crate::components::{FactLine, Facts, Glyph, LinkButton, Menu, MenuItem, Ring, Section, Status, Weight, dynamic};
use crate::data::warranty_clock;
use crate::deeds::{claim, record};
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::access::Action;
use model::contact::Contact;
use model::system::System;
use model::warranty::{Begins, Clock, Warranty};

/// One warranty.
#[component]
pub(super) fn One(
    /// Its record.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let found = Memo::new(move |_| desk.library.find::<Warranty>(id));
    let delete = Callback::new(move |()| {
        let name = found.get_untracked().map(|found| found.letter.title.clone()).unwrap_or_default();
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match record::delete::<Warranty>(desk, id).await {
                Ok(()) => {
                    let restore = Callback::new(move |()| {
                        leptos::task::spawn_local(async move { drop(record::restore::<Warranty>(desk, id).await) });
                    });
                    toaster.say_with_undo((words.care().deleted)(&name), words.common().undo, restore);
                    navigate("/warranties", NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    let claims = claim::all(desk);
    let actions = desk.may(Action::Write).then(|| {
        let items = vec![MenuItem { name: words.care().delete.into(), glyph: Glyph::TRASH, danger: true, on_press: delete }];
        let items = Signal::derive(move || items.clone());
        view! {
            <LinkButton label=words.common().edit href=format!("/warranties/{id}/edit") weight=Weight::Quiet glyph=Glyph::PENCIL />
            <Menu label=words.frame().more items />
        }
    });
    let heading = Signal::derive(move || {
        found.with(|found| {
            found.as_ref().map_or(words.trouble().not_found.to_owned(), |found| found.letter.title.clone())
        })
    });
    view! {
        <Page title=words.care().warranty back=("/warranties".to_owned(), words.common().back.to_owned()) actions=actions.into_any() class="stack stack--loose">
            <h1>{heading}</h1>
            {dynamic(move || found.get().map(|warranty| {
                let today = desk.today();
                let clock = warranty_clock(&desk.library, &warranty, &claims);
                let (tone, state) = standing(desk, &clock, today);
                let (lines, notes, files) = (lines(desk, &warranty.letter, &clock), warranty.letter.notes.clone(), warranty.letter.files.clone());
                let own: Vec<_> = claims.iter().filter(|(_, claim)| claim.warranty == Some(id)).cloned().collect();
                view! {
                    <div class="line">
                        <Ring share=clock.share(today) text="" tone label=state.clone() large=true />
                        <Status tone word=state />
                    </div>
                    <Facts lines=lines />
                    {(!notes.is_empty()).then(|| view! {
                        <Section title=words.care().notes><p class="entry-page__notes">{notes}</p></Section>
                    })}
                    <Papers files=files />
                    <Claims id claims=own />
                }
            }))}
            <p class="section__note">{words.care().warranties_note}</p>
        </Page>
    }
}

fn lines(desk: Desk, warranty: &Warranty, clock: &Clock) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.warranty();
    let contact = warranty.contact.and_then(|id| desk.library.find::<Contact>(id));
    let provider = contact.map_or_else(|| warranty.provider.clone(), |contact| contact.letter.name.clone());
    let mut lines = vec![FactLine::words(words.care().cover, (words.choice().cover)(warranty.cover))];
    let begins = warranty.begins.unwrap_or_default();
    let worked_out = (said.worked_out)(begins);
    let starts = clock.starts.map(|starts| words.date(starts));
    if let Some(starts) = starts.or_else(|| (begins != Begins::Stated).then(|| words.common().unknown.to_owned())) {
        lines.push(FactLine::words(words.care().starts, starts).noted(worked_out));
    }
    if let Some(ends) = clock.ends {
        let moved = if clock.moved_by.is_some() { said.moved } else { "" };
        lines.push(FactLine::words(said.ends, words.day(ends)).noted(moved));
    }
    if let Some(void) = clock.void {
        lines.push(FactLine::words(said.void_since, words.date(void)).noted(warranty.void_reason.clone()));
    }
    if let Some(months) = warranty.months {
        lines.push(FactLine::words(words.care().months, format!("{months} {}", words.care().months_unit)));
    }
    for (name, value) in [(words.care().provider, provider), (words.care().number, warranty.number.clone())] {
        if !value.is_empty() {
            lines.push(FactLine::words(name, value));
        }
    }
    let systems = desk.library.shelf::<System>();
    let covered =
        warranty.systems.iter().filter_map(|id| systems.get(id).map(|system| (*id, system.letter.name.clone())));
    let covered: Vec<_> =
        covered.map(|(id, name)| view! { <div><a href=format!("/systems/{id}")>{name}</a></div> }).collect();
    if !covered.is_empty() {
        lines.push(FactLine::view(words.care().covers, covered.into_any()));
    }
    lines
}
