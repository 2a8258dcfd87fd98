//! Pick one of many by typing a part of its name (WAI-ARIA combobox with a list box).

use super::dynamic;
use super::fresh_id;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// Options shown at a time: what fits above a phone's keyboard.
const SHOWN_MAX: usize = 8;

/// One of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick<T> {
    /// The value.
    pub value: T,
    /// Its name.
    pub name: String,
    /// Where it is, what it is: small, below.
    pub detail: String,
}

/// A box that finds one of many, and offers to make what is not there.
#[component]
pub fn Combobox<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The question.
    #[prop(into)]
    label: String,
    /// The word for a box that may stay empty; empty for one that may not.
    #[prop(optional, into)]
    optional: String,
    /// An example.
    #[prop(optional, into)]
    placeholder: String,
    /// What there is.
    #[prop(into)]
    options: Signal<Vec<Pick<T>>>,
    /// What is chosen.
    value: RwSignal<Option<T>>,
    /// What was typed, where it is no option: a name to be made into one, or to be kept as words.
    typed: RwSignal<String>,
    /// Words of the offer to make what was typed into a new one; without them it is not offered.
    #[prop(optional, into)]
    offer: Option<Callback<String, String>>,
    /// An option was chosen.
    #[prop(optional, into)]
    on_choose: Option<Callback<T>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The box is empty again once an option was chosen: it adds to a list.
    #[prop(optional)]
    empties: bool,
) -> impl IntoView {
    let id = fresh_id();
    let list_id = format!("{id}-list");
    let open = RwSignal::new(false);
    let active = RwSignal::new(0usize);
    let text = RwSignal::new(typed.get_untracked());
    Effect::new(move |_| {
        if let Some(chosen) = value.get() {
            let name = options
                .with(|options| options.iter().find(|option| option.value == chosen).map(|option| option.name.clone()));
            text.set(name.unwrap_or_default());
        }
    });
    let found = Memo::new(move |_| {
        let wanted = text.with(|text| text.trim().to_lowercase());
        options.with(|options| {
            let fits = |option: &&Pick<T>| {
                option.name.to_lowercase().contains(&wanted) || option.detail.to_lowercase().contains(&wanted)
            };
            options.iter().filter(fits).take(SHOWN_MAX).cloned().collect::<Vec<_>>()
        })
    });
    let new_name = move || {
        let text = text.with(|text| text.trim().to_owned());
        let known = found.with(|found| found.iter().any(|option| option.name.eq_ignore_ascii_case(&text)));
        offer.filter(|_| !text.is_empty() && !known).map(|offer| offer.run(text))
    };
    let choose = move |at: usize| {
        let option = found.with_untracked(|found| found.get(at).cloned());
        if let Some(option) = option {
            typed.set(String::new());
            if empties {
                text.set(String::new());
            } else {
                text.set(option.name);
                value.set(Some(option.value));
            }
            if let Some(chosen) = on_choose {
                chosen.run(option.value);
            }
        }
        open.set(false);
    };
    let input = move |event| {
        let now = event_target_value(&event);
        value.set(None);
        typed.set(now.clone());
        text.set(now);
        active.set(0);
        open.set(true);
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" if open.get_untracked() => active.update(|active| *active = (*active + 1).min(last)),
            "ArrowDown" => open.set(true),
            "ArrowUp" => active.update(|active| *active = active.saturating_sub(1)),
            "Enter" if open.get_untracked() && !found.with_untracked(Vec::is_empty) => choose(active.get_untracked()),
            "Escape" if open.get_untracked() => open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let option_id = {
        let id = id.clone();
        move |at: usize| format!("{id}-{at}")
    };
    let shown = {
        let option_id = option_id.clone();
        move || {
            let options = found.get().into_iter().enumerate().map(|(at, option)| view! {
                // The box keeps the focus: the press ends before it would be lost.
                <li
                    class="combobox__option"
                    role="option"
                    id=option_id(at)
                    aria-selected=move || (active.get() == at).to_string()
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| choose(at)
                >
                    {option.name}
                    {(!option.detail.is_empty()).then(|| view! { <span class="combobox__detail">{option.detail}</span> })}
                </li>
            });
            let options = options.collect_view();
            let offered = new_name().map(|offered| {
                view! {
                    <li class="combobox__option" role="option" aria-selected="false"
                        on:mousedown=move |event| event.prevent_default() on:click=move |_| open.set(false)>
                        <span class="combobox__new">{offered}</span>
                    </li>
                }
            });
            view! { {options} {offered} }
        }
    };
    let listed = list_id.clone();
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    view! {
        <div class="field" class:field--error=move || error.with(Option::is_some)>
            <label class="field__label" for=id.clone()>
                {label} {(!optional.is_empty()).then(|| view! { <span class="field__optional">{optional}</span> })}
            </label>
            {dynamic(move || {
                error.get().map(|error| view! {
                    <p class="field__error" id=error_id.clone() role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p>
                })
            })}
            <div class="combobox">
                <input
                    class="input"
                    id=id
                    role="combobox"
                    autocomplete="off"
                    placeholder=placeholder
                    aria-autocomplete="list"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=list_id
                    aria-describedby=move || error.with(Option::is_some).then(|| described.clone())
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-activedescendant=move || open.get().then(|| option_id(active.get()))
                    prop:value=text
                    on:input=input
                    on:keydown=key
                    on:focus=move |_| open.set(true)
                    on:blur=move |_| open.set(false)
                />
                <ul class="combobox__list" role="listbox" id=listed hidden=move || !open.get() || (found.with(Vec::is_empty) && new_name().is_none())>
                    {shown}
                </ul>
            </div>
        </div>
    }
}
