//! Writing an entry, three taps for the most common one; and correcting one with the same boxes.

mod aim;
mod boxes;
mod draft;
mod files;
mod look;
mod more;
mod questions;
mod rest;
mod sender;
mod systems;

use crate::components::{Button, Notice, NoticeKind, Weight};
use crate::data::{Kept, ledger, next};
use crate::deeds;
use crate::deeds::Trouble;
use crate::deeds::contribute::Outcome;
use crate::deeds::entry::Writing;
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, FormPage};
use crate::pages::keeper::Keeper;
use crate::pages::remarks::remarks_say;
use crate::pages::{NotFound, Page, field, use_toaster};
use crate::route::Draw;
use aim::Aim;
use boxes::Boxes;
use draft::Draft;
use files::Files;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::access::Action;
use model::schedule::Next;
use model::task::Task;
use model::{Date, EditKey, RecordId};
use questions::{Questions, suggestion};
use rest::add_more;
use sender::{SenderBoxes, Sending};

/// Writing an entry, or correcting one.
#[lazy]
pub fn add() -> Draw {
    || view! { <AddPage /> }.into_any()
}

/// Fetches all that writing an entry takes, so that it can be written where there is no signal.
pub async fn ahead() {
    add().await;
    add_more().await;
    remarks_say().await;
}

#[component]
fn AddPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (params, query) = (use_params_map(), use_query_map());
    let Some(aim) = untrack(|| params.with(|params| query.with(|query| Aim::of(desk, params, query)))) else {
        return view! { <NotFound /> }.into_any();
    };
    if !untrack(|| desk.may(Action::Add)) {
        let notice = view! { <Notice kind=NoticeKind::Warn title=words.trouble().forbidden /> };
        return view! { <Page title=words.add().title>{notice}</Page> }.into_any();
    }
    // Who shares sees where a visitor adds, and nothing that would become part of their own home.
    if untrack(|| deeds::visit::visiting(desk)).is_some_and(|visiting| visiting.share.is_none()) {
        let notice = view! { <Notice kind=NoticeKind::Info title=words.add().preview body=words.add().preview_lead /> };
        return view! { <Page title=words.add().title>{notice}</Page> }.into_any();
    }
    // What was being written before; the form is drawn once this is known.
    let before = RwSignal::new(None::<Option<Draft>>);
    let place = aim.place.clone();
    leptos::task::spawn_local(async move {
        let kept = deeds::draft::read(desk, &place).await;
        let _ = before.try_set(Some(kept));
    });
    let shown = move || before.get().map(|kept| view! { <Entry aim=aim.clone() kept before /> });
    shown.into_any()
}

