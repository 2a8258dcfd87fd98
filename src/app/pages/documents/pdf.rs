//! A PDF, page by page.

use super::viewer::SaveOnly;
use crate::browser::pdf::Paper;
use crate::browser::viewport;
use crate::components::{Button, Glyph, Skeleton, Weight, decimal};
use crate::deeds::attach;
use crate::desk::use_desk;
use leptos::html;
use leptos::prelude::*;
use model::FileRef;
use std::rc::Rc;

/// Steps of enlargement, in per cent of the width there is.
const ZOOMS: [u32; 4] = [100, 150, 200, 300];

/// How far the PDF has come.
#[derive(Clone)]
enum State {
    Coming,
    /// The file is not on this device and cannot be fetched.
    Elsewhere,
    /// It is here but cannot be drawn.
    Refused,
    Open(Rc<Paper>),
}

/// A PDF.
#[component]
pub fn PdfViewer(
    /// The file.
    file: FileRef,
    /// How many pages it has, told once that is known.
    pages: RwSignal<Option<u32>>,
) -> impl IntoView {
    let desk = use_desk();
    let state = RwSignal::new_local(State::Coming);
    let asked = file.clone();
    leptos::task::spawn_local(async move {
        let now = match attach::content(desk, &asked).await {
            Err(_) => State::Elsewhere,
            Ok(content) => Paper::open(&content).await.map_or(State::Refused, |paper| State::Open(Rc::new(paper))),
        };
        if let State::Open(paper) = &now {
            // The page may have gone meanwhile.
            let _ = pages.try_set(Some(paper.pages()));
        }
        let _ = state.try_set(now);
    });
    move || {
        let words = desk.words();
        let file = file.clone();
        match state.get() {
            State::Coming => view! { <Skeleton label=words.common().loading lines=8 /> }.into_any(),
            State::Elsewhere => view! { <SaveOnly file title=words.document().not_here.to_owned() /> }.into_any(),
            State::Refused => view! { <SaveOnly file title=words.document().not_drawn.to_owned() /> }.into_any(),
            State::Open(paper) => view! { <Pages paper state /> }.into_any(),
        }
    }
}

/// The pages, one at a time.
#[component]
fn Pages(paper: Rc<Paper>, state: RwSignal<State, LocalStorage>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let of = paper.pages();
    let page = RwSignal::new(1u32);
    let zoom = RwSignal::new(0usize);
    let text = RwSignal::new(String::new());
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(0u32);
    let look = move || {
        if let Some(Some(canvas)) = canvas.try_get_untracked() {
            let now = viewport::width_px(&canvas);
            if width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        }
    };
    // Held until the pages leave the page.
    let _watch = StoredValue::new_local(viewport::watch(look));
    Effect::new(move |_| {
        zoom.track();
        request_animation_frame(look);
    });
    Effect::new(move |_| {
        let (number, Some(canvas)) = (page.get(), canvas.get()) else { return };
        if width.get() == 0 {
            return;
        }
        let paper = paper.clone();
        leptos::task::spawn_local(async move {
            match paper.draw(number, &canvas).await {
                Some(drawn) => drop(text.try_set(drawn)),
                None => drop(state.try_set(State::Refused)),
            }
        });
    });
    let next = Callback::new(move |()| page.update(|page| *page = (*page + 1).min(of)));
    let back = Callback::new(move |()| page.update(|page| *page = page.saturating_sub(1).max(1)));
    let larger = Callback::new(move |()| zoom.update(|zoom| *zoom = (*zoom + 1).min(ZOOMS.len() - 1)));
    let smaller = Callback::new(move |()| zoom.update(|zoom| *zoom = zoom.saturating_sub(1)));
    let told = move || (desk.words().document().page_of)(page.get(), of);
    view! {
        <div class="viewer">
            <div class="viewer__bar">
                <span class="small soft" role="status">{told}</span>
                <span class="line">
                    <Button label=words.document().page_before glyph=Glyph::CHEVRON_LEFT icon_only=true weight=Weight::Quiet on_press=back />
                    <Button label=words.document().page_after glyph=Glyph::CHEVRON_RIGHT icon_only=true weight=Weight::Quiet on_press=next />
                    <Button label=words.document().zoom_out glyph=Glyph::ZOOM_OUT icon_only=true weight=Weight::Quiet on_press=smaller />
                    <Button label=words.document().zoom_in glyph=Glyph::ZOOM_IN icon_only=true weight=Weight::Quiet on_press=larger />
                </span>
            </div>
            <div class="viewer__page" tabindex="0" role="region" aria-label=told>
                <canvas class="viewer__canvas" node_ref=canvas aria-hidden="true" style:--zoom=move || decimal(f64::from(ZOOMS[zoom.get()]) / 100.0) />
            </div>
            <p class="unseen">{text}</p>
        </div>
    }
}
