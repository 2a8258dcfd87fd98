//! What was claimed on a warranty, and what came of it.

use super::papers::Papers;
use crate::components::{FactLine, Facts, Glyph, LinkButton, Notice, NoticeKind, Section, Status, Tone, Weight};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::access::Action;
use model::claim::{Claim, Outcome};
use model::document::Document;
use model::system::System;
use model::{Letter, RecordId};

/// The claims on a warranty, the latest first, and the way to add one.
#[component]
pub fn Claims(
    /// The warranty.
    id: RecordId,
    /// The claims on it.
    claims: Vec<(RecordId, Claim)>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().warranty();
    let mut claims = claims;
    claims.sort_by_key(|(id, claim)| std::cmp::Reverse((claim.asked.map(|asked| asked.sort_key()), *id)));
    let count = claims.len();
    // Who was given a part of the home may not have been given the claims.
    if count == 0 && desk.visiting.get_untracked() {
        return ().into_any();
    }
    let none = (count == 0).then(|| view! { <p class="soft">{said.no_claims}</p> });
    let drawn = claims.into_iter().map(|(id, claim)| one(desk, id, claim)).collect::<Vec<_>>();
    let add = desk.may(Action::Write).then(|| {
        let href = format!("/claims/new?warranty={id}");
        view! { <p><LinkButton label=said.add_claim href glyph=Glyph::PLUS /></p> }
    });
    view! {
        <Section title=said.claims count=Signal::derive(move || count)>
            {none}
            {drawn}
            {add}
        </Section>
    }
    .into_any()
}

fn one(desk: Desk, id: RecordId, claim: Claim) -> AnyView {
    let said = desk.words().warranty();
    let tone = match claim.outcome {
        Outcome::Waiting => Tone::Warn,
        Outcome::Accepted => Tone::Good,
        Outcome::Partly => Tone::Info,
        Outcome::Refused => Tone::Bad,
    };
    let edit = desk.may(Action::Write).then(|| {
        let href = format!("/claims/{id}/edit");
        view! { <LinkButton label=desk.words().common().edit href weight=Weight::Small glyph=Glyph::PENCIL /> }
    });
    let wrong =
        (!claim.conflicts().is_empty()).then(|| view! { <Notice kind=NoticeKind::Warn title=said.contradicts /> });
    let notes = (!claim.notes.is_empty()).then(|| view! { <p class="entry-page__notes">{claim.notes.clone()}</p> });
    view! {
        <article class="stack stack--tight">
            <div class="line line--apart"><h3>{claim.title.clone()}</h3> {edit}</div>
            <p><Status tone word=(said.outcomes)(claim.outcome) /></p>
            {wrong}
            <Facts lines=lines(desk, &claim) />
            {notes}
            <Papers files=claim.files.clone() />
        </article>
    }
    .into_any()
}

fn lines(desk: Desk, claim: &Claim) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.warranty();
    let mut lines = Vec::new();
    if let Some(system) = claim.system.and_then(|id| desk.library.find::<System>(id)) {
        let link = view! { <a href=format!("/systems/{}", system.id)>{system.letter.name.clone()}</a> };
        lines.push(FactLine::view(words.care().covers, link.into_any()));
    }
    lines.extend(claim.asked.map(|asked| FactLine::words(said.asked, words.date(asked))));
    lines.extend(claim.decided.map(|decided| FactLine::words(said.decided, words.date(decided))));
    if !claim.answer.is_empty() {
        lines.push(FactLine::words(said.answer, claim.answer.clone()));
    }
    if claim.effect.is_some() {
        let months = claim.months.map(|months| format!("{months} {}", words.care().months_unit)).unwrap_or_default();
        lines.push(FactLine::words(said.effect, (said.effects)(claim.effect)).noted(months));
    }
    let papers = desk.library.shelf::<Document>();
    let papers = claim.documents.iter().filter_map(|id| papers.get(id));
    let papers: Vec<_> = papers
        .map(|paper| view! { <div><a href=format!("/documents/{}", paper.id)>{paper.letter.title.clone()}</a></div> })
        .collect();
    if !papers.is_empty() {
        lines.push(FactLine::view(words.frame().documents, papers.into_any()));
    }
    lines
}
