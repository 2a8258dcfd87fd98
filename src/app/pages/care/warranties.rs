//! Warranties: the list, and one of them.

use super::papers::Papers;
use crate::components::{
    Empty, FactLine, Facts, Glyph, Icon, LinkButton, Menu, MenuItem, Ring, Row, Rows, Section, Status, Tone, Weight,
    dynamic,
};
use crate::data::{Kept, Key, sorted};
use crate::deeds::record;
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use model::access::Action;
use model::contact::Contact;
use model::system::System;
use model::warranty::Warranty;
use model::{Date, RecordId};
use std::sync::Arc;

/// Days before its end from which a warranty is worth a look.
const SOON_DAYS: i64 = 60;

/// Warranties.
#[lazy]
pub fn warranties() -> Draw {
    || {
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok())));
        view! {
            {move || match id.get() {
                None => view! { <List /> }.into_any(),
                Some(id) => view! { <One id /> }.into_any(),
            }}
        }
        .into_any()
    }
}

/// How a warranty stands: its tone, in words, and how much of it has passed, per cent.
fn standing(desk: Desk, warranty: &Warranty, today: Date) -> (Tone, String, Option<u32>) {
    let words = desk.words();
    let Some((starts, ends)) = warranty.starts.map(|starts| starts.first()).zip(warranty.ends()) else {
        return (Tone::Unknown, words.care().end_unknown.to_owned(), None);
    };
    let (whole, passed) = (ends.days_since(starts).max(1), today.days_since(starts).max(0));
    let share = u32::try_from(passed * 100 / whole).unwrap_or(u32::MAX).min(100);
    match ends.days_since(today) {
        left if left < 0 => (Tone::Unknown, (words.care().ended)(&words.day(ends)), Some(100)),
        left if left <= SOON_DAYS => (Tone::Warn, (words.care().ends_in)(left), Some(share)),
        left => (Tone::Good, (words.care().ends_in)(left), Some(share)),
    }
}

#[component]
fn List() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let today = desk.today();
    let parts = Memo::new(move |_| {
        let all: Vec<Arc<Kept<Warranty>>> = desk.library.shelf::<Warranty>().values().collect();
        let all = sorted(all, |warranty| Key::of_day(warranty.letter.ends(), warranty.id));
        let ended = |warranty: &Arc<Kept<Warranty>>| warranty.letter.ends().is_some_and(|ends| ends < today);
        let (mut ended, running): (Vec<_>, Vec<_>) = all.into_iter().partition(ended);
        ended.reverse();
        (running, ended)
    });
    let row = move |warranty: Arc<Kept<Warranty>>| {
        let (tone, state, share) = standing(desk, &warranty.letter, today);
        let ends = warranty
            .letter
            .ends()
            .filter(|ends| *ends >= today)
            .map(|ends| (words.outlook().ends)(&words.day(ends)))
            .unwrap_or_default();
        let lead = view! { <Ring share text="" tone label=state.clone() /> }.into_any();
        let text = view! { <Status tone word=state /> " " {ends} }.into_any();
        let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
        view! { <Row title=warranty.letter.title.clone() href=format!("/warranties/{}", warranty.id) lead text end /> }
    };
    let part = move |title: &'static str, all: Vec<Arc<Kept<Warranty>>>| {
        let count = all.len();
        (count > 0).then(|| view! { <Section title count=Signal::derive(move || count)><Rows>{all.into_iter().map(row).collect_view()}</Rows></Section> })
    };
    let add = move |weight| view! { <LinkButton label=words.care().add_warranty href="/warranties/new" weight glyph=Glyph::PLUS /> };
    let may = desk.may(Action::Write);
    let list = move || {
        let (running, ended) = parts.get();
        if running.is_empty() && ended.is_empty() {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! { <Empty glyph=Glyph::SHIELD_CHECK title=words.care().no_warranties text=words.care().no_warranties_lead action /> }.into_any();
        }
        view! { {part(words.care().running, running)} {part(words.care().run_out, ended)} }.into_any()
    };
    view! {
        <Page title=words.frame().warranties wide=true class="stack stack--loose" actions=may.then(|| add(Weight::Quiet)).into_any()>
            {list}
            <p class="section__note">{words.care().warranties_note}</p>
        </Page>
    }
}

#[component]
fn One(id: RecordId) -> impl IntoView {
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
                let (tone, state, _) = standing(desk, &warranty.letter, desk.today());
                let (lines, notes, files) = (lines(desk, &warranty.letter), warranty.letter.notes.clone(), warranty.letter.files.clone());
                view! {
                    <p><Status tone word=state /></p>
                    <Facts lines=lines />
                    {(!notes.is_empty()).then(|| view! {
                        <Section title=words.care().notes><p class="entry-page__notes">{notes}</p></Section>
                    })}
                    <Papers files=files />
                }
            }))}
            <p class="section__note">{words.care().warranties_note}</p>
        </Page>
    }
}

fn lines(desk: Desk, warranty: &Warranty) -> Vec<FactLine> {
    let words = desk.words();
    let contact = warranty.contact.and_then(|id| desk.library.find::<Contact>(id));
    let provider = contact.map_or_else(|| warranty.provider.clone(), |contact| contact.letter.name.clone());
    let mut lines = vec![FactLine::words(words.care().cover, (words.choice().cover)(warranty.cover))];
    if let Some(starts) = warranty.starts {
        lines.push(FactLine::words(words.care().starts, words.date(starts)));
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
