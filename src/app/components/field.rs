//! One question of a form: label, hint, what is wrong with it, and the box.

use super::dynamic;
use super::fresh_id;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// What stands around the box of a field; `children` is the box, which takes the id and what describes it.
#[component]
fn Frame(
    id: String,
    label: String,
    optional: String,
    hint: String,
    error: Signal<Option<String>>,
    source: String,
    children: Children,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    view! {
        <div class="field" class:field--error=move || error.with(Option::is_some)>
            <label class="field__label" for=id>
                {label}
                {(!optional.is_empty()).then(|| view! { <span class="field__optional">{optional}</span> })}
            </label>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {dynamic(move || {
                error.get().map(|error| view! {
                    <p class="field__error" id=error_id.clone() role="alert">
                        <Icon glyph=Glyph::CIRCLE_ALERT />
                        {error}
                    </p>
                })
            })}
            {children()}
            {(!source.is_empty()).then(|| view! { <p class="field__source">{source}</p> })}
        </div>
    }
}

fn described(id: &str, has_hint: bool, error: Signal<Option<String>>) -> impl Fn() -> Option<String> + Clone + use<> {
    let id = id.to_owned();
    move || {
        let hint = has_hint.then(|| format!("{id}-hint"));
        let wrong = error.with(Option::is_some).then(|| format!("{id}-error"));
        let parts: Vec<String> = hint.into_iter().chain(wrong).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// A line of text. With a sign in front it is an amount, with a unit behind it a measure.
#[component]
pub fn TextField(
    /// The question.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// Help above the box.
    #[prop(optional, into)]
    hint: String,
    /// The word for a box that may stay empty; empty for one that may not.
    #[prop(optional, into)]
    optional: String,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Where the value came from.
    #[prop(optional, into)]
    source: String,
    /// An example.
    #[prop(optional, into)]
    placeholder: String,
    /// `text`, `email`, `tel`, `date`, `password`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keyboard a phone shows: `decimal`, `numeric`.
    #[prop(optional)]
    keyboard: Option<&'static str>,
    /// What the browser may fill in: `email`, `one-time-code`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// In front of the box: a currency.
    #[prop(optional, into)]
    sign: String,
    /// Behind the box: a unit.
    #[prop(optional, into)]
    unit: String,
    /// Takes the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let id = fresh_id();
    let described = described(&id, !hint.is_empty(), error);
    let has_unit = !unit.is_empty();
    let boxed = !sign.is_empty() || !unit.is_empty();
    let class = if keyboard.is_some() && boxed { "input input--number" } else { "input" };
    let input = view! {
        <input
            id=id.clone()
            class=class
            type=kind
            placeholder=placeholder
            inputmode=keyboard
            autocomplete=autocomplete
            autofocus=autofocus
            aria-describedby=described
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    view! {
        <Frame id label optional hint error source>
            {if boxed {
                view! {
                    <div class="field__box" class:field__box--unit=has_unit>
                        {(!sign.is_empty()).then(|| view! { <span class="field__sign" aria-hidden="true">{sign}</span> })}
                        {input}
                        {(!unit.is_empty()).then(|| view! { <span class="field__unit">{unit}</span> })}
                    </div>
                }
                    .into_any()
            } else {
                input.into_any()
            }}
        </Frame>
    }
}

/// Several lines of text.
#[component]
pub fn AreaField(
    /// The question.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// Help above the box.
    #[prop(optional, into)]
    hint: String,
    /// The word for a box that may stay empty; empty for one that may not.
    #[prop(optional, into)]
    optional: String,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id();
    let described = described(&id, !hint.is_empty(), error);
    view! {
        <Frame id=id.clone() label optional hint error source=String::new()>
            <textarea
                id=id
                class="input"
                rows="4"
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        </Frame>
    }
}

/// One of many, from a list of value and name.
#[component]
pub fn SelectField(
    /// The question.
    #[prop(into)]
    label: String,
    /// The chosen value.
    value: RwSignal<String>,
    /// What there is to choose: value and name.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Help above the box.
    #[prop(optional, into)]
    hint: String,
    /// The word for a box that may stay empty; empty for one that may not.
    #[prop(optional, into)]
    optional: String,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id();
    let described = described(&id, !hint.is_empty(), error);
    let choices = move || {
        let option = |(name, text): (String, String)| {
            let chosen = name.clone();
            view! { <option value=name selected=move || value.with(|value| *value == chosen)>{text}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <Frame id=id.clone() label optional hint error source=String::new()>
            <select
                id=id
                class="input"
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:change=move |event| value.set(event_target_value(&event))
            >
                {choices}
            </select>
        </Frame>
    }
}
