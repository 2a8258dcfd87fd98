//! Two panes: a list, and what was picked from it. On a phone one of them at a time.

use crate::components::dynamic;
use crate::data::Shelved;
use crate::desk::use_desk;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::RecordId;

/// The record that the address names as `:id`; none for the list alone.
pub fn use_picked() -> Memo<Option<RecordId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse().ok()))
}

/// What the tab is called: the picked record by its `name`, else `all`.
pub fn use_picked_title<T: Shelved>(
    picked: Memo<Option<RecordId>>,
    all: fn(&words::Words) -> &'static str,
    name: fn(&T) -> &str,
) -> Signal<String> {
    let desk = use_desk();
    Signal::derive(move || {
        let found = picked.get().and_then(|id| desk.library.find::<T>(id));
        found.map_or_else(|| all(desk.words()).to_owned(), |found| name(&found.letter).to_owned())
    })
}

/// A list and what was picked from it.
#[component]
pub fn Panes(
    /// What is shown: the tab's title.
    #[prop(into)]
    title: Signal<String>,
    /// Whether something was picked.
    #[prop(into)]
    picked: Signal<bool>,
    /// The list, its bar first.
    list: AnyView,
    /// What was picked, its bar first; drawn anew for each pick.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = use_desk();
    Effect::new(move |_| {
        crate::browser::page::set_title(&format!("{} · {}", title.get(), desk.words().common().product));
    });
    view! {
        <main id="main" tabindex="-1">
            <div class="panes" class:panes--picked=picked>
                <div class="panes__list">{list}</div>
                <div class="panes__detail">{dynamic(move || picked.get().then(|| children()))}</div>
            </div>
        </main>
    }
}
