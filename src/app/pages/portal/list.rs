//! The deals of the home: first what waits for the reader.

use super::refused::standing;
use super::{money, watched};
use crate::components::{
    Empty, Glyph, LinkButton, Notice, NoticeKind, Row, Rows, Section, StatusMark, Tone, Weight, dynamic,
};
use crate::deeds::portal::Dealt;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::access::Action;
use model::portal::machine::State;
use model::portal::wait::{Wait, waits};
use model::portal::{Deal, Side, money as sums};

/// The page.
#[component]
pub fn ListPage() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().portal();
    let found = watched(desk);
    let ask = move || {
        desk.may(Action::Ask).then(|| {
            view! { <LinkButton label=said.ask href="/portal/new" weight=Weight::Primary glyph=Glyph::PLUS /> }
        })
    };
    let shown = move || {
        found.get().map(|mut deals| {
            deals.retain(|dealt| !dealt.of_scheme);
            list(desk, &deals, ask().into_any())
        })
    };
    view! {
        <Page title=said.title class="stack stack--loose">
            <p class="soft">{said.lead}</p>
            {dynamic(shown)}
            <p class="actions">
                <LinkButton label=said.statements href="/papers" weight=Weight::Quiet />
                <LinkButton label=said.jobs href="/jobs" weight=Weight::Quiet />
            </p>
        </Page>
    }
}

fn list(desk: Desk, deals: &[Dealt], ask: AnyView) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    if deals.is_empty() {
        return view! { <Empty glyph=Glyph::WRENCH title=said.none text=said.none_lead action=ask /> }.into_any();
    }
    let mut groups: [Vec<AnyView>; 3] = Default::default();
    for dealt in deals {
        let deal = Deal::of(&standing(dealt));
        let [mine, theirs] = [Side::Client, Side::Provider]
            .map(|side| if dealt.closed { None } else { waits(&deal, side, desk.today()).first().copied() });
        let group = if mine.is_some() {
            0
        } else if theirs.is_some() {
            1
        } else {
            2
        };
        groups[group].push(row(desk, dealt, &deal, mine.or(theirs)));
    }
    let names = [said.on_you, said.on_them, said.over];
    let sections = groups.into_iter().zip(names).filter(|(rows, _)| !rows.is_empty()).map(|(rows, title)| {
        view! { <Section title><Rows>{rows}</Rows></Section> }
    });
    let is_empty_handed = deals.iter().all(|dealt| dealt.records.is_empty());
    let away = is_empty_handed.then(|| view! { <Notice kind=NoticeKind::Warn title=said.unavailable /> });
    view! { <p>{ask}</p> {away} {sections.collect_view()} }.into_any()
}

fn row(desk: Desk, dealt: &Dealt, deal: &Deal, wait: Option<Wait>) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let request = deal.request.as_ref().map(|request| request.letter.clone()).unwrap_or_default();
    let tone = match wait {
        Some(Wait::DecideVariation | Wait::Decide | Wait::Pay | Wait::SignOff | Wait::Read) => Tone::Warn,
        Some(_) => Tone::Unknown,
        None => Tone::Good,
    };
    let state = match (wait, deal.job_state(), deal.request_state()) {
        (Some(wait), ..) => (said.wait)(wait),
        (None, job @ (State::JobFinished | State::JobSigned), _) => (said.state)(job),
        (None, _, request) => (said.state)(request),
    };
    let amount = deal
        .approval()
        .map(|(quote, decision)| view! { {money(words, sums::approved(&quote.letter, &decision.letter).total)} });
    let lead = view! { <StatusMark tone /> }.into_any();
    let text = view! { {state} " · " {request.provider} }.into_any();
    let href = format!("/portal/{}", dealt.space);
    view! { <Row title=request.title href lead text end=amount.into_any() /> }.into_any()
}
