//! Further things that can be done, behind one button.

use super::When;
use super::fresh_id;
use super::icon::{Glyph, Icon};
use leptos::html;
use leptos::prelude::*;

/// Something that can be done.
#[derive(Clone)]
pub struct MenuItem {
    /// What it does.
    pub name: String,
    /// A drawing in front of the name.
    pub glyph: Glyph,
    /// Takes something away.
    pub danger: bool,
    /// Does it.
    pub on_press: Callback<()>,
}

/// A button that shows what else can be done. Escape, a press elsewhere and a choice close it again.
#[component]
pub fn Menu(
    /// What the button is, for a screen reader.
    #[prop(into)]
    label: String,
    /// What can be done.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let id = fresh_id();
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let close = move || {
        open.set(false);
        // The focus goes back to where it came from, else it would be lost with the list.
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            close();
        }
    };
    let listed = {
        let id = id.clone();
        move || {
            let items = items.get().into_iter().map(|MenuItem { name, glyph, danger, on_press }| {
                let press = move |_| {
                    close();
                    on_press.run(());
                };
                view! {
                    <li>
                        <button class="menu__item" class:menu__item--danger=danger type="button" on:click=press>
                            <Icon glyph />
                            {name}
                        </button>
                    </li>
                }
            });
            let items = items.collect_view();
            view! {
                <button class="menu__veil" type="button" tabindex="-1" aria-hidden="true" on:click=move |_| close() />
                <ul class="menu__list" id=id.clone()>{items}</ul>
            }
        }
    };
    view! {
        <div class="menu" on:keydown=on_key>
            <button
                class="button button--quiet button--icon"
                type="button"
                node_ref=button
                aria-label=label
                aria-expanded=move || open.get().to_string()
                aria-controls=move || open.get().then(|| id.clone())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon glyph=Glyph::ELLIPSIS_VERTICAL class="button__icon" />
            </button>
            <When is=Signal::derive(move || open.get())>{listed()}</When>
        </div>
    }
}
