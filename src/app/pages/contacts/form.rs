//! Writing a contact down.

use super::boxes::{Boxes, RegistrationBoxes};
use crate::components::{AreaField, Button, Chip, Choice, Glyph, Icon, TextField, Weight, dynamic};
use crate::data::Kept;
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::NotFound;
use crate::pages::form::{Form, FormPage};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use model::RecordId;
use model::contact::{Contact, ContactRole};
use std::sync::Arc;

/// The form of a contact.
#[lazy]
pub fn contact_form() -> Draw {
    || {
        let desk = use_desk();
        let id = use_params_map().with_untracked(|params| params.get("id"));
        let Some(id) = id else { return view! { <Written known=None /> }.into_any() };
        match id.parse::<RecordId>().ok().and_then(|id| untrack(|| desk.library.find::<Contact>(id))) {
            Some(contact) => view! { <Written known=Some(contact) /> }.into_any(),
            None => view! { <NotFound /> }.into_any(),
        }
    }
}

#[component]
fn Written(known: Option<Arc<Kept<Contact>>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let form = Form::new();
    let before = known.as_ref().map(|contact| contact.letter.clone()).unwrap_or_default();
    let boxes = Boxes::of(&before);
    let id = known.map(|contact| contact.id);
    let (title, back) = match id {
        None => (words.contact().title_new, "/contacts".to_owned()),
        Some(id) => (words.contact().title_edit, format!("/contacts/{id}")),
    };
    let navigate = use_navigate();
    let on_save = Callback::new(move |()| {
        let (navigate, before) = (navigate.clone(), before.clone());
        let after = boxes.contact(&before);
        let write = async move {
            match id {
                Some(id) => record::change(desk, id, &before, &after).await.map(|()| id),
                None => record::add(desk, &after).await,
            }
        };
        form.run(write, move |id| {
            navigate(&format!("/contacts/{id}"), NavigateOptions { replace: true, ..Default::default() });
        });
    });
    view! {
        <FormPage title back form on_save>
            <Questions boxes form />
        </FormPage>
    }
}

/// The questions.
#[component]
fn Questions(boxes: Boxes, form: Form) -> impl IntoView {
    let words = use_desk().words();
    let said = words.contact();
    let optional = words.common().optional;
    let role =
        |role: &ContactRole| Chip { value: *role, name: (words.choice().contact)(*role).to_owned(), glyph: None };
    let roles = ContactRole::ALL.iter().map(role).collect();
    // What an address looks like helps more than that it cannot be read.
    let email_error = form.error("email");
    let email_error = Signal::derive(move || email_error.get().map(|_| said.email_wrong.to_owned()));
    view! {
        <Choice legend=said.role options=roles value=boxes.role />
        <TextField label=said.name placeholder=said.name_example value=boxes.name error=form.error("name") />
        <div class="pair">
            <TextField label=said.trade optional placeholder=said.trade_example value=boxes.trade error=form.error("trade") />
            <TextField label=said.person optional value=boxes.person error=form.error("person") />
        </div>
        <div class="pair">
            <TextField label=said.phone optional kind="tel" value=boxes.phone error=form.error("phone") />
            <TextField label=said.email optional kind="email" value=boxes.email error=email_error />
        </div>
        <TextField label=said.address optional value=boxes.address error=form.error("address") />
        <Registrations boxes form />
        <AreaField label=words.field().notes optional value=boxes.notes error=form.error("notes") />
    }
}

/// What they are registered as, line by line.
#[component]
fn Registrations(boxes: Boxes, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let error = form.error("registrations");
    let line = move |each: RegistrationBoxes| {
        let said = &desk.words().contact();
        let remove =
            Callback::new(move |()| boxes.registrations.update(|all| all.retain(|other| other.key != each.key)));
        let label = Signal::derive(move || (desk.words().form().take_off)(&each.body.get()));
        view! {
            <div class="field-line">
                <TextField label=said.body placeholder=said.body_example value=each.body />
                <TextField label=said.number value=each.number />
                <Button label glyph=Glyph::X icon_only=true weight=Weight::Quiet on_press=remove />
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{words.contact().registrations} " " <span class="field__optional">{words.common().optional}</span></legend>
            <p class="field__hint">{words.contact().registrations_hint}</p>
            {dynamic(move || error.get().map(|error| view! { <p class="field__error" role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p> }))}
            <For each=move || boxes.registrations.get() key=|each| each.key children=line />
            <p>
                <Button
                    label=words.contact().another
                    glyph=Glyph::PLUS
                    weight=Weight::Quiet
                    on_press=Callback::new(move |()| boxes.add_registration())
                />
            </p>
        </fieldset>
    }
}
