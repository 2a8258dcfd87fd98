//! The papers of an entry: files of its own, and documents of the home.

use crate::browser::page;
use crate::components::{Button, Glyph, Icon, Row, Rows, Section, Weight};
use crate::data::Standing;
use crate::deeds::attach;
use crate::desk::use_desk;
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
        let text = format!("{} · {size}", (words.choice.document)(document.letter.sort));
        let lead = view! { <Icon glyph=Glyph::FileText /> }.into_any();
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
        view! { <Section title=desk.words().entry.papers><Rows>{documents} {papers}</Rows></Section> }.into_any()
    }
}

/// A file, which is fetched if need be and saved.
#[component]
fn Paper(file: FileRef) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let busy = RwSignal::new(false);
    let lead = view! { <Icon glyph=Glyph::FileText /> }.into_any();
    let (title, size) =
        (if file.caption.is_empty() { file.name.clone() } else { file.caption.clone() }, words.bytes(file.size));
    let open = Callback::new(move |()| {
        let file = file.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            match attach::original(desk, &file).await {
                Ok(url) => page::save_url(&file.name, &url),
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
            // The page may have gone meanwhile.
            let _ = busy.try_set(false);
        });
    });
    let end =
        view! { <Button label=words.common.open glyph=Glyph::Download weight=Weight::Small busy on_press=open /> };
    view! { <Row title lead text=size.into_any() end=end.into_any() /> }
}
