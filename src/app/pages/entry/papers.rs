//! The papers of an entry: files of its own, and documents of the home.

use crate::components::{Button, Glyph, Icon, Row, Rows, Section, Weight, When};
use crate::data::Standing;
use crate::desk::use_desk;
use crate::pages::documents::viewer::{Viewer, save};
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::FileRef;
use model::document::Document;
use model::entry::Entry;

/// The papers; nothing if there is none.
#[component]
pub fn Papers(
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let desk = use_desk();
    let documents = entry.letter.documents.clone();
    let papers: Vec<FileRef> = entry.letter.files.iter().filter(|file| !file.is_photo()).cloned().collect();
    let document = move |id: &model::RecordId| {
        let words = desk.words();
        let document = desk.library.find::<Document>(*id)?;
        let size = document.letter.file.as_ref().map(|file| words.bytes(file.size)).unwrap_or_default();
        let text = format!("{} · {size}", (words.choice().document)(document.letter.sort));
        let lead = view! { <Icon glyph=Glyph::FILE_TEXT /> }.into_any();
        Some(
            view! { <Row title=document.letter.title.clone() href=format!("/documents/{id}") lead text=text.into_any() /> },
        )
    };
    move || {
        let documents: Vec<_> = documents.iter().filter_map(document).collect();
        if documents.is_empty() && papers.is_empty() {
            return ().into_any();
        }
        let papers = papers.iter().cloned().map(|file| view! { <Paper file /> }).collect_view();
        view! { <Section title=desk.words().entry().papers><Rows>{documents} {papers}</Rows></Section> }.into_any()
    }
}

/// A file. A PDF opens below its line; anything else is saved.
#[component]
fn Paper(file: FileRef) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let open = RwSignal::new(false);
    let is_shown = file.media == "application/pdf";
    let lead = view! { <Icon glyph=Glyph::FILE_TEXT /> }.into_any();
    let title = if file.caption.is_empty() { file.name.clone() } else { file.caption.clone() };
    let size = words.bytes(file.size);
    let shown = file.clone();
    let saved = Callback::new(move |()| save(desk, toaster, file.clone()));
    let toggle = Callback::new(move |()| open.update(|open| *open = !*open));
    let end = view! {
        {is_shown.then(|| {
            let label = Signal::derive(move || if open.get() { words.common().close } else { words.common().open }.to_owned());
            view! { <Button label weight=Weight::Small on_press=toggle /> }
        })}
        <Button label=words.entry().save_paper glyph=Glyph::DOWNLOAD weight=Weight::Small icon_only=is_shown on_press=saved />
    };
    view! {
        <Row title lead text=size.into_any() end=end.into_any() />
        <When is=Signal::derive(move || open.get())>
            <li><Viewer file=shown.clone() pages=RwSignal::new(None) /></li>
        </When>
    }
}
