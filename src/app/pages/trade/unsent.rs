//! What waits on this device, or was not taken. By a link nothing runs in the background: the page sends, and asks what the client wrote meanwhile.

use crate::browser::{network, timer};
use crate::components::{Button, Glyph, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::SpaceId;
use model::portal::machine::Refusal;
use wire::Outcome;

/// How long after one try another is made, milliseconds.
const AGAIN_MS: u64 = 15_000;

/// What waits; nothing where nothing does.
#[component]
pub fn Unsent(
    /// The job.
    space: SpaceId,
    /// How many edits wait.
    waiting: Signal<usize>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().job();
    let by_link = deeds::visited(desk).is_some();
    let send = move || {
        leptos::task::spawn_local(async move {
            // Without a signal it waits on, and is tried again.
            let _ = deeds::send_waiting(desk, space).await;
        });
    };
    if by_link {
        desk.online.set(network::is_online());
        network::watch(move |online| desk.online.set(online));
        Effect::new(move |before: Option<()>| {
            // What the page shows was fetched as it opened.
            if desk.online.get() && (before.is_some() || waiting.get_untracked() > 0) {
                send();
            }
        });
        leptos::task::spawn_local(async move {
            timer::wait(AGAIN_MS).await;
            // The page may have gone meanwhile.
            while waiting.try_get_untracked().is_some() {
                if desk.online.get_untracked() {
                    send();
                }
                timer::wait(AGAIN_MS).await;
            }
        });
    }
    let again = Callback::new(move |()| send());
    dynamic(move || {
        (waiting.get() > 0).then(|| {
            let send = by_link.then(|| {
                view! { <Button label=said.send_now glyph=Glyph::CLOUD_UPLOAD weight=Weight::Small on_press=again /> }
            });
            view! { <Notice kind=NoticeKind::Info title=said.unsent body=said.unsent_lead actions=send.into_any() /> }
        })
    })
}

/// What the server did not take, each with the reason and the way to let it go.
pub fn refused(desk: Desk, dealt: &Dealt) -> AnyView {
    let said = desk.words().job();
    let space = dealt.space;
    let one = |queued: &sync::Queued| {
        let faults = match queued.refused.as_ref().map(sync::Refusal::outcome) {
            Some(Outcome::Refused { faults, .. }) => faults,
            _ => Vec::new(),
        };
        let reason = faults.first().and_then(|fault| fault.field.parse::<Refusal>().ok());
        let body = reason.map_or_else(|| desk.words().trouble().refused, said.refusal);
        let queued = queued.clone();
        let title = (said.refused)(&queued.edit.kind);
        let go = Callback::new(move |()| {
            let queued = queued.clone();
            leptos::task::spawn_local(async move {
                // What could not be let go stands there still.
                let _ = deeds::discard(desk, space, &queued).await;
            });
        });
        let act = view! { <Button label=said.let_go weight=Weight::Small on_press=go /> }.into_any();
        view! { <Notice kind=NoticeKind::Refused title body actions=act /> }
    };
    dealt.refused.iter().map(one).collect_view().into_any()
}
