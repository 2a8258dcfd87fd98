//! One fault: its photos, what became of it, and what can be done.

use super::list::tone;
use crate::components::{
    AreaField, Button, Dialog, Empty, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Status,
    TextField, Tone, Weight,
};
use crate::data::{Standing, open_faults};
use crate::deeds::{fault as deeds, origin};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::gallery::Gallery;
use crate::pages::{Page, meta, use_toaster};
use leptos::prelude::*;
use model::access::Action;
use model::entry::{Entry, EntryType};
use model::task::Task;
use model::{Fault, FaultCode, RecordId};

/// Days in which a task that is made of a fault is usually done.
const DUE_DAYS: u32 = 14;

/// A fault, or that there is none.
#[component]
pub fn FaultPage(
    /// Any version of it.
    id: Option<RecordId>,
) -> impl IntoView {
    let desk = use_desk();
    let fault = Memo::new(move |_| {
        id.and_then(|id| desk.library.entry(id)).filter(|entry| entry.letter.sort == EntryType::Fault)
    });
    let back = move || Some(("/faults".to_owned(), desk.words().common().back.to_owned()));
    move || match fault.get() {
        Some(fault) => view! { <Found fault /> }.into_any(),
        None => {
            let said = desk.words().faults();
            let back = back().unwrap_or_default();
            view! {
                <Page title=said.title back named=true><Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=said.gone text="" /></Page>
            }
            .into_any()
        }
    }
}

#[component]
fn Found(fault: Standing<Entry>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let letter = fault.letter.clone();
    let root = fault.root;
    let is_open = Memo::new(move |_| open_faults(&desk.library).iter().any(|open| open.root == root));
    let when = letter.when.map(|when| words.date(when)).unwrap_or_default();
    let via = origin::via(desk, fault.id).filter(|via| via.label == Some(true));
    let via = via.map(|via| view! { <p class="small soft">{(words.entry().via_label)(&via.name, "")}</p> });
    let status = move || {
        match is_open.get() {
        true => view! { <Status tone=tone(letter.severity) word=(words.choice().severity)(letter.severity.unwrap_or_default()) /> }.into_any(),
        false => view! { <Status tone=Tone::Good word=said.settled /> }.into_any(),
    }
    };
    let card = fault.letter.systems.first().copied();
    let claim =
        view! { <LinkButton label=said.claim href=format!("/faults/{root}/claim") glyph=Glyph::SHIELD_CHECK /> };
    let deeds = fault.clone();
    let acts = move || {
        let can = is_open.get() && desk.may(Action::Write);
        can.then(|| view! { <Acts fault=deeds.clone() /> })
    };
    view! {
        <Page title=said.title back=("/faults".to_owned(), words.common().back.to_owned()) class="stack stack--loose">
            <header class="stack stack--tight">
                <h1>{fault.letter.title.clone()}</h1>
                <p>{status} " " <span class="small">{meta(desk, &fault.letter)} " · " {when}</span></p>
                {via}
            </header>
            <Gallery files=fault.letter.files.clone() lead=true />
            {(!fault.letter.notes.is_empty()).then(|| view! { <p class="entry-page__notes">{fault.letter.notes.clone()}</p> })}
            {acts}
            <div class="actions">
                {claim}
                {card.map(|system| view! { <LinkButton label=said.card href=format!("/emergency/{system}") glyph=Glyph::ZAP /> })}
                <LinkButton label=said.in_logbook href=format!("/logbook/{root}") weight=Weight::Quiet />
            </div>
            <Became root />
        </Page>
    }
}

