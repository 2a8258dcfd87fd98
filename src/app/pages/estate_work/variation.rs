//! What stands against approving extra work in a deal of the scheme: a vendor who has lapsed, or votes, which trustees are asked for.

use super::Found;
use super::known::{may_write, read};
use crate::components::{LinkButton, Notice, NoticeKind, Status, Tone, Weight, dynamic, whenever};
use crate::deeds::estate::OwnEstate;
use crate::desk::{Desk, use_desk};
use crate::pages::estate::watched;
use leptos::prelude::*;
use model::portal::{Deal, Decision, Request, Verdict};
use model::scheme::award::{Bar, decides};
use model::{RecordId, SpaceId};

/// A variation that waits for a decision.
#[derive(Clone)]
pub struct Extra {
    /// The space of its deal.
    pub space: SpaceId,
    /// The deal.
    pub deal: Box<Deal>,
    /// The variation.
    pub on: RecordId,
    /// Set once nothing stands against it.
    pub free: RwSignal<bool>,
}

/// The part.
#[component]
pub fn ExtraPart(extra: Extra) -> impl IntoView {
    let desk = use_desk();
    let found = watched(desk);
    let Extra { space, deal, on, free } = extra;
    let work = deal.request.as_ref().and_then(|request| request.letter.from);
    let bar = Memo::new(move |_| read(found, |estate| barred(desk, estate, space, &deal, on)));
    whenever(move || free.set(bar.get() == Some(None)));
    dynamic(move || bar.get().flatten().map(|bar| told(desk, found, space, work, bar)))
}

/// What stands against it, if anything does. Of another scheme than the one that is looked at nothing is known here, and the server judges.
fn barred(desk: Desk, estate: &OwnEstate, space: SpaceId, deal: &Deal, on: RecordId) -> Option<Bar> {
    let of_scheme = |request: &Request| {
        let named = [request.from, request.contact];
        estate.records.iter().any(|record| named.contains(&Some(record.id)))
    };
    if !deal.request.as_ref().is_some_and(|request| of_scheme(&request.letter)) {
        return None;
    }
    let decision = Decision { on: Some(on), verdict: Verdict::Approve, ..Decision::default() };
    decides(&estate.records, space, deal, &decision, desk.today()).err()
}

fn told(desk: Desk, found: Found, space: SpaceId, work: Option<RecordId>, bar: Bar) -> AnyView {
    let said = desk.words().work();
    let title = (said.bar)(bar);
    if bar == Bar::Lapsed {
        return view! { <p><Status tone=Tone::Warn word=title /></p> }.into_any();
    }
    let put = work.filter(|_| may_write(found)).map(|work| {
        let href = format!("/estate/work/put?work={work}&deal={space}");
        view! { <LinkButton label=said.put_it href weight=Weight::Primary /> }
    });
    view! { <Notice kind=NoticeKind::Warn title body=said.above_lead actions=put.into_any() /> }.into_any()
}
