//! Writing down what a meter shows, or correcting it.

use crate::components::{AreaField, Chip, Choice, Combobox, TextField};
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::field::{FilesField, systems};
use crate::pages::form::{Form, FormPage};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::canonical::normal;
use model::reading::{Reading, Unit};
use model::{Fault, FaultCode, RecordId};

/// Writing down what a meter shows.
pub fn reading_form() -> Draw {
    || view! { <ReadingFormPage /> }.into_any()
}

/// What was typed, in thousandths: `1 482,6` is 1482600.
fn milli(typed: &str) -> Option<i64> {
    let text: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || rest.len() > 3 || !digits(whole) || !digits(rest) {
        return None;
    }
    Some(whole.parse::<i64>().ok()? * 1000 + format!("{rest:0<3}").parse::<i64>().ok()?)
}

#[component]
fn ReadingFormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let root = use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let before = root.and_then(|root| untrack(|| desk.library.reading(root)));
    let asked = use_query_map();
    let mut start = before.as_ref().map(|before| before.letter.clone()).unwrap_or_default();
    if before.is_none() {
        start.system = asked.with_untracked(|query| query.get("system").and_then(|id| id.parse().ok()));
        start.unit =
            asked.with_untracked(|query| query.get("unit").and_then(|unit| unit.parse().ok())).unwrap_or_default();
    }
    let amends = before.as_ref().map(|before| before.id);
    let shown = before.map(|before| words.quantity(before.letter.value_milli)).unwrap_or_default();
    let (system, typed) = (RwSignal::new(start.system), RwSignal::new(String::new()));
    let (unit, value) = (RwSignal::new(start.unit), RwSignal::new(shown));
    let on = RwSignal::new(start.on.unwrap_or(desk.today()).to_string());
    let (files, notes) = (RwSignal::new(start.files), RwSignal::new(start.notes));
    let units =
        Unit::ALL.iter().map(|value| Chip { value: *value, name: (words.choice().unit)(*value).into(), glyph: None });
    let save = move |()| {
        let Some(value_milli) = milli(&value.get_untracked()) else {
            return form.show(vec![Fault::new("value_milli", FaultCode::Unreadable)]);
        };
        let letter = Reading {
            system: system.get_untracked(),
            unit: unit.get_untracked(),
            value_milli,
            on: on.get_untracked().parse().ok(),
            files: files.get_untracked(),
            notes: normal(&notes.get_untracked()),
            amends,
        };
        let navigate = navigate.clone();
        form.run(async move { record::add(desk, &letter).await }, move |_| {
            toaster.say(words.care().saved);
            navigate("/meters", NavigateOptions { replace: true, ..NavigateOptions::default() });
        });
    };
    let optional = words.common().optional;
    view! {
        <FormPage title=if amends.is_some() { words.care().reading } else { words.care().add_reading } back="/meters" form on_save=Callback::new(save)>
            <Combobox label=words.care().meter optional=optional options=systems(desk) value=system typed=typed />
            <Choice legend=words.care().unit options=units.collect() value=unit />
            <div class="pair">
                <TextField label=words.care().value value=value keyboard="decimal" error=form.error("value_milli") />
                <TextField label=words.care().on value=on kind="date" error=form.error("on") />
            </div>
            <FilesField label=words.care().papers files form photos_only=true />
            <AreaField label=words.care().notes value=notes error=form.error("notes") optional=optional />
        </FormPage>
    }
}
