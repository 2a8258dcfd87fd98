//! One paper of a deal.

use super::PrintIt;
use super::drawn::{drawn, part};
use super::pay::pay;
use super::pdf::{Pdf, made_later};
use crate::browser::page;
use crate::components::{Empty, Glyph, TopBar, dynamic, whenever};
use crate::deeds::paper as made;
use crate::deeds::portal::{self as deeds, Dealt, visited};
use crate::desk::{Desk, use_desk};
use crate::pages::portal::photos::DealPhotos;
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::access::deal::provides;
use model::portal::Deal;
use model::portal::account::other;
use model::{Record, RecordId, SpaceId};
use report::deal::{Pictures, paper};

/// The page.
#[component]
pub fn PaperPage(
    /// The deal.
    space: SpaceId,
    /// The quote, the job sheet or the invoice.
    of: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let found = RwSignal::new(None::<Vec<Dealt>>);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            found.try_set(Some(known(desk, space).await));
        });
    });
    let mine = Signal::derive(move || {
        let role =
            found.with(|found| found.as_ref()?.iter().find(|dealt| dealt.space == space).map(|dealt| dealt.role));
        visited(desk).is_some() || role.is_some_and(provides)
    });
    let shown = move || found.get().map(|deals| shown(desk, &deals, space, of));
    // Where the way back leads is known when the deal is.
    let bar = move || {
        let place = if mine.get() { "jobs" } else { "portal" };
        let back = (format!("/{place}/{space}"), words.paper().back.to_owned());
        view! { <TopBar title=words.paper().paper back aside=true /> }
    };
    view! {
        {dynamic(bar)}
        <main id="main" tabindex="-1"><div class="print-sheet stack">{dynamic(shown)}</div></main>
    }
}

/// The deal, and for its client all others of the home, among which another account of the same provider may stand.
async fn known(desk: Desk, space: SpaceId) -> Vec<Dealt> {
    let Some(own) = deeds::dealt(desk, space).await.ok().flatten() else { return Vec::new() };
    if provides(own.role) {
        return vec![own];
    }
    let all = deeds::deals(desk).await.unwrap_or_default();
    all.into_iter().filter(|dealt| !provides(dealt.role)).collect()
}

fn shown(desk: Desk, deals: &[Dealt], space: SpaceId, of: RecordId) -> AnyView {
    let words = desk.words();
    let said = words.paper();
    let read: Vec<(SpaceId, Vec<Record>)> = deals.iter().map(|dealt| (dealt.space, standing(dealt))).collect();
    let all: Vec<Deal> = read.iter().map(|(_, records)| Deal::of(records)).collect();
    let own = read.iter().position(|(id, _)| *id == space);
    let made = own.and_then(|at| Some((at, paper(&all[at], of, words)?)));
    let Some((at, paper)) = made else {
        return view! { <h1 class="unseen">{said.gone}</h1> <Empty glyph=Glyph::FILE_TEXT title=said.gone text="" /> }
            .into_any();
    };
    page::set_title(&format!("{} · {}", paper.title, words.common().product));
    let has_arrived = read[at].1.iter().any(|record| record.id == of && record.rev > 0);
    let other = all[at].invoice(of).and_then(|invoice| other(&all, &all[at], invoice));
    let pay = paper.pay.as_ref().map(|told| pay(desk, told, other)).into_any();
    let pdf = if has_arrived {
        let make = Callback::new(move |()| made_later(async move { made::of_deal(desk, space, of).await }));
        view! { <Pdf title=paper.title.clone() make /> }.into_any()
    } else {
        view! { <p class="small soft">{said.pdf_unsent}</p> }.into_any()
    };
    let photos = photos(space, &paper.pictures);
    view! { <div class="line paperless"><PrintIt /> {pdf}</div> {drawn(&paper, pay, photos)} }.into_any()
}

/// The photos of a paper, small; each opens large.
fn photos(space: SpaceId, all: &[Pictures]) -> AnyView {
    let group = |group: &Pictures| {
        let files = group.photos.iter().map(|photo| photo.file.clone()).collect();
        part(group.title, view! { <DealPhotos space files /> }.into_any())
    };
    all.iter().map(group).collect_view().into_any()
}
