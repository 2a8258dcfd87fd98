//! Writing down a certificate, or correcting one.

use super::certificate_asks::{Asked, Asks};
use super::certificates::title;
use crate::components::{AreaField, Combobox, PartialDateField, Pick, SelectField, TextField};
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
use model::certificate::{Certificate, CertificateType};

/// Writing down a certificate.
pub fn certificate_form() -> Draw {
    || view! { <CertificateFormPage /> }.into_any()
}

#[component]
fn CertificateFormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let root = use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let before = root.and_then(|root| untrack(|| desk.library.certificate(root)));
    let mut start = before.as_ref().map(|before| before.letter.clone()).unwrap_or_default();
    if let Some(sort) = use_query_map().with_untracked(|query| query.get("type").and_then(|sort| sort.parse().ok())) {
        start.sort = sort;
    }
    if let Some(of) = use_query_map().with_untracked(|query| query.get("supplements").and_then(|id| id.parse().ok())) {
        start.supplements = Some(of);
        if let Some(main) = untrack(|| desk.library.certificate(of)) {
            (start.sort, start.systems) = (main.letter.sort, main.letter.systems.clone());
        }
    }
    if let Some(system) = use_query_map().with_untracked(|query| query.get("system").and_then(|id| id.parse().ok())) {
        start.systems = vec![system];
    }
    let asks = Asks::of(&start);
    let amends = before.map(|before| before.id);
    let sort = RwSignal::new(start.sort.as_str().to_owned());
    let sorts: Vec<(String, String)> = CertificateType::ALL
        .iter()
        .map(|sort| (sort.to_string(), (words.choice().certificate)(*sort).to_owned()))
        .collect();
    let (name, number) = (RwSignal::new(start.title), RwSignal::new(start.number));
    let (registration, body) = (RwSignal::new(start.registration), RwSignal::new(start.body));
    let (contact, issuer) = (RwSignal::new(start.contact), RwSignal::new(start.issuer));
    let (issued, systems) = (RwSignal::new(start.issued), RwSignal::new(start.systems));
    let (supplements, typed) = (RwSignal::new(start.supplements), RwSignal::new(String::new()));
    let (files, notes, reason) = (RwSignal::new(start.files), RwSignal::new(start.notes), RwSignal::new(String::new()));
    let others = Signal::derive(move || {
        let pick = |certificate: &crate::data::Standing<Certificate>| Pick {
            value: certificate.root,
            name: title(desk, &certificate.letter),
            detail: certificate.letter.issued.map(|date| words.date(date)).unwrap_or_default(),
        };
        desk.library.certificates.with(|all| all.iter().filter(|one| Some(one.root) != root).map(pick).collect())
    });
    let back = root.map_or("/certificates".to_owned(), |root| format!("/certificates/{root}"));
    let done = back.clone();
    let save = move |()| {
        let months = match number_typed(&asks.months.get_untracked(), "months") {
            Ok(months) => months,
            Err(fault) => return form.show(vec![fault]),
        };
        let letter = asks.fill(Certificate {
            months,
            sort: sort.get_untracked().parse().unwrap_or_default(),
            title: normal(&name.get_untracked()),
            number: normal(&number.get_untracked()),
            issued: issued.get_untracked(),
            contact: contact.get_untracked(),
            issuer: normal(&issuer.get_untracked()),
            registration: normal(&registration.get_untracked()),
            body: normal(&body.get_untracked()),
            systems: systems.get_untracked(),
            supplements: supplements.get_untracked(),
            files: files.get_untracked(),
            notes: normal(&notes.get_untracked()),
            amends,
            reason: normal(&reason.get_untracked()),
            ..Certificate::default()
        });
        let (navigate, done) = (navigate.clone(), done.clone());
        form.run(async move { record::add(desk, &letter).await }, move |_| {
            toaster.say(words.care().saved);
            navigate(&done, NavigateOptions { replace: true, ..NavigateOptions::default() });
        });
    };
    let optional = words.common().optional;
    view! {
        <FormPage title=if amends.is_some() { words.care().certificate } else { words.care().add_certificate } back form on_save=Callback::new(save)>
            <FilesField label=words.care().certificate_file files form />
            <SelectField label=words.care().sort value=sort options=Signal::derive(move || sorts.clone()) />
            <TextField label=words.care().title value=name error=form.error("title") optional=optional />
            <Asked asks sort form />
            <div class="pair">
                <TextField label=words.care().number value=number error=form.error("number") optional=optional />
                <PartialDateField
                    legend=words.care().issued
                    value=issued
                    today=desk.today()
                    words=date_words(words)
                    error=form.error("issued")
                />
            </div>
            <Combobox label=words.care().issuer optional=optional options=contacts(desk) value=contact typed=issuer />
            <div class="pair">
                <TextField label=words.care().registration value=registration error=form.error("registration") optional=optional />
                <TextField label=words.care().body value=body error=form.error("body") optional=optional />
            </div>
            <SystemsField label=words.care().covers values=systems />
            <Combobox label=words.care().supplements optional=optional options=others value=supplements typed=typed />
            <AreaField label=words.care().notes value=notes error=form.error("notes") optional=optional />
            {amends.map(|_| view! { <TextField label=words.care().reason value=reason error=form.error("reason") optional=optional /> })}
        </FormPage>
    }
}
