//! The photos of a record: in a grid, and one of them large.

use super::{picture, use_toaster};
use crate::browser::object_url;
use crate::components::{Dialog, Photo, Photos, dynamic};
use crate::deeds::{Trouble, attach};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::FileRef;
use std::pin::Pin;

/// Where the small picture of a photo can be shown from.
pub type Small = Callback<FileRef, Signal<Option<String>>>;

/// Where the photo itself can be shown from, once it was fetched.
pub type Whole = Callback<FileRef, Pin<Box<dyn Future<Output = Result<String, Trouble>>>>>;

/// The photos among `files`, each of which opens large; nothing if there is none.
#[component]
pub fn Gallery(
    /// The files.
    files: Vec<FileRef>,
    /// The first is as wide as the page.
    #[prop(optional)]
    lead: bool,
) -> impl IntoView {
    view! { <Pictures files lead small=Callback::new(picture) whole=of_home(use_desk()) /> }
}

fn of_home(desk: Desk) -> Whole {
    Callback::new(move |file: FileRef| {
        let fetched: Pin<Box<dyn Future<Output = _>>> = Box::pin(async move { attach::original(desk, &file).await });
        fetched
    })
}

/// The same, wherever the photos are kept.
#[component]
pub fn Pictures(
    /// The files.
    files: Vec<FileRef>,
    /// The first is as wide as the page.
    #[prop(optional)]
    lead: bool,
    /// The small pictures.
    small: Small,
    /// The photos themselves.
    whole: Whole,
) -> impl IntoView {
    let words = use_desk().words();
    let open = RwSignal::new(false);
    let large = RwSignal::new(None::<FileRef>);
    let photos: Vec<FileRef> = files.into_iter().filter(FileRef::is_photo).collect();
    if photos.is_empty() {
        return ().into_any();
    }
    let photo = move |file: FileRef| {
        let show = file.clone();
        let on_open = Callback::new(move |()| {
            large.set(Some(show.clone()));
            open.set(true);
        });
        let open_label = (words.field().open_photo)(name(&file));
        let caption = file.caption.clone();
        view! { <Photo source=small.run(file) caption waiting=words.form().photo_waiting open_label on_open /> }
    };
    let title = move || large.with(|file| file.as_ref().map(|file| name(file).to_owned()).unwrap_or_default());
    view! {
        <Photos lead>{photos.into_iter().map(photo).collect_view()}</Photos>
        {dynamic(move || {
            let title = title();
            (!title.is_empty()).then(|| view! {
                <Dialog open title close=words.common().close>
                    {dynamic(move || large.get().map(|file| view! { <Shown file whole /> }))}
                </Dialog>
            })
        })}
    }
    .into_any()
}

/// What a photo is called: its caption, else the name of its file.
fn name(file: &FileRef) -> &str {
    if file.caption.is_empty() { &file.name } else { &file.caption }
}

/// A photo in the size in which it is kept, fetched if it is not on this device.
#[component]
pub fn Large(
    /// The photo.
    file: FileRef,
) -> impl IntoView {
    view! { <Shown file whole=of_home(use_desk()) /> }
}

#[component]
fn Shown(file: FileRef, whole: Whole) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let source = RwSignal::new(None::<String>);
    // A browser that does not know the format (HEIC outside Safari) says so when it tries.
    let strange = RwSignal::new(false);
    let described = name(&file).to_owned();
    leptos::task::spawn_local(async move {
        match whole.run(file).await {
            // The page may have gone meanwhile.
            Ok(url) => {
                if let Some(unused) = source.try_set(Some(url)).flatten() {
                    object_url::revoke(&unused);
                }
            }
            Err(trouble) => toaster.say(trouble.told(desk.words())),
        }
    });
    on_cleanup(move || {
        if let Some(url) = source.try_get_untracked().flatten() {
            object_url::revoke(&url);
        }
    });
    move || match source.get() {
        Some(_) if strange.get() => {
            view! { <p class="soft" role="status">{desk.words().field().not_shown}</p> }.into_any()
        }
        Some(source) => {
            let fails = move |_| strange.set(true);
            view! { <img class="photo__large" src=source alt=described.clone() on:error=fails /> }.into_any()
        }
        None => view! { <p class="soft" role="status">{desk.words().common().loading}</p> }.into_any(),
    }
}
