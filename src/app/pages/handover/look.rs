//! One hand-over, as one of its sides sees it: how it stands, what can be done, what happened.

use super::name;
use crate::browser::clock;
use crate::components::{Button, Dialog, FactLine, Facts, Glyph, Notice, NoticeKind, Section, Status, Tone, Weight};
use crate::deeds::{Trouble, handover};
use crate::desk::{Desk, use_desk};
use crate::pages::moment::moment;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::Instant;
use model::handover::{Side, State};
use wire::ErrorCode;
use wire::handover::{HandedOver, Handover};

/// Milliseconds of an hour.
const HOUR_MS: i64 = 3_600_000;

/// One hand-over.
#[component]
pub(super) fn Look(
    /// It.
    handover: Handover,
    /// Looks again.
    load: Callback<()>,
    /// What went wrong.
    trouble: RwSignal<Option<Trouble>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().handover();
    let Handover { side, state, .. } = handover;
    let stopped = handover.stopped_by.map(|by| (said.stopped_by)(side, by));
    let told = handover.outcome.map(|outcome| view! { <Happened handover=handover.clone() outcome /> });
    let (facts, message) = (facts(desk, &handover), handover.message.clone());
    view! {
        <Section title=name(desk, &handover)>
            <div class="settings__block stack">
                <p><Status tone=tone(state) word=(said.state)(side, state) /></p>
                {stopped.map(|stopped| view! { <p>{stopped}</p> })}
                <Facts lines=facts />
                {(!message.is_empty()).then(|| view! { <Notice kind=NoticeKind::Info title=said.says body=message /> })}
                <Moves handover load trouble />
            </div>
        </Section>
        {told}
    }
}

fn tone(state: State) -> Tone {
    match state {
        State::Offered | State::Accepted => Tone::Warn,
        State::Done => Tone::Good,
        State::Stopped | State::Lapsed => Tone::Unknown,
    }
}

fn facts(desk: Desk, handover: &Handover) -> Vec<FactLine> {
    let said = desk.words().handover();
    let other = if handover.side == Side::Seller { &handover.buyer } else { &handover.seller };
    let other = if other.is_empty() { said.erased.to_owned() } else { other.clone() };
    let kept: Vec<&str> = handover.private.iter().map(|private| (said.private_name)(*private)).collect();
    let kept = if kept.is_empty() { said.keeps_nothing.to_owned() } else { kept.join(", ") };
    let at = |at: Instant| moment(desk, at.0.max(0).cast_unsigned());
    let mut facts = vec![
        FactLine::words((said.other)(handover.side), other),
        FactLine::words(said.keeps, kept),
        FactLine::words(said.offered, at(handover.offered)),
    ];
    match (handover.state, handover.due, handover.ended) {
        (State::Offered, ..) => facts.push(FactLine::words(said.until, at(handover.expires))),
        (State::Accepted, Some(due), _) => {
            let left = (due.0 - clock::now_ms().cast_signed()).div_euclid(HOUR_MS);
            facts.push(FactLine::words(said.due, at(due)).noted((said.left)(left)));
        }
        (_, _, Some(ended)) => facts.push(FactLine::words(said.ended, at(ended))),
        _ => {}
    }
    facts
}

/// What the side that looks can do.
#[component]
fn Moves(handover: Handover, load: Callback<()>, trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.handover();
    let (busy, asks) = (RwSignal::new(false), RwSignal::new(false));
    let id = StoredValue::new(handover.id.clone());
    let after = move |done: Result<Handover, Trouble>| {
        busy.try_set(false);
        match done {
            Ok(_) => load.run(()),
            // It went on meanwhile: how it stands now says more than any trouble.
            Err(Trouble::Refused(body)) if body.code == ErrorCode::Gone => load.run(()),
            Err(wrong) => drop(trouble.try_set(Some(wrong))),
        }
    };
    let accept = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move { after(handover::accept(&id.get_value()).await) });
    });
    let stop = Callback::new(move |()| {
        asks.set(false);
        leptos::task::spawn_local(async move { after(handover::stop(&id.get_value()).await) });
    });
    let navigate = use_navigate();
    let open = move |space| {
        let navigate = navigate.clone();
        Callback::new(move |()| {
            let navigate = navigate.clone();
            leptos::task::spawn_local(async move {
                match handover::open(desk, space).await {
                    Ok(()) => navigate("/", leptos_router::NavigateOptions::default()),
                    Err(wrong) => drop(trouble.try_set(Some(wrong))),
                }
            });
        })
    };
    let accepts = (handover.side, handover.state) == (Side::Buyer, State::Offered);
    let opens = handover.space.filter(|_| (handover.side, handover.state) == (Side::Buyer, State::Done)).map(open);
    view! {
        {accepts.then(|| view! { <p>{(said.accept_lead)(handover.wait_hours)}</p> })}
        <div class="actions">
            {accepts.then(|| view! { <Button label=said.accept weight=Weight::Primary glyph=Glyph::KEY_ROUND busy on_press=accept /> })}
            {opens.map(|open| view! { <Button label=said.open weight=Weight::Primary glyph=Glyph::HOUSE on_press=open /> })}
            {handover.state.is_open().then(|| {
                view! { <Button label=said.stop weight=Weight::Danger on_press=Callback::new(move |()| asks.set(true)) /> }
            })}
        </div>
        <Dialog title=said.stop_ask close=words.common().close open=asks>
            <p>{said.stop_lead}</p>
            <div class="actions">
                <Button label=said.stop weight=Weight::Danger on_press=stop />
                <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| asks.set(false)) />
            </div>
        </Dialog>
    }
}

/// What a hand-over did.
#[component]
fn Happened(handover: Handover, outcome: HandedOver) -> impl IntoView {
    let said = use_desk().words().handover();
    let mut lines = vec![(said.history)(outcome.head), (said.members)(outcome.members), (said.links)(outcome.links)];
    if outcome.invitations > 0 {
        lines.push((said.invitations)(outcome.invitations));
    }
    let kept = (said.counts)(&outcome.counts).filter(|_| !handover.private.is_empty());
    let kept = kept.map_or_else(|| said.counts_none.to_owned(), |kept| format!("{}: {kept}.", said.keeps));
    lines.push(kept);
    view! {
        <Section title=said.happened>
            <ul class="settings__block stack stack--tight">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </Section>
    }
}
