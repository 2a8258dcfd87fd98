//! One task: when it is due and why, how it is done, where its interval comes from, and what was done of it.

use super::act::Acts;
use super::history::History;
use super::line::{interval, systems};
use super::people::who;
use super::replaced;
use crate::components::{
    Button, Empty, FactLine, Facts, Glyph, LinkButton, Notice, NoticeKind, Section, Status, Tone, Weight, dynamic,
};
use crate::data::{Kept, ledger, next, stands};
use crate::deeds::record;
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, undo, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::access::Action;
use model::forecast;
use model::schedule::{self, Answer, Next, What};
use model::system::System;
use model::task::Task;
use model::{Money, RecordId};
use std::sync::Arc;

/// A task as it stands, with when it is due.
#[derive(Clone, PartialEq)]
pub struct Known {
    /// The task.
    pub task: Arc<Kept<Task>>,
    /// When it is due; none if its systems are gone.
    pub next: Option<Next>,
    /// The answers to it.
    pub answers: Vec<Answer>,
}

impl Known {
    fn of(desk: Desk, id: RecordId) -> Option<Self> {
        let task = desk.library.find::<Task>(id)?;
        let ledger = ledger(&desk.library);
        let next = stands(&desk.library, &task.letter).then(|| next(&desk.library, &ledger, &task));
        let answers = ledger.of(id).to_vec();
        Some(Self { task, next, answers })
    }
}

/// A task, or that it is gone.
#[component]
pub fn TaskPage(
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let known = Memo::new(move |_| Known::of(desk, id));
    dynamic(move || match known.get() {
        Some(known) => view! { <Found known /> }.into_any(),
        None => {
            let words = desk.words();
            let back = ("/plan".to_owned(), words.common().back.to_owned());
            view! {
                <Page title=words.frame().not_found back named=true>
                    <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.frame().not_found text=words.plan().gone />
                </Page>
            }
            .into_any()
        }
    })
}

#[component]
fn Found(known: Known) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.plan();
    let task = known.task.clone();
    let letter = task.letter.clone();
    let trail = vec![("/plan".to_owned(), words.frame().plan.to_owned())];
    let edit = desk.may(Action::Write).then(|| {
        view! { <LinkButton label=words.common().edit href=format!("/tasks/{}/edit", task.id) weight=Weight::Quiet glyph=Glyph::PENCIL /> }
    });
    let text = |title: &'static str, text: &str| {
        let text = text.to_owned();
        (!text.is_empty()).then(|| view! { <Section title><p class="system-page__notes">{text}</p></Section> })
    };
    let steps: Vec<String> = letter.how_to.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let steps = (!steps.is_empty()).then(|| {
        let steps = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
        view! { <Section title=said.how_to><ol class="plan-task__steps">{steps}</ol></Section> }
    });
    let parts = (!letter.parts.is_empty()).then(|| {
        let part = |part: &model::entry::Part| {
            let many = if part.quantity > 1 { format!("{} × ", words.number(part.quantity)) } else { String::new() };
            let number = if part.number.is_empty() { String::new() } else { format!(" ({})", part.number) };
            view! { <li>{many}{part.name.clone()}{number}</li> }
        };
        let parts = letter.parts.iter().map(part).collect_view();
        view! { <Section title=said.parts><ul class="plan-task__parts">{parts}</ul></Section> }
    });
    let back = ("/plan".to_owned(), words.common().back.to_owned());
    view! {
        <Page title=letter.title.clone() back named=true trail class="stack stack--loose" actions=edit.into_any()>
            {standing(desk, &known)}
            <Acts known=known.clone() />
            <Facts lines=facts(desk, &known) />
            {text(said.why, &letter.why)}
            {steps}
            {parts}
            {text(said.notes, &letter.notes)}
            <History known />
        </Page>
    }
}

