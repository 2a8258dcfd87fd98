//! The photos and papers of a deal, which are not the home's.

use crate::browser::{object_url, page};
use crate::components::{Button, Glyph, Weight};
use crate::deeds::Trouble;
use crate::deeds::portal as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::gallery::Pictures;
use crate::pages::picture::held;
use crate::pages::{Toaster, use_toaster};
use leptos::prelude::*;
use model::{FileRef, SpaceId};
use std::pin::Pin;
use sync::StoreError;

/// The photos among `files`, each of which opens large, and the other papers, each of which can be saved; nothing if there is none.
#[component]
pub fn DealPhotos(
    /// The deal.
    space: SpaceId,
    /// The files.
    files: Vec<FileRef>,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    if files.is_empty() {
        return ().into_any();
    }
    let (photos, papers): (Vec<FileRef>, Vec<FileRef>) = files.into_iter().partition(FileRef::is_photo);
    let small = Callback::new(move |file: FileRef| held(async move { deeds::picture(desk, space, &file).await }));
    let whole = Callback::new(move |file: FileRef| {
        let fetched: Pin<Box<dyn Future<Output = _>>> = Box::pin(async move { original(desk, space, &file).await });
        fetched
    });
    let papers = papers.into_iter().map(|file| paper(desk, toaster, space, file)).collect_view();
    view! { <Pictures files=photos small whole /> <p class="line">{papers}</p> }.into_any()
}

async fn original(desk: Desk, space: SpaceId, file: &FileRef) -> Result<String, Trouble> {
    let content = deeds::content(desk, space, file).await?;
    object_url::of(&content, &file.media).ok_or(Trouble::Store(StoreError::Unavailable("object URLs".into())))
}

/// A paper: it is saved and opened by what the device has for it, never within the app.
fn paper(desk: Desk, toaster: Toaster, space: SpaceId, file: FileRef) -> AnyView {
    let name = file.name.clone();
    let save = Callback::new(move |()| {
        let file = file.clone();
        leptos::task::spawn_local(async move {
            match deeds::content(desk, space, &file).await {
                Ok(content) => page::save_file(&file.name, &content, &file.media),
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    view! { <Button label=name glyph=Glyph::FILE_TEXT weight=Weight::Small on_press=save /> }.into_any()
}
