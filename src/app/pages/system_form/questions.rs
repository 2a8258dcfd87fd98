//! The questions of a system's form.

use super::boxes::Boxes;
use crate::components::{AreaField, Combobox, More, PartialDateField, Pick, TextField, When};
use crate::desk::use_desk;
use crate::pages::field::{FilesField, contacts, systems, zones};
use crate::pages::form::{Form, date_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::RecordId;
use model::life::default_life;
use model::system::{System, SystemType, ancestry};

/// The questions, the type first.
#[component]
pub fn Questions(
    /// The boxes.
    boxes: Boxes,
    /// The form.
    form: Form,
    /// The system that is changed; none for a new one.
    known: Option<RecordId>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.system();
    let ask = words.system_form();
    let optional = words.common().optional;
    let types = Signal::derive(move || {
        let words = desk.words();
        let pick = |sort: &SystemType| Pick {
            value: *sort,
            name: (words.choice().system)(*sort).to_owned(),
            detail: String::new(),
        };
        SystemType::ALL.iter().map(pick).collect::<Vec<_>>()
    });
    let offer = Callback::new(move |name: String| (desk.words().field().new_named)(&name));
    let suggest = Callback::new(move |sort| boxes.suggest(desk, sort));
    view! {
        <Combobox
            label=ask.sort
            placeholder=ask.sort_example
            options=types
            value=boxes.sort
            typed=boxes.sort_typed
            offer
            on_choose=suggest
            error=form.error("type")
        />
        <TextField label=ask.name value=boxes.name error=form.error("name") />
        <Combobox
            label=said.zone
            optional
            options=zones(desk)
            value=boxes.zone
            typed=boxes.zone_typed
            offer
            error=form.error("zone")
        />
        <div class="pair">
            <TextField label=said.make optional value=boxes.make error=form.error("make") />
            <TextField label=said.model optional value=boxes.model error=form.error("model") />
        </div>
        <div class="pair">
            <TextField label=said.serial optional value=boxes.serial error=form.error("serial") />
            <TextField label=said.size optional placeholder=ask.size_example value=boxes.size error=form.error("size") />
        </div>
        <PartialDateField
            legend=said.installed
            optional
            value=boxes.installed
            today=desk.today()
            words=date_words(words)
            error=form.error("installed")
        />
        <TextField label=ask.shut_off optional hint=ask.shut_off_hint value=boxes.shut_off error=form.error("shut_off") />
        <Card boxes form />
        <FilesField label=ask.photos hint=ask.photos_hint files=boxes.files form photos_only=true />
        <AreaField label=words.field().notes optional value=boxes.notes error=form.error("notes") />
        <More summary=ask.more>
            <Rest boxes form known />
        </More>
    }
}

/// The questions of the emergency card, folded away while nothing of it is written.
#[component]
fn Card(boxes: Boxes, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let ask = words.system_form();
    let optional = words.common().optional;
    let begun = boxes.steps.with_untracked(|steps| !steps.is_empty())
        || boxes.call.with_untracked(Option::is_some)
        || boxes.call_number.with_untracked(|number| !number.is_empty());
    // Whoever comes from the card wants these questions.
    let asked = use_query_map().with_untracked(|query| query.get("card").is_some());
    view! {
        <More summary=ask.card open=Signal::stored(begun || asked)>
            <FilesField label=ask.shut_off_photo hint=ask.shut_off_photo_hint files=boxes.shut_off_photo form photos_only=true />
            <AreaField label=ask.steps optional hint=ask.steps_hint value=boxes.steps error=form.error("steps") />
            <Combobox label=ask.call optional options=contacts(desk) value=boxes.call typed=RwSignal::new(String::new()) error=form.error("call") />
            <TextField label=ask.call_number optional kind="tel" hint=ask.call_number_hint value=boxes.call_number error=form.error("call_number") />
        </More>
    }
}

/// The questions that most people leave for later.
#[component]
fn Rest(boxes: Boxes, form: Form, known: Option<RecordId>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.system();
    let optional = words.common().optional;
    let offer = Callback::new(move |name: String| (desk.words().field().new_named)(&name));
    // What is below it cannot be above it.
    let above = Signal::derive(move || {
        let shelf = desk.library.shelf::<System>();
        let parent_of = |id: RecordId| shelf.get(&id).and_then(|system| system.letter.parent);
        let all = systems(desk).get().into_iter();
        all.filter(|pick| known.is_none_or(|known| !ancestry(pick.value, parent_of).contains(&known)))
            .collect::<Vec<_>>()
    });
    view! {
        <Combobox
            label=said.fitted_by
            optional
            options=contacts(desk)
            value=boxes.fitted_by
            typed=boxes.fitted_by_typed
            offer
            error=form.error("fitted_by")
        />
        <TextField label=said.price optional sign="R" keyboard="decimal" value=boxes.price error=form.error("price") />
        <Life boxes form />
        <Combobox label=said.part_of optional options=above value=boxes.parent typed=RwSignal::new(String::new()) error=form.error("parent") />
    }
}

/// Its expected life: the usual figure with its source, and the person's own, which goes before it.
#[component]
fn Life(boxes: Boxes, form: Form) -> impl IntoView {
    let desk = use_desk();
    let has_own = Memo::new(move |_| boxes.life.with(|typed| !typed.trim().is_empty()));
    let source = move || {
        let words = desk.words();
        match boxes.sort.get().and_then(default_life) {
            Some(life) => {
                let years = (words.system().life)(life.years_min, life.years_max);
                (words.system_form().life_default)(&years, &(words.choice().source)(life.source))
            }
            None => words.system_form().life_none.to_owned(),
        }
    };
    let own = move || {
        let words = desk.words();
        view! {
            <TextField
                label=words.system().expected_life
                optional=words.common().optional
                unit=words.system_form().years
                keyboard="numeric"
                value=boxes.life
                source=source()
                error=form.error("life_years")
            />
        }
    };
    view! {
        {own}
        <When is=Signal::derive(move || has_own.get())>
            <TextField
                label=desk.words().system_form().life_source
                optional=desk.words().common().optional
                placeholder=desk.words().system_form().life_source_example
                value=boxes.life_source
                error=form.error("life_source")
            />
        </When>
    }
}
