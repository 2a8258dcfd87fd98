//! Writing a system down: a new one, one there is, or one that takes the place of another.

mod boxes;
mod questions;

use super::form::{Form, FormPage};
use super::{NotFound, use_toaster};
use crate::data::Kept;
use crate::deeds::act::Act;
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
use boxes::{Boxes, Draft};
pub use boxes::{free_name, place_of};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_params_map, use_query_map};
use model::system::System;
use model::{PartialDate, RecordId};
use questions::Questions;
use std::sync::Arc;

/// The form of a system.
#[lazy]
pub fn system_form() -> Draw {
    || view! { <Asked /> }.into_any()
}

/// What is being written.
#[derive(Clone)]
enum Task {
    New(Box<System>),
    Edit(Arc<Kept<System>>),
    Replace(Arc<Kept<System>>),
}

/// Finds out from the address what is being written.
#[component]
fn Asked() -> impl IntoView {
    let desk = use_desk();
    let id = use_params_map().with_untracked(|params| params.get("id"));
    let replaces = use_location().pathname.with_untracked(|path| path.ends_with("/replace"));
    let task = match id {
        None => Some(Task::New(Box::new(fresh()))),
        Some(id) => {
            let known = id.parse::<RecordId>().ok().and_then(|id| untrack(|| desk.library.find::<System>(id)));
            known.map(|system| if replaces { Task::Replace(system) } else { Task::Edit(system) })
        }
    };
    match task {
        Some(task) => view! { <Written task /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

/// A new system as the address begins it: `?type=geyser&zone=…&parent=…`.
fn fresh() -> System {
    use_query_map().with_untracked(|query| System {
        sort: query.get("type").and_then(|sort| sort.parse().ok()).unwrap_or_default(),
        zone: query.get("zone").and_then(|zone| zone.parse().ok()),
        parent: query.get("parent").and_then(|parent| parent.parse().ok()),
        ..System::default()
    })
}

#[component]
fn Written(task: Task) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let form = Form::new();
    let boxes = Boxes::of(desk, &start(&task, desk), is_chosen(&task));
    let (title, back, lead) = match &task {
        Task::New(_) => (words.system_form().title_new, "/systems".to_owned(), None),
        Task::Edit(system) => (words.system_form().title_edit, format!("/systems/{}", system.id), None),
        Task::Replace(old) => {
            let lead = (words.system_form().replace_lead)(&old.letter.name);
            (words.system_form().title_replace, format!("/systems/{}", old.id), Some(lead))
        }
    };
    let known = match &task {
        Task::Edit(system) => Some(system.id),
        Task::New(_) | Task::Replace(_) => None,
    };
    let toaster = use_toaster();
    let navigate = use_navigate();
    let on_save = Callback::new(move |()| {
        let (task, navigate) = (task.clone(), navigate.clone());
        match boxes.draft(desk, &start(&task, desk)) {
            Err(faults) => form.show(faults),
            Ok(draft) => {
                let words = desk.words();
                let said = match &task {
                    Task::New(_) => Some((words.system_form().added)(&draft.system.name)),
                    Task::Replace(old) => Some((words.system_form().replaced)(&old.letter.name)),
                    Task::Edit(_) => None,
                };
                form.run(save(desk, task, draft), move |id: RecordId| {
                    navigate(&format!("/systems/{id}"), NavigateOptions { replace: true, ..Default::default() });
                    if let Some(said) = said {
                        toaster.say(said);
                    }
                });
            }
        }
    });
    view! {
        <FormPage title back form on_save>
            {lead.map(|lead| view! { <p class="soft">{lead}</p> })}
            <Questions boxes form known />
        </FormPage>
    }
}

/// Whether the type is known already.
fn is_chosen(task: &Task) -> bool {
    match task {
        Task::New(_) => use_query_map().with_untracked(|query| query.get("type").is_some()),
        Task::Edit(_) | Task::Replace(_) => true,
    }
}

/// What the boxes start from. What takes the place of another stands where that stood and is called the same.
fn start(task: &Task, desk: Desk) -> System {
    match task {
        Task::New(system) => (**system).clone(),
        Task::Edit(system) => system.letter.clone(),
        Task::Replace(old) => System {
            name: old.letter.name.clone(),
            sort: old.letter.sort,
            zone: old.letter.zone,
            parent: old.letter.parent,
            shut_off: old.letter.shut_off.clone(),
            installed: Some(PartialDate::day(desk.today())),
            ..System::default()
        },
    }
}

/// Writes it, with the zone and the contact that were named for the first time; its id.
async fn save(desk: Desk, task: Task, draft: Draft) -> Result<RecordId, crate::deeds::Trouble> {
    let mut act = Act::new();
    let mut system = draft.system;
    if let Some(zone) = draft.zone {
        system.zone = Some(act.add(&zone));
    }
    if let Some(contact) = draft.contact {
        system.fitted_by = Some(act.add(&contact));
    }
    let id = match task {
        Task::New(_) => act.add(&system),
        Task::Edit(before) => {
            act.change(before.id, &before.letter, &system);
            before.id
        }
        Task::Replace(old) => {
            let id = act.add(&system);
            let removed = old.letter.removed.or(system.installed).or(Some(PartialDate::day(desk.today())));
            let retired = System { replaced_by: Some(id), removed, ..old.letter.clone() };
            act.change(old.id, &old.letter, &retired);
            id
        }
    };
    act.perform(desk).await?;
    Ok(id)
}
