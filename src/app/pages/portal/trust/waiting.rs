//! Deals that wait for a decision of the home, on the home screen.

use super::super::watched;
use crate::components::{Glyph, Icon, LinkButton, Row, Status, Tone, Weight, dynamic, whenever};
use crate::deeds::portal::Dealt;
use crate::desk::{Desk, use_desk};
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::portal::wait::{Wait, waits};
use model::portal::{Deal, Side};

/// A row for each deal that waits; `count` is how many.
#[component]
pub fn Waiting(count: RwSignal<Option<usize>>) -> impl IntoView {
    let desk = use_desk();
    let found = watched(desk);
    let waiting = Memo::new(move |_| {
        found.with(|found| {
            let all = found.iter().flatten().filter(|dealt| !dealt.closed);
            all.filter_map(|dealt| Some((dealt.clone(), first(desk, dealt)?))).collect::<Vec<_>>()
        })
    });
    whenever(move || {
        if found.with(Option::is_some) {
            count.set(Some(waiting.with(Vec::len)));
        }
    });
    dynamic(move || waiting.get().iter().map(|(dealt, wait)| row(desk, dealt, *wait)).collect_view())
}

/// What the home has to decide there first.
fn first(desk: Desk, dealt: &Dealt) -> Option<Wait> {
    let waits = waits(&Deal::of(&standing(dealt)), Side::Client, desk.today());
    waits.into_iter().find(|wait| *wait != Wait::Read)
}

fn row(desk: Desk, dealt: &Dealt, wait: Wait) -> AnyView {
    let said = desk.words().trust();
    let request = Deal::of(&standing(dealt)).request.map(|request| request.letter).unwrap_or_default();
    let href = format!("/portal/{}", dealt.space);
    let lead = view! { <Icon glyph=Glyph::WRENCH /> }.into_any();
    let text = view! { <Status tone=Tone::Warn word=(said.waits)(wait) /> " " {request.provider} };
    let look = view! { <LinkButton label=said.look href=href.clone() weight=Weight::Small /> };
    view! { <Row title=request.title href lead text=text.into_any() actions=look.into_any() /> }.into_any()
}
