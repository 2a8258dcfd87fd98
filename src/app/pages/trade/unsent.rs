//! What waits on this device, or was not taken. By a link nothing runs in the background: the page sends, and asks what the client wrote meanwhile.

use crate::browser::{network, timer};
use crate::components::{Button, Glyph, Notice, NoticeKind, Weight, whenever};
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::Desk;
use leptos::prelude::*;
use model::SpaceId;
use model::portal::machine::Refusal;
use wire::Outcome;

/// How long after one try another is made, milliseconds.
const AGAIN_MS: u64 = 15_000;

/// By a link: sends what waits as soon as there is a signal, and asks now and then, for as long as the job is looked at.
pub fn keep_sending(desk: Desk, space: SpaceId) {
    if deeds::visited(desk).is_none() {
        return;
    }
    desk.online.set(network::is_online());
    network::watch(move |online| desk.online.set(online));
    whenever(move || {
        if desk.online.get() {
            send(desk, space);
        }
    });
    let looks = RwSignal::new(());
    leptos::task::spawn_local(async move {
        timer::wait(AGAIN_MS).await;
        // The page may have gone meanwhile.
        while looks.try_get_untracked().is_some() {
            if desk.online.get_untracked() {
                send(desk, space);
            }
            timer::wait(AGAIN_MS).await;
        }
    });
}

fn send(desk: Desk, space: SpaceId) {
    leptos::task::spawn_local(async move {
        // Without a signal it waits on, and is tried again.
        let _ = deeds::send_waiting(desk, space).await;
    });
}

/// What waits; nothing where nothing does.
pub fn waiting(desk: Desk, dealt: &Dealt) -> AnyView {
    let said = desk.words().job();
    let space = dealt.space;
    if dealt.waiting == 0 {
        return ().into_any();
    }
    let again = deeds::visited(desk).map(|_| {
        let again = Callback::new(move |()| send(desk, space));
        view! { <Button label=said.send_now glyph=Glyph::CLOUD_UPLOAD weight=Weight::Small on_press=again /> }
    });
    view! { <Notice kind=NoticeKind::Info title=said.unsent body=said.unsent_lead actions=again.into_any() /> }
        .into_any()
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
