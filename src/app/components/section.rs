//! A part of a page under its heading.

use super::dynamic;
use leptos::prelude::*;

/// A part of a page: heading, how many, where to go for more, and what is in it.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: String,
    /// How many there are.
    #[prop(optional, into)]
    count: Option<Signal<usize>>,
    /// Words and address of a link beside the heading.
    #[prop(optional)]
    more: Option<(String, String)>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let id = super::fresh_id();
    let named = id.clone();
    view! {
        <section class="section" aria-labelledby=named>
            <header class="section__head">
                <div class="section__title">
                    <h2 id=id>{title}</h2>
                    {count.map(|count| view! { " "<span class="count">{dynamic(move || count.get())}</span> })}
                </div>
                {more.map(|(words, href)| view! { <a href=href class="section__action">{words}</a> })}
            </header>
            {children()}
        </section>
    }
}
