//! The home screen: what needs the person now, what is coming, what was done last. What stands beside and below it is the outlook.

use super::frame::{HomeSwitch, SyncBadge};
use super::line::{Line, line};
use super::outlook::{Place, engine_progress, outlook_at};
use crate::browser::headline;
use crate::components::{
    Empty, Glyph, LinkButton, Row, Rows, Section, Status, StatusMark, Tone, Weight, When, dynamic, whenever,
};
use crate::data::{Attention, Coming, attention};
use crate::desk::{Desk, use_desk};
use crate::route::fetched;
use leptos::prelude::*;
use model::access::Action;

/// Entries under "latest".
const LATEST_MAX: usize = 6;

/// The home screen.
#[component]
pub fn Home() -> impl IntoView {
    let desk = use_desk();
    let needs = Memo::new(move |_| attention(&desk.library, desk.today()));
    let is_empty = move || desk.library.entries.with(|entries| entries.is_empty());
    let part = |load| fetched(Signal::stored(true), load);
    whenever(move || {
        let words = desk.words();
        let name = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
        crate::browser::page::set_title(&format!("{name} · {}", words.common().product));
        // Before all is read nothing is said of what needs the person, and what was said last stands.
        if desk.visiting.get_untracked() || !desk.library.whole.get() {
            return;
        }
        headline::keep(&format!("{name}\n{}", head(desk, &needs.read())));
        crate::pwa::badge::set(needs.with(Attention::urgent) + desk.decisions.get());
    });
    view! {
        <header class="top-bar">
            <div class="top-bar__lead top-bar__home"><HomeSwitch /></div>
            <SyncBadge />
            <LinkButton label=desk.words().home().search href="/logbook?search" weight=Weight::Quiet glyph=Glyph::SEARCH icon_only=true />
            <span class="home__settings">
                <LinkButton label=desk.words().frame().settings href="/settings" weight=Weight::Quiet glyph=Glyph::SETTINGS icon_only=true />
            </span>
        </header>
        <main id="main" tabindex="-1">
            <div class="page page--wide home">
                <header class="home__head">
                    <h1>{dynamic(move || match desk.visiting.get_untracked() || desk.library.whole.get() {
                        true => needs.with(|needs| head(desk, needs)),
                        false => headline::kept(),
                    })}</h1>
                    {fetched(Signal::derive(move || desk.status.read().first_sync.is_some()), || Box::pin(engine_progress()))}
                </header>
                <div class="columns">
                    <div class="stack stack--loose">
                        <When is=Signal::derive(move || is_empty() && desk.may(Action::Add))><First /></When>
                        <Urgent needs />
                        {part(|| Box::pin(outlook_at(Place::Decisions)))}
                        <Next needs />
                        {part(|| Box::pin(outlook_at(Place::Papers)))}
                        <When is=Signal::derive(move || !is_empty())><Latest /></When>
                    </div>
                    {part(|| Box::pin(outlook_at(Place::Beside)))}
                </div>
            </div>
        </main>
    }
}

/// The headline: how many things need the person, or that nothing does.
fn head(desk: Desk, needs: &Attention) -> String {
    let words = desk.words();
    match needs.urgent() + desk.decisions.get() {
        _ if desk.visiting.get_untracked() => words.frame().logbook.to_owned(),
        0 => words.home().calm.to_owned(),
        urgent => (words.home().needs_you)(urgent),
    }
}

/// An empty logbook: one example, one button.
#[component]
fn First() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let action =
        view! { <LinkButton label=words.home().empty_action href="/add" weight=Weight::Primary glyph=Glyph::CAMERA /> };
    view! { <Empty glyph=Glyph::NOTEBOOK_PEN title=words.home().empty_title text=words.home().empty_lead action=action.into_any() /> }
}

