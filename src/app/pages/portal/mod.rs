//! The portal as the home sees it: the list of deals, asking, one deal from quote to payment, and quotes side by side.

mod act;
mod back;
mod bill;
mod compare;
mod deal;
mod decide;
mod job;
mod link;
mod list;
mod new;
pub(super) mod photos;
mod quote;
pub(super) mod refused;
mod thread;
pub(super) mod trust;

use crate::components::{Empty, Glyph, LinkButton, Weight, dynamic, whenever};
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::Page;
use crate::route::{Draw, fetched};
use compare::ComparePage;
use deal::DealPage;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};
use list::ListPage;
use model::access::deal::provides;
use model::{Money, RecordId, SpaceId};
use new::NewPage;
use words::Words;

/// The deals of the home, one of them, or the quotes of a batch.
#[lazy]
pub fn portal() -> Draw {
    || match use_desk().phase.get_untracked() {
        // Who looks after a scheme may have no home, and so no frame.
        Phase::Welcome => view! { <div class="job-unframed"><Asked /></div> }.into_any(),
        _ => view! { <Asked /> }.into_any(),
    }
}

/// Asking somebody, a module of its own: most who look at what they asked ask nothing new.
#[lazy]
pub fn portal_ask() -> Draw {
    || view! { <NewPage /> }.into_any()
}

/// What comes of a decision: the job, its invoices, what goes into the logbook. Drawn with a [`deal::Work`] in its context.
#[lazy]
pub fn portal_job() -> Draw {
    deal::work
}

/// What the address names.
#[derive(Clone, PartialEq)]
enum Place {
    List,
    New,
    Compare(String),
    Deal(Option<SpaceId>),
}

#[component]
fn Asked() -> impl IntoView {
    let (params, path) = (use_params_map(), use_location().pathname);
    let place = Memo::new(move |_| {
        let compares = path.with(|path| path.starts_with("/portal/compare/"));
        params.with(|params| match params.get_str("id") {
            Some(batch) if compares => Place::Compare(batch.to_owned()),
            None => Place::List,
            Some("new") => Place::New,
            Some(id) => Place::Deal(id.parse().ok()),
        })
    });
    dynamic(move || match place.get() {
        Place::List => view! { <ListPage /> }.into_any(),
        Place::New => fetched(Signal::stored(true), || Box::pin(portal_ask())),
        Place::Compare(batch) => view! { <ComparePage batch /> }.into_any(),
        Place::Deal(Some(space)) => view! { <DealPage space /> }.into_any(),
        Place::Deal(None) => gone(use_desk()),
    })
}

/// The deals of the open home and of the schemes that one looks after, none until they were read; read anew whenever one changes.
fn watched(desk: Desk) -> RwSignal<Option<Vec<Dealt>>> {
    let found = RwSignal::new(None);
    whenever(move || {
        desk.deals.track();
        desk.space.track();
        leptos::task::spawn_local(async move {
            let mut deals = deeds::deals(desk).await.map(own).ok();
            if let Some(deals) = &mut deals {
                deals.extend(deeds::of_schemes(desk).await.unwrap_or_default());
            }
            found.try_set(deals);
        });
    });
    found
}

/// Those of the home: where somebody here is the provider they look at it elsewhere.
fn own(mut deals: Vec<Dealt>) -> Vec<Dealt> {
    deals.retain(|dealt| !provides(dealt.role));
    deals
}

/// There is no such deal.
fn gone(desk: Desk) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let back = ("/portal".to_owned(), said.title.to_owned());
    view! { <Page title=said.title back named=true><Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=said.gone text="" /></Page> }
        .into_any()
}

/// The way to a paper of a deal.
fn paper_link(label: &'static str, space: SpaceId, of: RecordId) -> AnyView {
    view! { <p><LinkButton label href=format!("/papers/{space}?of={of}") glyph=Glyph::FILE_TEXT weight=Weight::Small /></p> }.into_any()
}

/// Cents as people read them.
fn money(words: &Words, cents: i64) -> String {
    words.money(&Money::rand(cents))
}
