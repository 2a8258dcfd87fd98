//! What may be sent by the link: what was and what became of it, what waits on this device, and the wish to become a member.

use super::join::Join;
use super::waiting::Waiting;
use crate::components::{Button, Weight, dynamic};
use crate::deeds::contribute;
use crate::desk::{Allowed, use_desk};
use crate::route::Draw;
use leptos::prelude::*;
use model::ShareId;
use model::contribution::State;

/// By which link what may be sent. A handle.
#[derive(Clone, Copy)]
pub struct Sends {
    /// The link.
    pub share: ShareId,
    /// What it allows.
    pub allowed: Allowed,
}

/// What may be sent.
#[lazy]
pub fn visit_sends() -> Draw {
    || view! { <Shown sends=expect_context() /> }.into_any()
}

#[component]
fn Shown(sends: Sends) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().contribution();
    let Sends { share, allowed } = sends;
    let asks = RwSignal::new(false);
    let told = move || {
        // What was sent changes when nothing waits any more.
        desk.waiting.track();
        let count = |state| contribute::sent(desk, state);
        let told = (said.sent_count)(count(State::Waiting), count(State::Accepted), count(State::Declined));
        (!told.is_empty()).then(|| view! { <p class="small" role="status">{told}</p> })
    };
    let ask = Callback::new(move |()| asks.set(true));
    view! {
        {dynamic(told)}
        {allowed.join.then(|| view! { <div><Button label=said.join weight=Weight::Small on_press=ask /></div> })}
        <Waiting share />
        {allowed.join.then(|| view! { <Join open=asks /> })}
    }
}
