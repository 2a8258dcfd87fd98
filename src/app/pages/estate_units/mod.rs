//! Units and people of a scheme, and what it says of itself.

mod archive;
mod bring;
mod buildings;
mod found;
mod invite;
mod list;
mod logbooks;
mod lot;
mod people;
mod preview;
mod quotas;
mod schemes;
mod settings;
mod sold;
mod systems;
mod twins;
mod unit;
mod unit_form;

use crate::components::{Empty, Glyph, LinkButton, Weight, dynamic};
use crate::deeds::estate::OwnEstate;
use crate::desk::use_desk;
use crate::pages::estate::{EstateFrame, Part, watched};
use crate::route::{Draw, ends_with};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The scheme as it stands: nothing before it was read, then none for who looks after none.
pub(super) type Watched = RwSignal<Option<Option<OwnEstate>>>;

/// Units.
#[lazy]
pub fn estate_units() -> Draw {
    || view! { <Framed part=Part::Units draw=units /> }.into_any()
}

/// People or details, as the address names them.
#[lazy]
pub fn estate_people() -> Draw {
    || match ends_with("settings") {
        true => view! { <Framed part=Part::People draw=settings /> }.into_any(),
        false => view! { <Framed part=Part::People draw=people /> }.into_any(),
    }
}

/// Bringing units in from a list.
#[lazy]
pub fn estate_bring() -> Draw {
    || view! { <Framed part=Part::Units draw=bring /> }.into_any()
}

/// A part in its frame, once there is a scheme.
#[component]
fn Framed(part: Part, draw: fn(Watched) -> AnyView) -> impl IntoView {
    let desk = use_desk();
    let found = watched(desk);
    let known = Memo::new(move |_| found.with(|found| found.as_ref().map(|one| one.as_ref().map(|one| one.space))));
    let body = move || {
        known.get().map(|space| match space {
            Some(_) => draw(found),
            None => {
                let words = desk.words();
                let to = words.estate_units().to_start;
                let start = view! { <LinkButton label=to href="/estate" weight=Weight::Primary /> }.into_any();
                let said = words.estate();
                view! { <Empty glyph=Glyph::LAYERS title=said.none text=said.none_lead action=start /> }.into_any()
            }
        })
    };
    view! { <EstateFrame part found>{dynamic(body)}</EstateFrame> }
}

fn people(found: Watched) -> AnyView {
    view! { <people::PeoplePart found /> }.into_any()
}

fn settings(found: Watched) -> AnyView {
    view! { <schemes::Schemes found /> <settings::SettingsPart found /> }.into_any()
}

fn bring(found: Watched) -> AnyView {
    view! { <bring::BringPart found /> }.into_any()
}

/// All units, or what the rest of the address names.
fn units(found: Watched) -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")));
    let part = move || match id.get() {
        None => view! { <list::ListPart found /> }.into_any(),
        Some(id) if id == "new" => view! { <unit::NewUnit found /> }.into_any(),
        Some(id) => view! { <unit::UnitPart found id=id.parse().ok() /> }.into_any(),
    };
    dynamic(part).into_any()
}
