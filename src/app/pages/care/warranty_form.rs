//! Writing down a warranty, or changing one.

use crate::components::{AreaField, Chip, Choice, Combobox, PartialDateField, TextField};
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::field::{FilesField, SystemsField, contacts};
use crate::pages::form::{Form, FormPage, date_words, number_typed};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::RecordId;
use model::canonical::normal;
use model::warranty::{Cover, Warranty};

/// Writing down a warranty.
#[lazy]
pub fn warranty_form() -> Draw {
    || view! { <WarrantyFormPage /> }.into_any()
}

#[component]
fn WarrantyFormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let id = use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let before = id.and_then(|id| untrack(|| desk.library.find::<Warranty>(id))).map(|kept| kept.letter.clone());
    let mut start = before.clone().unwrap_or_default();
    if let Some(system) = use_query_map().with_untracked(|query| query.get("system").and_then(|id| id.parse().ok())) {
        start.systems = vec![system];
    }
    let base = start.clone();
    let (title, cover) = (RwSignal::new(start.title), RwSignal::new(start.cover));
    let (systems, contact) = (RwSignal::new(start.systems), RwSignal::new(start.contact));
    let (provider, number) = (RwSignal::new(start.provider), RwSignal::new(start.number));
    let starts = RwSignal::new(start.starts);
    let months = RwSignal::new(start.months.map(|months| months.to_string()).unwrap_or_default());
    let (files, notes) = (RwSignal::new(start.files), RwSignal::new(start.notes));
    let covers =
        Cover::ALL.iter().map(|value| Chip { value: *value, name: (words.choice().cover)(*value).into(), glyph: None });
    let back = id.map_or("/warranties".to_owned(), |id| format!("/warranties/{id}"));
    let done = back.clone();
    let save = move |()| {
        let months = match number_typed(&months.get_untracked(), "months") {
            Ok(months) => months,
            Err(fault) => return form.show(vec![fault]),
        };
        let letter = Warranty {
            title: normal(&title.get_untracked()),
            cover: cover.get_untracked(),
            systems: systems.get_untracked(),
            contact: contact.get_untracked(),
            provider: normal(&provider.get_untracked()),
            number: normal(&number.get_untracked()),
            starts: starts.get_untracked(),
            months,
            files: files.get_untracked(),
            notes: normal(&notes.get_untracked()),
            ..base.clone()
        };
        let (navigate, done, before) = (navigate.clone(), done.clone(), before.clone());
        let deed = async move {
            match (id, before) {
                (Some(id), Some(before)) => record::change(desk, id, &before, &letter).await,
                _ => record::add(desk, &letter).await.map(drop),
            }
        };
        form.run(deed, move |()| {
            toaster.say(words.care().saved);
            navigate(&done, NavigateOptions { replace: true, ..NavigateOptions::default() });
        });
    };
    let optional = words.common().optional;
    view! {
        <FormPage title=if id.is_some() { words.care().warranty } else { words.care().add_warranty } back form on_save=Callback::new(save)>
            <TextField label=words.care().covers_what value=title error=form.error("title") />
            <Choice legend=words.care().cover options=covers.collect() value=cover />
            <SystemsField label=words.care().covers values=systems />
            <div class="pair">
                <PartialDateField
                    legend=words.care().starts
                    value=starts
                    today=desk.today()
                    words=date_words(words)
                    optional=optional
                    error=form.error("starts")
                />
                <TextField label=words.care().months value=months unit=words.care().months_unit keyboard="numeric" error=form.error("months") optional=optional />
            </div>
            <Combobox label=words.care().provider optional=optional options=contacts(desk) value=contact typed=provider />
            <TextField label=words.care().number value=number error=form.error("number") optional=optional />
            <FilesField label=words.care().papers files form />
            <AreaField label=words.care().notes value=notes error=form.error("notes") optional=optional />
        </FormPage>
    }
}
