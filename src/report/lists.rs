//! The contacts and the contents of the home, as tables.

use crate::Given;
use crate::block::{Block, Column, Row, Table};
use crate::parts::joined;
use model::Money;
use model::item::Item;
use model::look::folded;
use model::money::rand_cents;

/// The contacts, by name.
pub(crate) fn contacts(given: &Given<'_>) -> Vec<Block> {
    let words = given.words;
    let said = words.print();
    let mut all: Vec<_> = given.home.contacts.iter().map(|contact| contact.letter).collect();
    if all.is_empty() {
        return vec![Block::Nothing { text: said.none }];
    }
    all.sort_by_cached_key(|contact| folded(&contact.name));
    let rows = all.into_iter().map(|letter| {
        let registered = letter.registrations.iter().map(|one| format!("{} {}", one.body, one.number));
        let registered = registered.collect::<Vec<_>>().join(", ");
        Row {
            name: letter.name.clone(),
            cells: vec![words.trade(letter).to_owned(), joined(&[&letter.phone, &letter.email]), registered],
        }
    });
    let rows = rows.collect();
    let columns = [said.name, said.trade, said.reach, said.registered].map(Column::words).to_vec();
    vec![Block::Table(Table { caption: said.contacts, columns, rows, total: None, list: true })]
}

/// The contents, by name, with what it costs to replace them.
pub(crate) fn items(given: &Given<'_>) -> Vec<Block> {
    let words = given.words;
    let (said, costs) = (words.care(), !given.wish.hidden.costs);
    let mut all: Vec<&Item> = given.home.items.iter().map(|item| item.letter).collect();
    if all.is_empty() {
        return vec![Block::Nothing { text: words.print().none }];
    }
    all.sort_by_cached_key(|item| folded(&item.name));
    let money = |cents: i64| words.money(&Money::rand(cents));
    let row = |item: &&Item| {
        let made = joined(&[format!("{} {}", item.make, item.model).trim(), &item.serial]);
        let mut cells = vec![given.home.zone_name(item.zone), made, words.number(item.quantity)];
        let worth = worth(item);
        cells.extend(costs.then(|| if worth == 0 { String::new() } else { money(worth) }));
        Row { name: item.name.clone(), cells }
    };
    let total = costs.then(|| {
        let cents: i64 = all.iter().map(|item| worth(item)).fold(0, i64::saturating_add);
        let blank = String::new;
        Row { name: said.total.to_owned(), cells: vec![blank(), blank(), blank(), money(cents)] }
    });
    let mut columns = vec![
        Column::words(said.item),
        Column::words(said.room),
        Column::words(words.print().make),
        Column::figures(said.count),
    ];
    columns.extend(costs.then(|| Column::figures(said.to_replace)));
    let rows = all.iter().map(row).collect();
    vec![Block::Table(Table { caption: words.frame().items, columns, rows, total, list: true })]
}

/// What it costs to replace all of an item, in rand cents; what one cost where nobody has said more.
fn worth(item: &Item) -> i64 {
    rand_cents(item.replacement.as_ref().or(item.price.as_ref())).saturating_mul(item.quantity)
}
