//! What is known of a paper: its type, its date, what it is about and what it says.

use crate::components::{FactLine, Facts, Section, dynamic};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::FileRef;
use model::access::Action;
use model::contact::Contact;
use model::document::Document;
use model::system::System;
use std::sync::Arc;
use words::Words;

/// What is known of a paper.
#[component]
pub fn About(
    /// The paper.
    paper: Arc<Kept<Document>>,
    /// How many pages it has, once that is known.
    pages: RwSignal<Option<u32>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let letter = &paper.letter;
    let file = letter.file.clone();
    let kind = move || {
        let words = desk.words();
        file.as_ref().map(|file| format!("{} · {}", kind(words, file, pages.get()), words.bytes(file.size)))
    };
    let said = letter.facts.iter().map(|fact| FactLine::words(fact.name.clone(), fact.value.clone()));
    let said: Vec<FactLine> = said.collect();
    let says = (!said.is_empty()).then(|| {
        let edit = (words.common().edit.to_owned(), format!("/documents/{}/edit", paper.id));
        if desk.may(Action::Write) {
            view! { <Section title=words.document().says more=edit><Facts lines=said /></Section> }.into_any()
        } else {
            view! { <Section title=words.document().says><Facts lines=said /></Section> }.into_any()
        }
    });
    let notes = letter.notes.clone();
    let of = paper.clone();
    view! {
        <header>
            <h1>{letter.title.clone()}</h1>
            <p class="soft small">{kind}</p>
        </header>
        {dynamic(move || view! { <Facts lines=lines(desk, &of) /> })}
        {says}
        {(!notes.is_empty()).then(|| view! {
            <Section title=words.field().notes><p class="system-page__notes">{notes}</p></Section>
        })}
        <crate::pages::origin::Origin id=paper.id />
    }
}

/// What sort of file it is.
fn kind(words: &Words, file: &FileRef, pages: Option<u32>) -> String {
    if file.media == "application/pdf" {
        (words.document().pdf)(pages)
    } else if file.is_photo() {
        words.document().photo.to_owned()
    } else {
        words.document().file.to_owned()
    }
}

fn lines(desk: Desk, paper: &Kept<Document>) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.document();
    let letter = &paper.letter;
    let mut lines = vec![FactLine::words(said.sort, (words.choice().document)(letter.sort))];
    if let Some(date) = letter.dated {
        lines.push(FactLine::words(said.dated, words.date(date)));
    }
    if let Some(contact) = letter.contact.and_then(|id| desk.library.find::<Contact>(id)) {
        lines.push(links(said.from, vec![(format!("/contacts/{}", contact.id), contact.letter.name.clone())]));
    }
    if !letter.policy_number.is_empty() {
        lines.push(FactLine::words(said.policy_number, letter.policy_number.clone()));
    }
    if let Some(excess) = &letter.excess {
        lines.push(FactLine::words(said.excess, words.money(excess)));
    }
    if !letter.claims_phone.is_empty() {
        lines.push(FactLine::words(said.claims_phone, letter.claims_phone.clone()));
    }
    let systems = desk.library.shelf::<System>();
    let named = letter.systems.iter().filter_map(|id| systems.get(id));
    let named: Vec<_> = named.map(|system| (format!("/systems/{}", system.id), system.letter.name.clone())).collect();
    if !named.is_empty() {
        lines.push(links(said.system, named));
    }
    let entries: Vec<_> = desk.library.entries.with(|entries| {
        let its = entries.iter().filter(|entry| entry.letter.documents.contains(&paper.id));
        its.map(|entry| (format!("/logbook/{}", entry.root), entry.letter.title.clone())).collect()
    });
    if !entries.is_empty() {
        lines.push(links(said.entries, entries));
    }
    lines
}

/// A name and where it leads, one below the other.
fn links(name: &'static str, links: Vec<(String, String)>) -> FactLine {
    let each = links.into_iter().map(|(href, text)| view! { <div><a href=href>{text}</a></div> });
    FactLine::view(name, each.collect_view().into_any())
}
