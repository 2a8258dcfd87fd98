//! The plan as leaves of a workbook: real numbers, so that others can reckon on.

use super::{Told, flow, levies, meeting};
use model::estate::capital::{Line, Outcome};
use model::estate::levy::{Share, monthly};
use model::scheme::workbench::shortfall;
use model::scheme::{CapitalItem, Unit, Workbench};
use model::{Date, Record, RecordId};
use words::Words;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// Nothing: nobody has said.
    Nothing,
    /// Words.
    Text(String),
    /// A count, or a year.
    Whole(i64),
    /// An amount, cents.
    Cents(i64),
    /// A rate, basis points.
    Rate(i64),
    /// A quota, ten-thousandths of a per cent.
    Quota(u32),
}

/// A leaf: a table with its heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its name, 31 characters at most.
    pub name: &'static str,
    /// Heads of its columns.
    pub heads: Vec<&'static str>,
    /// Its rows, each with as many cells.
    pub rows: Vec<Vec<Datum>>,
}

/// The leaves of a scheme's plan as it stands on `today`; none where the records are of no scheme.
pub fn leaves(records: &[Record], words: &'static Words, today: Date) -> Option<Vec<Leaf>> {
    let bench = Workbench::of(records)?;
    let told = Told::new(&bench, words, today, None);
    let outcomes = bench.outcomes(told.year, words.estate_paper().as_is, told.horizon);
    let rows = [
        items(&told),
        beside(&told),
        years(&told, &outcomes),
        scenarios(&told, &outcomes),
        shares(&told),
        report(&told),
    ];
    let named = words.estate_paper().leaves.into_iter().zip(rows);
    Some(named.map(|(name, (heads, rows))| Leaf { name, heads, rows }).collect())
}

type Rows = (Vec<&'static str>, Vec<Vec<Datum>>);

fn text(text: impl Into<String>) -> Datum {
    Datum::Text(text.into())
}

fn known<T>(value: Option<T>, datum: fn(T) -> Datum) -> Datum {
    value.map_or(Datum::Nothing, datum)
}

fn whole(number: impl Into<i64>) -> Datum {
    Datum::Whole(number.into())
}

fn items(told: &Told<'_>) -> Rows {
    let said = told.words.estate_paper();
    let row = |(id, letter): &(RecordId, CapitalItem)| {
        let item = letter.item(*id);
        let state = item.condition.state.map(said.state).unwrap_or_default();
        vec![
            text(&letter.name),
            text(crate::joined(&[state, letter.condition.trim()])),
            known(letter.due, whole),
            known(letter.cost, Datum::Cents),
            known(letter.life, whole),
            text(&letter.relevant),
            text((said.category)(letter.category)),
            known(letter.past, Datum::Cents),
            known(letter.escalation, Datum::Rate),
            known(letter.over, whole),
        ]
    };
    let heads = said.item_columns.into_iter().chain(said.leaf_items).collect();
    (heads, told.bench.items.iter().map(row).collect())
}

fn beside(told: &Told<'_>) -> Rows {
    let said = told.words.estate_paper();
    let (plan, beside) = (told.bench.plan(told.year), told.bench.beside(told.year));
    let row = |(item, line): (&model::estate::capital::Item, &Line)| {
        vec![
            text(&item.name),
            known(item.due, whole),
            known(line.rule.cents().map(|cents| cents.cents()), Datum::Cents),
            known(line.need.ok().map(|need| need.cents.cents()), Datum::Cents),
            known(shortfall(item, told.year).map(|cents| cents.max(0)), Datum::Cents),
        ]
    };
    let mut rows: Vec<Vec<Datum>> = plan.items.iter().zip(&beside.lines).map(row).collect();
    let adopted = told.budget().and_then(|budget| budget.adopted);
    let sums = [Some(beside.rule.cents()), beside.minimum.cents(), Some(beside.needed.cents()), adopted];
    let sum = |(name, cents): (&str, Option<i64>)| vec![text(name), Datum::Nothing, known(cents, Datum::Cents)];
    rows.extend(said.sums.into_iter().zip(sums).map(sum));
    (said.beside_columns.to_vec(), rows)
}

fn years(told: &Told<'_>, outcomes: &[Outcome]) -> Rows {
    let said = told.words.estate_paper();
    let of = |outcome: &Outcome| {
        let row = |row: &model::estate::capital::Row| {
            let first = [text(&outcome.name), whole(row.year)];
            first.into_iter().chain(flow::figures(row).map(Datum::Cents)).collect()
        };
        outcome.flow.rows.iter().map(row).collect::<Vec<Vec<Datum>>>()
    };
    let heads = [said.scenario].into_iter().chain(said.flow_columns).collect();
    (heads, outcomes.iter().flat_map(of).collect())
}

fn scenarios(told: &Told<'_>, outcomes: &[Outcome]) -> Rows {
    let row = |outcome: &Outcome| {
        let sums = [outcome.contributed, outcome.special, outcome.interest, outcome.lowest].map(Datum::Cents);
        [text(&outcome.name)].into_iter().chain(sums).chain([text(flow::goes(told, outcome))]).collect()
    };
    (told.words.estate_paper().scenario_columns.to_vec(), outcomes.iter().map(row).collect())
}

fn shares(told: &Told<'_>) -> Rows {
    let said = told.words.estate_paper();
    let shares = told.bench.levies(levies::shared(told)).map(|levies| levies.shares).unwrap_or_default();
    let row = |(one, share): (&(RecordId, Unit), &Share)| {
        vec![
            text(&one.1.number),
            known(one.1.quota, Datum::Quota),
            Datum::Cents(share.cents),
            Datum::Cents(monthly(share.cents).first().copied().unwrap_or(0)),
        ]
    };
    (said.levy_columns.to_vec(), told.bench.units.iter().zip(&shares).map(row).collect())
}

fn report(told: &Told<'_>) -> Rows {
    let report = told.bench.implementation(told.year);
    let row = |one: &model::estate::capital::Reported| {
        vec![
            text(told.bench.name(one.item)),
            known(one.planned, Datum::Cents),
            text(meeting::came(told, one)),
            Datum::Cents(one.paid),
            known(one.over(), Datum::Cents),
        ]
    };
    let rows = report.items.iter().chain(&report.unplanned).map(row).collect();
    (told.words.estate_paper().report_columns.to_vec(), rows)
}
