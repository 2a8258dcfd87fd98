//! Photos and papers of something that is being written in a job: they go where the job's are, not where the home's are.

use crate::browser::photo::Picked;
use crate::components::{Glyph, Photo, Photos, Picker};
use crate::deeds::portal as deeds;
use crate::desk::use_desk;
use crate::pages::form::told;
use crate::pages::picture::held;
use crate::pages::use_toaster;
use leptos::ev::Event;
use leptos::prelude::*;
use model::{FileRef, SpaceId};

/// The files, and the way to one more. Each is kept on this device as soon as it is picked.
#[component]
pub fn PhotosField(
    /// What they are.
    #[prop(into)]
    label: String,
    /// The job.
    space: SpaceId,
    /// They, in the order in which they are shown.
    files: RwSignal<Vec<FileRef>>,
    /// Papers too.
    #[prop(optional)]
    papers: bool,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let pick = Callback::new(move |event: Event| {
        let picked = Picked::from_input(&event.target().into());
        leptos::task::spawn_local(async move {
            for picked in picked {
                match deeds::add_file(desk, space, picked).await {
                    Ok(file) => drop(files.try_update(|files| files.push(file))),
                    Err(trouble) if trouble.faults().is_empty() => toaster.say(trouble.told(desk.words())),
                    Err(trouble) => trouble.faults().iter().for_each(|fault| toaster.say(told(desk.words(), fault))),
                }
            }
        });
    });
    let shown = move || {
        let all = files.get();
        (!all.is_empty()).then(|| {
            let each = all.into_iter().enumerate().map(move |(at, file)| view! { <Kept at file files space /> });
            view! { <Photos>{each.collect_view()}</Photos> }
        })
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{label} " " <span class="field__optional">{words.common().optional}</span></legend>
            {shown}
            <div class="line">
                <Picker label=words.form().take_photo glyph=Glyph::CAMERA capture=true on_pick=pick />
                <Picker label=words.form().add_file glyph=Glyph::PAPERCLIP accept=if papers { "*/*" } else { "image/*" } multiple=true quiet=true on_pick=pick />
            </div>
        </fieldset>
    }
}

/// A file that is kept, with the cross that takes it away.
#[component]
fn Kept(at: usize, file: FileRef, files: RwSignal<Vec<FileRef>>, space: SpaceId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let name = file.name.clone();
    let remove = Callback::new(move |()| {
        files.update(|files| {
            if at < files.len() {
                files.remove(at);
            }
        });
    });
    let remove = ((words.form().remove_file)(&name), remove);
    let is_photo = file.is_photo();
    let waiting = if is_photo { words.form().photo_waiting.to_owned() } else { name.clone() };
    let source =
        if is_photo { held(async move { deeds::picture(desk, space, &file).await }) } else { Signal::derive(|| None) };
    view! { <Photo source caption=String::new() waiting open_label=name remove /> }
}
