//! Offering a home: an archive of one's own first, then to whom, and what stays private.

use super::Shell;
use crate::components::{
    AreaField, Button, Glyph, LinkButton, Notice, NoticeKind, Section, TextField, Toggle, Weight, dynamic,
};
use crate::deeds::{Trouble, draft, handover};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::access::Action;
use model::handover::{Private, WAIT_HOURS};
use wire::handover::HandoverNew;

/// Where an offer is kept that is not made yet: over a sign-in that is asked for first, and while an archive is made.
const DRAFT: &str = "handover";

/// Offering a home.
#[component]
pub(super) fn FormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.handover();
    let may = Signal::derive(move || desk.joined() && desk.may(Action::HandOver));
    view! {
        <Shell below=true>
            {dynamic(move || match may.get() {
                true => view! { <Form /> }.into_any(),
                false => view! { <Notice kind=NoticeKind::Info title=said.needs_join /> }.into_any(),
            })}
        </Shell>
    }
}

/// What is chosen. A handle.
#[derive(Clone, Copy)]
struct Boxes {
    email: RwSignal<String>,
    private: RwSignal<Vec<Private>>,
    message: RwSignal<String>,
}

impl Boxes {
    fn new(desk: Desk) -> Self {
        let boxes = Self {
            email: RwSignal::default(),
            private: RwSignal::new(Private::ALL.to_vec()),
            message: RwSignal::default(),
        };
        let place = draft::place(desk, DRAFT);
        leptos::task::spawn_local(async move {
            if let Some(kept) = draft::read::<HandoverNew>(desk, &place).await {
                boxes.email.try_set(kept.email);
                boxes.private.try_set(kept.private);
                boxes.message.try_set(kept.message);
            }
        });
        boxes
    }

    fn offer(self) -> HandoverNew {
        HandoverNew {
            email: self.email.get_untracked().trim().to_owned(),
            private: self.private.get_untracked(),
            message: model::canonical::normal(&self.message.get_untracked()),
        }
    }
}

#[component]
fn Form() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.handover();
    let boxes = Boxes::new(desk);
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<Trouble>));
    let error = Signal::derive(move || trouble.with(|trouble| email_fault(desk, trouble.as_ref())));
    let navigate = use_navigate();
    let keep = move || {
        let place = draft::place(desk, DRAFT);
        let offer = boxes.offer();
        // Where it cannot be kept, it still stands on this page.
        async move { drop(draft::keep(desk, &place, Some(&offer)).await) }
    };
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        let (offer, navigate) = (boxes.offer(), navigate.clone());
        leptos::task::spawn_local(async move {
            let place = draft::place(desk, DRAFT);
            let told = handover::offer(desk, &offer).await;
            let _ = draft::keep(desk, &place, told.is_err().then_some(&offer)).await;
            match told {
                Ok(_) => navigate("/handover", leptos_router::NavigateOptions { replace: true, ..Default::default() }),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    let leave = use_navigate();
    let archive = Callback::new(move |()| {
        let (leave, kept) = (leave.clone(), keep());
        leptos::task::spawn_local(async move {
            kept.await;
            leave("/settings/take", leptos_router::NavigateOptions::default());
        });
    });
    // What this server waits; until it has said so, and without a connection, what all wait that are not told otherwise.
    let hours = RwSignal::new(WAIT_HOURS);
    leptos::task::spawn_local(async move {
        if let Ok(told) = handover::list().await {
            hours.try_set(told.wait_hours);
        }
    });
    let happens = move || (said.happens_lines)(hours.get()).map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <TroubleNotice trouble back="/handover/new" />
        <Section title=said.archive>
            <div class="settings__block stack">
                <p>{said.archive_lead}</p>
                <div><Button label=said.archive_take glyph=Glyph::DOWNLOAD on_press=archive /></div>
            </div>
        </Section>
        <form class="form settings__block" on:submit=make>
            <TextField label=said.buyer hint=said.buyer_hint value=boxes.email kind="email" error />
            <Section title=said.private>
                {Private::ALL.iter().map(|private| toggle(desk, boxes.private, *private)).collect_view()}
                <p class="small soft">{said.private_note}</p>
                <Removed private=boxes.private />
            </Section>
            <AreaField label=said.message hint=said.message_hint value=boxes.message optional=words.common().optional />
            <Section title=said.happens><ol class="stack stack--tight">{happens}</ol></Section>
            <div class="actions">
                <Button label=said.offer weight=Weight::Primary glyph=Glyph::KEY_ROUND submit=true busy=busy />
                <LinkButton label=words.common().cancel href="/handover" weight=Weight::Quiet />
            </div>
        </form>
    }
}

/// What is wrong with the address, in words.
fn email_fault(desk: Desk, trouble: Option<&Trouble>) -> Option<String> {
    let fault = trouble?.faults().iter().find(|fault| fault.field == "email")?;
    Some((desk.words().trouble().fault)(fault.code, None))
}

/// How much goes, as it is chosen.
#[component]
fn Removed(private: RwSignal<Vec<Private>>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().handover();
    let told = move || {
        let private = private.get();
        let counts = untrack(|| handover::counts(desk, &private));
        (said.counts)(&counts)
            .map_or_else(|| said.counts_none.to_owned(), |counts| format!("{}: {counts}.", said.keeps))
    };
    view! { <p role="status">{told}</p> }
}

fn toggle(desk: Desk, chosen: RwSignal<Vec<Private>>, private: Private) -> AnyView {
    let said = desk.words().handover();
    let on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&private)));
    let change = Callback::new(move |on: bool| {
        chosen.update(|chosen| {
            chosen.retain(|one| *one != private);
            chosen.extend(on.then_some(private));
            chosen.sort();
        });
    });
    view! { <Toggle label=(said.private_name)(private) hint=(said.private_hint)(private) on on_change=change /> }
        .into_any()
}
