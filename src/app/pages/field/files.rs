//! The photos and papers of a record that is being written.

use crate::browser::photo::Picked;
use crate::components::{Glyph, Icon, Photo, Photos, Picker, dynamic};
use crate::deeds::{Trouble, attach};
use crate::desk::use_desk;
use crate::pages::form::{Form, told};
use crate::pages::{picture, use_toaster};
use leptos::ev::Event;
use leptos::prelude::*;
use model::{FileRef, SpaceId};

/// Photos and papers, those there are and the way to add one. Each is kept on this device as soon as it is picked.
#[component]
pub fn FilesField(
    /// What the files are.
    #[prop(into)]
    label: String,
    /// Help above them.
    #[prop(optional, into)]
    hint: String,
    /// The files, in the order in which they are shown.
    files: RwSignal<Vec<FileRef>>,
    /// The form that they belong to.
    form: Form,
    /// Photos only.
    #[prop(optional)]
    photos_only: bool,
    /// The deal that they go into; none for the open home.
    #[prop(optional)]
    deal: Option<SpaceId>,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let error = form.error("files");
    let pick = Callback::new(move |event: Event| {
        let picked = Picked::from_input(&event.target().into());
        leptos::task::spawn_local(async move {
            for picked in picked {
                match attach::add_file(desk, deal, picked).await {
                    Ok(file) => drop(files.try_update(|files| files.push(file))),
                    Err(Trouble::Faults(faults)) => {
                        faults.iter().for_each(|fault| toaster.say(told(desk.words(), fault)))
                    }
                    Err(trouble) => toaster.say(trouble.told(desk.words())),
                }
            }
        });
    });
    let shown = move || {
        let all = files.get();
        (!all.is_empty()).then(|| {
            let each = all.into_iter().enumerate().map(move |(at, file)| view! { <Kept at file files /> });
            view! { <Photos>{each.collect_view()}</Photos> }
        })
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{label} " " <span class="field__optional">{words.common().optional}</span></legend>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint">{hint}</p> })}
            {dynamic(move || error.get().map(|error| view! { <p class="field__error" role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p> }))}
            {shown}
            <div class="line">
                <Picker label=words.form().take_photo glyph=Glyph::CAMERA capture=true on_pick=pick />
                <Picker label=words.form().add_file glyph=Glyph::PAPERCLIP accept=if photos_only { "image/*" } else { "*/*" } multiple=true quiet=true on_pick=pick />
            </div>
        </fieldset>
    }
}

/// A file that is kept, with the cross that takes it away.
#[component]
fn Kept(at: usize, file: FileRef, files: RwSignal<Vec<FileRef>>) -> impl IntoView {
    let words = use_desk().words();
    let name = if file.caption.is_empty() { file.name.clone() } else { file.caption.clone() };
    let remove = Callback::new(move |()| {
        files.update(|files| {
            if at < files.len() {
                files.remove(at);
            }
        });
    });
    let remove = ((words.form().remove_file)(&name), remove);
    let is_photo = file.is_photo();
    let source = if is_photo { picture(file) } else { Signal::derive(|| None) };
    let waiting = if is_photo { words.form().photo_waiting.to_owned() } else { name.clone() };
    view! { <Photo source caption=String::new() waiting open_label=name remove /> }
}
