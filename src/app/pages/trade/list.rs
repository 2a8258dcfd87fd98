//! The jobs of a provider who signed in.

use super::act::back;
use crate::components::{Empty, Glyph, Row, Rows, Status, Tone, dynamic, whenever};
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::access::Role;
use model::portal::wait::waits;
use model::portal::{Deal, Side};

/// The page.
#[component]
pub fn ListPage() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().job();
    let found = RwSignal::new(None::<Vec<Dealt>>);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            let deals = deeds::deals(desk).await.unwrap_or_default();
            found.try_set(Some(deals.into_iter().filter(|dealt| dealt.role == Role::Provider).collect()));
        });
    });
    let shown = move || found.with(|found| found.as_ref().map(|deals| list(desk, deals)));
    view! { <Page title=said.title class="stack">{dynamic(shown)}</Page> }
}

fn list(desk: Desk, deals: &[Dealt]) -> AnyView {
    let said = desk.words().job();
    if deals.is_empty() {
        return view! { <Empty glyph=Glyph::WRENCH title=said.none text=said.none_lead /> }.into_any();
    }
    let row = move |dealt: &Dealt| {
        let deal = Deal::of(&dealt.records);
        let wait = waits(&deal, Side::Provider, desk.today()).first().copied().filter(|_| !dealt.closed);
        let request = deal.request.map(|request| request.letter).unwrap_or_default();
        let end = match wait {
            Some(wait) => view! { <Status tone=Tone::Warn word=(said.act)(wait) /> }.into_any(),
            None => view! { <Status tone=Tone::Info word=said.no_wait /> }.into_any(),
        };
        let place = request.suburb.into_any();
        view! { <Row title=request.title href=back(dealt.space) text=place end /> }
    };
    // What waits for the provider comes first.
    let mut order: Vec<&Dealt> = deals.iter().collect();
    order.sort_by_key(|dealt| waits(&Deal::of(&dealt.records), Side::Provider, desk.today()).is_empty());
    let rows = order.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}
