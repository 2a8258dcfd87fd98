//! The items with their particulars, and their numbers side by side.

use super::{Told, table};
use crate::block::{Block, Column, Fact, Row, Table};
use model::estate::capital::{Beside, Item, Missing, Statutory, missing};
use model::scheme::workbench::shortfall;

/// The written plan.
pub fn blocks(told: &Told<'_>) -> Vec<Block> {
    let said = told.words.estate_paper();
    let mut blocks = vec![Block::Group { text: said.items }, Block::Note { text: said.items_note }];
    let plan = told.bench.plan(told.year);
    if plan.items.is_empty() {
        blocks.push(Block::Nothing { text: said.no_items });
        return blocks;
    }
    let [item, condition, due, cost, life, relevant] = said.item_columns;
    let columns = vec![
        Column::words(item),
        Column::words(condition),
        Column::words(due),
        Column::figures(cost),
        Column::words(life),
        Column::words(relevant),
    ];
    blocks.push(table(said.items, columns, plan.items.iter().map(|item| row(told, item)).collect()));
    blocks
}

fn row(told: &Told<'_>, item: &Item) -> Row {
    let said = told.words.estate_paper();
    let not_said = || said.not_said.to_owned();
    let state = item.condition.state.map(said.state).unwrap_or_default();
    let condition = crate::joined(&[state, item.condition.told.trim()]);
    Row {
        name: crate::joined(&[&item.name, (said.category)(item.category)]),
        cells: vec![
            if condition.is_empty() { not_said() } else { condition },
            due(told, item),
            told.known(item.cost),
            item.life.map_or_else(not_said, said.years),
            item.relevant.clone(),
        ],
    }
}

/// When an item falls due, and how far off that is.
pub fn due(told: &Told<'_>, item: &Item) -> String {
    let said = told.words.estate_paper();
    let known = item.due.zip(item.remaining(told.year));
    let told_due = known.map(|(due, remaining)| (said.due)(due, remaining, item.late(told.year)));
    told_due.unwrap_or_else(|| said.not_said.to_owned())
}

/// The rule's number and the number that is needed, side by side, with their formulas.
pub fn beside(told: &Told<'_>) -> Vec<Block> {
    let said = told.words.estate_paper();
    let (plan, beside) = (told.bench.plan(told.year), told.bench.beside(told.year));
    let [item, due_head, rule, needed, short] = said.beside_columns;
    let columns = vec![
        Column::words(item),
        Column::words(due_head),
        Column::figures(rule),
        Column::figures(needed),
        Column::figures(short),
    ];
    let row = |(item, line): (&Item, &model::estate::capital::Line)| Row {
        name: item.name.clone(),
        cells: vec![
            due(told, item),
            by_rule(told, line.rule),
            told.known(line.need.ok().map(|need| need.cents.cents())),
            told.known(shortfall(item, told.year).map(|cents| cents.max(0))),
        ],
    };
    let rows = plan.items.iter().zip(&beside.lines).map(row).collect();
    let sums = [String::new(), told.money(beside.rule.cents()), told.money(beside.needed.cents()), String::new()];
    let total = Some(Row { name: said.total.to_owned(), cells: sums.to_vec() });
    let mut blocks = vec![Block::Group { text: said.beside }];
    if !beside.is_bound {
        blocks.push(Block::Note { text: said.unbound });
    }
    blocks.push(Block::Table(Table { caption: said.beside, columns, rows, total, list: true }));
    blocks.extend([Block::Note { text: said.rule_formula }, Block::Note { text: said.needed_formula }]);
    blocks.push(Block::Facts { facts: sum_facts(told, &beside) });
    blocks.push(Block::Note { text: said.minimum_source });
    blocks.extend(lacking(told, &plan.items));
    blocks
}

/// What the rule says of an item: an amount, or why there is none.
pub fn by_rule(told: &Told<'_>, rule: Statutory) -> String {
    let said = told.words.estate_paper();
    match rule {
        Statutory::Yearly(cents) => told.money(cents.cents()),
        Statutory::Covered => said.covered.to_owned(),
        Statutory::NoLife { .. } => said.no_life.to_owned(),
        Statutory::Missing(_) => said.not_said.to_owned(),
    }
}

fn sum_facts(told: &Told<'_>, beside: &Beside) -> Vec<Fact> {
    let said = told.words.estate_paper();
    let [rule, least, needed, adopted] = said.sums;
    let minimum = (said.minimum)(beside.minimum, &told.known(beside.minimum.cents()));
    let mut facts = vec![
        Fact::new(rule, told.money(beside.rule.cents())),
        Fact::new(least, minimum),
        Fact::new(needed, told.money(beside.needed.cents())),
        Fact::new(adopted, told.known(told.budget().and_then(|budget| budget.adopted))),
    ];
    if beside.unheld > 0
        && let Some(last) = facts.last_mut()
    {
        last.lines.push((said.unheld)(&told.money(beside.unheld)));
    }
    facts
}

/// What has not been said, item by item.
fn lacking(told: &Told<'_>, items: &[Item]) -> Option<Block> {
    let said = told.words.estate_paper();
    let named = |all: Vec<Missing>| all.into_iter().map(said.missing).collect::<Vec<_>>().join(", ");
    let line = |item: &Item| {
        let what = named(missing(item));
        (!what.is_empty()).then(|| (said.lacking)(&item.name, &what))
    };
    let fact = Fact::several(said.not_said, items.iter().filter_map(line).collect())?;
    Some(Block::Facts { facts: vec![fact] })
}
