//! Inspections: the checklists there are and when each is walked next, walking one, what was found, and lists of one's own.

mod edit;
mod list;
mod look;
mod offer;
mod walk;

use crate::components::{Empty, Glyph, Notice, NoticeKind, dynamic};
use crate::deeds::{catalogue, inspection};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::route::Draw;
use edit::EditPage;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use list::ListPage;
use look::LookPage;
use model::RecordId;
use model::checklist::Checklists;
use offer::{Offer, offered};
use walk::WalkPage;

/// The inspections, one of them, or a checklist that is walked or changed.
#[lazy]
pub fn inspections() -> Draw {
    || view! { <Asked /> }.into_any()
}

/// What the address names.
#[derive(Clone, PartialEq)]
enum Asked {
    List,
    Look(RecordId),
    Walk(Offer),
    Edit(Offer),
    /// The checklists of the catalogue are not here.
    Away,
    Gone,
}

#[component]
fn Asked() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.inspect();
    let (params, query) = (use_params_map(), use_query_map());
    let usual = RwSignal::new(None::<Option<Checklists>>);
    leptos::task::spawn_local(async move {
        let found = catalogue::checklists(desk).await;
        usual.try_set(Some(found));
    });
    let asked = Memo::new(move |_| {
        let id = params.with(|params| params.get("id"));
        let edits = query.with(|query| query.get("edit").is_some());
        let found = usual.with(|usual| usual.as_ref().map(|usual| asked(desk, usual.as_ref(), id, edits)));
        // What others wrote may arrive while something is fetched. What is being walked is not drawn anew for it.
        if found == Some(Asked::Gone) {
            desk.status.track();
        }
        found
    });
    let back = move || ("/inspections".to_owned(), words.common().back.to_owned());
    dynamic(move || {
        match asked.get() {
        None => view! { <Page title=said.title><p class="soft" role="status">{words.common().loading}</p></Page> }.into_any(),
        Some(Asked::List) => view! { <ListPage usual=usual.get_untracked().flatten() /> }.into_any(),
        Some(Asked::Look(id)) => view! { <LookPage id /> }.into_any(),
        Some(Asked::Walk(offer)) => view! { <WalkPage offer /> }.into_any(),
        Some(Asked::Edit(offer)) => view! { <EditPage offer /> }.into_any(),
        Some(Asked::Away) => view! {
            <Page title=said.title back=back() named=true><Notice kind=NoticeKind::Warn title=said.unavailable /></Page>
        }
        .into_any(),
        Some(Asked::Gone) => view! {
            <Page title=said.title back=back() named=true><Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=said.gone text="" /></Page>
        }
        .into_any(),
    }
    })
}

fn asked(desk: Desk, usual: Option<&Checklists>, id: Option<String>, edits: bool) -> Asked {
    let Some(id) = id else { return Asked::List };
    let record = id.parse::<RecordId>().ok();
    if let Some(found) = record.filter(|record| inspection::all(desk).iter().any(|(known, _)| known == record)) {
        return Asked::Look(found);
    }
    match offered(desk, usual).into_iter().find(|offer| offer.key == id) {
        Some(offer) if edits => Asked::Edit(offer),
        Some(offer) => Asked::Walk(offer),
        None if usual.is_none() && record.is_none() => Asked::Away,
        None => Asked::Gone,
    }
}
