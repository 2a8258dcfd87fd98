//! A task of the plan in a line: when, why it is there, where its interval comes from.

use super::people::who;
use crate::components::{Row, Status, StatusMark, Tone};
use crate::data::Coming;
use crate::desk::Desk;
use leptos::prelude::*;
use model::schedule;
use model::system::System;
use model::task::Task;

/// Names of its systems.
pub fn systems(desk: Desk, task: &Task) -> String {
    let shelf = desk.library.shelf::<System>();
    let names = task.systems.iter().filter_map(|id| shelf.get(id)).map(|system| system.letter.name.clone());
    names.collect::<Vec<_>>().join(", ")
}

/// Where the interval of a task comes from; nothing for what is done once.
pub fn interval(desk: Desk, task: &Task) -> Option<String> {
    task.recurrence.as_ref()?;
    Some((desk.words().plan().interval)(task.interval_basis, &task.interval_source))
}

/// The line.
pub fn line(desk: Desk, coming: &Coming) -> AnyView {
    let words = desk.words();
    let said = words.plan();
    let today = desk.today();
    let Coming { task, due } = coming;
    let letter = &task.letter;
    let late = due.is_late(today);
    let lead = if late {
        view! { <StatusMark tone=Tone::Bad /> }.into_any()
    } else {
        let month = words.months_short[(due.by.month() - 1) as usize];
        view! { <span class="day"><b>{due.by.day()}</b><span>{month}</span></span> }.into_any()
    };
    let day = words.day(due.by);
    let when = if late { (said.late_since)(&day) } else { (said.due_on)(&day) };
    let missed = schedule::missed(letter, *due, today);
    let facts = [
        (missed > 1).then(|| (said.missed)(missed)),
        Some(systems(desk, letter)).filter(|names| !names.is_empty()),
        Some(who(desk, letter)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let reason = match interval(desk, letter) {
        Some(interval) => format!("{} · {interval}", words.recurrence(letter.recurrence.as_ref())),
        None => words.recurrence(None),
    };
    let status = late.then(|| view! { <Status tone=Tone::Bad word=said.late bare=true /> " " });
    let text = view! {
        <span>{status} {when} " · " {facts}</span>
        <span class="plan__reason">{reason}</span>
    };
    view! { <Row title=letter.title.clone() href=format!("/tasks/{}", task.id) lead text=text.into_any() /> }.into_any()
}
