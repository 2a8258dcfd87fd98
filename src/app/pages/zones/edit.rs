//! The form of a zone.

use super::boxes::{Boxes, Questions};
use crate::components::{AreaField, Button, Glyph, Weight};
use crate::data::Kept;
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::form::{Form, FormPage};
use crate::pages::{NotFound, undo, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use model::RecordId;
use model::canonical::normal;
use model::zone::Zone;
use std::sync::Arc;

/// The form of a zone.
pub fn zone_form() -> Draw {
    || {
        let desk = use_desk();
        let id = use_params_map().with_untracked(|params| params.get("id"));
        let id = id.and_then(|id| id.parse::<RecordId>().ok());
        match id.and_then(|id| untrack(|| desk.library.find::<Zone>(id))) {
            Some(zone) => view! { <Edit zone /> }.into_any(),
            None => view! { <NotFound /> }.into_any(),
        }
    }
}

#[component]
fn Edit(zone: Arc<Kept<Zone>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let form = Form::new();
    let boxes = Boxes::of(&zone.letter);
    let notes = RwSignal::new(zone.letter.notes.clone());
    let id = zone.id;
    let name = zone.letter.name.clone();
    let navigate = use_navigate();
    let leave = Callback::new(move |()| {
        navigate("/zones", NavigateOptions { replace: true, ..Default::default() });
    });
    let on_save = Callback::new(move |()| {
        let before = zone.letter.clone();
        let after = Zone { notes: notes.with_untracked(|notes| normal(notes)), ..boxes.zone(&before) };
        form.run(async move { record::change(desk, id, &before, &after).await }, move |()| leave.run(()));
    });
    let delete = Callback::new(move |()| undo::delete::<Zone>(desk, toaster, id, name.clone(), move || leave.run(())));
    view! {
        <FormPage title=words.zone().edit back="/zones" form on_save>
            <Questions boxes form known=Some(id) />
            <AreaField label=words.field().notes optional=words.common().optional value=notes error=form.error("notes") />
            <div class="stack stack--tight">
                <p class="small soft">{words.zone().delete_hint}</p>
                <p><Button label=words.field().delete weight=Weight::Danger glyph=Glyph::TRASH on_press=delete /></p>
            </div>
        </FormPage>
    }
}
