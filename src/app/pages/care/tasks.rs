//! What is to be done, by the day.

use crate::components::{Empty, Glyph, Icon, LinkButton, Row, Rows, Section, Status, StatusMark, Tone, Weight};
use crate::data::{Kept, Key};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use model::access::Action;
use model::contact::Contact;
use model::system::System;
use model::task::Task;
use std::sync::Arc;

/// Tasks of so many days are "next".
const NEXT_DAYS: u32 = 30;

/// What is to be done.
#[lazy]
pub fn tasks() -> Draw {
    || view! { <TasksPage /> }.into_any()
}

/// Late, next, later, done.
type Parts = [Vec<Arc<Kept<Task>>>; 4];

#[component]
fn TasksPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let parts = Memo::new(move |_| sorted(desk));
    let row = move |part: usize, task: Arc<Kept<Task>>| view! { <Line task part /> };
    let section = move |part: usize, title: &'static str, tasks: Vec<Arc<Kept<Task>>>| {
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
        let titles = [words.care().late, words.home().next_30_days, words.care().later, words.care().done];
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
    let all: Vec<_> = desk.library.shelf::<Task>().values().collect();
    let all = crate::data::sorted(all, |task| Key::of_day(task.letter.due, task.id));
    for task in all {
        let part = match (task.letter.done, task.letter.due) {
            (Some(_), _) => 3,
            (None, Some(due)) if due < today => 0,
            (None, Some(due)) if due <= until => 1,
            _ => 2,
        };
        parts[part].push(task);
    }
    parts[3].reverse();
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
fn Line(task: Arc<Kept<Task>>, part: usize) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let due = task.letter.due.unwrap_or_default();
    let lead = match part {
        3 => view! { <StatusMark tone=Tone::Good /> }.into_any(),
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
        None if desk.may(Action::Write) => view! { <LinkButton label=words.home().log_done href=format!("/add?task={}", task.id) weight=Weight::Small /> }.into_any(),
        None => view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any(),
    };
    view! { <Row title=task.letter.title.clone() href=format!("/tasks/{}/edit", task.id) lead text actions /> }
}
