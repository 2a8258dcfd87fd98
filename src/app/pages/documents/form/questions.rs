//! The questions of a paper's form.

use crate::browser::photo::Picked;
use crate::components::{
    AreaField, Button, Combobox, Glyph, Icon, PartialDateField, Picker, SelectField, TextField, Weight, When, dynamic,
};
use crate::deeds::attach;
use crate::desk::use_desk;
use crate::pages::documents::boxes::{Boxes, FactBoxes};
use crate::pages::field::{SystemsField, contacts};
use crate::pages::form::{Form, date_words};
use crate::pages::{Thumb, use_toaster};
use leptos::ev::Event;
use leptos::prelude::*;
use model::document::DocumentType;

/// The questions, the file first.
#[component]
pub fn Questions(
    /// The boxes.
    boxes: Boxes,
    /// The form.
    form: Form,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.document();
    let optional = words.common().optional;
    let types = Signal::derive(move || {
        let words = desk.words();
        let option = |sort: &DocumentType| (sort.to_string(), (words.choice().document)(*sort).to_owned());
        DocumentType::ALL.iter().map(option).collect::<Vec<_>>()
    });
    let offer = Callback::new(move |name: String| (desk.words().field().new_named)(&name));
    view! {
        <FileBox boxes form />
        <TextField label=said.title placeholder=said.title_example value=boxes.title error=form.error("title") />
        <SelectField label=said.sort value=boxes.sort options=types error=form.error("type") />
        <PartialDateField legend=said.dated optional value=boxes.dated today=desk.today() words=date_words(words) error=form.error("dated") />
        <SystemsField label=said.about values=boxes.systems />
        <Combobox
            label=said.from
            optional
            options=contacts(desk)
            value=boxes.contact
            typed=boxes.contact_typed
            offer
            error=form.error("contact")
        />
        <When is=Signal::derive(move || boxes.sort.with(|sort| sort == DocumentType::Insurance.as_str()))><Policy boxes form /></When>
        <FactsField boxes form />
        <AreaField label=words.field().notes optional value=boxes.notes error=form.error("notes") />
    }
}

/// What a claim pack takes from a paper about insurance.
#[component]
fn Policy(boxes: Boxes, form: Form) -> impl IntoView {
    let words = use_desk().words();
    let said = words.document();
    let optional = words.common().optional;
    view! {
        <div class="pair">
            <TextField label=said.policy_number optional hint=said.policy_hint value=boxes.policy_number error=form.error("policy_number") />
            <TextField label=said.excess optional sign="R" keyboard="decimal" value=boxes.excess error=form.error("excess") />
        </div>
        <TextField label=said.claims_phone optional kind="tel" value=boxes.claims_phone error=form.error("claims_phone") />
    }
}

/// The file: chosen, kept on this device at once, and replaced by choosing again.
#[component]
fn FileBox(boxes: Boxes, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let error = form.error("file");
    // Faults of the file itself are told with the list of files.
    let unfit = form.error("files");
    let pick = Callback::new(move |event: Event| {
        let picked = Picked::from_input(&event.target().into()).into_iter().next();
        leptos::task::spawn_local(async move {
            let Some(picked) = picked else { return };
            match attach::add_file(desk, None, picked).await {
                Ok(file) => {
                    ["file", "files", "title"].into_iter().for_each(|field| form.clear(field));
                    boxes.take(file);
                }
                Err(trouble) if !trouble.faults().is_empty() => form.show(trouble.faults().to_vec()),
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    let chosen = move || {
        boxes.file.get().map(|file| {
            let size = desk.words().bytes(file.size);
            let name = file.name.clone();
            let picture = if file.is_photo() {
                view! { <span class="document-form__picture"><Thumb file /></span> }.into_any()
            } else {
                view! { <Icon glyph=Glyph::FILE_TEXT /> }.into_any()
            };
            view! { <p class="line" role="status">{picture} {name} <span class="soft small">{size}</span></p> }
        })
    };
    let picker = move || {
        let said = &desk.words().document();
        match boxes.file.with(Option::is_some) {
            true => view! { <Picker label=said.other_file glyph=Glyph::PAPERCLIP accept="*/*" quiet=true on_pick=pick /> }.into_any(),
            false => view! { <Picker label=said.add glyph=Glyph::UPLOAD accept="*/*" drop_hint=said.file_hint on_pick=pick /> }.into_any(),
        }
    };
    let wrong = move || {
        let missing = error.get().map(|_| desk.words().document().file_missing.to_owned());
        missing.or_else(|| unfit.get()).map(|error| {
            view! { <p class="field__error" role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p> }
        })
    };
    view! {
        <div class="field">
            {wrong}
            {chosen}
            <div class="line">
                {picker}
                <Picker label=words.form().take_photo glyph=Glyph::CAMERA capture=true quiet=true on_pick=pick />
            </div>
        </div>
    }
}

/// What it says, line by line.
#[component]
fn FactsField(boxes: Boxes, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let error = form.error("facts");
    let line = move |fact: FactBoxes| {
        let words = desk.words();
        let said = words.document();
        let remove = Callback::new(move |()| boxes.facts.update(|facts| facts.retain(|other| other.key != fact.key)));
        let label = Signal::derive(move || (desk.words().form().take_off)(&fact.name.get()));
        view! {
            <div class="field-line">
                <TextField label=said.fact_name placeholder=said.fact_name_example value=fact.name />
                <TextField label=said.fact_value value=fact.value />
                <Button label glyph=Glyph::X icon_only=true weight=Weight::Quiet on_press=remove />
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{words.document().facts} " " <span class="field__optional">{words.common().optional}</span></legend>
            <p class="field__hint">{words.document().facts_hint}</p>
            {dynamic(move || error.get().map(|error| view! { <p class="field__error" role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p> }))}
            <For each=move || boxes.facts.get() key=|fact| fact.key children=line />
            <p>
                <Button
                    label=words.document().another_fact
                    glyph=Glyph::PLUS
                    weight=Weight::Quiet
                    on_press=Callback::new(move |()| boxes.add_fact())
                />
            </p>
        </fieldset>
    }
}
