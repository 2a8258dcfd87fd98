//! What an entry says, in names and values.

use crate::components::{FactLine, Facts, LinkButton, Row, Rows, Section, Status, Tone, Weight};
use crate::data::Standing;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::access::Action;
use model::contact::Contact;
use model::entry::{Entry, EntryType, Severity};
use model::system::System;
use model::task::Task;
use model::zone::Zone;
use model::{Money, RecordId};

/// Which systems, by whom, when, and what it settled.
#[component]
pub fn Said(
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let said = words.entry();
        let letter = &entry.letter;
        let mut lines = systems(desk, letter);
        let zones = desk.library.shelf::<Zone>();
        let zones: Vec<String> =
            letter.zones.iter().filter_map(|id| zones.get(id)).map(|zone| zone.letter.name.clone()).collect();
        if !zones.is_empty() {
            lines.push(FactLine::words(said.zones, zones.join(", ")));
        }
        lines.extend(done_by(desk, letter));
        lines.extend(letter.when.map(|when| FactLine::words(said.when, words.date(when))));
        if let Some(severity) = letter.severity {
            let word = (words.choice().severity)(severity);
            lines.push(FactLine::view(said.severity, view! { <Status tone=tone(severity) word /> }.into_any()));
        }
        if let Some(fault) = letter.settles.and_then(|id| desk.library.entry(id)) {
            lines.push(named(desk, said.settles, &fault));
        }
        lines.extend(settled_by(desk, &entry));
        if letter.alters == Some(true) {
            lines.push(FactLine::words(said.alters, said.altered));
        }
        lines.extend(tasks(desk, &entry));
        lines.extend(letter.moved_from.as_ref().map(|from| {
            let home = desk
                .homes
                .with(|homes| homes.iter().find(|home| home.space == from.space).map(|home| home.name.clone()));
            FactLine::words(said.moved_from, home.unwrap_or_else(|| said.another_home.to_owned()))
        }));
        view! { <Facts lines /> }
    }
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Minor => Tone::Info,
        Severity::Serious => Tone::Warn,
        Severity::Emergency => Tone::Bad,
    }
}

fn systems(desk: Desk, letter: &Entry) -> Vec<FactLine> {
    let said = &desk.words().entry();
    let (systems, zones) = (desk.library.shelf::<System>(), desk.library.shelf::<Zone>());
    let found: Vec<_> = letter.systems.iter().filter_map(|id| systems.get(id)).collect();
    let name = if found.len() > 1 { said.systems } else { said.system };
    let lines = found.into_iter().enumerate().map(|(at, system)| {
        let zone = system.letter.zone.and_then(|zone| zones.get(&zone)).map(|zone| zone.letter.name.clone());
        let link = link(format!("/systems/{}", system.id), system.letter.name.clone());
        FactLine::view(if at == 0 { name } else { "" }, link).noted(zone.unwrap_or_default())
    });
    lines.collect()
}

fn done_by(desk: Desk, letter: &Entry) -> Option<FactLine> {
    let name = desk.words().entry().done_by;
    if let Some(contact) = letter.contact.and_then(|id| desk.library.find::<Contact>(id)) {
        let registration = contact.letter.registrations.first();
        let registration = registration.map(|one| format!("{} {}", one.body, one.number)).unwrap_or_default();
        let link = link(format!("/contacts/{}", contact.id), contact.letter.name.clone());
        return Some(FactLine::view(name, link).noted(registration));
    }
    (!letter.done_by.is_empty()).then(|| FactLine::words(name, letter.done_by.clone()))
}

/// Another entry, by its title, with its kind and its date.
fn named(desk: Desk, name: &'static str, entry: &Standing<Entry>) -> FactLine {
    let words = desk.words();
    let when = entry.letter.when.map(|when| words.date(when)).unwrap_or_default();
    let link = link(format!("/logbook/{}", entry.root), entry.letter.title.clone());
    let note = format!("{}, {when}", (words.choice().entry)(entry.letter.sort));
    FactLine::view(name, link).noted(note)
}

fn link(href: String, name: String) -> AnyView {
    view! { <a href=href>{name}</a> }.into_any()
}

/// What settled a fault, or the way to log it.
fn settled_by(desk: Desk, fault: &Standing<Entry>) -> Option<FactLine> {
    if fault.letter.sort != EntryType::Fault {
        return None;
    }
    let words = desk.words();
    let is_it = |id: RecordId| id == fault.root || id == fault.id;
    let by = desk
        .library
        .entries
        .with(|entries| entries.iter().find(|entry| entry.letter.settles.is_some_and(is_it)).cloned());
    if let Some(by) = by {
        return Some(named(desk, words.entry().settled_by, &by));
    }
    let href = format!("/add?settles={}", fault.root);
    let log = desk
        .may(Action::Write)
        .then(|| view! { <LinkButton label=words.entry().log_repair href weight=Weight::Small /> });
    let value = view! { <span class="line"><Status tone=Tone::Bad word=words.entry().open_fault /> {log}</span> };
    Some(FactLine::view(words.entry().settled_by, value.into_any()))
}

/// The tasks that it did.
fn tasks(desk: Desk, entry: &Standing<Entry>) -> Vec<FactLine> {
    let versions = desk.library.entry_thread(entry.root).map(|thread| thread.versions).unwrap_or_default();
    let tasks = desk.library.shelf::<Task>();
    let done = tasks.values().filter(|task| {
        entry.letter.completes == Some(task.id) || task.letter.done.is_some_and(|done| versions.contains(&done))
    });
    let line =
        |id, title: &str| FactLine::view(desk.words().entry().task, link(format!("/tasks/{id}"), title.to_owned()));
    done.map(|task| line(task.id, &task.letter.title)).collect()
}

/// What it cost: labour, parts, the rest, and in all.
#[component]
pub fn Costs(
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let words = use_desk().words();
    let letter = &entry.letter;
    let Some(total) = letter.cost.as_ref() else { return ().into_any() };
    let parts = [(words.entry().labour, &letter.labour), (words.entry().parts_cost, &letter.parts_cost)];
    let parts: Vec<(&str, Money)> =
        parts.into_iter().filter_map(|(name, money)| Some((name, money.clone()?))).collect();
    let known: i64 = parts.iter().map(|(_, money)| money.cents).sum();
    let rest = Money { cents: total.cents - known, currency: total.currency.clone() };
    let rest = (!parts.is_empty() && rest.cents > 0).then_some((words.entry().other_cost, rest));
    let lines = parts.into_iter().chain(rest).chain([(words.entry().total, total.clone())]);
    let lines: Vec<FactLine> = lines.map(|(name, money)| FactLine::words(name, words.money(&money))).collect();
    view! { <Section title=words.entry().cost><Facts lines sums=true /></Section> }.into_any()
}

/// The parts used.
#[component]
pub fn Parts(
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let words = use_desk().words();
    let parts = entry.letter.parts.clone();
    if parts.is_empty() {
        return ().into_any();
    }
    let rows = parts.into_iter().map(|part| {
        let number =
            Some(&part.number).filter(|number| !number.is_empty()).map(|number| (words.entry().part_number)(number));
        let text = [Some(words.number(part.quantity)), number].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! { <Row title=part.name text=text.into_any() /> }
    });
    view! { <Section title=words.entry().parts><Rows>{rows.collect_view()}</Rows></Section> }.into_any()
}
