//! Filters as chips: what is filtered by, and a select behind each that is not.

use super::fresh_id;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// A filter: one of some values, or none.
#[derive(Clone)]
pub struct Filtered {
    /// What is filtered by: "Kind".
    pub name: String,
    /// What there is to choose: value and name.
    pub options: Vec<(String, String)>,
    /// The chosen value; empty for none.
    pub chosen: Signal<String>,
    /// Another value was chosen; empty for none.
    pub on_choose: Callback<String>,
    /// The word of the cross that lets the filter go.
    pub clear: String,
}

/// Filters in a row.
#[component]
pub fn Chips(
    /// What the row is, for a screen reader.
    #[prop(into)]
    label: String,
    /// The filters.
    #[prop(into)]
    filters: Signal<Vec<Filtered>>,
) -> impl IntoView {
    let chips = move || filters.get().into_iter().map(|filter| view! { <Filter filter /> }).collect_view();
    view! { <div class="chips" role="group" aria-label=label>{chips}</div> }
}

#[component]
fn Filter(filter: Filtered) -> impl IntoView {
    let Filtered { name, options, chosen, on_choose, clear } = filter;
    let id = fresh_id();
    move || {
        let now = chosen.get();
        let text = options.iter().find(|(value, _)| *value == now).map(|(_, text)| text.clone());
        match text.filter(|_| !now.is_empty()) {
            Some(text) => view! {
                <button class="chip chip--on" type="button" on:click=move |_| on_choose.run(String::new())>
                    {text}
                    <span class="unseen">{clear.clone()}</span>
                    <Icon glyph=Glyph::X />
                </button>
            }
            .into_any(),
            None => {
                let all =
                    options.iter().map(|(value, text)| view! { <option value=value.clone()>{text.clone()}</option> });
                let all = all.collect_view();
                view! {
                    <span class="chip chip--choose">
                        {name.clone()}
                        <Icon glyph=Glyph::CHEVRON_DOWN />
                        <label class="unseen" for=id.clone()>{name.clone()}</label>
                        <select class="chip__select" id=id.clone() on:change=move |event| on_choose.run(event_target_value(&event))>
                            <option value="">{name.clone()}</option>
                            {all}
                        </select>
                    </span>
                }
                .into_any()
            }
        }
    }
}
