//! The boxes of a zone's form.

use crate::components::{Combobox, SelectField, TextField};
use crate::desk::use_desk;
use crate::pages::field::zones;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::canonical::normal;
use model::system::ancestry;
use model::zone::{Place, Zone};

/// What stands in the boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Boxes {
    name: RwSignal<String>,
    place: RwSignal<String>,
    parent: RwSignal<Option<RecordId>>,
}

impl Boxes {
    /// The boxes filled from `zone`.
    pub fn of(zone: &Zone) -> Self {
        Self {
            name: RwSignal::new(zone.name.clone()),
            place: RwSignal::new(zone.place.to_string()),
            parent: RwSignal::new(zone.parent),
        }
    }

    /// The zone with what was typed, on top of `before`.
    pub fn zone(&self, before: &Zone) -> Zone {
        Zone {
            name: self.name.with_untracked(|name| normal(name)),
            place: self.place.with_untracked(|place| place.parse().unwrap_or_default()),
            parent: self.parent.get_untracked(),
            ..before.clone()
        }
    }
}

/// The questions.
#[component]
pub fn Questions(
    /// The boxes.
    boxes: Boxes,
    /// The form.
    form: Form,
    /// The zone that is changed; none for a new one.
    known: Option<RecordId>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let places = Signal::derive(move || {
        let words = desk.words();
        Place::ALL
            .iter()
            .map(|place| (place.to_string(), (words.choice().place)(*place).to_owned()))
            .collect::<Vec<_>>()
    });
    // What lies in it cannot be around it.
    let around = Signal::derive(move || {
        let shelf = desk.library.shelf::<Zone>();
        let parent_of = |id: RecordId| shelf.get(&id).and_then(|zone| zone.letter.parent);
        let all = zones(desk).get().into_iter();
        let fits = |id: RecordId| known.is_none_or(|known| !ancestry(id, parent_of).contains(&known));
        all.filter(|pick| fits(pick.value)).collect::<Vec<_>>()
    });
    view! {
        <TextField label=words.zone().name placeholder=words.zone().example value=boxes.name error=form.error("name") />
        <div class="pair">
            <SelectField label=words.zone().place value=boxes.place options=places error=form.error("place") />
            <Combobox
                label=words.zone().parent
                optional=words.common().optional
                options=around
                value=boxes.parent
                typed=RwSignal::new(String::new())
                error=form.error("parent")
            />
        </div>
    }
}
