//! One (or some) of a few: words to press, all of them in sight.

use super::fresh_id;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// What there is to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip<T> {
    /// The value.
    pub value: T,
    /// Its name.
    pub name: String,
    /// A drawing in front of the name.
    pub glyph: Option<Glyph>,
}

/// One of a few.
#[component]
pub fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The question.
    #[prop(into)]
    legend: String,
    /// What there is to choose.
    options: Vec<Chip<T>>,
    /// The chosen value.
    value: RwSignal<T>,
) -> impl IntoView {
    let name = fresh_id();
    let options = options.into_iter().map(|Chip { value: option, name: text, glyph }| {
        view! {
            <label class="choice__option">
                <input
                    class="choice__input"
                    type="radio"
                    name=name.clone()
                    prop:checked=move || value.get() == option
                    on:change=move |_| value.set(option)
                />
                <span class="choice__face">{glyph.map(|glyph| view! { <Icon glyph /> })} {text}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice">
            <legend class="field__label">{legend}</legend>
            <div class="choice__options">{options.collect_view()}</div>
        </fieldset>
    }
}

/// Some of a few.
#[component]
pub fn Choices<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The question.
    #[prop(into)]
    legend: String,
    /// What there is to choose.
    options: Vec<Chip<T>>,
    /// The chosen values, in the order of the options.
    values: RwSignal<Vec<T>>,
) -> impl IntoView {
    let order: Vec<T> = options.iter().map(|option| option.value).collect();
    let options = options.into_iter().map(|Chip { value: option, name: text, glyph }| {
        let order = order.clone();
        let change = move |event| {
            let chosen = event_target_checked(&event);
            let keep = |value: &&T| if **value == option { chosen } else { values.with_untracked(|values| values.contains(value)) };
            let kept: Vec<T> = order.iter().filter(keep).copied().collect();
            values.set(kept);
        };
        view! {
            <label class="choice__option">
                <input class="choice__input" type="checkbox" prop:checked=move || values.with(|values| values.contains(&option)) on:change=change />
                <span class="choice__face">{glyph.map(|glyph| view! { <Icon glyph /> })} {text}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice">
            <legend class="field__label">{legend}</legend>
            <div class="choice__options">{options.collect_view()}</div>
        </fieldset>
    }
}
