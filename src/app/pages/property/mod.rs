//! The home as a whole: where it is, what it is built of, where water and power are switched off.

mod boxes;
mod form;

use super::Page;
use crate::components::{Empty, FactLine, Facts, Glyph, LinkButton, Section, Weight};
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
pub use form::property_form;
use leptos::prelude::*;
use model::access::Action;
use model::property::Property;

/// The home as a whole.
#[lazy]
pub fn property_page() -> Draw {
    || view! { <Known /> }.into_any()
}

#[component]
fn Known() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let edit = desk.may(Action::Write).then(|| {
        view! { <LinkButton label=words.common().edit href="/property/edit" weight=Weight::Quiet glyph=Glyph::PENCIL /> }
    });
    let body = move || {
        let words = desk.words();
        match desk.library.property() {
            None => view! { <Empty glyph=Glyph::HOUSE title=words.property().title text=words.property().empty /> }
                .into_any(),
            Some(property) => {
                let letter = &property.letter;
                let (off, built) = (switched_off(desk, letter), built(desk, letter));
                let notes = letter.notes.clone();
                view! {
                    <header class="stack stack--tight">
                        <h1>{letter.name.clone()}</h1>
                        <p class="soft prose">{address(letter)}</p>
                    </header>
                    <Section title=words.outlook().shut_off><Facts lines=off /></Section>
                    <Section title=words.property().built_of><Facts lines=built /></Section>
                    {(!notes.is_empty()).then(|| view! {
                        <Section title=words.field().notes><p class="system-page__notes">{notes}</p></Section>
                    })}
                }
                .into_any()
            }
        }
    };
    view! {
        <Page title=words.property().title back=("/".to_owned(), words.common().back.to_owned()) actions=edit.into_any() class="stack stack--loose">
            {body}
        </Page>
    }
}

/// The address in a line.
pub(super) fn address(property: &Property) -> String {
    let parts = [&property.address, &property.suburb, &property.city, &property.postal_code];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Where water and power are switched off; said too where nobody has written it down.
pub(super) fn switched_off(desk: Desk, property: &Property) -> Vec<FactLine> {
    let words = desk.words();
    let place =
        |place: &str| if place.is_empty() { words.outlook().shut_off_unknown.to_owned() } else { place.to_owned() };
    vec![
        FactLine::words(words.outlook().water_off, place(&property.water_shut_off)),
        FactLine::words(words.outlook().power_off, place(&property.power_shut_off)),
    ]
}

/// What is known of the building.
pub(super) fn built(desk: Desk, property: &Property) -> Vec<FactLine> {
    let words = desk.words();
    let (said, choice) = (words.property(), words.choice());
    let list = |names: Vec<&str>| (!names.is_empty()).then(|| names.join(", "));
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let facts = [
        (said.sort, property.dwelling.map(|value| (choice.dwelling)(value).to_owned())),
        (said.year_built, property.year_built.map(|year| year.to_string())),
        (said.floor_area, property.floor_area_m2.map(|area| format!("{} {}", words.number(area), said.square_metres))),
        (said.roof, property.roof.map(|value| (choice.roof)(value).to_owned())),
        (said.walls, property.walls.map(|value| (choice.walls)(value).to_owned())),
        (said.water_from, list(property.water.iter().map(|value| (choice.water)(*value)).collect())),
        (said.power_from, list(property.power.iter().map(|value| (choice.power)(*value)).collect())),
        (said.erf, text(&property.erf)),
    ];
    let known = facts.into_iter().filter_map(|(name, value)| Some(FactLine::words(name, value?)));
    let known: Vec<FactLine> = known.collect();
    if known.is_empty() { vec![FactLine::words(said.sort, words.common().unknown)] } else { known }
}
