//! The bar above everything that a visitor sees: until when, what was sent, and the way out.

use super::join::Join;
use super::waiting::Waiting;
use crate::browser::page;
use crate::components::{Button, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{contribute, share, visit as deed};
use crate::desk::{Allowed, Desk, Visiting, use_desk};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::Instant;
use model::contribution::State;
use model::date::HOME_AHEAD_MINUTES;

/// The bar; nothing where nobody visits.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let desk = use_desk();
    dynamic(move || {
        let visiting = desk.visiting.get().then(|| deed::visiting(desk)).flatten();
        visiting.map(|visiting| view! { <Shown visiting /> })
    })
}

#[component]
fn Shown(visiting: Visiting) -> impl IntoView {
    let Visiting { share, expires, as_of, allowed, .. } = visiting;
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let day = move |at: Instant| words.day(at.date(HOME_AHEAD_MINUTES));
    let sends = share.is_some() && allowed != Allowed::default();
    let joins = share.is_some() && allowed.join;
    let (close, asks) = (close(visiting), RwSignal::new(false));
    let notice = move || {
        let title = expires.map_or_else(|| said.bar_preview.to_owned(), |expires| (said.bar)(&day(expires)));
        let as_of = as_of.map(|at| (said.bar_as_of)(&day(at))).unwrap_or_default();
        // What waits changes when something was sent.
        desk.waiting.track();
        let told = if sends { sent(desk) } else { String::new() };
        let body = [as_of, told].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let ask = Callback::new(move |()| asks.set(true));
        let join =
            joins.then(|| view! { <Button label=words.contribution().join weight=Weight::Small on_press=ask /> });
        let word = if share.is_some() { said.close } else { said.close_preview };
        let actions = view! { {join} <Button label=word weight=Weight::Small on_press=close /> }.into_any();
        view! { <Notice kind=NoticeKind::Info title body actions /> }
    };
    view! {
        <div class="visit-bar stack stack--tight">
            {dynamic(notice)}
            {share.filter(|_| sends).map(|share| view! { <Waiting share /> })}
            {joins.then(|| view! { <Join open=asks /> })}
        </div>
    }
}

/// How much was sent by the link, and what became of it.
fn sent(desk: Desk) -> String {
    let sent = contribute::sent(desk);
    let count = |state: State| sent.iter().filter(|one| one.state == state).count();
    (desk.words().contribution().sent_count)(count(State::Waiting), count(State::Accepted), count(State::Declined))
}

/// Ends the visit, or the preview.
fn close(Visiting { share, home, .. }: Visiting) -> Callback<()> {
    let desk = use_desk();
    let navigate = use_navigate();
    Callback::new(move |()| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            if let Some(share) = share {
                deed::close(share).await;
            } else if let Some(home) = home {
                page::unmark_visit();
                // The home is still on this device; where it cannot be read, the next start says why.
                let _ = share::end_preview(desk, home).await;
                navigate("/shares/new", NavigateOptions::default());
            }
        });
    })
}
