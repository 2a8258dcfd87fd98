//! Writing down a warranty, or changing one.

use crate::components::{AreaField, Chip, Choice, Combobox, PartialDateField, Pick, TextField, When};
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::field::{FilesField, SystemsField, contacts};
use crate::pages::form::{Form, FormPage, date_words, number_typed};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::canonical::normal;
use model::entry::EntryType;
use model::warranty::{Begins, Cover, Warranty};
use model::{PartialDate, RecordId};

/// Writing down a warranty.
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
    let (begins, repair) = (RwSignal::new(start.begins.unwrap_or_default()), RwSignal::new(start.repair));
    let (void, void_reason) = (RwSignal::new(start.void), RwSignal::new(start.void_reason));
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
            begins: Some(begins.get_untracked()).filter(|begins| *begins != Begins::Stated),
            repair: repair.get_untracked(),
            void: void.get_untracked(),
            void_reason: normal(&void_reason.get_untracked()),
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
            <Start begins starts repair form />
            <div class="pair">
                <TextField label=words.care().months value=months unit=words.care().months_unit keyboard="numeric" error=form.error("months") optional=optional />
            </div>
            <Combobox label=words.care().provider optional=optional options=contacts(desk) value=contact typed=provider />
            <TextField label=words.care().number value=number error=form.error("number") optional=optional />
            <FilesField label=words.care().papers files form />
            {id.map(|_| view! { <VoidBox void void_reason form /> })}
            <AreaField label=words.care().notes value=notes error=form.error("notes") optional=optional />
        </FormPage>
    }
}

/// When it begins: on a day that is said, or on one that is worked out.
#[component]
fn Start(
    begins: RwSignal<Begins>,
    starts: RwSignal<Option<PartialDate>>,
    repair: RwSignal<Option<RecordId>>,
    form: Form,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.warranty();
    let ways = Begins::ALL.iter().map(|value| Chip { value: *value, name: (said.begins)(*value).into(), glyph: None });
    let typed = RwSignal::new(String::new());
    let repairs = Signal::derive(move || {
        let pick = |entry: &crate::data::Standing<model::entry::Entry>| Pick {
            value: entry.root,
            name: entry.letter.title.clone(),
            detail: entry.letter.when.map(|when| words.date(when)).unwrap_or_default(),
        };
        let is_work = |entry: &&crate::data::Standing<model::entry::Entry>| {
            matches!(entry.letter.sort, EntryType::Repair | EntryType::Installation | EntryType::Service)
        };
        desk.library.entries.with(|all| all.iter().filter(is_work).map(pick).collect::<Vec<_>>())
    });
    let optional = words.common().optional;
    let error = form.error("starts");
    view! {
        <Choice legend=said.begins_with options=ways.collect() value=begins />
        <When is=Signal::derive(move || begins.get() == Begins::Stated)>
            <PartialDateField legend=words.care().starts value=starts today=desk.today() words=date_words(words) optional error />
        </When>
        <When is=Signal::derive(move || begins.get() == Begins::Repair)>
            <Combobox label=said.repair options=repairs value=repair typed />
        </When>
    }
}

/// That it became void, and why.
#[component]
fn VoidBox(void: RwSignal<Option<PartialDate>>, void_reason: RwSignal<String>, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.warranty();
    let optional = words.common().optional;
    view! {
        <PartialDateField legend=said.void_since value=void today=desk.today() words=date_words(words) optional error=form.error("void") />
        <TextField label=said.void_reason hint=said.void_hint value=void_reason error=form.error("void_reason") optional />
    }
}
