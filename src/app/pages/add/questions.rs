//! What is asked first: the photo, what it was, a few words, the system, when and for how much.

use super::aim::Aim;
use super::boxes::Boxes;
use super::files::{Files, FilesBox};
use super::more::MoreBox;
use super::rest::{Asked, add_settles};
use super::systems::SystemsBox;
use crate::components::{Chip, Choice, Glyph, PartialDateField, Pick, TextField, When};
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, date_words};
use crate::route::fetched;
use leptos::prelude::*;
use model::RecordId;
use model::entry::{EntryType, Severity};

/// What the entry is called if nobody says: its kind, and the system or the fault.
pub fn suggestion(desk: Desk, boxes: Boxes, known: Signal<Vec<Pick<RecordId>>>) -> Memo<String> {
    Memo::new(move |_| {
        let words = desk.words();
        let first = boxes.systems.with(|systems| systems.first().copied());
        let name = first.and_then(|id| known.with(|known| known.iter().find(|pick| pick.value == id).cloned()));
        let typed = boxes.new_system.with(|typed| model::canonical::normal(typed));
        let name = name.map(|pick| pick.name).or(Some(typed).filter(|typed| !typed.is_empty()));
        let settled = boxes.settles.with(|id| id.parse().ok()).and_then(|id| desk.library.entry(id));
        let name = name.or_else(|| settled.map(|fault| fault.letter.title.clone()));
        (words.add().suggestion)((words.choice().entry)(boxes.sort.get()), name.as_deref())
    })
}

/// The drawing of a sort of event.
pub fn glyph(sort: EntryType) -> Glyph {
    match sort {
        EntryType::Repair => Glyph::WRENCH,
        EntryType::Installation => Glyph::PLUG,
        EntryType::Service => Glyph::REPEAT,
        EntryType::Inspection => Glyph::EYE,
        EntryType::Fault => Glyph::TRIANGLE_ALERT,
        EntryType::Note => Glyph::NOTEBOOK_PEN,
    }
}

/// The questions.
#[component]
pub fn Questions(
    /// What is going to be written.
    aim: Aim,
    /// The boxes.
    boxes: Boxes,
    /// The files.
    files: Files,
    /// The form.
    form: Form,
    /// The home's systems.
    known: Signal<Vec<Pick<RecordId>>>,
    /// What the entry is called if nobody says.
    suggested: Memo<String>,
    /// What is folded away is open from the start.
    has_more: bool,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let kinds = EntryType::ALL.iter().map(|sort| Chip {
        value: *sort,
        name: (words.choice().entry)(*sort).to_owned(),
        glyph: Some(glyph(*sort)),
    });
    let severities = || {
        let chip = |severity: &Severity| Chip {
            value: *severity,
            name: (words.choice().severity)(*severity).to_owned(),
            glyph: None,
        };
        Severity::ALL.iter().map(chip).collect::<Vec<_>>()
    };
    let title_error = form.error("title");
    let title = move || {
        let placeholder = suggested.get();
        view! { <TextField label=words.add().what value=boxes.title placeholder error=title_error /> }
    };
    let amends = aim.root.is_some();
    let reason_error = form.error("reason");
    provide_context(Asked { boxes, form, settled: aim.start.settles });
    view! {
        {amends.then(|| view! {
            <TextField label=words.add().reason hint=words.add().reason_hint value=boxes.reason optional=words.common().optional error=reason_error />
        })}
        <FilesBox files form />
        <Choice legend=words.add().kind options=kinds.collect() value=boxes.sort />
        <When is=Signal::derive(move || boxes.sort.get() == EntryType::Fault)>
            <Choice legend=words.add().severity options=severities() value=boxes.severity />
        </When>
        {title}
        <SystemsBox boxes form known />
        {fetched(Signal::stored(true), || Box::pin(add_settles()))}
        <div class="pair">
            <PartialDateField legend=words.add().when value=boxes.when today=desk.today() words=date_words(words) error=form.error("when") />
            <TextField label=words.add().cost value=boxes.cost optional=words.common().optional sign=words.add().rand keyboard="decimal" error=form.error("cost") />
        </div>
        <MoreBox form open=has_more />
    }
}
