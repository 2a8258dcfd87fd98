//! One of many: a line of a list with what leads it, what it says and what can be done.

use leptos::prelude::*;

/// A list of rows.
#[component]
pub fn Rows(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <ul class="rows">{children()}</ul> }
}

/// A row.
#[component]
pub fn Row(
    /// What it is, in a line.
    #[prop(into)]
    title: String,
    /// Where its title leads; without it the title is only words.
    #[prop(optional, into)]
    href: Option<String>,
    /// In front: an icon, a mark, a day.
    #[prop(optional)]
    lead: Option<AnyView>,
    /// Below the title.
    #[prop(optional)]
    text: Option<AnyView>,
    /// At the end: an amount, a state.
    #[prop(optional)]
    end: Option<AnyView>,
    /// What can be done, below on a phone.
    #[prop(optional)]
    actions: Option<AnyView>,
    /// It is the one that is open beside the list.
    #[prop(optional, into)]
    current: Signal<bool>,
) -> impl IntoView {
    let act = actions.is_some();
    view! {
        <li
            class=if act { "row row--act" } else { "row" }
            class:row--current=move || !act && current.get()
            aria-current=Signal::derive(move || current.get().then_some("true"))
        >
            {lead.map(|lead| view! { <span class="row__lead">{lead}</span> })}
            <div class="row__body">
                {match href {
                    Some(href) => view! { <a href=href class="row__title">{title}</a> }.into_any(),
                    None => view! { <span class="row__title">{title}</span> }.into_any(),
                }}
                {text.map(|text| view! { <div class="row__text">{text}</div> })}
            </div>
            {end.map(|end| view! { <div class="row__end">{end}</div> })}
            {actions.map(|actions| view! { <div class="row__actions">{actions}</div> })}
        </li>
    }
}
