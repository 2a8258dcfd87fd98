//! The head of a system's page: its age against its life, and what someone should know first.

use super::age::{AgeRing, Standing};
use super::flags::Flags;
use super::group;
use crate::components::{Glyph, LinkButton, Notice, NoticeKind, Status, Tone, Weight};
use crate::data::{Coming, Kept, coming, open_faults};
use crate::desk::{Desk, use_desk};
use crate::pages::health;
use crate::route::fetched;
use leptos::prelude::*;
use model::access::Action;
use model::system::System;
use model::zone::Zone;
use model::{Letter, RecordId};
use std::sync::Arc;

/// The head.
#[component]
pub fn Head(
    /// The system.
    system: Arc<Kept<System>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let letter = &system.letter;
    let standing = Standing::of(desk, letter);
    let id = system.id;
    let may_write = desk.may(Action::Write);
    let expected = standing.life.map(|life| {
        let years = (words.system().life)(life.years_min, life.years_max);
        let source = words.life_source(letter, life);
        let change = may_write.then(|| view! { " " <a href=format!("/systems/{id}/edit")>{words.system().change}</a> });
        view! { <p class="small soft">{(words.system().expected)(&years, &source)} {change}</p> }
    });
    view! {
        <header class="system-page__head">
            <AgeRing standing words large=true />
            <div class="system-page__words">
                <h1>{letter.name.clone()}</h1>
                <p class="soft">{subtitle(desk, letter)}</p>
                <p>
                    <Status tone=standing.tone() word=words.age_word(standing.age) />
                    " "
                    <span class="small">{words.age_reason(standing.age, standing.life)}</span>
                </p>
                {expected}
                {(may_write && letter.in_use()).then(|| view! {
                    <p class="actions paperless">
                        <LinkButton label=words.system().log href=format!("/add?system={id}") weight=Weight::Small glyph=Glyph::PLUS />
                        <LinkButton label=words.system().report_fault href=format!("/add?system={id}&type=fault") weight=Weight::Small glyph=Glyph::TRIANGLE_ALERT />
                        <LinkButton label=words.system().emergency_card href=format!("/emergency/{id}") weight=Weight::Small glyph=Glyph::ZAP />
                    </p>
                })}
            </div>
        </header>
        {(may_write && letter.in_use()).then(|| view! { <NextCare id /> })}
        {fetched(Signal::derive(move || !desk.visiting.get()), || Box::pin(health()))}
        {retired(desk, letter)}
        {contradictions(desk, &system)}
        <Faults system />
        <Flags id />
    }
}

/// The task that is due first, and what it usually needs.
#[component]
fn NextCare(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().system();
    let next =
        Memo::new(move |_| coming(&desk.library).into_iter().find(|coming| coming.task.letter.systems.contains(&id)));
    let line = move || {
        let words = desk.words();
        next.get().map(|Coming { task, due }| {
            let tone = if due.is_late(desk.today()) { Tone::Bad } else { Tone::Info };
            view! {
                <Status tone word=said.next_care />
                " "
                <a href=format!("/tasks/{}", task.id)>{task.letter.title.clone()}</a>
                ", "
                {(words.home().due)(&words.day(due.by))}
                ". "
            }
        })
    };
    view! { <p class="small">{line} <a class="paperless" href=format!("/plan/usual?system={id}")>{said.usual_care}</a></p> }
}

/// Type, size and zone.
fn subtitle(desk: Desk, system: &System) -> String {
    let zones = desk.library.shelf::<Zone>();
    let sort = (desk.words().choice().system)(system.sort);
    let what = if system.size.is_empty() { sort.to_owned() } else { format!("{sort}, {}", system.size) };
    match system.zone.filter(|zone| zones.contains_key(zone)) {
        Some(zone) => format!("{what} · {}", group::zone_name(&zones, zone)),
        None => what,
    }
}

/// That it is out of use, and what took its place.
fn retired(desk: Desk, system: &System) -> Option<AnyView> {
    let words = desk.words();
    let by = system.replaced_by.and_then(|by| desk.library.find::<System>(by));
    let title = match system.removed {
        Some(removed) => (words.system().removed_on)(&words.date(removed)),
        None => words.system().out_of_use.to_owned(),
    };
    if system.in_use() {
        return None;
    }
    Some(match by {
        Some(by) => {
            let body = format!("{} {}", words.system().replaced_by, by.letter.name);
            let link = view! { <LinkButton label=by.letter.name.clone() href=format!("/systems/{}", by.id) weight=Weight::Small /> };
            view! { <Notice kind=NoticeKind::Info title body actions=link.into_any() /> }.into_any()
        }
        None => view! { <Notice kind=NoticeKind::Info title /> }.into_any(),
    })
}

/// What contradicts another field, or another system: kept as it is, and said.
fn contradictions(desk: Desk, system: &Kept<System>) -> AnyView {
    let words = desk.words();
    let systems = desk.library.shelf::<System>();
    let said = system.letter.parent.and_then(|parent| systems.get(&parent));
    let cut = group::parent_of(&systems, system.id).is_none();
    let cycle = said.filter(|_| cut).map(|parent| (words.system().cycle)(&parent.letter.name));
    let conflicts = system.letter.conflicts().into_iter().map(|fault| (words.system().conflict)(&fault.field));
    let id = system.id;
    let notice = |title: String| {
        let edit = desk.may(Action::Write).then(|| {
            view! { <LinkButton label=words.common().edit href=format!("/systems/{id}/edit") weight=Weight::Small /> }
        });
        view! { <Notice kind=NoticeKind::Warn title actions=edit.into_any() /> }
    };
    conflicts.chain(cycle).map(notice).collect_view().into_any()
}

/// Its open faults.
#[component]
fn Faults(system: Arc<Kept<System>>) -> impl IntoView {
    let desk = use_desk();
    let id = system.id;
    let faults = Memo::new(move |_| {
        open_faults(&desk.library).into_iter().filter(|fault| fault.letter.systems.contains(&id)).collect::<Vec<_>>()
    });
    move || {
        let words = desk.words();
        let all = faults.get();
        all.first().map(|worst| {
            let when = worst.letter.when.map(|when| words.date(when)).unwrap_or_default();
            let settle = desk.may(Action::Write).then(|| {
                let href = format!("/add?settles={}", worst.root);
                view! { <LinkButton label=words.home().log_repair href weight=Weight::Small /> }
            });
            view! {
                <Notice
                    kind=NoticeKind::Warn
                    title=(words.system().open_faults)(all.len())
                    body=(words.system().reported)(&worst.letter.title, &when)
                    actions=settle.into_any()
                />
            }
        })
    }
}