/// Whether it is due, in a word and why.
fn standing(desk: Desk, known: &Known) -> AnyView {
    let words = desk.words();
    let said = words.plan();
    match known.next {
        None => orphan(desk, &known.task),
        Some(Next::Never) => view! { <p><Status tone=Tone::Good word=said.never /></p> }.into_any(),
        Some(Next::Unknown) => view! { <p><Status tone=Tone::Unknown word=said.no_reading /></p> }.into_any(),
        Some(Next::Due(due)) => {
            let today = desk.today();
            let day = words.day(due.by);
            let missed = schedule::missed(&known.task.letter, due, today);
            let missed = (missed > 1).then(|| format!(" · {}", (said.missed)(missed)));
            if due.is_late(today) {
                view! { <p><Status tone=Tone::Bad word=said.late /> " " {(said.late_since)(&day)} {missed}</p> }
                    .into_any()
            } else {
                view! { <p><Status tone=Tone::Info word=(said.due_on)(&day) /></p> }.into_any()
            }
        }
    }
}

/// The task of a system that is gone: it waits, can be brought back with its system, or deleted.
fn orphan(desk: Desk, task: &Arc<Kept<Task>>) -> AnyView {
    let words = desk.words();
    let said = words.plan();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let shelf = desk.library.shelf::<System>();
    let deleted: Vec<RecordId> = task.letter.systems.iter().copied().filter(|id| !shelf.contains_key(id)).collect();
    let restore = deleted.first().copied().map(|system| {
        let press = Callback::new(move |()| undo::tell(desk, toaster, record::restore::<System>(desk, system)));
        view! { <Button label=said.restore_system weight=Weight::Small glyph=Glyph::UNDO_2 on_press=press /> }
    });
    let (id, name) = (task.id, task.letter.title.clone());
    let delete = Callback::new(move |()| {
        let go = navigate.clone();
        undo::delete::<Task>(desk, toaster, id, name.clone(), move || go("/plan", Default::default()));
    });
    let moves = replaced::moves(desk, task);
    let restore = restore.filter(|_| moves.is_none());
    let actions = desk.may(Action::Write).then(|| {
        view! { {moves} {restore} <Button label=said.delete weight=Weight::Small glyph=Glyph::TRASH on_press=delete /> }
    });
    view! { <Notice kind=NoticeKind::Warn title=said.orphan body=said.orphan_lead actions=actions.into_any() /> }
        .into_any()
}

fn facts(desk: Desk, known: &Known) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.plan();
    let task = &known.task.letter;
    let due = match known.next {
        Some(Next::Due(due)) if due.by != due.due => (said.put_off_until)(&words.day(due.by), &words.day(due.due)),
        Some(Next::Due(due)) => words.day(due.by),
        _ => String::new(),
    };
    let money = |cents: i64| words.money_round(&Money::rand(cents));
    let cost = forecast::cost(task, &known.answers).map(|cost| {
        let figure = (said.range)(&money(cost.min_cents), &money(cost.max_cents));
        FactLine::words(said.cost, figure).noted(if cost.own {
            paid_before(desk, &known.answers)
        } else {
            said.expected.to_owned()
        })
    });
    let round = FactLine::words(said.comes_round, words.recurrence(task.recurrence.as_ref()));
    let lines = [
        (!due.is_empty()).then(|| FactLine::words(said.due, due)),
        Some(round),
        interval(desk, task).map(|source| FactLine::words(said.interval_name, source)),
        Some(FactLine::words(said.who, who(desk, task))),
        cost,
        Some(systems(desk, task)).filter(|names| !names.is_empty()).map(|names| FactLine::words(said.systems, names)),
        task.lead_days.filter(|days| *days > 0).map(|days| FactLine::words(said.lead, (said.lead_days)(days))),
    ];
    lines.into_iter().flatten().collect()
}

/// That a cost is what was paid before, and when that was the last time.
fn paid_before(desk: Desk, answers: &[Answer]) -> String {
    let paid = answers.iter().rev().find(|answer| answer.what == What::Done && answer.cost_cents > 0);
    (desk.words().plan().paid_before)(&paid.map(|paid| desk.words().day(paid.on)).unwrap_or_default())
}
