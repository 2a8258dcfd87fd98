//! What waits on this device to be sent by the link: it goes when there is a connection, or is saved as a file.

use crate::browser::{network, page, timer};
use crate::components::{Button, Glyph, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::contribute::{contribute_saved, contribute_waiting, show_waiting};
use crate::deeds::{Trouble, visit as deed};
use crate::desk::use_desk;
use crate::pages::add as pages;
use leptos::prelude::*;
use model::ShareId;
use wire::ErrorCode;

/// How long after one try another is made, milliseconds.
const AGAIN_MS: u64 = 15_000;

/// How long what was given has the network alone, milliseconds.
const AHEAD_MS: u64 = 2_000;

/// What waits; nothing where nothing does.
#[component]
pub(super) fn Waiting(
    /// The link.
    share: ShareId,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.contribution();
    let trouble = RwSignal::new(None::<Trouble>);
    let (busy, beat) = (RwSignal::new(false), RwSignal::new(0_u32));
    let try_now = move || {
        if busy.get_untracked() || desk.waiting.get_untracked() == 0 {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let told = contribute_waiting(desk).await;
            trouble.try_set(told.err());
            busy.try_set(false);
            timer::wait(AGAIN_MS).await;
            beat.try_update(|beat| *beat = beat.wrapping_add(1));
        });
    };
    let ended =
        move || trouble.with(|trouble| matches!(trouble, Some(Trouble::Refused(body)) if body.code == ErrorCode::Gone));
    // Where an entry is written there may be no signal: what it takes is fetched while there is one.
    leptos::task::spawn_local(async move {
        timer::wait(AHEAD_MS).await;
        if deed::visiting(desk).is_some_and(|visiting| visiting.allowed.contribute) {
            pages::ahead().await;
        }
    });
    leptos::task::spawn_local(show_waiting(desk));
    desk.online.set(network::is_online());
    network::watch(move |online| desk.online.set(online));
    Effect::new(move |_| {
        beat.track();
        if desk.waiting.get() > 0 && desk.online.get() && !untrack(ended) {
            try_now();
        }
    });
    let save = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            if let Ok(text) = contribute_saved(desk).await {
                page::save_file(&format!("codessa-{share}.json"), text.as_bytes(), "application/json");
            }
        });
    });
    dynamic(move || {
        let count = desk.waiting.get();
        (count > 0).then(|| {
            let told = trouble.with(|trouble| match trouble {
                Some(Trouble::Offline) | None => said.waiting_lead.to_owned(),
                Some(_) if ended() => said.waiting_gone.to_owned(),
                Some(other) => other.told(words),
            });
            let again = Callback::new(move |()| try_now());
            let actions = view! {
                {(!ended()).then(|| view! { <Button label=said.send_now weight=Weight::Small glyph=Glyph::CLOUD_UPLOAD on_press=again /> })}
                <Button label=said.save weight=Weight::Small glyph=Glyph::DOWNLOAD on_press=save />
            };
            view! { <Notice kind=NoticeKind::Warn title=(said.waiting)(count) body=told actions=actions.into_any() /> }
        })
    })
}
