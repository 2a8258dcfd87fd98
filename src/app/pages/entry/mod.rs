//! One entry, beside the list or on a page of its own: what it says, and what happened to it.

mod bar;
mod facts;
mod moves;
mod papers;
mod refused;
mod story;
mod withdrawn;

use crate::components::{Empty, Glyph, LinkButton, Section, TopBar, dynamic};
use crate::data::Standing;
use crate::desk::use_desk;
use crate::pages::gallery::Gallery;
use crate::pages::logbook::address;
use crate::pages::remarks::Remarks;
use crate::route::Draw;
use bar::Bar;
use facts::{Costs, Parts, Said};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use model::entry::{Entry, EntryType};
use model::{FileRef, RecordId};
use papers::Papers;
use refused::Refused;
use story::Story;
use withdrawn::Withdrawn;

/// The entry that the address names, in a module of its own: the list is there without it.
#[lazy]
pub fn entry_pane() -> Draw {
    || view! { <Picked /> }.into_any()
}

#[component]
fn Picked() -> impl IntoView {
    let (params, address) = (use_params_map(), use_query_map());
    let picked = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<RecordId>().ok()));
    let query = Memo::new(move |_| address.with(|address| address::ending(address::filter(address).pairs())));
    dynamic(move || {
        let id = picked.get();
        view! { <EntryPane id query /> }
    })
}

/// The entry that was picked, or that there is none.
#[component]
fn EntryPane(
    /// Any version of it; none where the address names nothing.
    id: Option<RecordId>,
    /// The end of the list's address.
    query: Memo<String>,
) -> impl IntoView {
    let desk = use_desk();
    let entry = Memo::new(move |_| id.and_then(|id| desk.library.entry(id)));
    let words = desk.words();
    let list = move || format!("/logbook{}", query.get_untracked());
    move || match entry.get() {
        Some(entry) => view! { <Found entry list=list() /> }.into_any(),
        None => {
            let action = view! { <LinkButton label=words.logbook().title href=list() glyph=Glyph::BOOK_OPEN /> };
            view! {
                <TopBar title=words.entry().title back=(list(), words.common().back.to_owned()) />
                <div class="page">
                    <h1 class="unseen">{words.entry().none_title}</h1>
                    <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.entry().none_title text=words.entry().none_text action=action.into_any() />
                </div>
            }
            .into_any()
        }
    }
}

/// The way to what became of a fault; of what settled one, the photos that were taken of it.
#[component]
fn OfFault(entry: Standing<Entry>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let settled = entry.letter.settles.and_then(|fault| desk.library.entry(fault));
    let photos = settled.map(|fault| fault.letter.files.clone()).filter(|files| files.iter().any(FileRef::is_photo));
    let is_fault = entry.letter.sort == EntryType::Fault && !desk.visiting.get_untracked();
    view! {
        {is_fault.then(|| view! {
            <p class="actions paperless"><LinkButton label=words.entry().what_became href=format!("/faults/{}", entry.root) glyph=Glyph::TRIANGLE_ALERT /></p>
        })}
        {photos.map(|files| view! { <Section title=words.entry().fault_photos><Gallery files /></Section> })}
    }
}

#[component]
fn Found(
    entry: Standing<Entry>,
    /// Where the list is.
    list: String,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let letter = entry.letter.clone();
    let when = letter.when.map(|when| words.date(when)).unwrap_or_default();
    let head = [(words.choice().entry)(letter.sort).to_owned(), when];
    let head = head.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let notes = letter.notes.clone();
    let thread = desk.library.entry_thread(entry.root);
    let versions = thread.map(|thread| thread.versions.into_iter().rev().collect()).unwrap_or_default();
    view! {
        <Bar entry=entry.clone() list />
        <article class="page entry-page">
            <Refused entry=entry.clone() />
            <Withdrawn entry=entry.clone() />
            <header class="entry-page__head">
                <p class="soft small">{head}</p>
                <h1>{letter.title.clone()}</h1>
            </header>
            <Gallery files=letter.files.clone() lead=true />
            <OfFault entry=entry.clone() />
            <Said entry=entry.clone() />
            <Costs entry=entry.clone() />
            <Parts entry=entry.clone() />
            {(!notes.is_empty()).then(|| view! {
                <Section title=words.entry().notes><p class="entry-page__notes">{notes}</p></Section>
            })}
            <Papers entry=entry.clone() />
            <Remarks versions=versions is_fact=true />
            <Story entry />
        </article>
    }
}
