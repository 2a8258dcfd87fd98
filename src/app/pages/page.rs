//! What every page is set in: a bar, the main part, the tab's title.

use crate::components::{TopBar, whenever};
use crate::desk::use_desk;
use leptos::prelude::*;

/// A page.
#[component]
pub fn Page(
    /// What it is: the bar's words and the tab's title.
    #[prop(into)]
    title: Signal<String>,
    /// Address and words of the way back.
    #[prop(optional)]
    back: Option<(String, String)>,
    /// The way back closes a task.
    #[prop(optional)]
    closes: bool,
    /// The bar's words are the heading of a page below another; else it has its own.
    #[prop(optional)]
    named: bool,
    /// The pages above this one, the highest first, each as address and name.
    #[prop(optional)]
    trail: Vec<(String, String)>,
    /// What can be done, in the bar.
    #[prop(optional)]
    actions: Option<AnyView>,
    /// As wide as the screen allows.
    #[prop(optional)]
    wide: bool,
    /// A class of the page's own.
    #[prop(default = "")]
    class: &'static str,
    /// The main part.
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    whenever(move || {
        let words = desk.words();
        crate::browser::page::set_title(&format!("{} · {}", title.get(), words.common().product));
    });
    let class = format!("page {} {class}", if wide { "page--wide" } else { "" });
    let bar = match back {
        Some(back) => {
            let trail_label = desk.words().field().trail;
            view! { <TopBar title back closes named trail trail_label>{actions}</TopBar> }.into_any()
        }
        None => view! { <TopBar title>{actions}</TopBar> }.into_any(),
    };
    view! {
        {bar}
        <main id="main" tabindex="-1">
            <div class=class>{children()}</div>
        </main>
    }
}
