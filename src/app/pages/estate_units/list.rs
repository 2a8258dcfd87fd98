//! All units, by building.

use super::Watched;
use super::buildings::Buildings;
use super::lot::{Lot, UnitLine};
use super::quotas::QuotasTold;
use crate::components::{Empty, Glyph, LinkButton, SearchField, Status, Tone, VirtualList, Weight, When, dynamic};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use std::sync::Arc;

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// A building, or what stands in its place, and how many units it has.
    Head(Group, String, usize),
    /// A unit.
    Unit(Box<UnitLine>),
}

/// What units stand under one head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Group {
    /// Those of a building.
    Building(Option<RecordId>),
    /// Those of none.
    Alone,
    /// The common property.
    Common,
}

fn key(line: &Line) -> (Option<Group>, Option<RecordId>) {
    match line {
        Line::Head(group, ..) => (Some(*group), None),
        Line::Unit(unit) => (None, Some(unit.id)),
    }
}

fn estimate_px(line: &Line) -> f64 {
    if matches!(line, Line::Head(..)) { 48.0 } else { 64.0 }
}

/// The list, with its search and what can be done.
#[component]
pub(super) fn ListPart(found: Watched) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let lot = Memo::new(move |_| {
        found.with(|found| Arc::new(found.as_ref().and_then(Option::as_ref).map(Lot::of).unwrap_or_default()))
    });
    let may = Memo::new(move |_| {
        found.with(|found| found.as_ref().and_then(Option::as_ref).is_some_and(|estate| estate.may(Action::Write)))
    });
    let typed = RwSignal::new(String::new());
    let lines = Memo::new(move |_| lot.with(|lot| lines(desk, lot, &typed.get())));
    let counts = move || {
        lot.with(|lot| {
            let (units, common) = lot.counts();
            (said.counts)(units, lot.buildings.len(), common)
        })
    };
    let is_empty = Memo::new(move |_| lot.with(|lot| lot.units.is_empty()));
    let is_nothing = Memo::new(move |_| lines.with(Vec::is_empty));
    let actions = move || {
        may.get().then(|| {
            view! {
                <div class="actions">
                    <LinkButton label=said.bring href="/estate/units/bring" weight=Weight::Primary glyph=Glyph::UPLOAD />
                    <LinkButton label=said.add href="/estate/units/new" glyph=Glyph::PLUS />
                </div>
            }
        })
    };
    let shown = move || {
        match (is_empty.get(), is_nothing.get()) {
        (true, _) => view! { <Empty glyph=Glyph::HOUSE title=said.none text=said.none_lead /> }.into_any(),
        (false, true) => view! { <p class="soft" role="status">{said.nothing}</p> }.into_any(),
        (false, false) => {
            view! { <VirtualList label=said.list class="unit-list" items=lines key estimate_px row=move |line| row(desk, line) /> }.into_any()
        }
    }
    };
    view! {
        {dynamic(actions)}
        <When is=Signal::derive(move || !is_empty.get())>
            <p class="soft" role="status">{dynamic(counts)}</p>
            <QuotasTold lot />
            <SearchField label=said.search clear=said.clear value=typed />
        </When>
        {dynamic(shown)}
        <When is=may><Buildings lot /></When>
    }
}

/// What fits the search, with a head over the units of each building.
fn lines(desk: Desk, lot: &Lot, typed: &str) -> Vec<Line> {
    let said = desk.words().estate_units();
    let wanted = typed.trim().to_lowercase();
    let fits = |line: &&UnitLine| {
        let unit = &line.unit;
        let texts = [&unit.number, &unit.owner, &unit.tenant, &unit.section, &line.building];
        wanted.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(&wanted))
    };
    let group = |line: &UnitLine| match (line.unit.common == Some(true), line.building.is_empty()) {
        (true, _) => Group::Common,
        (false, true) => Group::Alone,
        (false, false) => Group::Building(line.unit.building),
    };
    let head = |line: &UnitLine| match group(line) {
        Group::Common => said.common.to_owned(),
        Group::Alone => said.no_building.to_owned(),
        Group::Building(_) => line.building.clone(),
    };
    let shown: Vec<&UnitLine> = lot.units.iter().filter(fits).collect();
    let mut lines = Vec::with_capacity(shown.len() + lot.buildings.len());
    for units in shown.chunk_by(|a, b| group(a) == group(b)) {
        lines.push(Line::Head(group(units[0]), head(units[0]), units.len()));
        lines.extend(units.iter().map(|line| Line::Unit(Box::new((*line).clone()))));
    }
    lines
}

fn row(desk: Desk, line: Line) -> AnyView {
    let said = desk.words().estate_units();
    match line {
        Line::Head(_, name, units) => view! {
            <h2 class="unit-list__head">{name} " " <span class="count">{(said.units)(units)}</span></h2>
        }
        .into_any(),
        Line::Unit(line) => {
            let (tone, word) = match (line.ties.linked, line.ties.held) {
                (true, _) => (Tone::Good, said.linked),
                (false, true) => (Tone::Info, said.held),
                (false, false) => (Tone::Unknown, said.unlinked),
            };
            let quota = line.unit.quota.map(said.quota);
            view! {
                <div class="unit-list__unit">
                    <a class="unit-list__name" href=format!("/estate/units/{}", line.id)>{(said.unit)(&line.unit.number)}</a>
                    <span class="unit-list__owner">{line.unit.owner}</span>
                    <span class="unit-list__quota">{quota}</span>
                    <span class="unit-list__ties"><Status tone word /></span>
                </div>
            }
            .into_any()
        }
    }
}
