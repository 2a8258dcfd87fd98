//! The file of a paper as it can be looked at here: a photo, the pages of a PDF; anything else can only be saved.

pub use super::page::save;
use super::pdf::PdfViewer;
use crate::components::{Button, Glyph, Notice, NoticeKind};
use crate::desk::use_desk;
use crate::pages::gallery::Large;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::FileRef;

/// The file of a paper.
#[component]
pub fn Viewer(
    /// The file.
    file: FileRef,
    /// How many pages it has, told once that is known.
    pages: RwSignal<Option<u32>>,
) -> impl IntoView {
    let words = use_desk().words();
    pages.set(None);
    if file.is_photo() {
        view! { <div class="viewer"><div class="viewer__page"><Large file /></div></div> }.into_any()
    } else if file.media == "application/pdf" {
        view! { <PdfViewer file pages /> }.into_any()
    } else {
        view! { <SaveOnly file title=words.document().only_saved.to_owned() /> }.into_any()
    }
}

/// A file that is not shown, with the reason and the way to save it.
#[component]
pub fn SaveOnly(
    /// The file.
    file: FileRef,
    /// Why it is not shown.
    title: String,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let name = file.name.clone();
    let on_press = Callback::new(move |()| save(desk, toaster, file.clone()));
    let actions = view! { <Button label=words.document().save glyph=Glyph::DOWNLOAD on_press /> }.into_any();
    view! { <Notice kind=NoticeKind::Info title body=name actions /> }
}
