//! The maintenance plan of a scheme: the written plan of rule 22, the resolution for the general meeting and the report of the year, as a paper; and the same
//! figures as leaves of a workbook. They are made of the records of the scheme, whoever reads them.

mod flow;
mod items;
mod leaf;
mod levies;
mod meeting;

use crate::block::{Block, Fact, Table};
use crate::deal::{Paper, Party};
pub use flow::{HORIZON_YEARS, figures, goes};
pub use items::{by_rule, due};
pub use leaf::{Datum, Leaf, leaves};
pub use meeting::{blocks as meeting_blocks, came};
use model::estate::capital::Horizon;
use model::scheme::{Budget, Workbench};
use model::{Date, Money, Record};
use words::Words;

/// The paper of the plan, as it stands on `today`, for the year that is looked at; none where the records are of no scheme.
pub fn plan(records: &[Record], words: &'static Words, today: Date, year: Option<i32>) -> Option<Paper> {
    let bench = Workbench::of(records)?;
    let told = Told::new(&bench, words, today, year);
    let said = words.estate_paper();
    let mut foot: Vec<String> = said.foot.iter().map(|line| (*line).to_owned()).collect();
    if bench.scheme.year_end.is_none() {
        foot.insert(0, said.year_assumed.to_owned());
    }
    let blocks =
        [items::blocks(&told), items::beside(&told), flow::blocks(&told), levies::blocks(&told)].into_iter().flatten();
    Some(Paper {
        template: "paper",
        language: words.tag,
        title: said.title.to_owned(),
        from: from(&told),
        to: Party { head: said.to, name: said.to_name.to_owned(), lines: Vec::new() },
        facts: about(&told, today),
        blocks: blocks.collect(),
        sums: Vec::new(),
        pay: None,
        more: meeting::blocks(&told),
        signatures: Vec::new(),
        pictures: Vec::new(),
        foot,
    })
}

/// What every part is told from.
pub struct Told<'a> {
    /// The plan.
    pub bench: &'a Workbench,
    /// The language.
    pub words: &'static Words,
    /// The financial year in which the plan begins.
    pub year: i32,
    /// How far ahead is looked.
    pub horizon: Horizon,
}

impl<'a> Told<'a> {
    /// As it stands on `today`, for the year that is looked at.
    pub fn new(bench: &'a Workbench, words: &'static Words, today: Date, year: Option<i32>) -> Self {
        let year = year.unwrap_or_else(|| bench.first(today));
        Self { bench, words, year, horizon: flow::horizon() }
    }

    fn budget(&self) -> Option<&Budget> {
        self.bench.budget(self.year).map(|(_, budget)| budget)
    }

    /// An amount in cents, as people read it.
    pub fn money(&self, cents: i64) -> String {
        self.words.money(&Money::rand(cents))
    }

    /// An amount; the words for one that nobody has said.
    pub fn known(&self, cents: Option<i64>) -> String {
        cents.map_or_else(|| self.words.estate_paper().not_said.to_owned(), |cents| self.money(cents))
    }
}

/// Basis points as people read them: "12,75 %".
pub fn percent(words: &Words, basis_points: i64) -> String {
    format!("{}\u{a0}%", words.quantity(basis_points.saturating_mul(10)))
}

/// A quota, or a difference of quotas, in ten-thousandths of a per cent as people read it: "2,0833 %".
pub fn quota(words: &Words, parts: i64) -> String {
    let sign = if parts < 0 { "-" } else { "" };
    let parts = parts.unsigned_abs();
    format!("{sign}{}{}{:04}\u{a0}%", parts / 10_000, words.format.decimal, parts % 10_000)
}

fn from(told: &Told<'_>) -> Party {
    let said = told.words.estate_paper();
    let scheme = &told.bench.scheme;
    let known = |text: &str, say: fn(&str) -> String| (!text.is_empty()).then(|| say(text));
    let mut lines: Vec<String> =
        scheme.address.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    lines.extend([known(&scheme.number, said.number), known(&scheme.agent, said.agent)].into_iter().flatten());
    Party { head: (said.from)(scheme.regime), name: scheme.name.clone(), lines }
}

fn about(told: &Told<'_>, today: Date) -> Vec<Fact> {
    let (words, said) = (told.words, told.words.estate_paper());
    let years = told.bench.years();
    let day = |date: Option<Date>| date.map(|date| words.day(date)).unwrap_or_default();
    let year = (said.year_of)(told.year, &day(years.first(told.year)), &day(years.last(told.year)));
    let approved = told.budget().and_then(|budget| budget.approved_on);
    let approved = approved.map_or_else(|| said.not_approved.to_owned(), |on| words.day(on));
    let conditions = told.budget().map(|budget| budget.conditions.as_str()).unwrap_or_default();
    let mut facts =
        vec![Fact::new(said.year, year), Fact::new(said.made, words.day(today)), Fact::new(said.approved, approved)];
    facts.extend(Fact::known(said.conditions, conditions));
    facts
}

/// A table of things under their heading.
fn table(caption: &'static str, columns: Vec<crate::Column>, rows: Vec<crate::Row>) -> Block {
    Block::Table(Table { caption, columns, rows, total: None, list: true })
}
