//! Meters: what they showed, and what was used between.

use crate::components::{Bar, Bars, Column, Empty, Glyph, LinkButton, Section, Table, Weight};
use crate::data::Standing;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::reading::{Reading, Unit};
use model::system::System;
use std::collections::BTreeMap;

/// Bars of one meter: a year of monthly readings.
const BARS_MAX: usize = 12;

/// Meters.
pub fn meters() -> Draw {
    || view! { <MetersPage /> }.into_any()
}

/// Readings by their meter, each newest first.
fn by_meter(desk: Desk) -> BTreeMap<(Option<RecordId>, Unit), Vec<Standing<Reading>>> {
    let mut meters: BTreeMap<(Option<RecordId>, Unit), Vec<Standing<Reading>>> = BTreeMap::new();
    desk.library.readings.with(|all| {
        for reading in all.iter() {
            meters.entry((reading.letter.system, reading.letter.unit)).or_default().push(reading.clone());
        }
    });
    meters
}

#[component]
fn MetersPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let add = move |weight| view! { <LinkButton label=words.care().add_reading href="/meters/new" weight glyph=Glyph::PLUS /> };
    let may = desk.may(Action::Add) && !desk.visiting.get_untracked();
    let list = move || {
        let meters = by_meter(desk);
        if meters.is_empty() {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! { <Empty glyph=Glyph::GAUGE title=words.care().no_readings text=words.care().no_readings_lead action /> }.into_any();
        }
        meters
            .into_iter()
            .map(|((system, unit), readings)| view! { <Meter system unit readings /> })
            .collect_view()
            .into_any()
    };
    view! {
        <Page title=words.frame().meters wide=true class="stack stack--loose" actions=may.then(|| add(Weight::Quiet)).into_any()>{list}</Page>
    }
}

#[component]
fn Meter(system: Option<RecordId>, unit: Unit, readings: Vec<Standing<Reading>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let name = system.and_then(|id| desk.library.find::<System>(id)).map(|system| system.letter.name.clone());
    let unit_name = (words.choice().unit)(unit);
    let title = format!("{}, {unit_name}", name.unwrap_or_else(|| words.care().meter.to_owned()));
    let used: Vec<Option<i64>> = readings
        .iter()
        .enumerate()
        .map(|(at, reading)| {
            readings.get(at + 1).map(|earlier| reading.letter.value_milli - earlier.letter.value_milli)
        })
        .collect();
    let most = used.iter().take(BARS_MAX).flatten().copied().max().unwrap_or_default().max(1);
    let places = words::format::places(readings.iter().map(|reading| reading.letter.value_milli));
    let mut bars: Vec<Bar> = readings
        .iter()
        .zip(&used)
        .take(BARS_MAX)
        .filter_map(|(reading, used)| {
            let used = (*used)?.max(0);
            Some(Bar {
                name: reading.letter.on.map(|on| words.day_short(on)).unwrap_or_default(),
                figure: format!("{} {unit_name}", words.quantity_to(used, places)),
                share_permille: u32::try_from(used * 1000 / most).unwrap_or_default(),
            })
        })
        .collect();
    bars.reverse();
    let has_bars = bars.len() > 1;
    let rows = readings.into_iter().zip(used).map(|(reading, used)| {
        let href = format!("/meters/{}/amend", reading.root);
        let on = reading.letter.on.map(|on| words.day_short(on)).unwrap_or_default();
        let value = words.quantity_to(reading.letter.value_milli, places);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><a href=href>{on}</a></th>
                <td role="cell" class="money">{value}</td>
                <td role="cell" class="money">{used.map(|used| words.quantity_to(used, places)).unwrap_or_default()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let columns = vec![
        Column::words(words.care().date),
        Column::figures(words.care().reading),
        Column::figures(words.care().since_last),
    ];
    let more = desk.may(Action::Write).then(|| {
        (
            words.care().add_reading.to_owned(),
            format!("/meters/new?unit={unit}{}", system.map(|id| format!("&system={id}")).unwrap_or_default()),
        )
    });
    let body = view! {
        {has_bars.then(|| view! { <Bars caption=words.care().used bars=Signal::derive(move || bars.clone()) /> })}
        <Table caption=title.clone() columns>{rows}</Table>
    };
    match more {
        Some(more) => view! { <Section title more>{body}</Section> }.into_any(),
        None => view! { <Section title>{body}</Section> }.into_any(),
    }
}
