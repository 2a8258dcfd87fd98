//! What stands on the home screen, beside and below it, and is no part of the first download: decisions that wait, papers, how the home stands, where the
//! water shuts off, what was spent, the parts of the book.

mod ageing;
mod decisions;
mod papers;
mod standing;

use super::frame::{Shelf, index};
use super::setup::DRAFT as SETUP_DRAFT;
use crate::browser::object_url;
use crate::components::{Glyph, Icon, LinkButton, Row, Rows, Section, When, dynamic};
use crate::data::timeline;
use crate::deeds::{draft, later};
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
use ageing::Ageing;
use decisions::Decisions;
use leptos::prelude::*;
use model::access::Action;
use model::property::Property;
use model::system::System;
use model::{FileRef, Money};
use papers::Papers;
use serde::de::IgnoredAny;
use standing::Standing;

/// Where on the home screen something stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// After what is urgent.
    Decisions,
    /// After what comes next.
    Papers,
    /// Below all, or beside it.
    Beside,
}

/// What stands in a place of the home screen, of which the first download has only the lists.
#[lazy]
pub fn outlook_at(place: Place) -> Draw {
    match place {
        Place::Decisions => || view! { <Decisions /> }.into_any(),
        Place::Papers => || view! { <Papers /> }.into_any(),
        Place::Beside => || view! { <Beside /> }.into_any(),
    }
}

/// How far the first sync has come. In the module of [`crate::deeds::later`].
#[lazy]
pub fn engine_progress() -> Draw {
    || view! { <Progress /> }.into_any()
}

#[component]
fn Beside() -> impl IntoView {
    let desk = use_desk();
    let is_empty = Memo::new(move |_| desk.library.entries.with(|entries| entries.is_empty()));
    view! {
        <div class="stack stack--loose">
            <SetUp />
            <KeepSafe />
            <Standing />
            <Ageing />
            <ShutOff />
            <When is=Signal::derive(move || !desk.visiting.get())><Walk /></When>
            <When is=Signal::derive(move || !is_empty.get() && !desk.visiting.get())><Spent /></When>
            <div class="home__index">
                <Section title=desk.words().frame().in_this_book>
                    <ul class="index">{index(desk).into_iter().map(|shelf| view! { <Shelf shelf /> }).collect_view()}</ul>
                </Section>
            </div>
        </div>
    }
}

#[component]
fn Progress() -> impl IntoView {
    let desk = use_desk();
    dynamic(move || {
        desk.status.get().first_sync.map(|progress| {
            let words = desk.words();
            let number = |count: u64| words.number(count.cast_signed());
            view! {
                <div class="progress">
                    <span>{words.outlook().arriving}</span>
                    <span class="progress__figure">{(words.outlook().first_sync)(&number(progress.have), &number(progress.total))}</span>
                    <progress class="progress__bar" aria-label=words.outlook().arriving max=progress.total.to_string() value=progress.have.to_string()></progress>
                </div>
            }
        })
    })
}

/// The offer of an account, while the logbook is on this device only.
#[component]
fn KeepSafe() -> impl IntoView {
    let desk = use_desk();
    view! {
        <When is=Signal::derive(move || desk.may(Action::Write) && !desk.joined() && desk.library.entries.with(|entries| !entries.is_empty()))>
            <Section title=desk.words().outlook().keep_title>
                <p class="soft">{desk.words().outlook().keep_lead}</p>
                <LinkButton label=desk.words().outlook().keep_action href="/sign-in" glyph=Glyph::CLOUD_UPLOAD />
            </Section>
        </When>
    }
}

