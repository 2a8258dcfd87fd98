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

/// The fields of a paper that they fill.
const FIELDS: [&str; 3] =
    ["provider.registrations.body", "provider.registrations.number", "provider.registrations.expires"];

/// The boxes of one registration.
#[derive(Clone, Copy, PartialEq)]
pub struct RegistrationBoxes {
    body: RwSignal<String>,
    number: RwSignal<String>,
    expires: RwSignal<String>,
    /// The paper behind it; one at most.
    pub files: RwSignal<Vec<FileRef>>,
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

/// The boxes that say what a registration is.
#[component]
pub fn RegistrationFields(
    /// They.
    boxes: RegistrationBoxes,
    /// What they are called: the body, the number, the last day.
    said: [&'static str; 3],
    /// The fields whose faults are shown at them.
    fields: [&'static str; 3],
    /// A body, as an example.
    #[prop(optional)]
    example: &'static str,
    /// The form that they belong to.
    form: Form,
) -> impl IntoView {
    let optional = use_desk().words().common().optional;
    let [body, number, expires] = fields.map(|field| form.error(field));
    view! {
        <div class="pair">
            <TextField label=said[0] placeholder=example value=boxes.body error=body />
            <TextField label=said[1] value=boxes.number error=number />
        </div>
        <TextField label=said[2] optional value=boxes.expires kind="date" error=expires />
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
    let said = use_desk().words().job();
    let names = [said.body, said.registration, said.registration_until];
    let remove = Callback::new(move |()| registrations.update(|all| all.retain(|other| *other != boxes)));
    view! {
        <fieldset class="trade__line stack stack--tight">
            <legend class="trade__legend">{(said.registration_of)(at + 1)}</legend>
            <RegistrationFields boxes said=names fields=FIELDS form />
            <PhotosField label=said.registration_file space files=boxes.files papers=true />
            <div><Button label=said.remove_registration glyph=Glyph::X weight=Weight::Quiet on_press=remove /></div>
        </fieldset>
    }
}
