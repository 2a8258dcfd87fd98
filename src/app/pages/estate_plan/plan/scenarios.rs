//! Scenarios side by side: on a phone one after the other.

use super::chart::Chart;
use super::keep::put;
use super::{PLAN, Seen, drawn};
use crate::browser::random;
use crate::components::{Button, Empty, FactLine, Facts, Glyph, LinkButton, Section, Status, Tone, Weight};
use crate::deeds::Trouble;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::estate::capital::Outcome;
use model::scheme::{CapitalScenario, Workbench};
use report::estate::{Told, goes};

/// The part.
pub fn scenarios(seen: Seen) -> AnyView {
    let form = Form::new();
    drawn(seen, move |bench| {
        let words = seen.desk.words();
        let (said, paper) = (words.estate_plan(), words.estate_paper());
        let told = Told::new(bench, words, seen.desk.today(), Some(seen.year.get()));
        let writes = seen.writes.get();
        let outcomes = bench.outcomes(told.year, paper.as_is, told.horizon);
        let kept = [None].into_iter().chain(bench.scenarios.iter().map(Some));
        let cards = outcomes.iter().zip(kept).map(|(outcome, kept)| card(&told, outcome, kept, writes)).collect_view();
        let empty = bench.scenarios.is_empty().then(|| {
            view! { <Empty glyph=Glyph::LAYERS title=said.no_scenarios text=said.no_scenarios_lead /> }
        });
        let proposable = bench.scenarios.is_empty() && bench.shortest(told.year).is_some();
        let proposes = (writes && proposable).then(|| propose(seen, form));
        let add = writes.then(|| {
            view! { <LinkButton label=said.add_scenario href=format!("{PLAN}?scenario=new") glyph=Glyph::PLUS weight=Weight::Primary /> }
        });
        view! {
            <Section title=paper.scenarios>
                <div class="stack">
                    {empty}
                    <ul class="estate-plan__scenarios">{cards}</ul>
                    <div class="line paperless">{add} {proposes}</div>
                </div>
            </Section>
        }
        .into_any()
    })
}

fn card(told: &Told<'_>, outcome: &Outcome, kept: Option<&(RecordId, CapitalScenario)>, writes: bool) -> AnyView {
    let (said, paper) = (told.words.estate_plan(), told.words.estate_paper());
    let [_, contributed, special, interest, lowest, _] = paper.scenario_columns;
    let figures = [
        (contributed, outcome.contributed),
        (special, outcome.special),
        (interest, outcome.interest),
        (lowest, outcome.lowest),
    ];
    let lines = figures.map(|(name, cents)| FactLine::words(name, told.money(cents))).into_iter().collect();
    let first = outcome.flow.rows.first().map_or(0, |row| row.contributions);
    let tone = if outcome.flow.out_in.is_some() { Tone::Bad } else { Tone::Good };
    let unread = kept.map_or(0, |(_, scenario)| scenario.unread()) + outcome.unknown.len();
    let edit = kept.filter(|_| writes).map(|(id, _)| {
        let href = format!("{PLAN}?scenario={id}");
        view! { <div class="paperless"><LinkButton label=said.edit href weight=Weight::Small /></div> }
    });
    view! {
        <li class="estate-plan__scenario stack">
            <h3>{outcome.name.clone()}</h3>
            <p class="small soft">{(paper.basis)(outcome.flow.basis, &told.money(first))}</p>
            <p><Status tone word=goes(told, outcome) /></p>
            <Chart caption=said.chart rows=outcome.flow.rows.clone() />
            <Facts lines />
            {(unread > 0).then(|| view! { <p><Status tone=Tone::Unknown word=(said.unread)(unread) /></p> })}
            {edit}
        </li>
    }
    .into_any()
}

/// The button that writes three scenarios of what is the shortest.
fn propose(seen: Seen, form: Form) -> AnyView {
    let desk = seen.desk;
    let said = desk.words().estate_plan();
    let press = Callback::new(move |()| {
        let three =
            seen.bench.with_untracked(|bench| bench.as_ref().map(|bench| three(seen, bench))).unwrap_or_default();
        let deed = async move {
            for scenario in &three {
                put(desk, random::record_id(), None, scenario).await?;
            }
            Ok::<(), Trouble>(())
        };
        form.run(deed, |()| {});
    });
    view! { <Button label=said.propose busy=form.busy() on_press=press /> }.into_any()
}

fn three(seen: Seen, bench: &Workbench) -> Vec<CapitalScenario> {
    let year = seen.year.get_untracked();
    let name = bench.shortest(year).map(|(item, _)| bench.name(item).to_owned()).unwrap_or_default();
    bench.three(year, (seen.desk.words().estate_plan().proposed)(&name))
}