/// The way to the guided set-up: while the home has no systems, and back to where the person left in the middle.
#[component]
fn SetUp() -> impl IntoView {
    let desk = use_desk();
    let is_begun = RwSignal::new(false);
    let place = draft::place(desk, SETUP_DRAFT);
    let looks = desk.may(Action::Write);
    leptos::task::spawn_local(async move {
        if !looks {
            return;
        }
        let begun = draft::read::<IgnoredAny>(desk, &place).await.is_some();
        // The page may have been left meanwhile.
        let _ = is_begun.try_set(begun);
    });
    let is_offered =
        Memo::new(move |_| desk.may(Action::Write) && (is_begun.get() || desk.library.shelf::<System>().is_empty()));
    let offer = move || {
        let said = desk.words().setup();
        let (lead, action) =
            if is_begun.get() { (said.resume_lead, said.resume) } else { (said.offer_lead, said.offer) };
        view! {
            <section class="leaf stack stack--tight">
                <h2>{said.title}</h2>
                <p class="soft">{lead}</p>
                <p><LinkButton label=action href="/setup" glyph=Glyph::LIST_CHECKS /></p>
            </section>
        }
    };
    view! { <When is=Signal::derive(move || is_offered.get())>{dynamic(offer)}</When> }
}

/// Where the water and the power are switched off: what nobody knows when the geyser bursts.
#[component]
fn ShutOff() -> impl IntoView {
    let desk = use_desk();
    let rows = move || {
        let words = desk.words();
        let [water, power] = match desk.library.property() {
            Some(property) => words.switched_off(&property.letter),
            None => words.switched_off(&Property::default()),
        };
        let row = |(title, place): (&'static str, String), glyph: Glyph| {
            let lead = view! { <Icon glyph /> }.into_any();
            view! { <Row title href="/property" lead text=place.into_any() /> }
        };
        view! { {row(water, Glyph::DROPLETS)} {row(power, Glyph::ZAP)} }
    };
    keep_photos(desk);
    let said = desk.words().outlook();
    if desk.visiting.get_untracked() {
        return view! { <Section title=said.shut_off><Rows>{dynamic(rows)}</Rows></Section> }.into_any();
    }
    let more = (said.all_emergency.to_owned(), "/emergency".to_owned());
    view! { <Section title=said.shut_off more><Rows>{dynamic(rows)}</Rows></Section> }.into_any()
}

/// Fetches the photos of the emergency cards, so that they are here when there is no signal.
fn keep_photos(desk: Desk) {
    let photos: Vec<FileRef> = untrack(|| desk.library.shelf::<System>())
        .values()
        .filter(|system| system.letter.in_use())
        .filter_map(|system| {
            let shown = system.letter.shut_off_photo?;
            system.letter.files.iter().find(|file| file.hash == shown).cloned()
        })
        .collect();
    leptos::task::spawn_local(async move {
        for photo in photos {
            if let Some(url) = later::engine_preview(desk, photo).await {
                object_url::revoke(&url);
            }
        }
    });
}

/// Faults and inspections.
#[component]
fn Walk() -> impl IntoView {
    let said = use_desk().words().outlook();
    let row = |title: &'static str, lead: &'static str, href: &'static str, glyph: Glyph| {
        let icon = view! { <Icon glyph /> }.into_any();
        view! { <Row title href lead=icon text=lead.into_any() /> }
    };
    view! {
        <Section title=said.walk>
            <Rows>
                {row(said.faults, said.faults_lead, "/faults", Glyph::TRIANGLE_ALERT)}
                {row(said.inspections, said.inspections_lead, "/inspections", Glyph::LIST_CHECKS)}
            </Rows>
        </Section>
    }
}

/// What was spent in the last twelve months.
#[component]
fn Spent() -> impl IntoView {
    let desk = use_desk();
    let spent = move || {
        let today = desk.today();
        let since = model::Date::of(today.year() - 1, today.month(), today.day().min(28)).unwrap_or(today);
        let cents = desk.library.entries.with(|entries| timeline::spent_since(entries, since));
        desk.words().money(&Money::rand(cents))
    };
    view! {
        <Section title=desk.words().outlook().spent>
            <p class="money home__spent">{dynamic(spent)}</p>
        </Section>
    }
}
