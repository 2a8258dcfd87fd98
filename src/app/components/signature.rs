//! A box to sign in with a pen, a finger or the mouse, and a signature as it was drawn.

use super::button::{Button, Weight};
use super::dynamic;
use crate::browser::pen;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use model::portal::drawn::{HEIGHT, WIDTH, draw};

/// The box. It is never the only way to sign: who cannot draw types a name.
#[component]
pub fn SignatureBox(
    /// What it is for, for a screen reader.
    #[prop(into)]
    label: String,
    /// Begins anew.
    #[prop(into)]
    clear: String,
    /// The strokes.
    strokes: RwSignal<String>,
) -> impl IntoView {
    let is_down = RwSignal::new(false);
    let to = move |event: &PointerEvent, begins: bool| {
        if let Some((x, y)) = pen::place(event) {
            let at = |part: f64, whole: i64| (part * whole as f64).round() as i64;
            strokes.update(|strokes| draw(strokes, begins, at(x, WIDTH), at(y, HEIGHT)));
        }
    };
    let down = move |event: PointerEvent| {
        pen::hold(&event);
        is_down.set(true);
        to(&event, true);
    };
    let go = move |event: PointerEvent| {
        if is_down.get_untracked() {
            to(&event, false);
        }
    };
    let up = move |_: PointerEvent| is_down.set(false);
    let again = Callback::new(move |()| strokes.set(String::new()));
    view! {
        <div class="signature">
            <div
                class="signature__box"
                role="img"
                aria-label=label
                on:pointerdown=down
                on:pointermove=go
                on:pointerup=up
                on:pointercancel=up
            >
                {dynamic(move || lines(strokes.get()))}
            </div>
            <Button label=clear weight=Weight::Small on_press=again />
        </div>
    }
}

/// A signature as it was drawn.
#[component]
pub fn Signed(
    /// Whose it is, for a screen reader.
    #[prop(into)]
    label: String,
    /// The strokes.
    #[prop(into)]
    strokes: String,
) -> impl IntoView {
    view! { <div class="signature__drawn" role="img" aria-label=label>{lines(strokes)}</div> }
}

fn lines(strokes: String) -> impl IntoView {
    let room = format!("0 0 {WIDTH} {HEIGHT}");
    view! { <svg class="signature__lines" viewBox=room aria-hidden="true"><path d=strokes /></svg> }
}
