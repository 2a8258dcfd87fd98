//! The bar above everything that a visitor sees: until when, and the way out. What may be sent stands below it, in a module of its own.

use super::sends::{Sends, visit_sends};
use crate::browser::page;
use crate::components::{Button, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{share, visit as deed};
use crate::desk::{Allowed, Visiting, use_desk};
use crate::route::fetched;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::Instant;
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
    let words = use_desk().words();
    let said = words.door();
    let day = |at: Instant| words.day(at.date(HOME_AHEAD_MINUTES));
    let title = expires.map_or_else(|| said.preview.to_owned(), |expires| (said.until)(&day(expires)));
    let body = as_of.map(|at| (said.as_of)(&day(at))).unwrap_or_default();
    let word = if share.is_some() { said.close } else { said.close_preview };
    let actions = view! { <Button label=word weight=Weight::Small on_press=close(visiting) /> }.into_any();
    let sends = share.filter(|_| allowed != Allowed::default());
    if let Some(share) = sends {
        provide_context(Sends { share, allowed });
    }
    view! {
        <div class="visit-bar stack stack--tight" role="complementary">
            <Notice kind=NoticeKind::Info title body actions />
            {fetched(Signal::stored(sends.is_some()), || Box::pin(visit_sends()))}
        </div>
    }
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
            } else if deed::previews_estate(desk) {
                // Who looks after a scheme may have no home to go back to: all is read anew.
                page::leave("/estate/shares/new");
            } else if let Some(home) = home {
                page::unmark_visit();
                // The home is still on this device; where it cannot be read, the next start says why.
                let _ = share::end_preview(desk, home).await;
                navigate("/shares/new", NavigateOptions::default());
            }
        });
    })
}