/// Open faults by severity, then what is overdue.
#[component]
fn Urgent(needs: Memo<Attention>) -> impl IntoView {
    let desk = use_desk();
    let count = Signal::derive(move || needs.with(Attention::urgent));
    let rows = move || {
        let words = desk.words();
        let Attention { faults, overdue, .. } = needs.get();
        let faults = faults.into_iter().map(|fault| {
            let severity = fault.letter.severity.map_or(words.home().open_fault, |severity| (words.choice().severity)(severity));
            let when = fault.letter.when.map(|when| words.date(when)).unwrap_or_default();
            let text = view! { <Status tone=Tone::Bad word=severity bare=true /> " " {super::line::meta(desk, &fault.letter)} " · " {when} };
            let repair = allowed(desk, Action::Add, words.home().log_repair, format!("/add?settles={}", fault.root));
            let lead = view! { <StatusMark tone=Tone::Bad /> }.into_any();
            view! { <Row title=fault.letter.title.clone() href=format!("/logbook/{}", fault.root) lead text=text.into_any() actions=repair /> }
        });
        let overdue = overdue.into_iter().map(|Coming { task, due }| {
            let due = (words.home().due)(&words.day(due.by));
            let text = view! { <Status tone=Tone::Bad word=words.home().overdue bare=true /> " " {due} };
            let done = allowed(desk, Action::Write, words.home().log_done, format!("/add?task={}", task.id));
            let lead = view! { <StatusMark tone=Tone::Bad /> }.into_any();
            view! { <Row title=task.letter.title.clone() href=format!("/tasks/{}", task.id) lead text=text.into_any() actions=done /> }
        });
        view! { {faults.collect_view()} {overdue.collect_view()} }
    };
    view! {
        <When is=Signal::derive(move || count.get() != 0)>
            <Section title=desk.words().home().needs_now count=count>
                {dynamic(move || (needs.with(|needs| !needs.faults.is_empty()) && !desk.visiting.get()).then(|| view! {
                    <LinkButton label=desk.words().home().emergency href="/emergency" glyph=Glyph::ZAP />
                }))}
                <Rows>{dynamic(rows)}</Rows>
            </Section>
        </When>
    }
}

/// A small button that leads somewhere, for who may do that there.
pub fn allowed(desk: Desk, action: Action, label: &'static str, href: String) -> AnyView {
    if !desk.may(action) {
        return ().into_any();
    }
    view! { <LinkButton label href weight=Weight::Small /> }.into_any()
}

/// Tasks of the next thirty days.
#[component]
fn Next(needs: Memo<Attention>) -> impl IntoView {
    let desk = use_desk();
    let rows = move || {
        let words = desk.words();
        let row = |Coming { task, due }: Coming| {
            let due = due.by;
            let lead = view! { <b>{due.day()}</b> }.into_any();
            view! { <Row title=task.letter.title.clone() href=format!("/tasks/{}", task.id) lead text=words.day(due).into_any() /> }
        };
        needs.get().next.into_iter().map(row).collect_view()
    };
    view! {
        <When is=Signal::derive(move || needs.with(|needs| !needs.next.is_empty()))>
            <Section title=desk.words().home().next_30_days more=(desk.words().home().all_tasks.to_owned(), "/tasks".to_owned())>
                <Rows>{dynamic(rows)}</Rows>
            </Section>
        </When>
    }
}

/// The latest entries.
#[component]
fn Latest() -> impl IntoView {
    let desk = use_desk();
    let latest = Memo::new(move |_| {
        desk.library.entries.with(|entries| entries.iter().take(LATEST_MAX).cloned().collect::<Vec<_>>())
    });
    let lines = move || {
        latest
            .get()
            .into_iter()
            .map(|entry| {
                let line = line(desk, &entry);
                view! { <Line entry line /> }
            })
            .collect_view()
    };
    view! {
        <Section title=desk.words().home().latest more=(desk.words().home().all_entries.to_owned(), "/logbook".to_owned())>
            <ol class="timeline__entries">{dynamic(lines)}</ol>
        </Section>
    }
}
