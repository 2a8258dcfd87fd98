//! Photos on paper. They are there before the paper is: how many are still on their way is counted.

use crate::browser::{object_url, page, timer};
use crate::components::{Button, Glyph, Weight, dynamic, whenever};
use crate::deeds::later;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::FileRef;
use report::Photo;

/// Between the last photo and the browser's print dialog, so that the photo is drawn, milliseconds.
const DRAWN_MS: u64 = 60;

/// Photos that are fetched at once: a server that is asked for all of a report in one go refuses some.
const FETCHED_AT_ONCE: usize = 6;
/// Until a photo that may be fetched is looked for, milliseconds.
const TURN_MS: u64 = 30;
/// Until a photo that did not come is asked for once more, milliseconds.
const AGAIN_MS: u64 = 1500;

/// How the photos of a page stand. A handle: copies are the same count.
#[derive(Clone, Copy, Default)]
pub struct Pictures {
    waiting: RwSignal<usize>,
    missing: RwSignal<usize>,
    fetching: StoredValue<usize>,
}

impl Pictures {
    /// Fetches a photo when it is its turn; none if it is not to be had, or the page is gone.
    async fn fetch(self, desk: Desk, file: FileRef, large: bool) -> Option<String> {
        while self.fetching.try_get_value()? >= FETCHED_AT_ONCE {
            timer::wait(TURN_MS).await;
        }
        self.fetching.try_update_value(|fetching| *fetching += 1)?;
        let source =
            if large { later::engine_picture(desk, file).await } else { later::engine_preview(desk, file).await };
        self.fetching.try_update_value(|fetching| *fetching -= 1);
        source
    }

    /// Photos that are not drawn yet; tracks them.
    pub fn waiting(self) -> usize {
        self.waiting.get()
    }

    /// Photos that are neither here nor to be had; tracks them.
    pub fn missing(self) -> usize {
        self.missing.get()
    }
}

/// How far a photo has come.
#[derive(Clone, PartialEq)]
enum State {
    Sought,
    Found(String),
    Drawn(String),
    Missing,
}

impl State {
    fn source(&self) -> Option<&String> {
        match self {
            Self::Found(source) | Self::Drawn(source) => Some(source),
            Self::Sought | Self::Missing => None,
        }
    }
}

/// A photo, with its caption.
#[component]
pub fn Picture(
    /// The photo.
    photo: Photo,
    /// Where it is counted.
    pictures: Pictures,
    /// In the size in which it is kept, not the small one.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let desk = use_desk();
    let state = RwSignal::new(State::Sought);
    let Photo { caption, described, file, .. } = photo;
    pictures.waiting.update(|waiting| *waiting += 1);
    // The page may be gone by the time that a photo comes.
    let miss = move || {
        if state.try_set(State::Missing).is_none() {
            pictures.waiting.update(|waiting| *waiting -= 1);
            pictures.missing.update(|missing| *missing += 1);
        }
    };
    leptos::task::spawn_local(async move {
        let mut source = pictures.fetch(desk, file.clone(), large).await;
        if source.is_none() {
            timer::wait(AGAIN_MS).await;
            source = pictures.fetch(desk, file, large).await;
        }
        match source {
            Some(source) => {
                if state.try_set(State::Found(source.clone())).is_some() {
                    object_url::revoke(&source);
                }
            }
            None => miss(),
        }
    });
    on_cleanup(move || {
        let Some(last) = state.try_get_untracked() else { return };
        if let Some(source) = last.source() {
            object_url::revoke(source);
        }
        // The whole page may be going, and its count with it.
        let _ = match last {
            State::Sought | State::Found(_) => pictures.waiting.try_update(|waiting| *waiting -= 1),
            State::Missing => pictures.missing.try_update(|missing| *missing -= 1),
            State::Drawn(_) => None,
        };
    });
    let drawn = move |_| {
        if let State::Found(source) = state.get_untracked() {
            state.set(State::Drawn(source));
            pictures.waiting.update(|waiting| *waiting -= 1);
        }
    };
    let source = Memo::new(move |_| state.with(|state| state.source().cloned()));
    let is_missing = Memo::new(move |_| state.with(|state| *state == State::Missing));
    let shown = dynamic(move || {
        match source.get() {
        Some(source) => view! { <img class="photo__image" src=source alt=described.clone() on:load=drawn on:error=move |_| miss() /> }.into_any(),
        None => {
            let words = desk.words();
            let why = if is_missing.get() { words.print().no_photo } else { words.common().loading };
            view! { <span class="photo__waiting">{why}</span> }.into_any()
        }
    }
    });
    view! {
        <figure class="photo">
            {shown} {(!caption.is_empty()).then(|| view! { <figcaption class="photo__caption">{caption}</figcaption> })}
        </figure>
    }
}

/// Opens the browser's print dialog, as soon as the photos are there.
#[component]
pub fn PrintButton(
    /// The photos of the page.
    pictures: Pictures,
) -> impl IntoView {
    let desk = use_desk();
    let asked = RwSignal::new(false);
    let press = Callback::new(move |()| {
        if asked.get_untracked() || pictures.waiting.get_untracked() == 0 {
            asked.set(false);
            page::print();
        } else {
            asked.set(true);
        }
    });
    whenever(move || {
        if asked.get() && pictures.waiting() == 0 {
            leptos::task::spawn_local(async move {
                timer::wait(DRAWN_MS).await;
                // Somebody may have pressed again, or left.
                if asked.try_set(false).is_none() {
                    page::print();
                }
            });
        }
    });
    let waits = move || asked.get() && pictures.waiting() > 0;
    let label = Signal::derive(move || {
        let said = desk.words().print();
        if waits() { said.print_now } else { said.print }.to_owned()
    });
    view! {
        <Button label glyph=Glyph::PRINTER weight=Weight::Primary on_press=press />
        <span class="small soft" role="status">
            {dynamic(move || waits().then(|| (desk.words().print().waiting)(pictures.waiting())))}
        </span>
    }
}
