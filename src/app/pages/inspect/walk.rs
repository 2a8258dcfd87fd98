//! Walking a checklist, point by point. What was found is kept on the device until it is finished.

use super::offer::{Offer, points};
use crate::components::{Button, Chip, Choice, Notice, NoticeKind, TextField, Weight, When, dynamic};
use crate::deeds::draft;
use crate::deeds::inspection::{self, Walked};
use crate::desk::{Desk, use_desk};
use crate::pages::field::FilesField;
use crate::pages::form::{Form, FormPage};
use crate::pages::keeper::Keeper;
use crate::pages::use_toaster;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::FileRef;
use model::catalogue::UsualSource;
use model::checklist::Look;
use model::entry::Severity;
use model::inspection::Found;

/// The page: what was begun before, or the list from its start.
#[component]
pub fn WalkPage(
    /// The checklist.
    offer: Offer,
) -> impl IntoView {
    let desk = use_desk();
    let place = draft::place(desk, &format!("inspect/{}", offer.key));
    let before = RwSignal::new(None::<Vec<Walked>>);
    let read = place.clone();
    leptos::task::spawn_local(async move {
        let kept = draft::read(desk, &read).await;
        before.try_set(Some(kept.unwrap_or_default()));
    });
    dynamic(move || before.get().map(|kept| view! { <Walk offer=offer.clone() place=place.clone() kept before /> }))
}

/// The boxes of a point.
#[derive(Clone, Copy)]
struct Boxes {
    found: RwSignal<Found>,
    note: RwSignal<String>,
    files: RwSignal<Vec<FileRef>>,
    severity: RwSignal<Severity>,
    task: RwSignal<bool>,
}

impl Boxes {
    fn of(walked: &Walked) -> Self {
        Self {
            found: RwSignal::new(walked.found),
            note: RwSignal::new(walked.note.clone()),
            files: RwSignal::new(walked.files.clone()),
            severity: RwSignal::new(walked.severity),
            task: RwSignal::new(walked.task),
        }
    }

    /// What stands in them, on top of the point; tracks them.
    fn walked(self, point: &Walked) -> Walked {
        Walked {
            found: self.found.get(),
            note: self.note.get(),
            files: self.files.get(),
            severity: self.severity.get(),
            task: self.task.get(),
            ..point.clone()
        }
    }
}

#[component]
fn Walk(
    offer: Offer,
    place: String,
    /// What was begun before; nothing for a new walk.
    kept: Vec<Walked>,
    /// Draws it anew, with what is set here.
    before: RwSignal<Option<Vec<Walked>>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.inspect();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let is_kept = !kept.is_empty();
    let earlier =
        |point: &Walked| kept.iter().find(|kept| kept.title == point.title && kept.system == point.system).cloned();
    let rows: Vec<(Look, Walked, Boxes)> = points(desk, &offer.list)
        .into_iter()
        .map(|(look, point)| {
            let boxes = Boxes::of(&earlier(&point).unwrap_or_else(|| point.clone()));
            (look, point, boxes)
        })
        .collect();
    let shown = rows.iter().map(|(look, point, boxes)| point_view(desk, look, point, *boxes, form)).collect_view();
    let rows = StoredValue::new(rows);
    let walked =
        move || rows.with_value(|rows| rows.iter().map(|(_, point, boxes)| boxes.walked(point)).collect::<Vec<_>>());
    let keeper = StoredValue::new_local(Keeper::new(desk, place));
    Effect::new(move |before: Option<()>| {
        let now = walked();
        if before.is_some() {
            keeper.with_value(|keeper| keeper.keep(Some(now)));
        }
    });
    let by = RwSignal::new(String::new());
    let (title, key) = (offer.list.name.clone(), offer.key.clone());
    let finish = Callback::new(move |()| {
        let (title, key, navigate) = (title.clone(), key.clone(), navigate.clone());
        let (points, by) = (untrack(walked), by.get_untracked());
        form.run(async move { inspection::finish(desk, &title, key, &by, &points).await }, move |id| {
            keeper.with_value(Keeper::end);
            toaster.say(said.finished);
            navigate(&format!("/inspections/{id}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
        });
    });
    let counts = move || {
        let count = |found| walked().iter().filter(|point| point.found == found).count();
        (said.finish_lead)(count(Found::Failed), count(Found::Unseen))
    };
    let anew = move || {
        let again = Callback::new(move |()| before.set(Some(Vec::new())));
        view! { <Button label=said.discard weight=Weight::Small on_press=again /> }.into_any()
    };
    view! {
        <FormPage title=offer.list.name.clone() back="/inspections" form save=said.finish on_save=finish>
            {(!offer.list.about.is_empty()).then(|| view! { <p class="soft">{offer.list.about.clone()}</p> })}
            {is_kept.then(|| view! { <Notice kind=NoticeKind::Info title=said.resume actions=anew() /> })}
            {shown}
            <TextField label=said.by optional=words.common().optional value=by autocomplete="name" error=form.error("by") />
            <p class="small soft" role="status">{dynamic(counts)}</p>
        </FormPage>
    }
}

fn point_view(desk: Desk, look: &Look, point: &Walked, boxes: Boxes, form: Form) -> AnyView {
    let words = desk.words();
    let said = words.inspect();
    let found = [Found::Good, Found::Failed, Found::Unseen];
    let found = found.map(|value| Chip { value, name: (said.found)(value).to_owned(), glyph: None });
    let failed = Signal::derive(move || boxes.found.get() == Found::Failed);
    let looked = Signal::derive(move || boxes.found.get() != Found::Unseen);
    let severities = move || {
        let chip =
            |value: &Severity| Chip { value: *value, name: (words.choice().severity)(*value).to_owned(), glyph: None };
        Severity::ALL.iter().map(chip).collect::<Vec<_>>()
    };
    let becomes = move || {
        [(false, said.becomes_fault), (true, said.becomes_task)]
            .map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None })
            .to_vec()
    };
    let photo = (said.photo)(&point.title);
    let source = look.source.as_ref().map(|source| view! { <p class="small soft">{source_told(desk, source)}</p> });
    view! {
        <section class="inspect__point stack stack--tight">
            <Choice legend=point.title.clone() options=found.to_vec() value=boxes.found />
            <p class="small">{look.how.clone()}</p>
            {source}
            <When is=failed>
                <Choice legend=said.severity options=severities() value=boxes.severity />
                <Choice legend=said.becomes options=becomes() value=boxes.task />
            </When>
            <When is=looked>
                <FilesField label=photo.clone() files=boxes.files form photos_only=true />
                <TextField label=said.note optional=words.common().optional value=boxes.note />
            </When>
        </section>
    }
    .into_any()
}

/// Where it comes from that this is looked at.
fn source_told(desk: Desk, source: &UsualSource) -> String {
    let said = desk.words().inspect();
    if source.title.is_empty() { said.source_trade.to_owned() } else { (said.source)(&source.title, &source.says) }
}
