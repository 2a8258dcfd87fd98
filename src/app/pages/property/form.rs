//! The form of the home as a whole.

use super::boxes::Boxes;
use crate::components::{AreaField, Chip, Choice, Choices, PartialDateField, TextField};
use crate::data::Kept;
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::form::{Form, FormPage, date_words};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::property::{Dwelling, PowerSource, Property, RoofCover, Walls, WaterSource};
use std::sync::Arc;

/// The form of the home.
pub fn property_form() -> Draw {
    || {
        let desk = use_desk();
        let property = untrack(|| desk.library.property());
        view! { <Edit property /> }.into_any()
    }
}

#[component]
fn Edit(property: Option<Arc<Kept<Property>>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let form = Form::new();
    let before = property.as_ref().map(|property| property.letter.clone()).unwrap_or_default();
    let boxes = Boxes::of(&before);
    let id = property.map(|property| property.id);
    let navigate = use_navigate();
    let on_save = Callback::new(move |()| {
        let navigate = navigate.clone();
        let before = before.clone();
        match boxes.property(&before) {
            Err(faults) => form.show(faults),
            Ok(after) => {
                let write = async move {
                    match id {
                        Some(id) => record::change(desk, id, &before, &after).await,
                        None => record::add(desk, &after).await.map(drop),
                    }
                };
                form.run(write, move |()| {
                    navigate("/property", NavigateOptions { replace: true, ..Default::default() });
                });
            }
        }
    });
    view! {
        <FormPage title=words.property().title back="/property" form on_save>
            <Place boxes form />
            <Building boxes form />
            <AreaField label=words.field().notes optional=words.common().optional value=boxes.notes error=form.error("notes") />
        </FormPage>
    }
}

/// Where it is, and where it is switched off.
#[component]
fn Place(boxes: Boxes, form: Form) -> impl IntoView {
    let words = use_desk().words();
    let said = words.property();
    let optional = words.common().optional;
    view! {
        <TextField label=said.name hint=said.name_hint value=boxes.name error=form.error("name") />
        <TextField label=said.street optional value=boxes.address autocomplete="street-address" error=form.error("address") />
        <div class="pair">
            <TextField label=said.suburb optional value=boxes.suburb autocomplete="address-level3" error=form.error("suburb") />
            <TextField label=said.city optional value=boxes.city autocomplete="address-level2" error=form.error("city") />
        </div>
        <div class="pair">
            <TextField label=said.postal_code optional keyboard="numeric" value=boxes.postal_code autocomplete="postal-code" error=form.error("postal_code") />
            <TextField label=said.erf optional value=boxes.erf error=form.error("erf") />
        </div>
        <TextField
            label=said.water_shut_off
            optional
            placeholder=said.water_shut_off_example
            value=boxes.water_shut_off
            error=form.error("water_shut_off")
        />
        <TextField
            label=said.power_shut_off
            optional
            placeholder=said.power_shut_off_example
            value=boxes.power_shut_off
            error=form.error("power_shut_off")
        />
    }
}

/// What it is built of.
#[component]
fn Building(boxes: Boxes, form: Form) -> impl IntoView {
    let desk = use_desk();
    let (words, today) = (desk.words(), desk.today());
    let (said, choice) = (words.property(), words.choice());
    let optional = words.common().optional;
    view! {
        <PartialDateField legend=said.occupied optional value=boxes.occupied today words=date_words(words) error=form.error("occupied") />
        <Choice legend=said.dwelling options=known(Dwelling::ALL, choice.dwelling, words.common().unknown) value=boxes.dwelling />
        <div class="pair">
            <TextField label=said.year_built optional keyboard="numeric" value=boxes.year_built error=form.error("year_built") />
            <TextField
                label=said.floor_area
                optional
                keyboard="numeric"
                unit=said.square_metres
                value=boxes.floor_area
                error=form.error("floor_area_m2")
            />
        </div>
        <Choice legend=said.roof options=known(RoofCover::ALL, choice.roof, words.common().unknown) value=boxes.roof />
        <Choice legend=said.walls options=known(Walls::ALL, choice.walls, words.common().unknown) value=boxes.walls />
        <Choices legend=said.water options=each(WaterSource::ALL, choice.water) values=boxes.water />
        <Choices legend=said.power options=each(PowerSource::ALL, choice.power) values=boxes.power />
    }
}

/// All values by name.
fn each<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<Chip<T>> {
    all.iter().map(|value| Chip { value: *value, name: name(*value).to_owned(), glyph: None }).collect()
}

/// All values by name, and at the end that it is not known.
fn known<T: Copy>(all: &[T], name: fn(T) -> &'static str, unknown: &str) -> Vec<Chip<Option<T>>> {
    let values = all.iter().map(|value| Chip { value: Some(*value), name: name(*value).to_owned(), glyph: None });
    values.chain([Chip { value: None, name: unknown.to_owned(), glyph: None }]).collect()
}
