//! What to do when something fails: where it shuts off, with a photo, the first steps, and whom to call. All of it is on the device.

use crate::browser::page;
use crate::components::{Button, Empty, Glyph, LinkButton, Photo, Section, Weight};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, picture};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::RecordId;
use model::access::Action;
use model::contact::Contact;
use model::property::Property;
use model::system::System;
use std::sync::Arc;

/// The emergency cards, or that of one system.
#[lazy]
pub fn emergency() -> Draw {
    || view! { <EmergencyPage /> }.into_any()
}

#[component]
fn EmergencyPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<RecordId>().ok()));
    let cards = Memo::new(move |_| match id.get() {
        Some(id) => desk.library.find::<System>(id).into_iter().collect(),
        None => written(desk),
    });
    let back = id.get_untracked().map_or_else(|| "/".to_owned(), |id| format!("/systems/{id}"));
    let print = view! { <Button label=words.print().print glyph=Glyph::PRINTER weight=Weight::Quiet on_press=Callback::new(|()| page::print()) /> };
    let shown = move || {
        let cards = cards.get();
        let none = cards.is_empty().then(|| {
            let action = desk
                .may(Action::Write)
                .then(|| view! { <LinkButton label=words.frame().systems href="/systems" weight=Weight::Primary /> });
            view! { <Empty glyph=Glyph::ZAP title=said.no_cards text=said.no_cards_lead action=action.into_any() /> }
        });
        let home = id.get().is_none().then(|| whole_home(desk));
        view! { {home} {cards.into_iter().map(|system| view! { <Card system /> }).collect_view()} {none} }
    };
    view! {
        <Page title=said.emergency back=(back, words.common().back.to_owned()) actions=print.into_any() class="emergency stack stack--loose">
            <header><h1>{said.emergency}</h1> <p class="soft">{said.emergency_lead}</p></header>
            {shown}
        </Page>
    }
}

/// Systems in use of which somebody wrote down what to do.
fn written(desk: Desk) -> Vec<Arc<Kept<System>>> {
    let has_card = |system: &System| {
        system.in_use()
            && (system.call.is_some()
                || system.shut_off_photo.is_some()
                || [&system.shut_off, &system.steps, &system.call_number].into_iter().any(|text| !text.is_empty()))
    };
    let all = desk.library.shelf::<System>().values().filter(|system| has_card(&system.letter)).collect();
    crate::data::by_name(all, |system: &Arc<Kept<System>>| &system.letter.name)
}

/// Where the water and the power of the whole home are switched off.
fn whole_home(desk: Desk) -> AnyView {
    let words = desk.words();
    let property = desk.library.property();
    let [water, power] = match &property {
        Some(property) => words.switched_off(&property.letter),
        None => words.switched_off(&Property::default()),
    };
    let line = |(title, place): (&'static str, String)| {
        view! {
            <section class="emergency__card">
                <h2>{title}</h2>
                <p class="emergency__place">{place}</p>
            </section>
        }
    };
    view! { {line(water)} {line(power)} }.into_any()
}

/// The card of one system.
#[component]
fn Card(system: Arc<Kept<System>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.faults();
    let letter = &system.letter;
    let shut_off = if letter.shut_off.is_empty() { said.shut_off_unknown.to_owned() } else { letter.shut_off.clone() };
    let shown = letter.shut_off_photo.and_then(|hash| letter.files.iter().find(|file| file.hash == hash)).cloned();
    let photo = shown.map(|file| {
        view! { <Photo source=picture(file) caption="" waiting=words.form().photo_waiting open_label=said.shut_off /> }
    });
    let steps: Vec<_> =
        letter.steps.lines().map(str::trim).filter(|step| !step.is_empty()).map(str::to_owned).collect();
    let steps = (!steps.is_empty()).then(|| {
        let steps = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
        view! { <Section title=said.steps><ol class="emergency__steps">{steps}</ol></Section> }
    });
    let edit = desk.may(Action::Write).then(|| {
        view! { <LinkButton label=said.write_card href=format!("/systems/{}/edit?card", system.id) weight=Weight::Quiet glyph=Glyph::PENCIL /> }
    });
    view! {
        <section class="emergency__card stack stack--tight">
            <h2>{letter.name.clone()}</h2>
            <p class="small soft">{said.shut_off}</p>
            <p class="emergency__place">{shut_off}</p>
            {photo}
            {steps}
            {calls(desk, letter)}
            <p class="paperless">{edit}</p>
        </section>
    }
}

/// Whom to call: the number of day and night first, then the contact, else who fitted it.
fn calls(desk: Desk, letter: &System) -> Option<AnyView> {
    let said = desk.words().faults();
    let contact = letter.call.or(letter.fitted_by).and_then(|id| desk.library.find::<Contact>(id));
    let contact = contact.filter(|contact| !contact.letter.phone.is_empty());
    let number = (!letter.call_number.is_empty()).then(|| (letter.call_number.clone(), letter.call_number.clone()));
    let numbers: Vec<_> = number
        .into_iter()
        .chain(contact.map(|contact| (contact.letter.name.clone(), contact.letter.phone.clone())))
        .collect();
    let button = |(name, phone): (String, String)| {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! {
            <li class="stack stack--tight">
                <LinkButton label=(said.call_now)(&name) href=format!("tel:{digits}") weight=Weight::Primary glyph=Glyph::PHONE />
                <span class="emergency__number">{phone}</span>
            </li>
        }
    };
    (!numbers.is_empty()).then(|| {
        view! { <Section title=said.call><ul class="emergency__calls">{numbers.into_iter().map(button).collect_view()}</ul></Section> }.into_any()
    })
}
