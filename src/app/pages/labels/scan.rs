//! Scanning a label: through the camera, or in a picture.

use super::answer::{Answer, AnswerPart};
use crate::browser::camera::{Blind, Camera};
use crate::browser::photo::Picked;
use crate::browser::timer;
use crate::components::{Glyph, Notice, NoticeKind, Picker, dynamic};
use crate::desk::use_desk;
use crate::pages::Page;
use crate::route::Draw;
use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use model::label;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The camera is looked through once in so many milliseconds: a hand that is held still for a moment is enough, and a phone stays cool.
const LOOK_MS: u64 = 200;

/// Scanning a label.
pub fn scan() -> Draw {
    || view! { <ScanPage /> }.into_any()
}

/// What is said instead of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Looking,
    NoCode,
    NoPicture,
    OtherCode,
    NoReader,
}

/// What the page holds. A handle; the camera is let go with it.
#[derive(Clone, Copy)]
struct Looking {
    camera: StoredValue<Option<Rc<Camera>>, LocalStorage>,
    blind: RwSignal<Option<Blind>>,
    said: RwSignal<Said>,
    answer: Answer,
    /// What was seen last, so that it is answered once.
    last: StoredValue<String>,
}

impl Looking {
    /// The camera, fetched when it is first asked for; none if it cannot be, or the page was left.
    async fn camera(self) -> Option<Rc<Camera>> {
        if let Some(camera) = self.camera.try_get_value()? {
            return Some(camera);
        }
        match Camera::open().await {
            Ok(camera) => {
                let camera = Rc::new(camera);
                self.camera.try_set_value(Some(camera.clone())).is_none().then_some(camera)
            }
            Err(_) => {
                self.said.try_set(Said::NoReader);
                None
            }
        }
    }

    /// Looks through the camera until the page is left.
    async fn watch(self, video: impl AsRef<JsValue> + 'static) {
        let Some(camera) = self.camera().await else { return };
        if let Err(blind) = camera.start(video.as_ref()).await {
            self.blind.try_set(Some(blind));
            return;
        }
        // What keeps the camera is the page, not this task.
        drop(camera);
        while let Some(Some(camera)) = self.camera.try_get_value() {
            match camera.look(video.as_ref()).await {
                Ok(codes) => self.take(&codes),
                Err(_) => drop(self.said.try_set(Said::NoReader)),
            }
            drop(camera);
            timer::wait(LOOK_MS).await;
        }
    }

    /// Looks for a label in a picture.
    async fn look_at(self, picked: Picked) {
        self.answer.clear();
        self.said.set(Said::Looking);
        self.last.set_value(String::new());
        let Some(camera) = self.camera().await else { return };
        let said = match camera.look_at(&picked).await {
            Ok(Some(codes)) if codes.is_empty() => Said::NoCode,
            Ok(Some(codes)) => return self.take(&codes),
            Ok(None) => Said::NoPicture,
            Err(_) => Said::NoReader,
        };
        self.said.try_set(said);
    }

    /// Answers what was seen: a label before any other code beside it.
    fn take(self, codes: &[String]) {
        let label = codes.iter().find_map(|code| label::scanned(code));
        let Some(seen) = label.or(codes.first().map(String::as_str)) else { return };
        let is_new = self.last.try_update_value(|last| {
            last != seen && {
                *last = seen.to_owned();
                true
            }
        });
        if is_new != Some(true) {
            return;
        }
        self.answer.clear();
        self.said.set(if label.is_some() { Said::Nothing } else { Said::OtherCode });
        if let Some(token) = label {
            self.answer.ask(token.to_owned());
        }
    }
}

#[component]
fn ScanPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.label();
    let video = NodeRef::<html::Video>::new();
    let looking = Looking {
        camera: StoredValue::new_local(None),
        blind: RwSignal::new(None),
        said: RwSignal::new(Said::Nothing),
        answer: Answer::new(desk),
        last: StoredValue::new(String::new()),
    };
    video.on_load(move |video| leptos::task::spawn_local(looking.watch(video)));
    let pick = Callback::new(move |event: Event| {
        if let Some(picked) = Picked::from_input(&event.target().into()).into_iter().next() {
            leptos::task::spawn_local(looking.look_at(picked));
        }
    });
    let blind = move || {
        looking.blind.get().map(|blind| {
            let (title, body) = match blind {
                Blind::Refused => (said.camera_refused, said.camera_refused_body),
                Blind::Absent => (said.camera_absent, said.camera_absent_body),
            };
            view! { <Notice kind=NoticeKind::Info title body /> }
        })
    };
    let told = move || {
        let (kind, title, body) = match looking.said.get() {
            Said::Nothing => return None,
            Said::Looking => return Some(view! { <p role="status">{said.looking}</p> }.into_any()),
            Said::NoCode => (NoticeKind::Refused, said.no_code, said.no_code_body),
            Said::NoPicture => (NoticeKind::Refused, said.no_picture, ""),
            Said::OtherCode => (NoticeKind::Refused, said.other_code, said.other_code_body),
            Said::NoReader => (NoticeKind::Refused, said.reader_absent, ""),
        };
        Some(view! { <Notice kind title body /> }.into_any())
    };
    let back = ("/systems".to_owned(), words.common().back.to_owned());
    view! {
        <Page title=said.scan named=true back class="scan stack">
            <p>{said.scan_lead}</p>
            <video
                class="labels__camera"
                node_ref=video
                aria-label=said.camera
                playsinline=true
                muted=true
                hidden=move || looking.blind.with(Option::is_some)
            ></video>
            {dynamic(blind)}
            <AnswerPart answer=looking.answer />
            {dynamic(told)}
            <Picker label=said.choose glyph=Glyph::IMAGE on_pick=pick />
        </Page>
    }
}
