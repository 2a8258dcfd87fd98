//! A question that must be answered first, or a sheet of choices: the browser's own dialog.

use super::When;
use super::fresh_id;
use super::icon::{Glyph, Icon};
use leptos::html;
use leptos::prelude::*;

/// A dialog, shown while `open`. Escape, its cross and its answers close it; on a phone it rises from the thumb's end.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is asked.
    #[prop(into)]
    title: String,
    /// The word of the cross.
    #[prop(into)]
    close: String,
    /// What it says, and the answers; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let id = fresh_id();
    let named = id.clone();
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            // A dialog that is not in the page any more cannot be shown, and need not be.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let children = StoredValue::new(children);
    view! {
        <dialog class="dialog dialog--sheet" node_ref=element aria-labelledby=named on:close=move |_| open.set(false)>
            <div class="dialog__head">
                // The focus starts at the question, where a screen reader begins to read.
                <h2 id=id tabindex="-1" autofocus=true>{title}</h2>
                <button class="button button--quiet button--icon" type="button" aria-label=close on:click=move |_| open.set(false)>
                    <Icon glyph=Glyph::X class="button__icon" />
                </button>
            </div>
            <div class="dialog__body">
                <When is=Signal::derive(move || open.get())>{children.with_value(|children| children())}</When>
            </div>
        </dialog>
    }
}
