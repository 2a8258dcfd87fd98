//! What is said of a score, of each point that is missing, and what can be done about it.

use crate::components::{LinkButton, Ring, Row, Rows, Status, StatusMark, Tone, Weight};
use crate::desk::Desk;
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::entry::Severity;
use model::health::{Cause, Health, Lost, Reason, State};
use model::system::System;
use model::task::Task;

/// How a state looks.
pub fn tone(state: State) -> Tone {
    match state {
        State::Good => Tone::Good,
        State::Fair => Tone::Warn,
        State::Poor => Tone::Bad,
        State::Unsure | State::Untold => Tone::Unknown,
    }
}

/// A score drawn as a ring.
pub fn ring(desk: Desk, health: Health, large: bool) -> AnyView {
    let said = desk.words().health();
    let text = health.score.map_or_else(|| "?".to_owned(), |score| score.to_string());
    let label = health.score.map_or_else(|| (said.state)(State::Untold).to_owned(), said.score);
    view! { <Ring share=health.score text tone=tone(health.state()) label large /> }.into_any()
}

/// The same in words: how it stands, the score, how far it can be trusted.
pub fn standing(desk: Desk, health: Health) -> AnyView {
    let said = desk.words().health();
    let state = health.state();
    let score = health.score.map(|score| format!("{}, ", (said.score)(score))).unwrap_or_default();
    let told = format!("{score}{}", (said.confidence)(health.confidence));
    view! { <Status tone=tone(state) word=(said.state)(state) /> " " <span class="soft">{told}</span> }.into_any()
}

/// How a reason looks: bad, worth a look, or not known.
fn reason_tone(reason: Reason) -> Tone {
    match reason {
        Reason::Fault { severity: Severity::Serious | Severity::Emergency, .. } | Reason::Late { .. } => Tone::Bad,
        Reason::Old { percent, .. } if percent >= 100 => Tone::Bad,
        Reason::Old { is_due: false, .. } => Tone::Info,
        Reason::Fault { .. } | Reason::Old { .. } | Reason::Certificate { paper: Some(_), .. } => Tone::Warn,
        _ => Tone::Unknown,
    }
}

/// What a reason is about is called so: a fault, a task, a sort of certificate; empty where it is the system.
fn named(desk: Desk, reason: Reason) -> String {
    match reason {
        Reason::Fault { fault, .. } => desk.library.entry(fault).map(|entry| entry.letter.title.clone()),
        Reason::Late { task, .. } => desk.library.find::<Task>(task).map(|task| task.letter.title.clone()),
        Reason::Certificate { sort, .. } => Some((desk.words().choice().certificate)(sort).to_owned()),
        _ => None,
    }
    .unwrap_or_default()
}

/// Where the one thing to do about it is done; nowhere where there is nothing to do.
fn href(reason: Reason, system: Option<RecordId>) -> Option<String> {
    let of_system = |before: &str, after: &str| system.map(|id| format!("{before}{id}{after}"));
    match reason {
        Reason::Fault { fault, .. } => Some(format!("/add?settles={fault}")),
        Reason::Late { task, .. } => Some(format!("/add?task={task}")),
        Reason::NoCare => of_system("/plan/usual?system=", ""),
        Reason::NoCareYet => of_system("/add?type=service&system=", ""),
        Reason::Old { is_due: false, .. } => None,
        Reason::Old { .. } => of_system("/tasks/new?system=", ""),
        Reason::MayBeOlder
        | Reason::InstalledUnknown
        | Reason::InstalledAhead
        | Reason::LifeUnknown
        | Reason::NoMake
        | Reason::NoPhoto => of_system("/systems/", "/edit"),
        Reason::NoPaper => of_system("/documents/new?system=", ""),
        Reason::Certificate { paper: Some(paper), .. } => Some(format!("/certificates/{paper}")),
        Reason::Certificate { paper: None, .. } => of_system("/certificates/new?system=", ""),
    }
}

/// The one thing to do about it, for who may.
pub fn step(desk: Desk, reason: Reason, system: Option<RecordId>) -> AnyView {
    let action = if matches!(reason, Reason::Fault { .. }) { Action::Add } else { Action::Write };
    let href = href(reason, system).filter(|_| desk.may(action));
    let label = (desk.words().health().step)(reason);
    href.map(|href| view! { <span class="paperless"><LinkButton label href weight=Weight::Small /></span> }).into_any()
}

/// Of which part points are missing, and why. The mark stands before it, or (`bare`) elsewhere in the same row.
pub fn why(desk: Desk, lost: &Lost, bare: bool) -> AnyView {
    let said = desk.words().health();
    let text = (said.reason)(lost.reason, &named(desk, lost.reason));
    let word = (said.part)(lost.part);
    view! { <Status tone=reason_tone(lost.reason) word bare /> " " {text} }.into_any()
}

/// The mark of a reason, in front of its row.
pub fn mark(reason: Reason) -> AnyView {
    view! { <StatusMark tone=reason_tone(reason) /> }.into_any()
}

/// Reasons of the home in rows, each with its system and the one thing to do.
pub fn causes(desk: Desk, causes: &[Cause]) -> AnyView {
    let row = |Cause { system, lost }: &Cause| {
        let reason = lost.reason;
        let name = system.and_then(|id| desk.library.find::<System>(id)).map(|system| system.letter.name.clone());
        let actions = step(desk, reason, *system);
        let text = why(desk, lost, true);
        match system.zip(name) {
            Some((id, title)) => {
                view! { <Row title href=format!("/health/{id}") lead=mark(reason) text actions /> }.into_any()
            }
            None => view! { <Row title=named(desk, reason) lead=mark(reason) text actions /> }.into_any(),
        }
    };
    let rows: Vec<AnyView> = causes.iter().map(row).collect();
    view! { <Rows>{rows}</Rows> }.into_any()
}