/// The form.
#[component]
fn Entry(
    /// What is going to be written.
    aim: Aim,
    /// What was being written before.
    kept: Option<Draft>,
    /// Draws the form anew, with what is set here.
    before: RwSignal<Option<Option<Draft>>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let is_kept = kept.is_some();
    let first = kept.unwrap_or_else(|| aim.start.clone());
    let has_more = first.has_more();
    let boxes = Boxes::of(first);
    let files = Files::new(boxes.files);
    let keeper = StoredValue::new_local(Keeper::new(desk, aim.place.clone()));
    take_shared(boxes, files);

    let start = aim.start.clone();
    Effect::new(move |_| {
        let draft = boxes.draft();
        keeper.with_value(|keeper| keeper.keep((draft != start).then_some(draft)));
    });

    let known = field::systems(desk);
    let suggested = suggestion(desk, boxes, known);
    let title = match (aim.root.is_some(), desk.visiting.get_untracked()) {
        (true, _) => words.add().amend_title,
        (false, true) => words.contribution().entry_title,
        (false, false) => words.add().title,
    };
    let back = aim.back.clone();
    let aims = aim.clone();
    let sending = desk.visiting.get_untracked().then(|| Sending::new(desk));
    let save = Callback::new(move |()| {
        let draft = untrack(|| boxes.draft());
        let pending = files.pending.get_untracked();
        if pending > 0 {
            return toaster.say((words.add().keeping)(pending));
        }
        if aims.root.is_some() && draft == aims.start {
            return toaster.say(words.add().unchanged);
        }
        let entry = match draft.letter(&aims.base, &suggested.get_untracked()) {
            Ok(entry) => entry,
            Err(faults) => return form.show(faults),
        };
        if let Some(sending) = sending {
            let navigate = navigate.clone();
            return form.run(sending.send(desk, entry, draft), move |outcome| {
                keeper.with_value(Keeper::end);
                let said = words.contribution();
                toaster.say(if outcome == Outcome::Sent { said.sent } else { said.kept });
                navigate("/", NavigateOptions { replace: true, ..NavigateOptions::default() });
            });
        }
        let names: Vec<_> = known.get_untracked().into_iter().map(|pick| (pick.value, pick.name)).collect();
        let systems = draft.concerned(&names, words);
        let writing = Writing { entry, systems, task: aims.task.clone() };
        let (navigate, aim) = (navigate.clone(), aims.clone());
        form.run(written(desk, writing, aim.instead_of), move |id| {
            keeper.with_value(Keeper::end);
            let said =
                if aim.root.is_some() && aim.instead_of.is_none() { words.add().amended } else { words.add().saved };
            match aim.task.and_then(|task| untrack(|| next_due(desk, &task))) {
                Some(day) => toaster.say((words.add().saved_next)(&words.day(day))),
                None => toaster.say(said),
            }
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            let shown = aim.root.filter(|_| aim.base.amends.is_some()).unwrap_or(id);
            navigate(&format!("/logbook/{shown}"), options);
        });
    });
    let fresh = move || {
        let again = Callback::new(move |()| before.set(Some(None)));
        view! { <Button label=words.add().draft_fresh weight=Weight::Small on_press=again /> }.into_any()
    };
    let task = aim.task.as_ref().map(|task| {
        let marks = (words.add().marks_done)(&task.letter.title);
        view! { <Notice kind=NoticeKind::Info title=marks /> }
    });
    let word = if sending.is_some() { words.contribution().send } else { words.common().save };
    view! {
        <FormPage title back form save=word on_save=save>
            {sending.map(|sending| view! { <SenderBoxes sending form /> })}
            {is_kept.then(|| view! { <Notice kind=NoticeKind::Info title=words.add().draft_title actions=fresh() /> })}
            {task}
            <Questions aim boxes files form known suggested has_more />
        </FormPage>
    }
}

/// When a task is due again.
fn next_due(desk: Desk, task: &Kept<Task>) -> Option<Date> {
    match next(&desk.library, &ledger(&desk.library), task) {
        Next::Due(due) => Some(due.by),
        Next::Never | Next::Unknown => None,
    }
}

/// Writes an entry, and then lets go of what was refused before: what was written is never nowhere.
async fn written(desk: Desk, writing: Writing, instead_of: Option<EditKey>) -> Result<RecordId, Trouble> {
    let id = deeds::entry::write(desk, writing).await?;
    if let Some(refused) = instead_of {
        deeds::unsent::discard(desk, refused).await?;
    }
    Ok(id)
}

/// What another app handed over becomes the beginning of the entry, when the page opens and whenever more comes.
fn take_shared(boxes: Boxes, files: Files) {
    let desk = use_desk();
    let handed = use_query_map().with_untracked(|query| query.get("shared"));
    if handed.as_deref() == Some("failed") {
        use_toaster().say(desk.words().add().share_lost);
    }
    Effect::new(move |_| {
        if !desk.shared.get() && handed.is_none() {
            return;
        }
        leptos::task::spawn_local(async move {
            // Setting it runs this effect again, so that setting it always would never end.
            if desk.shared.get_untracked() {
                desk.shared.set(false);
            }
            let shared = crate::pwa::shared::take().await;
            if !shared.text.is_empty() {
                let _ = boxes.notes.try_update(|notes| {
                    *notes = [notes.as_str(), shared.text.as_str()].join("\n").trim().to_owned();
                });
            }
            files.take(shared.files);
        });
    });
}
