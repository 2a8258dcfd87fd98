//! Writing down a claim on a warranty, or what came of it.

use crate::components::{
    AreaField, Button, Chip, Choice, Combobox, Glyph, PartialDateField, Pick, TextField, Weight, When,
};
use crate::deeds::{claim, record};
use crate::desk::{Desk, use_desk};
use crate::pages::field::{FilesField, systems};
use crate::pages::form::{Form, FormPage, date_words, number_typed};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::RecordId;
use model::canonical::normal;
use model::claim::{Claim, Effect as Moves, Outcome};
use model::document::Document;

/// Writing down a claim.
pub fn claim_form() -> Draw {
    || view! { <ClaimFormPage /> }.into_any()
}

#[component]
fn ClaimFormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.warranty();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let id = use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let before = id.and_then(|id| claim::all(desk).into_iter().find(|(one, _)| *one == id)).map(|(_, claim)| claim);
    let mut start = before.clone().unwrap_or_default();
    if let Some(warranty) = use_query_map().with_untracked(|query| query.get("warranty").and_then(|id| id.parse().ok()))
    {
        start.warranty = Some(warranty);
    }
    let base = start.clone();
    let back = start.warranty.map_or("/warranties".to_owned(), |warranty| format!("/warranties/{warranty}"));
    let title = RwSignal::new(start.title);
    let (system, typed_system) = (RwSignal::new(start.system), RwSignal::new(String::new()));
    let (asked, decided) = (RwSignal::new(start.asked), RwSignal::new(start.decided));
    let (outcome, effect) = (RwSignal::new(start.outcome), RwSignal::new(start.effect));
    let (answer, notes) = (RwSignal::new(start.answer), RwSignal::new(start.notes));
    let months = RwSignal::new(start.months.map(|months| months.to_string()).unwrap_or_default());
    let files = RwSignal::new(start.files);
    let (document, typed) = (RwSignal::new(start.documents.first().copied()), RwSignal::new(String::new()));
    let done = back.clone();
    let leave = Callback::new({
        let (navigate, done) = (navigate.clone(), done.clone());
        move |told: &'static str| {
            toaster.say(told);
            navigate(&done, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    let save = move |()| {
        let months = match number_typed(&months.get_untracked(), "months") {
            Ok(months) => months,
            Err(fault) => return form.show(vec![fault]),
        };
        let others = base.documents.iter().skip(1).copied();
        let granted = matches!(outcome.get_untracked(), Outcome::Accepted | Outcome::Partly);
        let effect = effect.get_untracked().filter(|_| granted);
        let letter = Claim {
            system: system.get_untracked(),
            title: normal(&title.get_untracked()),
            asked: asked.get_untracked(),
            outcome: outcome.get_untracked(),
            decided: decided.get_untracked(),
            answer: normal(&answer.get_untracked()),
            effect,
            months: months.filter(|_| effect.is_some()),
            files: files.get_untracked(),
            documents: document.get_untracked().into_iter().chain(others).collect(),
            notes: normal(&notes.get_untracked()),
            ..base.clone()
        };
        let before = before.clone();
        let deed = async move {
            match (id, before) {
                (Some(id), Some(before)) => record::change(desk, id, &before, &letter).await,
                _ => record::add(desk, &letter).await.map(drop),
            }
        };
        form.run(deed, move |()| leave.run(words.care().saved));
    };
    let outcomes =
        Outcome::ALL.iter().map(|value| Chip { value: *value, name: (said.outcomes)(*value).into(), glyph: None });
    let answered = Signal::derive(move || outcome.get() != Outcome::Waiting);
    let optional = words.common().optional;
    let today = desk.today();
    view! {
        <FormPage title=if id.is_some() { said.claim } else { said.add_claim } back form on_save=Callback::new(save)>
            <TextField label=said.happened value=title error=form.error("title") />
            <Combobox label=words.care().covers optional options=systems(desk) value=system typed=typed_system />
            <PartialDateField legend=said.asked value=asked today words=date_words(words) error=form.error("asked") />
            <FilesField label=said.claim_files files form />
            <Combobox label=words.document().one optional options=documents(desk) value=document typed />
            <Choice legend=said.outcome options=outcomes.collect() value=outcome />
            <When is=answered>
                <Answered form decided answer outcome effect months />
            </When>
            <AreaField label=words.care().notes value=notes error=form.error("notes") optional />
            {id.map(|id| view! { <Delete id leave /> })}
        </FormPage>
    }
}

/// What they said, and what it did to the warranty.
#[component]
fn Answered(
    form: Form,
    decided: RwSignal<Option<model::PartialDate>>,
    answer: RwSignal<String>,
    outcome: RwSignal<Outcome>,
    effect: RwSignal<Option<Moves>>,
    months: RwSignal<String>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.warranty();
    let optional = words.common().optional;
    let (wrong_day, wrong_answer, wrong_months) = (form.error("decided"), form.error("answer"), form.error("months"));
    let effects = move || {
        let values = std::iter::once(None).chain(Moves::ALL.iter().copied().map(Some));
        values.map(|value| Chip { value, name: (said.effects)(value).into(), glyph: None }).collect::<Vec<_>>()
    };
    let granted = Signal::derive(move || outcome.get() != Outcome::Refused);
    let moves = Signal::derive(move || effect.get().is_some());
    view! {
        <PartialDateField legend=said.decided value=decided today=desk.today() words=date_words(words) optional error=wrong_day />
        <AreaField label=said.answer value=answer error=wrong_answer optional />
        <When is=granted>
            <Choice legend=said.effect options=effects() value=effect />
            <When is=moves>
                <TextField label=said.effect_months hint=said.effect_hint value=months unit=words.care().months_unit keyboard="numeric" error=wrong_months optional />
            </When>
        </When>
    }
}

/// Takes the claim away.
#[component]
fn Delete(id: RecordId, leave: Callback<&'static str>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let press = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match claim::set_deleted(desk, id, true).await {
                Ok(()) => {
                    leave.run(words.care().saved);
                    let undo = Callback::new(move |()| {
                        leptos::task::spawn_local(async move { drop(claim::set_deleted(desk, id, false).await) });
                    });
                    toaster.say_with_undo((words.care().deleted)(words.warranty().claim), words.common().undo, undo);
                }
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    view! { <Button label=words.warranty().delete_claim glyph=Glyph::TRASH weight=Weight::Quiet on_press=press /> }
}

/// The documents of the home by title.
fn documents(desk: Desk) -> Signal<Vec<Pick<RecordId>>> {
    Signal::derive(move || {
        let words = desk.words();
        let all = desk.library.shelf::<Document>();
        let pick = |paper: std::sync::Arc<crate::data::Kept<Document>>| Pick {
            value: paper.id,
            name: paper.letter.title.clone(),
            detail: (words.choice().document)(paper.letter.sort).to_owned(),
        };
        crate::data::by_name(all.values().map(pick).collect(), |pick| &pick.name)
    })
}
