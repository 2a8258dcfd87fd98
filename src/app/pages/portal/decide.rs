//! Deciding on a quote or a variation, and what was decided.

use super::act::{Open, now};
use super::deal::Typed;
use super::money;
use crate::components::{AreaField, Button, Glyph, More, SignatureBox, Signed, TextField, Weight, dynamic};
use crate::deeds::account::{SignedIn, sign_in_with_passkey};
use crate::desk::{Desk, use_desk};
use crate::pages::estate_work::Extra;
use crate::pages::moment::moment;
use leptos::prelude::*;
use model::canonical::normal;
use model::portal::machine::{Party, State};
use model::portal::{Decision, Verdict};
use model::{Letter, RecordId};

/// The decision, with its boxes.
#[component]
pub fn Decide(
    open: Open,
    typed: Typed,
    /// The quote or the variation.
    on: RecordId,
    /// What approving it comes to, cents.
    total: Signal<i64>,
    /// The option that is picked.
    option: Signal<String>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.portal();
    if open.party() != Party::Client || open.dealt.closed {
        return ().into_any();
    }
    let form = open.form;
    let is_expired =
        open.deal.quote(on).is_some_and(|quote| open.deal.quote_state(quote, desk.today()) == State::QuoteExpired);
    let is_quote = open.deal.quote(on).is_some();
    // A scheme approves a quote where its votes are counted, and extra work here once nothing stands against it.
    let of_scheme = open.dealt.of_scheme;
    let elsewhere = is_quote && of_scheme;
    let free = RwSignal::new(!of_scheme);
    let bar = (of_scheme && !is_quote).then(|| {
        let (space, deal) = (open.dealt.space, Box::new(open.deal.clone()));
        crate::pages::estate_work::bar(Extra { space, deal, on, free })
    });
    let (passkey, proved) = (
        !is_expired
            && !elsewhere
            && desk.account.with_untracked(|account| account.as_ref().is_some_and(|one| one.has_passkey)),
        open.clone(),
    );
    let decision = move |verdict: Verdict, passkey: Option<bool>| {
        let ticked = typed.ticked.with_untracked(|ticked| {
            ticked.iter().filter(|(of, _)| *of == on).map(|(_, line)| line.clone()).collect::<Vec<_>>()
        });
        let approves = verdict == Verdict::Approve;
        Decision {
            on: Some(on),
            verdict,
            option: if approves { option.get_untracked() } else { String::new() },
            ticked: if approves { ticked } else { Vec::new() },
            reason: normal(&typed.reason.get_untracked()),
            name: normal(&typed.name.get_untracked()),
            drawn: if approves { typed.drawn.get_untracked() } else { String::new() },
            passkey,
            device: crate::browser::page::device_name(),
            decided_at: now(),
            ..Decision::default()
        }
    };
    let forget = move || {
        typed.reason.set(String::new());
        typed.drawn.set(String::new());
    };
    let press = move |verdict: Verdict, done: &'static str| {
        let open = open.clone();
        Callback::new(move |()| open.write(desk, &decision(verdict, None), done, forget))
    };
    let by_passkey = {
        let press = Callback::new(move |()| {
            let (open, made) = (proved.clone(), decision(Verdict::Approve, Some(true)));
            // Nothing may be missing before somebody is asked to prove that they are there.
            let faults = made.faults();
            if !faults.is_empty() {
                return form.show(faults);
            }
            leptos::task::spawn_local(async move {
                let proof = sign_in_with_passkey(desk).await;
                // Who has left meanwhile decides when they are back.
                if typed.name.try_get_untracked().is_none() {
                    return;
                }
                match proof {
                    Ok(SignedIn::Joined) => open.write(desk, &made, said.approved, forget),
                    _ => open.toaster.say(said.no_passkey),
                }
            });
        });
        move || view! { <Button label=said.approve_passkey busy=form.busy() on_press=press /> }
    };
    let approve = press.clone()(Verdict::Approve, said.approved);
    let label = Signal::derive(move || (said.approve_for)(&money(desk.words(), total.get())));
    let may_approve = !is_expired && !elsewhere;
    let approving = move || {
        (may_approve && free.get()).then(|| {
            view! {
                <Button label weight=Weight::Primary glyph=Glyph::CHECK busy=form.busy() on_press=approve />
                {passkey.then(by_passkey)}
            }
        })
    };
    let change = is_quote.then(|| {
        let press = press.clone()(Verdict::Change, said.said_change);
        view! { <Button label=said.ask_change busy=form.busy() on_press=press /> }
    });
    let decline = press(Verdict::Decline, said.said_decline);
    view! {
        <h3>{said.decide}</h3>
        <TextField label=said.signed_name value=typed.name autocomplete="name" error=form.error("name") />
        <More summary=said.draw><SignatureBox label=said.draw clear=said.draw_again strokes=typed.drawn /></More>
        <AreaField label=said.reason optional=words.common().optional value=typed.reason error=form.error("reason") />
        {elsewhere.then(|| view! { <p class="soft">{said.scheme_decides}</p> })}
        {bar}
        <p class="actions">
            {dynamic(approving)}
            {change}
            <Button label=said.decline weight=Weight::Quiet busy=form.busy() on_press=decline />
        </p>
    }
    .into_any()
}

/// What was decided on something: all of it, with what came too late.
pub fn decided(desk: Desk, open: &Open, on: RecordId) -> AnyView {
    let said = desk.words().portal();
    let mut is_settled = false;
    let of = open.deal.decisions.iter().filter(|decision| decision.letter.on == Some(on));
    let lines = of.map(|decision| {
        let letter = &decision.letter;
        let when = letter.decided_at.and_then(|at| u64::try_from(at.0).ok()).map(|at| moment(desk, at)).unwrap_or_default();
        let told = (said.decided)(letter.verdict, &letter.name, &when);
        let late = is_settled.then_some(said.too_late);
        is_settled |= letter.verdict != Verdict::Change;
        let kept = (!decision.place.has_arrived()).then_some(said.kept);
        let note = late.or(kept);
        let reason = (!letter.reason.is_empty()).then(|| format!("“{}”", letter.reason));
        let drawn = (!letter.drawn.is_empty())
            .then(|| view! { <Signed label=(said.signature_of)(&letter.name) strokes=letter.drawn.clone() /> });
        view! { <li>{drawn} {told} {reason.map(|reason| format!(": {reason}"))} {note.map(|note| view! { <p class="small soft">{note}</p> })}</li> }
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| view! { <ul class="portal__lines">{lines}</ul> }).into_any()
}
