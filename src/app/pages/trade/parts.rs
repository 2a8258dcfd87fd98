//! Parts that were fitted, a group of boxes each.

use super::typed::{Reading, number_text};
use crate::components::{Button, Glyph, TextField, Weight, fresh_id};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::canonical::normal;
use model::portal::Fitted;

/// The boxes of a part.
#[derive(Clone)]
pub struct PartBoxes {
    key: String,
    base: Fitted,
    name: RwSignal<String>,
    serial: RwSignal<String>,
    make: RwSignal<String>,
    warranty: RwSignal<String>,
}

impl PartBoxes {
    /// The boxes with a part in them.
    pub fn of(part: Fitted) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            key: fresh_id(),
            name: text(&part.name),
            serial: text(&part.serial),
            make: text(&part.make),
            warranty: RwSignal::new(number_text(part.warranty_months)),
            base: part,
        }
    }

    /// What stands in them; tracks them. It belongs to `system`, unless it was said to belong to another.
    pub fn read(&self, reading: &mut Reading, system: Option<RecordId>) -> Fitted {
        let text = |text: RwSignal<String>| normal(&text.get());
        Fitted {
            name: text(self.name),
            serial: text(self.serial),
            make: text(self.make),
            warranty_months: reading.whole(&self.warranty.get(), "parts.warranty_months"),
            system: self.base.system.or(system),
            ..self.base.clone()
        }
    }
}

/// The parts, and the way to one more.
#[component]
pub fn PartsField(
    /// The parts.
    parts: RwSignal<Vec<PartBoxes>>,
    /// The form that they belong to.
    form: Form,
) -> impl IntoView {
    let said = use_desk().words().job();
    let add = Callback::new(move |()| parts.update(|parts| parts.push(PartBoxes::of(Fitted::default()))));
    view! {
        <div class="stack">
            <ForEnumerate each=move || parts.get() key=|part| part.key.clone() let(index, part)>
                <OnePart parts part form number=Signal::derive(move || index.get() + 1) />
            </ForEnumerate>
            <div><Button label=said.add_part glyph=Glyph::PLUS weight=Weight::Quiet on_press=add /></div>
        </div>
    }
}

#[component]
fn OnePart(parts: RwSignal<Vec<PartBoxes>>, part: PartBoxes, form: Form, number: Signal<usize>) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let optional = words.common().optional;
    let (no_name, name) = (form.error("parts.name"), part.name);
    let name_error = Signal::derive(move || no_name.get().filter(|_| name.with(|name| name.trim().is_empty())));
    let key = part.key.clone();
    let remove = Callback::new(move |()| parts.update(|parts| parts.retain(|part| part.key != key)));
    view! {
        <fieldset class="trade__line stack stack--tight">
            <legend class="trade__legend">{move || (said.part)(number.get())}</legend>
            <TextField label=said.part_name value=part.name error=name_error />
            <TextField label=said.serial optional value=part.serial error=form.error("parts.serial") />
            <div class="pair">
                <TextField label=said.make optional value=part.make error=form.error("parts.make") />
                <TextField label=said.part_warranty optional value=part.warranty unit=said.months keyboard="numeric" error=form.error("parts.warranty_months") />
            </div>
            <div>
                <Button label=Signal::derive(move || (said.remove_part)(number.get())) glyph=Glyph::X weight=Weight::Small on_press=remove />
            </div>
        </fieldset>
    }
}
