//! What is to be done, by the day.

use crate::components::{Empty, Glyph, Icon, LinkButton, Row, Rows, Section, Status, StatusMark, Tone, Weight};
use crate::data::{Kept, Key, ledger, next, stands};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use model::Date;
use model::access::Action;
use model::contact::Contact;
use model::schedule::Next;
use model::system::System;
use model::task::Task;
use std::sync::Arc;

/// Tasks of so many days are "next".
const NEXT_DAYS: u32 = 30;

/// What is to be done.
pub fn tasks() -> Draw {
    || view! { <TasksPage /> }.into_any()
}

/// A task with the day by which it should be done, if it is due at all.
#[derive(Clone, PartialEq)]
struct Planned {
    task: Arc<Kept<Task>>,
    by: Option<Date>,
}

/// Late, next, later, those whose systems are gone, done.
type Parts = [Vec<Planned>; 5];

/// The place of those that are done.
const DONE: usize = 4;
/// The place of those whose systems are gone.
const ORPHANED: usize = 3;

#[component]
fn TasksPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let parts = Memo::new(move |_| sorted(desk));
    let row = move |part: usize, planned: Planned| view! { <Line planned part /> };
    let section = move |part: usize, title: &'static str, tasks: Vec<Planned>| {
        let count = tasks.len();
        let rows = move || tasks.clone().into_iter().map(|task| row(part, task)).collect_view();
        (count > 0).then(|| view! { <Section title count=Signal::derive(move || count)><Rows>{rows}</Rows></Section> })
    };
    let add =
        move |weight| view! { <LinkButton label=words.care().add_task href="/tasks/new" weight glyph=Glyph::PLUS /> };
    let may = desk.may(Action::Write);
    let list = move || {
        let all = parts.get();
        if all.iter().all(Vec::is_empty) {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! { <Empty glyph=Glyph::LIST_CHECKS title=words.care().no_tasks text=words.care().no_tasks_lead action /> }.into_any();
        }
        let said = words.care();
        let titles = [said.late, words.home().next_30_days, said.later, said.orphaned, said.done];
        let sections =
            all.into_iter().zip(titles).enumerate().map(|(part, (tasks, title))| section(part, title, tasks));
        sections.collect_view().into_any()
    };
    view! {
        <Page title=words.frame().tasks wide=true class="stack stack--loose" actions=may.then(|| add(Weight::Quiet)).into_any()>{list}</Page>
    }
}

fn sorted(desk: Desk) -> Parts {
    let today = desk.today();
    let until = today.plus_days(NEXT_DAYS);
    let mut parts = Parts::default();
    let ledger = ledger(&desk.library);
    let shelf = desk.library.shelf::<Task>();
    let all = shelf.values().map(|task| {
        let next = next(&desk.library, &ledger, &task);
        let by = if let Next::Due(due) = next { Some(due.by) } else { None };
        (next, Planned { task, by })
    });
    let all = crate::data::sorted(all.collect(), |(_, planned)| {
        Key::of_day(planned.by.or(planned.task.letter.due), planned.task.id)
    });
    for (next, planned) in all {
        let part = match planned.by {
            _ if next == Next::Never => DONE,
            _ if !stands(&desk.library, &planned.task.letter) => ORPHANED,
            Some(by) if by < today => 0,
            Some(by) if by <= until => 1,
            _ => 2,
        };
        parts[part].push(planned);
    }
    parts[DONE].reverse();
    parts
}

/// Systems and who usually does it.
fn about(desk: Desk, task: &Task) -> String {
    let systems = desk.library.shelf::<System>();
    let names = task.systems.iter().filter_map(|id| systems.get(id)).map(|system| system.letter.name.clone());
    let contact =
        task.contact.and_then(|id| desk.library.find::<Contact>(id)).map(|contact| contact.letter.name.clone());
    names.chain(contact).collect::<Vec<_>>().join(" · ")
}

#[component]
fn Line(planned: Planned, part: usize) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let Planned { task, by } = planned;
    let due = by.or(task.letter.due).unwrap_or_default();
    let lead = match part {
        DONE => view! { <StatusMark tone=Tone::Good /> }.into_any(),
        ORPHANED => view! { <StatusMark tone=Tone::Unknown /> }.into_any(),
        _ => view! { <span class="day"><b>{due.day()}</b><span>{words.months_short[(due.month() - 1) as usize]}</span></span> }.into_any(),
    };
    let about = about(desk, &task.letter);
    let text = match part {
        0 => view! { <Status tone=Tone::Bad word=(words.home().due)(&words.day(due)) /> " " {about} }.into_any(),
        1 | 2 => format!("{} · {about}", words.day(due)).trim_end_matches(" · ").to_owned().into_any(),
        _ => about.into_any(),
    };
    let actions = match task.letter.done {
        Some(entry) => view! { <LinkButton label=words.care().see_entry href=format!("/logbook/{entry}") weight=Weight::Small /> }.into_any(),
        None if part < ORPHANED && desk.may(Action::Write) => view! { <LinkButton label=words.home().log_done href=format!("/add?task={}", task.id) weight=Weight::Small /> }.into_any(),
        None => view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any(),
    };
    view! { <Row title=task.letter.title.clone() href=format!("/tasks/{}", task.id) lead text actions /> }
}
