//! What becomes of the money: year by year as the rule has it, and scenarios side by side.

use super::{Told, percent, table};
use crate::block::{Block, Column, Fact, Row};
use model::estate::capital::{self, Horizon, Outcome};

/// How many years a paper and a workbook look ahead.
pub const HORIZON_YEARS: u32 = 20;

/// The same as the rules take it.
pub fn horizon() -> Horizon {
    Horizon::of(HORIZON_YEARS).expect("between ten and thirty")
}

/// The years, how far they are funded, and the scenarios.
pub fn blocks(told: &Told<'_>) -> Vec<Block> {
    let said = told.words.estate_paper();
    let outcomes = told.bench.outcomes(told.year, said.as_is, told.horizon);
    let mut blocks = vec![Block::Group { text: said.flow }];
    blocks.extend(outcomes.first().map(|outcome| years(told, outcome)));
    let facts = outcomes.first().map(|outcome| Fact::new(said.as_is, goes(told, outcome)));
    blocks.push(Block::Facts { facts: facts.into_iter().chain([funded(told)]).collect() });
    blocks.push(Block::Note { text: said.funded_source });
    blocks.push(Block::Group { text: said.scenarios });
    blocks.push(side_by_side(told, &outcomes));
    blocks
}

fn years(told: &Told<'_>, outcome: &Outcome) -> Block {
    let said = told.words.estate_paper();
    let row =
        |row: &capital::Row| Row { name: row.year.to_string(), cells: figures(row).map(|it| told.money(it)).to_vec() };
    let [year, figures @ ..] = said.flow_columns;
    let columns = [Column::words(year)].into_iter().chain(figures.map(Column::figures)).collect();
    table(said.flow, columns, outcome.flow.rows.iter().map(row).collect())
}

/// The figures of a year, cents, in the order of the columns: what comes in is above nothing, what goes out below.
pub fn figures(row: &capital::Row) -> [i64; 7] {
    let loans = row.borrowed.saturating_sub(row.repaid);
    [row.opening, row.interest, row.contributions, row.special, loans, row.spent.saturating_neg(), row.closing]
}

/// How it goes with the money, in a sentence.
pub fn goes(told: &Told<'_>, outcome: &Outcome) -> String {
    let said = told.words.estate_paper();
    match (outcome.flow.out_in, outcome.flow.short_in) {
        (Some(year), _) => (said.out_in)(year),
        (None, Some(year)) => (said.short_in)(year),
        (None, None) => said.lasts.to_owned(),
    }
}

fn funded(told: &Told<'_>) -> Fact {
    let (words, said) = (told.words, told.words.estate_paper());
    let funded = capital::funded(&told.bench.plan(told.year));
    let share = funded.share().map(|share| percent(words, share));
    let told_share = share.map(|share| (said.funded)(&share, &told.money(funded.reserve), &told.money(funded.full)));
    Fact::new(said.total, told_share.unwrap_or_else(|| said.unfunded.to_owned()))
}

fn side_by_side(told: &Told<'_>, outcomes: &[Outcome]) -> Block {
    let said = told.words.estate_paper();
    let [name, contributed, special, interest, lowest, how] = said.scenario_columns;
    let columns = vec![
        Column::words(name),
        Column::figures(contributed),
        Column::figures(special),
        Column::figures(interest),
        Column::figures(lowest),
        Column::words(how),
    ];
    let row = |outcome: &Outcome| {
        let sums = [outcome.contributed, outcome.special, outcome.interest, outcome.lowest];
        let figures = sums.map(|cents| told.money(cents));
        Row { name: outcome.name.clone(), cells: figures.into_iter().chain([goes(told, outcome)]).collect() }
    };
    table(said.scenarios, columns, outcomes.iter().map(row).collect())
}
