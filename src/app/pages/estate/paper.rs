//! What is put on paper only: drawn when it is asked for, by the button or by the browser's own keys, and taken out of the page again.

use crate::browser::{page, printing as browser, timer};
use crate::components::{Button, Glyph, Weight, dynamic};
use crate::desk::use_desk;
use leptos::prelude::*;

/// What is printed is in the page within so many milliseconds.
const DRAWN_MS: u64 = 60;

/// Draws what `printing` asks for, and prints the page.
#[component]
pub fn PrintButton(
    /// Whether what is printed is in the page.
    printing: RwSignal<bool>,
) -> impl IntoView {
    let print = move |()| {
        printing.set(true);
        leptos::task::spawn_local(async move {
            timer::wait(DRAWN_MS).await;
            page::print();
            printing.try_set(false);
        });
    };
    let label = use_desk().words().board().print;
    view! { <Button label weight=Weight::Quiet glyph=Glyph::PRINTER on_press=Callback::new(print) /> }
}

/// What is on paper.
#[component]
pub fn OnPaper(
    /// Whether it is in the page.
    printing: RwSignal<bool>,
    /// The day that it tells of.
    #[prop(into)]
    day: Signal<String>,
    /// What stands there.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = use_desk();
    // Held until it leaves the page.
    let _watch = StoredValue::new_local(browser::watch(move |begins| _ = printing.try_set(begins)));
    dynamic(move || {
        let printed =
            || view! { <div class="board-paper"><p>{(desk.words().board().printed)(&day.get())}</p>{children()}</div> };
        printing.get().then(printed)
    })
}
