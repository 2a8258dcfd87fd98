//! Two panes: a list, and what was picked from it. On a phone one of them at a time.

use crate::desk::use_desk;
use leptos::prelude::*;

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
        crate::browser::page::set_title(&format!("{} · {}", title.get(), desk.words().common.product));
    });
    view! {
        <main id="main" tabindex="-1">
            <div class="panes" class:panes--picked=picked>
                <div class="panes__list">{list}</div>
                <div class="panes__detail">{move || picked.get().then(|| children())}</div>
            </div>
        </main>
    }
}