/// Tasks that were made of it, and the entries that settle it.
#[component]
fn Became(root: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let rows = move || {
        let shelf = desk.library.shelf::<Task>();
        let tasks = shelf.values().filter(|task| task.letter.fault == Some(root)).map(|task| {
            let due = task.letter.due.map(|due| (words.home().due)(&words.day(due))).unwrap_or_default();
            let (tone, word) = if task.letter.done.is_some() { (Tone::Good, words.care().done) } else { (Tone::Warn, said.task) };
            let text = view! { <Status tone word /> " " {due} };
            let lead = view! { <Icon glyph=Glyph::LIST_CHECKS /> }.into_any();
            view! { <Row title=task.letter.title.clone() href=format!("/tasks/{}/edit", task.id) lead text=text.into_any() /> }.into_any()
        });
        let tasks: Vec<AnyView> = tasks.collect();
        let entries: Vec<AnyView> = desk.library.entries.with(|entries| {
            let settling = entries.iter().filter(|entry| entry.letter.settles == Some(root));
            settling.map(|entry| settled_by(desk, entry)).collect()
        });
        if tasks.is_empty() && entries.is_empty() {
            return view! { <p class="soft">{said.waits}</p> }.into_any();
        }
        view! { <Rows>{entries} {tasks}</Rows> }.into_any()
    };
    view! { <Section title=said.became>{rows}</Section> }
}

fn settled_by(desk: Desk, entry: &Standing<Entry>) -> AnyView {
    let words = desk.words();
    let when = entry.letter.when.map(|when| words.date(when)).unwrap_or_default();
    let text = format!("{} · {} · {when}", words.faults().settled_by, (words.choice().entry)(entry.letter.sort));
    let lead = view! { <Icon glyph=Glyph::CHECK /> }.into_any();
    view! { <Row title=entry.letter.title.clone() href=format!("/logbook/{}", entry.root) lead text=text.into_any() /> }
        .into_any()
}

/// What can be done about an open one.
#[component]
fn Acts(fault: Standing<Entry>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let root = fault.root;
    let (planning, settling) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <div class="actions paperless">
            <LinkButton label=words.home().log_repair href=format!("/add?settles={root}") weight=Weight::Primary glyph=Glyph::WRENCH />
            <LinkButton label=said.ask_quote href=format!("/portal/new?fault={root}") />
            <Button label=said.make_task glyph=Glyph::LIST_CHECKS on_press=Callback::new(move |()| planning.set(true)) />
            <Button label=said.settle weight=Weight::Quiet on_press=Callback::new(move |()| settling.set(true)) />
        </div>
        <Plan fault=fault.clone() open=planning />
        <Settle fault open=settling />
    }
}

#[component]
fn Plan(fault: Standing<Entry>, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let toaster = use_toaster();
    let form = Form::new();
    let due = RwSignal::new(desk.today().plus_days(DUE_DAYS).to_string());
    let save = Callback::new(move |()| {
        let (fault, due) = (fault.clone(), due.get_untracked().parse().ok());
        form.run(async move { deeds::make_task(desk, &fault, due).await }, move |_| {
            open.try_set(false);
            toaster.say(said.task_made);
        });
    });
    view! {
        <Dialog open title=said.make_task close=words.common().close>
            <div class="stack">
                <TextField label=said.task_due value=due kind="date" error=form.error("due") />
                <div class="actions">
                    <Button label=said.make_task weight=Weight::Primary busy=form.busy() on_press=save />
                    <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(false)) />
                </div>
            </div>
        </Dialog>
    }
}

#[component]
fn Settle(fault: Standing<Entry>, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let toaster = use_toaster();
    let form = Form::new();
    let reason = RwSignal::new(String::new());
    let save = Callback::new(move |()| {
        let (fault, reason) = (fault.clone(), reason.get_untracked());
        if reason.trim().is_empty() {
            return form.show(vec![Fault::new("notes", FaultCode::Missing)]);
        }
        form.run(async move { deeds::settle(desk, &fault, &reason).await }, move |_| {
            open.try_set(false);
            toaster.say(said.settle_done);
        });
    });
    view! {
        <Dialog open title=said.settle close=words.common().close>
            <div class="stack">
                <Notice kind=NoticeKind::Info title=said.settle_hint />
                <AreaField label=said.settle_reason value=reason error=form.error("notes") />
                <div class="actions">
                    <Button label=said.settle weight=Weight::Primary busy=form.busy() on_press=save />
                    <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(false)) />
                </div>
            </div>
        </Dialog>
    }
}
