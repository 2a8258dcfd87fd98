//! Writing down something that is owned, or changing it.

use crate::components::{AreaField, Button, Combobox, Glyph, PartialDateField, TextField, Weight};
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::field::{FilesField, zones};
use crate::pages::form::{Form, FormPage, date_words, money_text, money_typed, number_typed};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use model::canonical::normal;
use model::item::Item;
use model::{Fault, RecordId};

/// Writing down something that is owned.
pub fn item_form() -> Draw {
    || view! { <ItemFormPage /> }.into_any()
}

#[component]
fn ItemFormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let id = use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let before = id.and_then(|id| untrack(|| desk.library.find::<Item>(id))).map(|kept| kept.letter.clone());
    let start = before.clone().unwrap_or_default();
    let base = start.clone();
    let (name, quantity) = (RwSignal::new(start.name), RwSignal::new(start.quantity.to_string()));
    let (zone, typed) = (RwSignal::new(start.zone), RwSignal::new(String::new()));
    let (make, model, serial) = (RwSignal::new(start.make), RwSignal::new(start.model), RwSignal::new(start.serial));
    let bought = RwSignal::new(start.bought);
    let price = RwSignal::new(money_text(words, start.price.as_ref()));
    let replacement = RwSignal::new(money_text(words, start.replacement.as_ref()));
    let (files, notes) = (RwSignal::new(start.files), RwSignal::new(start.notes));
    let letter = move || -> Result<Item, Fault> {
        Ok(Item {
            name: normal(&name.get_untracked()),
            quantity: number_typed(&quantity.get_untracked(), "quantity")?.unwrap_or(1),
            zone: zone.get_untracked(),
            make: normal(&make.get_untracked()),
            model: normal(&model.get_untracked()),
            serial: normal(&serial.get_untracked()),
            bought: bought.get_untracked(),
            price: money_typed(&price.get_untracked(), "ZAR", "price")?,
            replacement: money_typed(&replacement.get_untracked(), "ZAR", "replacement")?,
            files: files.get_untracked(),
            notes: normal(&notes.get_untracked()),
            ..base.clone()
        })
    };
    let leave =
        Callback::new(move |()| navigate("/items", NavigateOptions { replace: true, ..NavigateOptions::default() }));
    let save = move |()| {
        let letter = match letter() {
            Ok(letter) => letter,
            Err(fault) => return form.show(vec![fault]),
        };
        let before = before.clone();
        let deed = async move {
            match (id, before) {
                (Some(id), Some(before)) => record::change(desk, id, &before, &letter).await,
                _ => record::add(desk, &letter).await.map(drop),
            }
        };
        form.run(deed, move |()| {
            toaster.say(words.care().saved);
            leave.run(());
        });
    };
    let delete = move |id: RecordId| {
        form.run(async move { record::delete::<Item>(desk, id).await }, move |()| {
            let restore = Callback::new(move |()| {
                leptos::task::spawn_local(async move { drop(record::restore::<Item>(desk, id).await) });
            });
            toaster.say_with_undo((words.care().deleted)(&name.get_untracked()), words.common().undo, restore);
            leave.run(());
        });
    };
    let optional = words.common().optional;
    view! {
        <FormPage title=if id.is_some() { words.care().item } else { words.care().add_item } back="/items" form on_save=Callback::new(save)>
            <FilesField label=words.care().papers files form />
            <div class="pair">
                <TextField label=words.care().name value=name error=form.error("name") />
                <TextField label=words.care().quantity value=quantity keyboard="numeric" error=form.error("quantity") />
            </div>
            <Combobox label=words.care().room optional=optional options=zones(desk) value=zone typed=typed />
            <div class="pair">
                <TextField label=words.care().make value=make error=form.error("make") optional=optional />
                <TextField label=words.care().model value=model error=form.error("model") optional=optional />
            </div>
            <TextField label=words.care().serial value=serial error=form.error("serial") optional=optional />
            <PartialDateField
                legend=words.care().bought
                value=bought
                today=desk.today()
                words=date_words(words)
                optional=optional
                error=form.error("bought")
            />
            <div class="pair">
                <TextField label=words.care().price value=price sign="R" keyboard="decimal" error=form.error("price") optional=optional />
                <TextField label=words.care().replacement value=replacement sign="R" keyboard="decimal" error=form.error("replacement") optional=optional />
            </div>
            <AreaField label=words.care().notes value=notes error=form.error("notes") optional=optional />
            {id.map(|id| view! {
                <div><Button label=words.care().delete weight=Weight::Danger glyph=Glyph::TRASH on_press=Callback::new(move |()| delete(id)) /></div>
            })}
        </FormPage>
    }
}
