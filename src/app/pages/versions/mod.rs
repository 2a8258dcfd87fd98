//! Two versions of an entry beside one another, and who changed what, when.

mod beside;
mod fields;
mod people;
mod story;

use super::Page;
use super::moment::moment;
use crate::components::{Empty, Glyph};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
use beside::Beside;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use model::RecordId;
use model::entry::Entry;
use model::history::Thread;
use people::People;
use std::sync::Arc;
use story::Story;

/// The versions of an entry.
#[lazy]
pub fn versions() -> Draw {
    || view! { <VersionsPage /> }.into_any()
}

/// A thread with its letters.
#[derive(Clone, PartialEq)]
struct Told {
    thread: Thread,
    versions: Vec<Arc<Kept<Entry>>>,
}

fn told(desk: Desk, id: RecordId) -> Option<Told> {
    let thread = desk.library.entry_thread(id)?;
    let versions: Vec<_> = thread.versions.iter().filter_map(|id| desk.library.entry_version(*id)).collect();
    (!versions.is_empty()).then_some(Told { thread, versions })
}

#[component]
fn VersionsPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (params, query) = (use_params_map(), use_query_map());
    let id = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<RecordId>().ok()));
    let told = Memo::new(move |_| id.get().and_then(|id| told(desk, id)));
    // The later one of the two versions that are compared, counted from the first.
    let of = Memo::new(move |_| query.with(|query| query.get_str("of")?.parse::<usize>().ok()));
    let people = People::new(told);
    let back = id.get_untracked().map_or_else(|| "/logbook".to_owned(), |id| format!("/logbook/{id}"));
    let above = told.with_untracked(|told| told.as_ref().and_then(|told| told.versions.last().cloned()));
    let above = above.map(|version| (back.clone(), version.letter.title.clone()));
    let trail = std::iter::once(("/logbook".to_owned(), words.logbook().title.to_owned())).chain(above).collect();
    let body = move || {
        let Some(Told { thread, versions }) = told.get() else {
            return view! { <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.entry().none_title text=words.entry().none_text /> }.into_any();
        };
        let last = versions.len() - 1;
        let at = of.get().unwrap_or(last).clamp(last.min(1), last);
        view! {
            <header class="stack stack--tight">
                <h1>{versions[last].letter.title.clone()}</h1>
                {(last > 0).then(|| view! { <p class="soft"><Amended version=versions[at].clone() people /></p> })}
            </header>
            <Beside versions=versions.clone() at />
            <Story thread versions people />
        }
        .into_any()
    };
    view! {
        <Page title=words.versions().title back=(back, words.common().back.to_owned()) trail wide=true class="stack stack--loose">
            {body}
        </Page>
    }
}

/// "Amended by Thandi on 19 November 2026, 08:14: “Read the slip wrong”".
#[component]
fn Amended(version: Arc<Kept<Entry>>, people: People) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let by = people.of(version.id, version.by);
        let amended = (words.versions().amended)(by.as_deref(), &moment(desk, version.first.at_ms));
        let reason = &version.letter.reason;
        if reason.is_empty() { amended } else { format!("{amended}: {}", (words.entry().quoted)(reason)) }
    }
}
