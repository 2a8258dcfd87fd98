//! What each unit pays a month, by its participation quota.

use super::{Seen, drawn};
use crate::components::{Button, Notice, NoticeKind, Section, Status, Tone, Weight};
use crate::pages::print::table;
use leptos::prelude::*;
use model::estate::levy::{Levies, Quotas, monthly};
use report::estate::{Told, quota};
use report::{Column, Row, Table};

/// Units that are drawn at first: of 5,000 the table is long.
const UNITS_MAX: usize = 100;

/// The part.
pub fn levies(seen: Seen) -> AnyView {
    let all = RwSignal::new(false);
    drawn(seen, move |bench| {
        let words = seen.desk.words();
        let told = Told::new(bench, words, seen.desk.today(), Some(seen.year.get()));
        let beside = bench.beside(told.year);
        let adopted = bench.budget(told.year).and_then(|(_, budget)| budget.adopted);
        let amounts = [Some(beside.rule.cents()), Some(beside.needed.cents()), adopted];
        let shared = amounts.map(|cents| cents.map(|cents| bench.levies(cents)));
        let title = words.estate_paper().levies;
        match shared {
            [Some(Err(refusal)), ..] => {
                let text = (words.estate_paper().refusal)(refusal);
                view! { <Section title><Notice kind=NoticeKind::Info title=text /></Section> }.into_any()
            }
            shared => {
                let shares = shared.map(|one| one.and_then(Result::ok));
                let shown = shown(&told, &shares, all);
                view! { <Section title>{shown}</Section> }.into_any()
            }
        }
    })
}

fn shown(told: &Told<'_>, shares: &[Option<Levies>; 3], all: RwSignal<bool>) -> AnyView {
    let (said, paper) = (told.words.estate_plan(), told.words.estate_paper());
    let units = &told.bench.units;
    let most = if all.get() { usize::MAX } else { UNITS_MAX };
    let month = |levies: &Option<Levies>, at: usize| {
        let share = levies.as_ref().and_then(|levies| levies.shares.get(at));
        told.known(share.and_then(|share| monthly(share.cents).first().copied()))
    };
    let row = |(at, (_, unit)): (usize, &(_, model::scheme::Unit))| Row {
        name: unit.number.clone(),
        cells: [quota(told.words, unit.quota.unwrap_or(0).into())]
            .into_iter()
            .chain(shares.iter().map(|levies| month(levies, at)))
            .collect(),
    };
    let rows = units.iter().enumerate().take(most).map(row).collect();
    let [unit, figures @ ..] = said.levy_columns;
    let columns = [Column::words(unit)].into_iter().chain(figures.map(Column::figures)).collect();
    let drawn = table(&Table { caption: paper.levies, columns, rows, total: None, list: false });
    let quotas = shares[0].as_ref().map(|levies| verdict(told, levies.quotas));
    let more = (units.len() > most).then(|| {
        let press = Callback::new(move |()| all.set(true));
        view! { <Button label=(said.all_units)(units.len()) weight=Weight::Quiet on_press=press /> }
    });
    view! {
        <div class="stack">
            <p>{quotas}</p>
            <div class="estate-plan__wide" role="group" tabindex="0" aria-label=paper.levies>{drawn}</div>
            {more}
            <p class="small soft">{paper.levy_source}</p>
        </div>
    }
    .into_any()
}

fn verdict(told: &Told<'_>, quotas: Quotas) -> AnyView {
    let (tone, by) = match quotas {
        Quotas::Whole => (Tone::Good, 0),
        Quotas::Rounded(by) => (Tone::Good, by),
        Quotas::Off(by) => (Tone::Bad, by),
    };
    let word = (told.words.estate_paper().quotas)(quotas, &quota(told.words, by));
    view! { <Status tone word /> }.into_any()
}
