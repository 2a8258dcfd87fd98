//! How the home stands: its score, what costs most, its zones, and its systems, the worst first.

use super::how::How;
use super::of_home;
use super::told::{causes, ring, standing, step, why};
use crate::browser::page;
use crate::components::{
    Button, Empty, Glyph, LinkButton, More, Notice, NoticeKind, Row, Rows, Section, Weight, dynamic,
};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::systems::zone_name;
use leptos::prelude::*;
use model::access::Action;
use model::health::weight::ceiling;
use model::health::{Cause, HomeHealth, SystemHealth, ZoneHealth};
use model::system::System;
use model::zone::Zone;

/// Reasons under "what costs most".
const WORST_MAX: usize = 5;
/// Systems that are shown at once; those that stand better are folded away.
const SYSTEMS_SHOWN: usize = 6;

/// The page.
#[component]
pub fn HomePage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let health = Memo::new(move |_| of_home(desk));
    let print = Callback::new(move |()| page::print());
    let shown = move || {
        let health = health.get();
        if health.systems.is_empty() && health.own.is_empty() {
            return view! { <Nothing /> }.into_any();
        }
        view! {
            {head(desk, &health)}
            {worst(desk, &health)}
            {zones(desk, &health.zones)}
            {systems(desk, &health.systems)}
            {own(desk, &health)}
            <How />
        }
        .into_any()
    };
    let actions = view! {
        <span class="paperless"><Button label=words.health_page().print weight=Weight::Quiet glyph=Glyph::PRINTER on_press=print /></span>
    };
    let back = ("/".to_owned(), words.frame().home.to_owned());
    view! {
        <Page title=words.health().title back named=true class="stack stack--loose" actions=actions.into_any()>
            {dynamic(shown)}
        </Page>
    }
}

/// No systems yet.
#[component]
fn Nothing() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().health_page();
    let action = desk.may(Action::Write).then(|| {
        view! { <LinkButton label=said.empty_action href="/setup" weight=Weight::Primary glyph=Glyph::LIST_CHECKS /> }
    });
    view! {
        <Empty glyph=Glyph::GAUGE title=said.empty_title text=said.empty_lead action=action.into_any() />
        <How />
    }
}

fn head(desk: Desk, health: &HomeHealth) -> AnyView {
    let words = desk.words();
    let name = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
    let held = health.held_by.map(|severity| {
        view! { <Notice kind=NoticeKind::Warn title=(words.health().held)(severity, ceiling(severity)) /> }
    });
    view! {
        <header class="health">
            {ring(desk, health.health, true)}
            <div class="stack stack--tight">
                <h2>{name}</h2>
                <p>{standing(desk, health.health)}</p>
                <p class="small soft">{(words.health_page().on)(&words.day(desk.today()))}</p>
            </div>
        </header>
        {held}
    }
    .into_any()
}

fn worst(desk: Desk, health: &HomeHealth) -> AnyView {
    let said = desk.words().health_page();
    let mut all = health.causes();
    all.truncate(WORST_MAX);
    let told = match all.is_empty() {
        true => view! { <p>{said.whole}</p> }.into_any(),
        false => causes(desk, &all),
    };
    view! { <Section title=said.worst>{told}</Section> }.into_any()
}

fn zones(desk: Desk, zones: &[ZoneHealth]) -> AnyView {
    let said = desk.words().health_page();
    let shelf = desk.library.shelf::<Zone>();
    let row = |zone: &ZoneHealth| {
        let lead = ring(desk, zone.health, false);
        let count = format!(" · {}", (said.systems_in)(zone.systems));
        let worst = zone.worst.map(|Cause { system, lost }| {
            let name =
                system.and_then(|id| desk.library.find::<System>(id)).map(|one| format!("{}: ", one.letter.name));
            view! { <p>{name} {why(desk, &lost, false)}</p> }
        });
        let text = view! { <p>{standing(desk, zone.health)} <span class="soft">{count}</span></p> {worst} };
        view! { <Row title=zone_name(&shelf, zone.id) lead text=text.into_any() /> }.into_any()
    };
    let rows: Vec<AnyView> = zones.iter().map(row).collect();
    (!rows.is_empty()).then(|| view! { <Section title=said.zones><Rows>{rows}</Rows></Section> }).into_any()
}

/// Each system with the reason that costs it most; its own page has all.
fn systems(desk: Desk, systems: &[SystemHealth]) -> AnyView {
    let said = desk.words().health_page();
    let count = systems.len();
    if count == 0 {
        return ().into_any();
    }
    let row = move |system: &SystemHealth| {
        let lead = ring(desk, system.health, false);
        let first = system.lost.first();
        let reason = first.map(|lost| view! { <p>{why(desk, lost, false)}</p> });
        let text = view! { <p>{standing(desk, system.health)}</p> {reason} };
        let title = desk.library.find::<System>(system.id).map(|one| one.letter.name.clone()).unwrap_or_default();
        let actions = first.map(|lost| step(desk, lost.reason, Some(system.id))).into_any();
        view! { <Row title href=format!("/health/{}", system.id) lead text=text.into_any() actions /> }.into_any()
    };
    let (first, others) = systems.split_at(count.min(SYSTEMS_SHOWN));
    let rows = |systems: &[SystemHealth]| {
        let rows: Vec<AnyView> = systems.iter().map(row).collect();
        view! { <Rows>{rows}</Rows> }
    };
    let better = (!others.is_empty()).then(|| {
        let rows = rows(others);
        view! { <More summary=(said.better)(others.len())>{rows}</More> }
    });
    let first = rows(first);
    view! { <Section title=said.systems count=Signal::stored(count)>{first} {better}</Section> }.into_any()
}

/// What concerns no system.
fn own(desk: Desk, health: &HomeHealth) -> AnyView {
    let words = desk.words();
    let all: Vec<Cause> = health.own.iter().map(|lost| Cause { system: None, lost: *lost }).collect();
    let shown =
        (!all.is_empty()).then(|| view! { <Section title=words.health_page().own>{causes(desk, &all)}</Section> });
    shown.into_any()
}
