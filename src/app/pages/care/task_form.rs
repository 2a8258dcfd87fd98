//! Writing down what is to be done, or changing it.

use crate::components::{AreaField, Button, Combobox, Glyph, TextField, Weight};
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::field::{SystemsField, contacts};
use crate::pages::form::{Form, FormPage};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::RecordId;
use model::canonical::normal;
use model::task::Task;

/// Writing down what is to be done.
#[lazy]
pub fn task_form() -> Draw {
    || view! { <TaskFormPage /> }.into_any()
}

#[component]
fn TaskFormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let id = use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let before = id.and_then(|id| untrack(|| desk.library.find::<Task>(id))).map(|kept| kept.letter.clone());
    let mut start = before.clone().unwrap_or_default();
    if let Some(system) = use_query_map().with_untracked(|query| query.get("system").and_then(|id| id.parse().ok())) {
        start.systems = vec![system];
    }
    let base = start.clone();
    let (title, due) =
        (RwSignal::new(start.title), RwSignal::new(start.due.map(|due| due.to_string()).unwrap_or_default()));
    let (systems, contact) = (RwSignal::new(start.systems), RwSignal::new(start.contact));
    let (typed, notes) = (RwSignal::new(String::new()), RwSignal::new(start.notes));
    let leave =
        Callback::new(move |()| navigate("/tasks", NavigateOptions { replace: true, ..NavigateOptions::default() }));
    let save = move |()| {
        let letter = Task {
            title: normal(&title.get_untracked()),
            due: due.get_untracked().parse().ok(),
            systems: systems.get_untracked(),
            contact: contact.get_untracked(),
            notes: normal(&notes.get_untracked()),
            ..base.clone()
        };
        let before = before.clone();
        let deed = async move {
            match (id, before) {
                (Some(id), Some(before)) => record::change(desk, id, &before, &letter).await,
                _ => record::add(desk, &letter).await.map(drop),
            }
        };
        form.run(deed, move |()| {
            toaster.say(words.care().saved);
            leave.run(());
        });
    };
    let delete = move |id: RecordId| {
        form.run(async move { record::delete::<Task>(desk, id).await }, move |()| {
            let restore = Callback::new(move |()| {
                leptos::task::spawn_local(async move { drop(record::restore::<Task>(desk, id).await) });
            });
            toaster.say_with_undo((words.care().deleted)(&title.get_untracked()), words.common().undo, restore);
            leave.run(());
        });
    };
    let optional = words.common().optional;
    view! {
        <FormPage title=if id.is_some() { words.care().task } else { words.care().add_task } back="/tasks" form on_save=Callback::new(save)>
            <TextField label=words.care().what value=title error=form.error("title") />
            <TextField label=words.care().due value=due kind="date" error=form.error("due") />
            <SystemsField label=words.care().concerns values=systems />
            <Combobox label=words.care().usually optional=optional options=contacts(desk) value=contact typed=typed />
            <AreaField label=words.care().notes value=notes error=form.error("notes") optional=optional />
            {id.map(|id| view! {
                <div><Button label=words.care().delete weight=Weight::Danger glyph=Glyph::TRASH on_press=Callback::new(move |()| delete(id)) /></div>
            })}
        </FormPage>
    }
}
