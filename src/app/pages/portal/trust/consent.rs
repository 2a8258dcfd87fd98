//! What the provider may see of what falls due: the switch, what it shows them, and keeping that as it is now.

use super::super::act::Open;
use crate::browser::random;
use crate::components::{FactLine, Facts, Section, Toggle};
use crate::deeds::Change;
use crate::deeds::portal as deeds;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::portal::consent::{ahead, worked_on};
use model::portal::machine::{Act, may};
use model::portal::{Consent, Due};

/// The switch, once there was a job.
#[component]
pub fn Pipeline(open: Open) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.trust();
    // What falls due in a scheme is planned by the scheme.
    if open.deal.sheet().is_none() || open.dealt.of_scheme {
        return ().into_any();
    }
    let kept = open.deal.consent.as_ref().map(|consent| consent.letter.clone()).unwrap_or_default();
    let can = !open.dealt.closed && may(Act::Consent, open.deal.request_state(), open.party()).is_ok();
    if can && kept.given {
        keep_up(desk, &open, &kept);
    }
    let told = kept.given.then(|| told(desk, &kept));
    let given = kept.given;
    let switch = can.then(|| {
        let change = Callback::new(move |given: bool| {
            let consent = if given { given_now(desk, &open) } else { Consent::default() };
            let known = open.deal.consent.clone();
            let id = known.as_ref().map_or_else(random::record_id, |known| known.id);
            open.put(desk, id, known.as_ref().map(|known| &known.letter), &consent, "", || ());
        });
        view! { <Toggle label=said.consent hint=said.consent_hint on=Signal::stored(given) on_change=change /> }
    });
    view! { <Section title=said.pipeline>{switch}{told}</Section> }.into_any()
}

/// What they see.
fn told(desk: Desk, consent: &Consent) -> AnyView {
    let words = desk.words();
    let said = words.trust();
    if consent.due.is_empty() {
        return view! { <p class="small soft">{said.nothing_due}</p> }.into_any();
    }
    let line = |due: &Due| FactLine::words(due.title.clone(), due.on.map(|day| words.day(day)).unwrap_or_default());
    let as_of = consent.as_of.map(|day| words.day(day)).unwrap_or_default();
    view! { <p class="small soft">{(said.they_see)(&as_of)}</p> <Facts lines=consent.due.iter().map(line).collect() /> }
        .into_any()
}

/// A consent with what falls due now.
fn given_now(desk: Desk, open: &Open) -> Consent {
    let coming = untrack(|| desk.library.coming());
    let all = coming.iter().map(|one| (one.task.letter.title.as_str(), one.due.by, one.task.letter.systems.as_slice()));
    let today = desk.today();
    Consent { given: true, due: ahead(all, &worked_on(&open.deal), today), as_of: Some(today) }
}

/// Tells the provider anew where something else falls due than they were told.
fn keep_up(desk: Desk, open: &Open, kept: &Consent) {
    let Some(known) = &open.deal.consent else { return };
    let now = untrack(|| given_now(desk, open));
    if now.due == kept.due || !desk.library.whole.get_untracked() {
        return;
    }
    let (space, change) = (open.dealt.space, Change::between(known.id, kept, &now));
    leptos::task::spawn_local(async move {
        // What is not kept now is told the next time.
        let _ = deeds::write(desk, space, change.into_iter().collect()).await;
    });
}
