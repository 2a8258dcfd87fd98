//! Which systems something concerns: those chosen, and a box that adds another.

use super::picks;
use crate::components::{Combobox, Glyph, Icon};
use crate::desk::use_desk;
use leptos::prelude::*;
use model::RecordId;
use model::system::System;

/// The systems that something concerns.
#[component]
pub fn SystemsField(
    /// The question.
    #[prop(into)]
    label: String,
    /// The chosen systems, in the order in which they were chosen.
    values: RwSignal<Vec<RecordId>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let all = picks::systems(desk);
    let left = Signal::derive(move || {
        let chosen = values.get();
        all.get().into_iter().filter(|pick| !chosen.contains(&pick.value)).collect::<Vec<_>>()
    });
    let chips = move || {
        let systems = desk.library.shelf::<System>();
        let chip = |id: RecordId| {
            let name = systems.get(&id).map(|system| system.letter.name.clone()).unwrap_or_default();
            let take_off = (desk.words().form().take_off)(&name);
            view! {
                <button
                    class="chip chip--on"
                    type="button"
                    aria-label=take_off
                    on:click=move |_| values.update(|values| values.retain(|value| *value != id))
                >
                    {name}
                    <Icon glyph=Glyph::X />
                </button>
            }
        };
        let chosen = values.get();
        (!chosen.is_empty()).then(|| view! { <div class="chips">{chosen.into_iter().map(chip).collect_view()}</div> })
    };
    let add = Callback::new(move |id: RecordId| {
        values.update(|values| {
            if !values.contains(&id) {
                values.push(id);
            }
        });
    });
    view! {
        <div class="field">
            <Combobox label optional=words.common().optional options=left on_choose=add empties=true value=RwSignal::new(None) typed=RwSignal::new(String::new()) />
            {chips}
        </div>
    }
}
