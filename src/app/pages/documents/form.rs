//! Writing a paper down: its file, what it is, what it is about and what it says.

mod questions;

use super::boxes::{Boxes, Draft};
use crate::data::Kept;
use crate::deeds::Trouble;
use crate::deeds::act::Act;
use crate::desk::{Desk, use_desk};
use crate::pages::NotFound;
use crate::pages::form::{Form, FormPage};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::RecordId;
use model::document::Document;
use questions::Questions;
use std::sync::Arc;

/// The form of a paper.
#[lazy]
pub fn document_form() -> Draw {
    || {
        let desk = use_desk();
        let id = use_params_map().with_untracked(|params| params.get("id"));
        let Some(id) = id else { return view! { <Written known=None /> }.into_any() };
        match id.parse::<RecordId>().ok().and_then(|id| untrack(|| desk.library.find::<Document>(id))) {
            Some(paper) => view! { <Written known=Some(paper) /> }.into_any(),
            None => view! { <NotFound /> }.into_any(),
        }
    }
}

/// A new paper as the address begins it: `?type=invoice&system=…&contact=…`.
fn fresh() -> Document {
    use_query_map().with_untracked(|query| Document {
        sort: query.get("type").and_then(|sort| sort.parse().ok()).unwrap_or_default(),
        systems: query.get("system").and_then(|system| system.parse().ok()).into_iter().collect(),
        contact: query.get("contact").and_then(|contact| contact.parse().ok()),
        ..Document::default()
    })
}

#[component]
fn Written(known: Option<Arc<Kept<Document>>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let form = Form::new();
    let before = known.as_ref().map_or_else(fresh, |paper| paper.letter.clone());
    let boxes = Boxes::of(&before, words);
    let id = known.map(|paper| paper.id);
    let (title, back) = match id {
        None => (words.document().title_new, "/documents".to_owned()),
        Some(id) => (words.document().title_edit, format!("/documents/{id}")),
    };
    let navigate = use_navigate();
    let on_save = Callback::new(move |()| {
        let navigate = navigate.clone();
        match boxes.draft(&before) {
            Err(faults) => form.show(faults),
            Ok(draft) => form.run(save(desk, id, before.clone(), draft), move |id: RecordId| {
                navigate(&format!("/documents/{id}"), NavigateOptions { replace: true, ..Default::default() });
            }),
        }
    });
    view! {
        <FormPage title back form on_save>
            <Questions boxes form />
        </FormPage>
    }
}

/// Writes it, with the contact that was named for the first time; its id.
async fn save(desk: Desk, id: Option<RecordId>, before: Document, draft: Draft) -> Result<RecordId, Trouble> {
    let mut act = Act::new();
    let mut paper = draft.paper;
    if let Some(contact) = draft.contact {
        paper.contact = Some(act.add(&contact));
    }
    let id = match id {
        None => act.add(&paper),
        Some(id) => {
            act.change(id, &before, &paper);
            id
        }
    };
    act.perform(desk).await?;
    Ok(id)
}
