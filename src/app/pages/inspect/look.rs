//! An inspection that was finished: what was found, point by point, and what became of it.

use crate::components::{FactLine, Facts, LinkButton, Section, Status, Tone, Weight};
use crate::deeds::inspection;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::gallery::Gallery;
use leptos::prelude::*;
use model::RecordId;
use model::inspection::{Found, Inspection, Point};
use model::task::Task;

/// The inspection.
#[component]
pub fn LookPage(
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.inspect();
    let found = inspection::all(desk).into_iter().find(|(known, _)| *known == id);
    let (_, inspection) = found.unwrap_or_default();
    let [good, failed, unseen] = [Found::Good, Found::Failed, Found::Unseen].map(|found| inspection.count(found));
    let mut lines = Vec::new();
    if !inspection.by.is_empty() {
        lines.push(FactLine::words(said.by, inspection.by.clone()));
    }
    let when = inspection.on.map(|on| words.day(on)).unwrap_or_default();
    let points = inspection.points.iter().map(|point| one(desk, &inspection, point)).collect_view();
    let back = ("/inspections".to_owned(), said.title.to_owned());
    view! {
        <Page title=said.title back class="inspect stack stack--loose">
            <header class="stack stack--tight">
                <h1>{inspection.title.clone()}</h1>
                <p class="soft">{when} " · " {(said.counts)(good, failed, unseen)}</p>
                <Facts lines />
            </header>
            {points}
            {(!inspection.notes.is_empty()).then(|| view! { <p>{inspection.notes.clone()}</p> })}
        </Page>
    }
}

/// How it was found, as a colour and a shape.
fn tone(found: Found) -> Tone {
    match found {
        Found::Good => Tone::Good,
        Found::Failed => Tone::Bad,
        Found::Unseen => Tone::Unknown,
    }
}

fn one(desk: Desk, inspection: &Inspection, point: &Point) -> AnyView {
    let said = desk.words().inspect();
    let became = point.became.map(|id| {
        let is_task = untrack(|| desk.library.find::<Task>(id)).is_some();
        let href = if is_task { format!("/tasks/{id}/edit") } else { format!("/faults/{id}") };
        view! { <p><LinkButton label=said.see href weight=Weight::Small /></p> }
    });
    let note = (!point.note.is_empty()).then(|| view! { <p>{point.note.clone()}</p> });
    let (title, tone, word, photos) =
        (point.title.clone(), tone(point.found), (said.found)(point.found), inspection.photos(point));
    view! {
        <Section title>
            <p><Status tone word /></p>
            {note}
            <Gallery files=photos />
            {became}
        </Section>
    }
    .into_any()
}
