//! How one system stands: each part with its points, why some are missing, and where its weight comes from.

use super::of_home;
use super::told::{mark, ring, standing, step, why};
use crate::components::{Empty, Glyph, LinkButton, Row, Rows, Section, Weight, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::RecordId;
use model::health::weight::PARTS;
use model::health::{Lost, Part, Reason, SystemHealth, weight};
use model::life::expected_life;
use model::system::System;

/// The page.
#[component]
pub fn SystemPage(
    /// The system.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let health = Memo::new(move |_| of_home(desk).system(id).cloned());
    let name = move || desk.library.find::<System>(id).map(|system| system.letter.name.clone()).unwrap_or_default();
    let title = Signal::derive(move || format!("{}: {}", desk.words().health().title, name()));
    let shown = move || match health.get() {
        Some(health) => {
            let parts = PARTS.iter().map(|weight| part(desk, &health, *weight)).collect_view();
            view! { {head(desk, &health, name())} {parts} }.into_any()
        }
        None => {
            let said = desk.words();
            view! { <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=said.frame().not_found text=said.health_page().gone /> }
                .into_any()
        }
    };
    let back = ("/health".to_owned(), words.common().back.to_owned());
    view! { <Page title back named=true class="stack stack--loose">{dynamic(shown)}</Page> }
}

fn head(desk: Desk, health: &SystemHealth, name: String) -> AnyView {
    let words = desk.words();
    let said = words.health_page();
    let counts = (said.counts)(health.share.risk, health.share.times);
    let source = (said.source)(health.share.source);
    view! {
        <header class="health">
            {ring(desk, health.health, true)}
            <div class="stack stack--tight">
                <h2>{name}</h2>
                <p>{standing(desk, health.health)}</p>
                <p class="small soft">{(said.on)(&words.day(desk.today()))}</p>
                <p class="small">{counts} " " <span class="soft">{(words.basis().source)(&source)}</span></p>
                <p class="paperless">
                    <LinkButton label=said.open href=format!("/systems/{}", health.id) weight=Weight::Small />
                </p>
            </div>
        </header>
    }
    .into_any()
}

/// A part: what is left of its points, what is missing and why.
fn part(desk: Desk, health: &SystemHealth, counts: weight::Weight) -> AnyView {
    let words = desk.words();
    let (said, page) = (words.health(), words.health_page());
    let own: Vec<Lost> = health.lost.iter().filter(|lost| lost.part == counts.part).copied().collect();
    let points: u32 = own.iter().map(|lost| lost.points).sum();
    let confidence: u32 = own.iter().map(|lost| lost.confidence).sum();
    let left = (page.left)(counts.points.saturating_sub(points), counts.points);
    let source = (words.basis().source)(&(page.source)(counts.source));
    let rows: Vec<AnyView> = own.iter().map(|lost| row(desk, health.id, *lost)).collect();
    let told = match rows.is_empty() {
        true => view! { <p>{page.nothing_missing}</p> }.into_any(),
        false => view! { <Rows>{rows}</Rows> }.into_any(),
    };
    let life = (counts.part == Part::Age).then(|| life(desk, health.id));
    let known = (page.known)(counts.confidence, confidence);
    view! {
        <Section title=(said.part)(counts.part)>
            <div class="stack stack--tight">
                <p><strong>{left}</strong></p>
                {told}
                {life}
            </div>
            <p class="section__note">{known} " " {source} "."</p>
        </Section>
    }
    .into_any()
}

fn row(desk: Desk, system: RecordId, lost: Lost) -> AnyView {
    let words = desk.words();
    let title = (words.health().points)(lost.points);
    let certificate = match lost.reason {
        Reason::Certificate { reason, basis, .. } => (words.basis().reason)(reason, basis),
        _ => "",
    };
    let text = view! { {why(desk, &lost, true)} {(!certificate.is_empty()).then_some(". ")} {certificate} }.into_any();
    view! { <Row title lead=mark(lost.reason) text actions=step(desk, lost.reason, Some(system)) /> }.into_any()
}

/// How long it usually lasts, and who says so.
fn life(desk: Desk, id: RecordId) -> Option<AnyView> {
    let words = desk.words();
    let system = desk.library.find::<System>(id)?;
    let life = expected_life(&system.letter)?;
    let years = (words.system().life)(life.years_min, life.years_max);
    let told = (words.health_page().life)(&years, &words.life_source(&system.letter, life));
    Some(view! { <p class="small soft">{told}</p> }.into_any())
}
