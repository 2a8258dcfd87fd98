//! The photos and papers of an entry: the photo comes first, and is what most people begin with.

use super::boxes::FileBox;
use super::look::add_look;
use crate::browser::photo::Picked;
use crate::components::{Button, Glyph, Icon, Photo, Photos, Picker, Row, Rows, Weight, When, dynamic};
use crate::deeds::{Trouble, attach};
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, told};
use crate::pages::{Toaster, preview, use_toaster};
use crate::route::fetched;
use leptos::ev::Event;
use leptos::prelude::*;
use model::{FileHash, FileRef};

/// What is chosen as a paper: PDFs, and scans that are pictures.
const PAPERS: &str = ".pdf,application/pdf,image/*";

/// The files of an entry that is being written. A handle.
#[derive(Clone, Copy)]
pub struct Files {
    desk: Desk,
    toaster: Toaster,
    /// Those that are kept on this device.
    pub kept: RwSignal<Vec<FileBox>>,
    /// How many are still being read and shrunk.
    pub pending: RwSignal<usize>,
}

impl Files {
    /// Files beside `kept`.
    pub fn new(kept: RwSignal<Vec<FileBox>>) -> Self {
        Self { desk: use_desk(), toaster: use_toaster(), kept, pending: RwSignal::new(0) }
    }

    /// Keeps what was picked, one after the other; what cannot be kept is told and left out.
    pub fn take(self, picked: Vec<Picked>) {
        self.pending.update(|pending| *pending += picked.len());
        leptos::task::spawn_local(async move {
            for picked in picked {
                let name = picked.name();
                match attach::add_file(self.desk, None, picked).await {
                    Ok(file) => self.add(file),
                    Err(trouble) => self.tell(&name, &trouble),
                }
                // The page may have been left meanwhile; its draft has what was kept before.
                let _ = self.pending.try_update(|pending| *pending -= 1);
            }
        });
    }

    fn add(self, file: FileRef) {
        let _ = self.kept.try_update(|kept| {
            if kept.iter().all(|other| other.file.hash != file.hash) {
                kept.push(FileBox::of(file));
            }
        });
    }

    fn take_off(self, hash: FileHash) {
        self.kept.update(|kept| kept.retain(|file| file.file.hash != hash));
    }

    /// Puts a photo before the others.
    pub fn show_first(self, hash: FileHash) {
        self.kept.update(|kept| kept.sort_by_key(|file| file.file.hash != hash));
    }

    fn tell(self, name: &str, trouble: &Trouble) {
        let words = self.desk.words();
        match trouble.faults().first() {
            Some(fault) if matches!(fault.field.as_str(), "files.width" | "files.pixels") => {
                self.toaster.say((words.add().picture_too_large)(name));
            }
            Some(fault) => self.toaster.say((words.form().other_fault)(name, &told(words, fault))),
            None => self.toaster.say(trouble.told(words)),
        }
    }
}

/// The photos and papers of an entry that is being written.
#[component]
pub fn FilesBox(
    /// The files.
    files: Files,
    /// The form.
    form: Form,
) -> impl IntoView {
    let words = use_desk().words();
    let error = form.error("files");
    let pick = Callback::new(move |event: Event| files.take(Picked::from_input(&event.target().into())));
    let look = Look { files, at: RwSignal::new(None), open: RwSignal::new(false) };
    provide_context(look);
    let has = move |photos: bool| files.kept.with(|kept| kept.iter().any(|file| file.file.is_photo() == photos));
    let (has_photos, has_papers) = (Memo::new(move |_| has(true)), Memo::new(move |_| has(false)));
    let photos = move || {
        let kept = files.kept.get().into_iter().filter(|file| file.file.is_photo());
        kept.zip(1..).map(|(file, number)| view! { <Kept number file look /> }).collect_view()
    };
    let papers = move || {
        let kept = files.kept.get().into_iter().filter(|file| !file.file.is_photo());
        kept.map(|FileBox { file, .. }| view! { <Paper file files /> }).collect_view()
    };
    let choose = move || {
        view! {
            <div class="line">
                {has_photos.get().then(|| view! { <Picker label=words.add().another_photo glyph=Glyph::CAMERA capture=true quiet=true on_pick=pick /> })}
                <Picker label=words.add().gallery glyph=Glyph::IMAGE multiple=true quiet=true on_pick=pick />
                <Picker label=words.add().paper glyph=Glyph::PAPERCLIP accept=PAPERS multiple=true quiet=true on_pick=pick />
            </div>
        }
    };
    view! {
        <div class="stack stack--tight">
            {dynamic(move || match has_photos.get() {
                true => view! { <Photos>{photos}</Photos> }.into_any(),
                false => view! { <Picker label=words.add().take_photo drop_hint=words.add().photo_hint glyph=Glyph::CAMERA capture=true on_pick=pick /> }.into_any(),
            })}
            <When is=Signal::derive(move || has_papers.get())><Rows>{papers}</Rows></When>
            <p class="soft small" role="status">
                {dynamic(move || Some(files.pending.get()).filter(|pending| *pending > 0).map(words.add().keeping))}
            </p>
            {dynamic(move || error.get().map(|error| view! { <p class="field__error" role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p> }))}
            {choose}
        </div>
        {fetched(Signal::derive(move || has_photos.get()), || Box::pin(add_look()))}
    }
}

/// A photo, with the cross that takes it away; pressing it opens it.
#[component]
fn Kept(number: usize, file: FileBox, look: Look) -> impl IntoView {
    let words = use_desk().words();
    let hash = file.file.hash;
    let remove = ((words.add().remove_photo)(number), Callback::new(move |()| look.files.take_off(hash)));
    let source = preview(file.file.clone());
    let open = Callback::new(move |()| {
        look.at.set(Some(file.clone()));
        look.open.set(true);
    });
    view! { <Photo source caption="" waiting=words.add().no_picture open_label=(words.add().photo)(number) on_open=open remove /> }
}

#[component]
fn Paper(file: FileRef, files: Files) -> impl IntoView {
    let words = use_desk().words();
    let lead = view! { <Icon glyph=Glyph::FILE_TEXT /> }.into_any();
    let remove = Callback::new(move |()| files.take_off(file.hash));
    let end = view! {
        <Button label=(words.add().remove_paper)(&file.name) glyph=Glyph::X weight=Weight::Quiet icon_only=true on_press=remove />
    };
    view! { <Row title=file.name.clone() lead text=words.bytes(file.size).into_any() end=end.into_any() /> }
}

/// Which photo is looked at, and whether it is. A handle.
#[derive(Clone, Copy)]
pub struct Look {
    /// The files.
    pub files: Files,
    /// The photo.
    pub at: RwSignal<Option<FileBox>>,
    /// Whether it is shown large.
    pub open: RwSignal<bool>,
}
