//! What the firm is registered as and insured for: body, number, last day and the paper behind it. Clients see it as what the firm says of itself.

use super::photos::PhotosField;
use super::typed::day_text;
use crate::components::{Button, Glyph, TextField, Weight, dynamic};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::portal::Registration;
use model::{FileRef, SpaceId};

/// The boxes of one registration.
#[derive(Clone, Copy, PartialEq)]
pub struct RegistrationBoxes {
    body: RwSignal<String>,
    number: RwSignal<String>,
    expires: RwSignal<String>,
    files: RwSignal<Vec<FileRef>>,
}

impl RegistrationBoxes {
    /// The boxes with a registration in them.
    pub fn of(registration: Registration) -> Self {
        Self {
            body: RwSignal::new(registration.body),
            number: RwSignal::new(registration.number),
            expires: RwSignal::new(day_text(registration.expires)),
            files: RwSignal::new(registration.file.into_iter().collect()),
        }
    }

    /// What stands in them, nothing in empty ones; tracks them.
    pub fn read(self) -> Option<Registration> {
        let registration = Registration {
            body: normal(&self.body.get()),
            number: normal(&self.number.get()),
            // A date box gives a day or nothing.
            expires: self.expires.get().parse().ok(),
            file: self.files.get().first().cloned(),
        };
        (registration != Registration::default()).then_some(registration)
    }
}

/// The registrations, and the way to one more.
#[component]
pub fn RegistrationsField(
    /// Their boxes.
    registrations: RwSignal<Vec<RegistrationBoxes>>,
    /// The form that they belong to.
    form: Form,
    /// The job whose paper names them.
    space: SpaceId,
) -> impl IntoView {
    let said = use_desk().words().job();
    let add = Callback::new(move |()| {
        registrations.update(|all| all.push(RegistrationBoxes::of(Registration::default())));
    });
    let each = move || {
        let all = registrations.get().into_iter().enumerate();
        all.map(|(at, boxes)| view! { <One at boxes registrations form space /> }).collect_view()
    };
    view! {
        <p class="small soft">{said.registration_hint}</p>
        {dynamic(each)}
        <div><Button label=said.add_registration glyph=Glyph::PLUS on_press=add /></div>
    }
}

#[component]
fn One(
    at: usize,
    boxes: RegistrationBoxes,
    registrations: RwSignal<Vec<RegistrationBoxes>>,
    form: Form,
    space: SpaceId,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let optional = words.common().optional;
    let remove = Callback::new(move |()| registrations.update(|all| all.retain(|other| *other != boxes)));
    view! {
        <fieldset class="trade__line stack stack--tight">
            <legend class="trade__legend">{(said.registration_of)(at + 1)}</legend>
            <div class="pair">
                <TextField label=said.body value=boxes.body error=form.error("provider.registrations.body") />
                <TextField label=said.registration value=boxes.number error=form.error("provider.registrations.number") />
            </div>
            <TextField label=said.registration_until optional value=boxes.expires kind="date" error=form.error("provider.registrations.expires") />
            <PhotosField label=said.registration_file space files=boxes.files papers=true />
            <div><Button label=said.remove_registration glyph=Glyph::X weight=Weight::Quiet on_press=remove /></div>
        </fieldset>
    }
}
