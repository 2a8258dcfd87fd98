//! Which systems an entry concerns: those chosen, and a box that finds another or takes the name of a new one.

use super::boxes::Boxes;
use crate::components::{Combobox, Glyph, Icon, Pick, dynamic};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::system::System;

/// The systems of an entry.
#[component]
pub fn SystemsBox(
    /// The boxes.
    boxes: Boxes,
    /// The form.
    form: Form,
    /// The home's systems.
    known: Signal<Vec<Pick<RecordId>>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let chosen = boxes.systems;
    let left = Signal::derive(move || {
        chosen.with(|chosen| known.get().into_iter().filter(|pick| !chosen.contains(&pick.value)).collect::<Vec<_>>())
    });
    let add = Callback::new(move |id| {
        chosen.update(|chosen| {
            if !chosen.contains(&id) {
                chosen.push(id);
            }
        });
    });
    let chip = move |id: RecordId| {
        let system = desk.library.find::<System>(id);
        let name = system.map_or_else(|| words.common().unknown.to_owned(), |system| system.letter.name.clone());
        let take_off = (words.form().take_off)(&name);
        let press = move |_| chosen.update(|chosen| chosen.retain(|other| *other != id));
        view! {
            <button class="chip chip--on" type="button" aria-label=take_off on:click=press>
                {name}
                <Icon glyph=Glyph::X />
            </button>
        }
    };
    let chips = move || {
        let chosen = chosen.get();
        (!chosen.is_empty()).then(|| view! { <div class="chips">{chosen.into_iter().map(chip).collect_view()}</div> })
    };
    // A new system is saved with the entry, and its faults come with the entry's.
    let (error, new_error) = (form.error("systems"), form.error("name"));
    let fault = move || error.get().or_else(|| new_error.get());
    let offer = Callback::new(move |name: String| (words.add().new_system)(&name));
    view! {
        <div class="stack stack--tight">
            <Combobox
                label=words.add().system
                optional=words.common().optional
                placeholder=words.add().system_hint
                options=left
                value=RwSignal::new(None)
                typed=boxes.new_system
                offer
                on_choose=add
                empties=true
            />
            {dynamic(move || fault().map(|error| view! { <p class="field__error" role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p> }))}
            {chips}
        </div>
    }
}
