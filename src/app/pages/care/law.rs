//! What the law gives beside every warranty: on a repair, and on a new home. On the page of warranties for all, on that of a system for it alone.

use super::warranties::left;
use crate::components::{Glyph, Icon, Row, Rows, Section, Status};
use crate::data::Standing;
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::basis::CLOCKS;
use model::certificate::CertificateType;
use model::entry::Entry;
use model::warranty::statutory_ends;
use model::{Date, RecordId};

/// The same on the page of the system that the address names, which asks for it only where there may be something.
#[lazy]
pub fn system_law() -> Draw {
    || {
        let desk = use_desk();
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok())));
        let shown =
            move || id.get().map(|id| (by_law(desk, desk.today(), Some(id)), clocks(desk, desk.today(), Some(id))));
        view! { {move || shown().map(|(repairs, home)| view! { {repairs} {home} })} }.into_any()
    }
}

/// What the law gives on repairs of the last three months.
pub(super) fn by_law(desk: Desk, today: Date, system: Option<RecordId>) -> Option<AnyView> {
    let said = desk.words().warranty();
    let running: Vec<(Standing<Entry>, Date)> = desk.library.entries.with(|entries| {
        let ends = |entry: &Standing<Entry>| statutory_ends(&entry.letter).filter(|ends| *ends >= today);
        let about = |entry: &&Standing<Entry>| system.is_none_or(|system| entry.letter.systems.contains(&system));
        entries.iter().filter(about).filter_map(|entry| Some((entry.clone(), ends(entry)?))).collect()
    });
    let count = running.len();
    let rows = running.into_iter().map(|(entry, ends)| {
        derived(desk, entry.letter.title.clone(), format!("/logbook/{}", entry.root), ends, today)
    });
    let rows = rows.collect::<Vec<_>>();
    (count > 0).then(|| {
        view! {
            <Section title=said.by_law count=Signal::derive(move || count)>
                <Rows>{rows}</Rows>
                <p class="section__note">{said.by_law_note}</p>
            </Section>
        }
        .into_any()
    })
}

/// The clocks of a new home that still run, where one is enrolled.
pub(super) fn clocks(desk: Desk, today: Date, system: Option<RecordId>) -> Option<AnyView> {
    let said = desk.words().warranty();
    let certificates = desk.library.certificates.get();
    let covers = |systems: &[RecordId]| systems.is_empty() || system.is_none_or(|system| systems.contains(&system));
    let enrolled =
        (certificates.iter()).find(|one| one.letter.sort == CertificateType::Nhbrc && covers(&one.letter.systems))?;
    let occupied = desk.library.property()?.letter.occupied?.earliest()?;
    let href = format!("/certificates/{}", enrolled.root);
    let running = CLOCKS.iter().map(|(clock, months)| (*clock, occupied.plus_months(*months)));
    let rows: Vec<_> = running
        .filter(|(_, ends)| *ends >= today)
        .map(|(clock, ends)| derived(desk, (said.clock)(clock).to_owned(), href.clone(), ends, today))
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <Section title=said.clocks><Rows>{rows}</Rows><p class="section__note">{said.clocks_note}</p></Section> }
            .into_any()
    })
}

/// Something that is worked out, with how long it still runs.
fn derived(desk: Desk, title: String, href: String, ends: Date, today: Date) -> AnyView {
    let words = desk.words();
    let (tone, state) = left(desk, ends, today);
    let ends = (words.outlook().ends)(&words.day(ends));
    let lead = view! { <Icon glyph=Glyph::CLOCK /> }.into_any();
    let text = view! { <Status tone word=state /> " " {ends} }.into_any();
    view! { <Row title href lead text /> }.into_any()
}
