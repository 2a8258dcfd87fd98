//! What is not asked of everybody, or left for later by most: the fault that is settled; who did it, labour and parts apart, the parts used,
//! where, and notes.

use super::boxes::{Boxes, PartBoxes};
use super::draft::PartTyped;
use crate::components::{
    AreaField, Button, Chip, Choices, Combobox, Glyph, SelectField, TextField, Toggle, Weight, When, dynamic,
};
use crate::data::open_faults;
use crate::desk::use_desk;
use crate::pages::field;
use crate::pages::form::Form;
use crate::route::Draw;
use leptos::prelude::*;
use model::RecordId;
use model::entry::EntryType;

/// What is asked for them. A handle.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The boxes.
    pub boxes: Boxes,
    /// The form.
    pub form: Form,
    /// The fault that the entry was going to settle from the start.
    pub settled: Option<RecordId>,
}

/// The questions in the fold.
#[lazy]
pub fn add_more() -> Draw {
    || view! { <Rest asked=expect_context() /> }.into_any()
}

/// Which open fault is settled.
#[lazy]
pub fn add_settles() -> Draw {
    || view! { <Settles asked=expect_context() /> }.into_any()
}

#[component]
fn Rest(asked: Asked) -> impl IntoView {
    let Asked { boxes, form, .. } = asked;
    let desk = use_desk();
    let words = desk.words();
    let zones = field::zones(desk);
    let chips = move || {
        zones.get().into_iter().map(|zone| Chip { value: zone.value, name: zone.name, glyph: None }).collect::<Vec<_>>()
    };
    // An installation alters unless it is said that it did not.
    let alters = Signal::derive(move || boxes.alters.get().unwrap_or(boxes.sort.get() == EntryType::Installation));
    let optional = words.common().optional;
    let [done_by, labour, parts_cost, notes] =
        ["done_by", "labour", "parts_cost", "notes"].map(|field| form.error(field));
    view! {
        <Combobox
            label=words.add().done_by
            optional
            placeholder=words.add().done_by_hint
            options=field::contacts(desk)
            value=boxes.contact
            typed=boxes.done_by
        />
        {dynamic(move || done_by.get().map(|error| view! { <p class="field__error" role="alert">{error}</p> }))}
        <div class="pair">
            <TextField label=words.add().labour value=boxes.labour optional sign=words.add().rand keyboard="decimal" error=labour />
            <TextField label=words.add().parts_cost value=boxes.parts_cost optional sign=words.add().rand keyboard="decimal" error=parts_cost />
        </div>
        <PartsBox boxes form />
        {dynamic(move || (!zones.with(Vec::is_empty)).then(|| view! { <Choices legend=words.add().zones options=chips() values=boxes.zones /> }))}
        <Toggle label=words.add().alters hint=words.add().alters_hint on=alters on_change=Callback::new(move |on| boxes.alters.set(Some(on))) />
        <AreaField label=words.add().notes value=boxes.notes optional error=notes />
    }
}

/// Which open fault this settles; asked where something was put right and there is a fault to settle.
#[component]
fn Settles(asked: Asked) -> impl IntoView {
    let Asked { boxes, settled, .. } = asked;
    let desk = use_desk();
    let words = desk.words();
    let options = Signal::derive(move || {
        let mut faults = open_faults(&desk.library);
        let own = settled.and_then(|id| desk.library.entry(id));
        if let Some(own) = own.filter(|own| faults.iter().all(|fault| fault.root != own.root)) {
            faults.push(own);
        }
        let named =
            |fault: crate::data::Standing<model::entry::Entry>| (fault.root.to_string(), fault.letter.title.clone());
        let none = (String::new(), words.add().settles_none.to_owned());
        std::iter::once(none).chain(faults.into_iter().map(named)).collect::<Vec<_>>()
    });
    let mends = move || !matches!(boxes.sort.get(), EntryType::Fault | EntryType::Note);
    let is_asked = Memo::new(move |_| mends() && options.with(Vec::len) > 1);
    view! {
        <When is=Signal::derive(move || is_asked.get())>
            <SelectField label=words.add().settles value=boxes.settles options optional=words.common().optional />
        </When>
    }
}

/// The parts used, a row each.
#[component]
fn PartsBox(boxes: Boxes, form: Form) -> impl IntoView {
    let words = use_desk().words();
    let add = Callback::new(move |()| {
        let part = PartTyped { quantity: "1".to_owned(), ..PartTyped::default() };
        boxes.parts.update(|parts| parts.push(PartBoxes::of(part)));
    });
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.add().parts} " " <span class="field__optional">{words.common().optional}</span></legend>
            <ForEnumerate each=move || boxes.parts.get() key=|part| part.key.clone() let(index, part)>
                <PartRow boxes form part number=Signal::derive(move || index.get() + 1) />
            </ForEnumerate>
            <div><Button label=words.add().add_part glyph=Glyph::PLUS weight=Weight::Quiet on_press=add /></div>
        </fieldset>
    }
}

#[component]
fn PartRow(boxes: Boxes, form: Form, part: PartBoxes, number: Signal<usize>) -> impl IntoView {
    let words = use_desk().words();
    // A fault of a part does not say of which: it is shown at a part that can have it.
    let name = RwSignal::from(part.name);
    let (no_name, wrong_quantity) = (form.error("parts.name"), form.error("parts.quantity"));
    let name_error = Signal::derive(move || no_name.get().filter(|_| name.with(|name| name.trim().is_empty())));
    let quantity = RwSignal::from(part.quantity);
    let readable = move || quantity.with(|text| text.trim().parse::<i64>().is_ok_and(|number| number > 0));
    let quantity_error = Signal::derive(move || wrong_quantity.get().filter(|_| !readable()));
    let key = part.key;
    let remove = Callback::new(move |()| boxes.parts.update(|parts| parts.retain(|part| part.key != key)));
    view! {
        <div class="part">
            <TextField label=words.add().part_name value=name error=name_error />
            <TextField label=words.add().part_quantity value=quantity keyboard="numeric" error=quantity_error />
            <TextField label=words.add().part_number value=RwSignal::from(part.number) optional=words.common().optional />
            <Button label=Signal::derive(move || (words.add().remove_part)(number.get())) glyph=Glyph::X weight=Weight::Quiet icon_only=true on_press=remove />
        </div>
    }
}
