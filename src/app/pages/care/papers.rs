//! The files of a record, to be looked at or saved.

use crate::browser::page;
use crate::components::{Button, Glyph, Icon, Photo, Photos, Row, Rows, Section, Weight};
use crate::deeds::attach;
use crate::desk::use_desk;
use crate::pages::{picture, use_toaster};
use leptos::prelude::*;
use model::FileRef;

/// Photos large, other papers as rows; each can be saved.
#[component]
pub fn Papers(
    /// The files.
    files: Vec<FileRef>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let save = Callback::new(move |file: FileRef| {
        leptos::task::spawn_local(async move {
            match attach::original(desk, &file).await {
                Ok(url) => page::save_url(&file.name, &url),
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    let (photos, papers): (Vec<FileRef>, Vec<FileRef>) = files.into_iter().partition(FileRef::is_photo);
    let has_photos = !photos.is_empty();
    let photos = photos.into_iter().map(|file| {
        let opened = file.clone();
        let on_open = Callback::new(move |()| save.run(opened.clone()));
        let (caption, open_label) = (file.caption.clone(), file.name.clone());
        view! { <Photo source=picture(file) caption waiting=words.form().photo_waiting open_label on_open /> }
    });
    let photos = photos.collect_view();
    let has_papers = !papers.is_empty();
    let papers = papers.into_iter().map(|file| {
        let lead = view! { <Icon glyph=Glyph::FILE_TEXT /> }.into_any();
        let (name, size) = (file.name.clone(), words.bytes(file.size));
        let end = view! { <Button label=words.common().open weight=Weight::Small on_press=Callback::new(move |()| save.run(file.clone())) /> };
        view! { <Row title=name lead text=size.into_any() end=end.into_any() /> }
    });
    let papers = papers.collect_view();
    view! {
        {has_photos.then(|| view! { <Photos>{photos}</Photos> })}
        {has_papers.then(|| view! { <Section title=words.care().papers><Rows>{papers}</Rows></Section> })}
    }
}
