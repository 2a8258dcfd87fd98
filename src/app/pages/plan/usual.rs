//! What the home's systems usually need: proposals, each with its interval and where that comes from, taken into the plan with one tap.

use super::replaced;
use crate::browser::{focus, timer};
use crate::components::{
    Button, Empty, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Skeleton, Weight, dynamic,
};
use crate::data::{Kept, by_name};
use crate::deeds::act::Act;
use crate::deeds::catalogue;
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, undo, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::access::Action;
use model::season::Region;
use model::system::System;
use model::task::Task;
use model::usual_care::UsualCare;
use model::{Date, RecordId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The proposals for one system that the address names, or for all.
#[component]
pub fn UsualPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.plan();
    let query = use_query_map();
    let only = Memo::new(move |_| query.with(|query| query.get("system")).and_then(|id| id.parse::<RecordId>().ok()));
    let found = RwSignal::new(None::<Option<Arc<UsualCare>>>);
    let look = Callback::new(move |()| {
        found.set(None);
        leptos::task::spawn_local(async move {
            let care = catalogue::care(desk).await.map(Arc::new);
            // The page may have been left meanwhile.
            let _ = found.try_set(Some(care));
        });
    });
    look.run(());
    let back = move || match only.get_untracked() {
        Some(system) => (format!("/systems/{system}"), words.common().back.to_owned()),
        None => ("/plan".to_owned(), words.common().back.to_owned()),
    };
    view! {
        <Page title=said.usual back=back() named=true class="stack stack--loose">
            {dynamic(move || match found.get() {
                None => view! { <Skeleton label=words.common().loading /> }.into_any(),
                Some(None) => {
                    let again = view! { <Button label=words.common().retry weight=Weight::Small on_press=look /> };
                    view! { <Notice kind=NoticeKind::Warn title=said.usual_missing actions=again.into_any() /> }.into_any()
                }
                Some(Some(care)) => proposals(desk, &care, only.get()),
            })}
        </Page>
    }
}

fn proposals(desk: Desk, care: &UsualCare, only: Option<RecordId>) -> AnyView {
    let words = desk.words();
    let said = words.plan();
    let region = desk.library.property().and_then(|home| Region::of(&home.letter));
    let today = desk.today();
    let systems = desk.library.shelf::<System>();
    let wanted = systems.values().filter(|system| system.letter.in_use() && only.is_none_or(|id| id == system.id));
    let known: Vec<_> = wanted.filter(|system| !care.tasks(system.letter.sort).is_empty()).collect();
    if known.is_empty() {
        let set_up = view! { <LinkButton label=said.usual_setup href="/setup" weight=Weight::Primary /> }.into_any();
        return view! { <Empty glyph=Glyph::LIST_CHECKS title=said.usual text=said.usual_none action=set_up /> }
            .into_any();
    }
    let sections = by_name(known, |system| &system.letter.name).into_iter().map(|system| {
        let left = left(desk, care, &system, region, today);
        of_system(desk, &system, left)
    });
    view! {
        <p class="soft">{said.usual_lead}</p>
        {sections.collect_view()}
    }
    .into_any()
}

/// What is proposed for a system and not in the plan yet.
fn left(desk: Desk, care: &UsualCare, system: &Kept<System>, region: Option<Region>, today: Date) -> Vec<Task> {
    let tasks = desk.library.shelf::<Task>();
    let has: BTreeSet<String> = tasks
        .values()
        .filter(|task| task.letter.systems.iter().any(|id| *id == system.id || replaced::is_heir(desk, *id, system.id)))
        .map(|task| task.letter.catalogue.clone())
        .collect();
    let new = care.tasks(system.letter.sort).iter().filter(|usual| !has.contains(&usual.key));
    new.map(|usual| usual.task(system.id, &system.letter, region, today)).collect()
}

fn of_system(desk: Desk, system: &Kept<System>, left: Vec<Task>) -> AnyView {
    let said = desk.words().plan();
    let may = desk.may(Action::Write);
    let title = system.letter.name.clone();
    let id = place(system.id);
    let left_over = replaced::offer(desk, system);
    if left.is_empty() {
        // The focus comes here once the last one was accepted.
        return view! {
            <div id=id><Section title>{left_over}<p class="soft" tabindex="-1">{said.all_accepted}</p></Section></div>
        }
        .into_any();
    }
    let count = left.len();
    let rows =
        (0..).zip(&left).map(|(at, task)| proposal(desk, task.clone(), may, (system.id, at))).collect::<Vec<_>>();
    let all = (may && count > 1).then(|| accept(desk, (said.accept_all)(count), left, Weight::Quiet, (system.id, 0)));
    view! {
        <div id=id>
            <Section title count=Signal::derive(move || count)>
                {left_over}
                <Rows>{rows}</Rows>
                {all.map(|all| view! { <p class="actions paperless">{all}</p> })}
            </Section>
        </div>
    }
    .into_any()
}

/// Where the proposals for a system stand.
fn place(system: RecordId) -> String {
    format!("usual-{system}")
}

/// Puts the focus on the proposal that moved up into that place, else on the last one, else on what says that there are no more.
async fn go_on((system, at): (RecordId, usize)) {
    timer::wait(0).await;
    let place = place(system);
    let next = format!("#{place} li:nth-child({}) button", at + 1);
    for selector in [next, format!("#{place} li:last-child button"), format!("#{place} [tabindex]")] {
        if focus::now(&selector) {
            return;
        }
    }
}

fn proposal(desk: Desk, task: Task, may: bool, at: (RecordId, usize)) -> AnyView {
    let words = desk.words();
    let said = words.plan();
    let first = task.due.map(|due| (said.first)(&words.day(due))).unwrap_or_default();
    let who = if task.trade.is_empty() { said.yourself.to_owned() } else { task.trade.clone() };
    let when = format!("{} · {first} · {who}", words.recurrence(task.recurrence.as_ref()));
    let source = (said.interval)(task.interval_basis, &task.interval_source);
    let text = view! {
        <span>{task.why.clone()}</span>
        <span class="plan__reason">{when}</span>
        <span class="plan__reason">{source}</span>
    };
    let lead = view! { <Icon glyph=Glyph::REPEAT /> }.into_any();
    let title = task.title.clone();
    let actions = if may { accept(desk, said.accept.to_owned(), vec![task], Weight::Small, at) } else { ().into_any() };
    view! { <Row title lead text=text.into_any() actions /> }.into_any()
}

/// The button that takes tasks into the plan, all of them in one act.
fn accept(desk: Desk, label: String, tasks: Vec<Task>, weight: Weight, at: (RecordId, usize)) -> AnyView {
    let toaster = use_toaster();
    let press = Callback::new(move |()| {
        let said = desk.words().plan();
        let mut act = Act::new();
        for task in &tasks {
            act.add(task);
        }
        let told = match &tasks[..] {
            [one] => (said.accepted)(&one.title),
            several => (said.accepted_all)(several.len()),
        };
        undo::tell(desk, toaster, async move {
            act.perform(desk).await?;
            toaster.say(told);
            go_on(at).await;
            Ok(())
        });
    });
    view! { <Button label weight glyph=Glyph::PLUS on_press=press /> }.into_any()
}
