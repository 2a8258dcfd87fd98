//! The photos of a deal, which are not the home's.

use crate::components::{Photo, Photos};
use crate::deeds::portal as deeds;
use crate::desk::use_desk;
use crate::pages::picture::held;
use leptos::prelude::*;
use model::{FileRef, SpaceId};

/// The photos among `files`, and the names of the other papers; nothing if there is none.
#[component]
pub fn DealPhotos(
    /// The deal.
    space: SpaceId,
    /// The files.
    files: Vec<FileRef>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    if files.is_empty() {
        return ().into_any();
    }
    let (photos, papers): (Vec<FileRef>, Vec<FileRef>) = files.into_iter().partition(FileRef::is_photo);
    let photos = photos.into_iter().map(|file| {
        let caption = file.caption.clone();
        let open_label = (words.field().open_photo)(&file.name);
        let source = held(async move { deeds::picture(desk, space, &file).await });
        view! { <Photo source caption waiting=words.form().photo_waiting open_label /> }
    });
    let photos = photos.collect_view();
    let papers = papers.into_iter().map(|file| view! { <li class="small">{file.name}</li> }).collect_view();
    view! { <Photos>{photos}</Photos> <ul class="portal__lines">{papers}</ul> }.into_any()
}
