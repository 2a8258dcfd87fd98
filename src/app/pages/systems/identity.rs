//! What a system is: make and model, when it was fitted and by whom, where it shuts off, its parts.

use super::group;
use super::history::predecessors;
use crate::components::{FactLine, Facts, Glyph, Icon, LinkButton, Row, Rows, Section, Weight, dynamic};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use crate::pages::gallery::Gallery;
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::contact::Contact;
use model::system::System;
use model::zone::Zone;
use std::sync::Arc;

/// What it is.
#[component]
pub fn Identity(
    /// The system.
    system: Arc<Kept<System>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let id = system.id;
    let notes = system.letter.notes.clone();
    let lines = {
        let system = system.clone();
        move || lines(desk, &system)
    };
    view! {
        <Gallery files=system.letter.files.clone() lead=true />
        {dynamic(move || view! { <Facts lines=lines() /> })}
        {(!notes.is_empty()).then(|| view! { <p class="system-page__notes">{notes}</p> })}
        <Parts id />
        {(desk.may(Action::Write) && system.letter.in_use()).then(|| view! {
            <p class="paperless">
                <LinkButton label=words.system().add_part href=format!("/systems/new?parent={id}") weight=Weight::Small glyph=Glyph::PLUS />
            </p>
        })}
    }
}

fn link(name: &'static str, href: String, text: String) -> FactLine {
    FactLine::view(name, view! { <a href=href>{text}</a> }.into_any())
}

fn lines(desk: Desk, system: &Kept<System>) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.system();
    let letter = &system.letter;
    let mut lines = vec![FactLine::words(said.sort, (words.choice().system)(letter.sort))];
    let mut add = |name: &'static str, text: &str| {
        if !text.is_empty() {
            lines.push(FactLine::words(name, text));
        }
    };
    add(said.make, &letter.make);
    add(said.model, &letter.model);
    if !letter.serial.is_empty() {
        let serial = letter.serial.clone();
        lines.push(FactLine::view(said.serial, view! { <code>{serial}</code> }.into_any()));
    }
    let mut add = |name: &'static str, text: &str| {
        if !text.is_empty() {
            lines.push(FactLine::words(name, text));
        }
    };
    add(said.size, &letter.size);
    match letter.installed {
        Some(date) => lines.push(FactLine::words(said.installed, words.date(date)).noted((said.precision)(date))),
        None => lines.push(FactLine::words(said.installed, words.common().unknown)),
    }
    if let Some(contact) = letter.fitted_by.and_then(|id| desk.library.find::<Contact>(id)) {
        lines.push(link(said.fitted_by, format!("/contacts/{}", contact.id), contact.letter.name.clone()));
    }
    if let Some(price) = &letter.price {
        lines.push(FactLine::words(said.price, words.money(price)));
    }
    let zones = desk.library.shelf::<Zone>();
    if let Some(zone) = letter.zone.filter(|zone| zones.contains_key(zone)) {
        lines.push(FactLine::words(said.zone, group::zone_name(&zones, zone)));
    }
    if !letter.shut_off.is_empty() {
        lines.push(FactLine::words(said.shut_off, letter.shut_off.clone()));
    }
    let systems = desk.library.shelf::<System>();
    if let Some(parent) = group::parent_of(&systems, system.id).and_then(|parent| systems.get(&parent)) {
        lines.push(link(said.part_of, format!("/systems/{}", parent.id), parent.letter.name.clone()));
    }
    let before = predecessors(desk, system.id);
    for old in before.iter().filter(|old| old.letter.replaced_by == Some(system.id)) {
        lines.push(link(said.replaces, format!("/systems/{}", old.id), old.letter.name.clone()));
    }
    if let Some(by) = letter.replaced_by.and_then(|by| systems.get(&by)) {
        lines.push(link(said.replaced_by, format!("/systems/{}", by.id), by.letter.name.clone()));
    }
    lines
}

/// Its parts.
#[component]
fn Parts(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let parts = Memo::new(move |_| {
        let systems = desk.library.shelf::<System>();
        let below = |part: &Arc<Kept<System>>| part.letter.in_use() && group::parent_of(&systems, part.id) == Some(id);
        systems.values().filter(below).collect::<Vec<_>>()
    });
    move || {
        let words = desk.words();
        let all = parts.get();
        let count = all.len();
        (count > 0).then(|| {
            let rows = all.into_iter().map(|part| {
                let lead = view! { <Icon glyph=Glyph::LAYERS /> }.into_any();
                let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
                let text = (words.choice().system)(part.letter.sort).into_any();
                view! { <Row title=part.letter.name.clone() href=format!("/systems/{}", part.id) lead text end /> }
            });
            let rows = rows.collect_view();
            view! { <Section title=words.system().parts count=Signal::derive(move || count)><Rows>{rows}</Rows></Section> }
        })
    }
}
