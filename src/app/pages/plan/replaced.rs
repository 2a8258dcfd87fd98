//! Tasks of a system that was replaced: the one in its place takes them over with one tap. They are due for one of the two at most.

use crate::components::{Button, Glyph, Notice, NoticeKind, Weight};
use crate::data::Kept;
use crate::deeds::act::Act;
use crate::desk::Desk;
use crate::pages::{undo, use_toaster};
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::system::System;
use model::task::Task;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What stands in the place of a system now, if that is in use: the last of several that replaced one another.
fn heir(desk: Desk, system: RecordId) -> Option<Arc<Kept<System>>> {
    let (mut seen, mut next) = (BTreeSet::new(), system);
    // Two people may have said of two systems that each replaced the other.
    while seen.insert(next) {
        let found = desk.library.find::<System>(next)?;
        match found.letter.replaced_by {
            Some(by) => next = by,
            None => return Some(found).filter(|found| found.id != system && found.letter.in_use()),
        }
    }
    None
}

/// Whether `system` stands in the place of `old` now.
pub fn is_heir(desk: Desk, old: RecordId, system: RecordId) -> bool {
    heir(desk, old).is_some_and(|heir| heir.id == system)
}

/// A task as it is once the heirs of its systems have taken it over.
fn taken_over(desk: Desk, task: &Task) -> Task {
    let mut systems: Vec<RecordId> = Vec::new();
    for system in &task.systems {
        let now = heir(desk, *system).map_or(*system, |heir| heir.id);
        if !systems.contains(&now) {
            systems.push(now);
        }
    }
    let meter = task.meter.map(|meter| heir(desk, meter).map_or(meter, |heir| heir.id));
    Task { systems, meter, ..task.clone() }
}

/// The button that lets the system in the place of a task's own take it over; none where there is none.
pub fn moves(desk: Desk, task: &Arc<Kept<Task>>) -> Option<AnyView> {
    let heir = task.letter.systems.iter().find_map(|system| heir(desk, *system))?;
    let label = (desk.words().plan().take_over)(&heir.letter.name);
    Some(take(desk, label, vec![task.clone()]))
}

/// What the system takes over that stands in the place of others; nothing where they left nothing.
pub fn offer(desk: Desk, system: &Kept<System>) -> Option<AnyView> {
    let said = desk.words().plan();
    let theirs = |old: &RecordId| is_heir(desk, *old, system.id);
    let tasks: Vec<_> =
        desk.library.shelf::<Task>().values().filter(|task| task.letter.systems.iter().any(theirs)).collect();
    if tasks.is_empty() || !desk.may(Action::Write) {
        return None;
    }
    let (title, label) = ((said.left_over)(tasks.len()), (said.take_over)(&system.letter.name));
    let actions = take(desk, label, tasks);
    Some(view! { <Notice kind=NoticeKind::Info title body=said.left_over_lead actions /> }.into_any())
}

fn take(desk: Desk, label: String, tasks: Vec<Arc<Kept<Task>>>) -> AnyView {
    let toaster = use_toaster();
    let press = Callback::new(move |()| {
        let mut act = Act::new();
        for task in &tasks {
            act.change(task.id, &task.letter, &taken_over(desk, &task.letter));
        }
        let told = desk.words().plan().taken_over;
        undo::tell(desk, toaster, async move {
            act.perform(desk).await?;
            toaster.say(told);
            Ok(())
        });
    });
    view! { <Button label weight=Weight::Small glyph=Glyph::REPEAT on_press=press /> }.into_any()
}
