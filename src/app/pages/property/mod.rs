//! The home as a whole: where it is, what it is built of, where water and power are switched off.

mod boxes;
mod form;

use super::Page;
use super::zones;
use crate::components::{Empty, FactLine, Facts, Glyph, LinkButton, Section, Weight};
use crate::desk::use_desk;
use crate::route::{Draw, ends_with, first_part};
use leptos::prelude::*;
use model::access::Action;
use words::told::address;

/// The home as a whole, its zones, or the form of either, as the address names it.
#[lazy]
pub fn property() -> Draw {
    || match (first_part().as_str(), ends_with("edit")) {
        ("zones", false) => zones::zones()(),
        ("zones", true) => zones::zone_form()(),
        (_, true) => form::property_form()(),
        (_, false) => view! { <Known /> }.into_any(),
    }
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
                let (off, built) = (lines(words.switched_off(letter)), lines(words.built(letter)));
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
    let check = (!desk.visiting.get_untracked()).then(|| {
        view! { <LinkButton label=words.property().sell href="/ready" weight=Weight::Quiet glyph=Glyph::LIST_CHECKS /> }
    });
    let edit = view! { {check} {edit} };
    view! {
        <Page title=words.property().title back=("/".to_owned(), words.common().back.to_owned()) actions=edit.into_any() class="stack stack--loose">
            {body}
        </Page>
    }
}

/// Names and values as lines.
fn lines(facts: impl IntoIterator<Item = (&'static str, String)>) -> Vec<FactLine> {
    facts.into_iter().map(|(name, value)| FactLine::words(name, value)).collect()
}
