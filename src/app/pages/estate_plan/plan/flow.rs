//! The years ahead: what comes in, what goes out, and when the money runs out.

use super::chart::Chart;
use super::{Seen, drawn};
use crate::components::{Chip, Choice, Section, SelectField, Status, Tone, dynamic};
use crate::pages::print::table;
use leptos::prelude::*;
use model::estate::capital::{Horizon, Outcome, funded};
use report::estate::{Told, figures, goes, percent};
use report::{Column, Row, Table};

/// Horizons that are offered, years.
const HORIZONS: [u32; 4] = [10, 15, 20, 30];

/// The part.
pub fn years(seen: Seen) -> AnyView {
    let words = seen.desk.words();
    let (said, paper) = (words.estate_plan(), words.estate_paper());
    let years = RwSignal::new(report::estate::HORIZON_YEARS);
    let chosen = RwSignal::new("0".to_owned());
    let chips = HORIZONS.map(|value| Chip { value, name: (said.horizon_years)(value), glyph: None }).to_vec();
    let scenarios = Signal::derive(move || {
        let names = seen.bench.with(|bench| {
            bench.iter().flat_map(|bench| &bench.scenarios).map(|(_, one)| one.name.clone()).collect::<Vec<_>>()
        });
        let all = [paper.as_is.to_owned()].into_iter().chain(names);
        (0..).zip(all).map(|(at, name): (usize, String)| (at.to_string(), name)).collect::<Vec<_>>()
    });
    let shown = drawn(seen, move |bench| {
        let mut told = Told::new(bench, seen.desk.words(), seen.desk.today(), Some(seen.year.get()));
        told.horizon = Horizon::of(years.get()).unwrap_or(told.horizon);
        let at = chosen.with(|chosen| chosen.parse().unwrap_or(0));
        let outcome = bench.outcomes(told.year, paper.as_is, told.horizon).into_iter().nth(at);
        outcome.map(|outcome| flow(&told, &outcome)).into_any()
    });
    view! {
        <div class="pair paperless">
            <Choice legend=said.horizon options=chips value=years />
            {dynamic(move || view! { <SelectField label=paper.scenario value=chosen options=scenarios /> })}
        </div>
        {shown}
    }
    .into_any()
}

fn flow(told: &Told<'_>, outcome: &Outcome) -> AnyView {
    let (said, paper) = (told.words.estate_plan(), told.words.estate_paper());
    let tone = if outcome.flow.out_in.is_some() { Tone::Bad } else { Tone::Good };
    let row = |row: &model::estate::capital::Row| Row {
        name: row.year.to_string(),
        cells: figures(row).map(|cents| told.money(cents)).to_vec(),
    };
    let [year, heads @ ..] = paper.flow_columns;
    let columns = [Column::words(year)].into_iter().chain(heads.map(Column::figures)).collect();
    let rows = outcome.flow.rows.iter().map(row).collect();
    let drawn = table(&Table { caption: paper.flow, columns, rows, total: None, list: false });
    let held = funded(&told.bench.plan(told.year));
    let share = held
        .share()
        .map(|share| (paper.funded)(&percent(told.words, share), &told.money(held.reserve), &told.money(held.full)));
    let lacking: Vec<String> = outcome
        .flow
        .left_out
        .iter()
        .map(|(item, missing)| (paper.lacking)(told.bench.name(*item), (paper.missing)(*missing)))
        .collect();
    let lacks = (!lacking.is_empty()).then(|| {
        let word = (paper.lacking)(paper.not_said, &lacking.join(" · "));
        view! { <p><Status tone=Tone::Unknown word /></p> }
    });
    let (goes, years) = (goes(told, outcome), outcome.flow.rows.clone());
    let share = share.unwrap_or_else(|| paper.unfunded.to_owned());
    view! {
        <Section title=paper.flow>
            <div class="stack">
                <p><Status tone word=goes /></p>
                <Chart caption=said.chart rows=years />
                <div class="estate-plan__wide" role="group" tabindex="0" aria-label=paper.flow>{drawn}</div>
                {lacks}
                <p>{share} " " <span class="small soft">{paper.funded_source}</span></p>
            </div>
        </Section>
    }
    .into_any()
}
