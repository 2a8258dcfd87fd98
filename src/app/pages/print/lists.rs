//! The contacts and the contents of the home, as tables.

use super::parts::{Given, Section, joined};
use super::wish::Part;
use crate::components::{Cell, Column, Table, TableRow};
use crate::data::by_name;
use crate::data::timeline::rand_cents;
use leptos::prelude::*;
use model::Money;
use model::contact::Contact;
use model::item::Item;
use model::zone::Zone;

/// The contacts, by name.
#[component]
pub fn Contacts(
    /// The report.
    given: Given,
) -> impl IntoView {
    let desk = given.desk;
    let drawn = move || {
        let words = desk.words();
        let said = words.print();
        let contacts: Vec<_> = desk.library.shelf::<Contact>().values().collect();
        if contacts.is_empty() {
            return view! { <p class="soft">{said.none}</p> }.into_any();
        }
        let contacts = by_name(contacts, |contact| &contact.letter.name);
        let rows = contacts.iter().map(|contact| {
            let letter = &contact.letter;
            let role = (words.choice().contact)(letter.role).to_owned();
            let trade = if letter.trade.is_empty() { role } else { letter.trade.clone() };
            let registered = letter.registrations.iter().map(|one| format!("{} {}", one.body, one.number));
            let registered = registered.collect::<Vec<_>>().join(", ");
            let cells =
                [trade, joined(&[&letter.phone, &letter.email]), registered].map(Cell::words).into_iter().collect();
            view! { <TableRow name=letter.name.clone() cells /> }
        });
        let rows = rows.collect_view();
        let columns = [said.name, said.trade, said.reach, said.registered].map(Column::words).to_vec();
        view! { <Table caption=said.contacts columns list=true>{rows}</Table> }.into_any()
    };
    view! { <Section part=Part::Contacts>{drawn}</Section> }
}

/// The contents, by name, with what it costs to replace them.
#[component]
pub fn Items(
    /// The report.
    given: Given,
) -> impl IntoView {
    let Given { desk, wish, .. } = given;
    let costs = Memo::new(move |_| !wish.with(|wish| wish.hidden.costs));
    let drawn = move || {
        let words = desk.words();
        let (said, costs) = (words.care(), costs.get());
        let items: Vec<_> = desk.library.shelf::<Item>().values().collect();
        if items.is_empty() {
            return view! { <p class="soft">{words.print().none}</p> }.into_any();
        }
        let items = by_name(items, |item| &item.letter.name);
        let zones = desk.library.shelf::<Zone>();
        let row = |item: &Item| {
            let zone = item.zone.and_then(|zone| zones.get(&zone)).map(|zone| zone.letter.name.clone());
            let made = joined(&[format!("{} {}", item.make, item.model).trim(), &item.serial]);
            let mut cells = vec![
                Cell::words(zone.unwrap_or_default()),
                Cell::words(made),
                Cell::Figure(words.number(item.quantity)),
            ];
            if costs {
                let worth = worth(item);
                cells.push(Cell::Figure(if worth == 0 { String::new() } else { words.money(&Money::rand(worth)) }));
            }
            view! { <TableRow name=item.name.clone() cells /> }
        };
        let rows = items.iter().map(|item| row(&item.letter)).collect_view();
        let total = costs.then(|| {
            let cents: i64 = items.iter().map(|item| worth(&item.letter)).fold(0, i64::saturating_add);
            let cells =
                vec![Cell::words(""), Cell::words(""), Cell::words(""), Cell::Figure(words.money(&Money::rand(cents)))];
            view! { <TableRow name=said.total cells total=true /> }
        });
        let mut columns = vec![
            Column::words(said.item),
            Column::words(said.room),
            Column::words(words.print().make),
            Column::figures(said.count),
        ];
        columns.extend(costs.then(|| Column::figures(said.to_replace)));
        view! { <Table caption=words.frame().items columns list=true>{rows} {total}</Table> }.into_any()
    };
    view! { <Section part=Part::Items>{drawn}</Section> }
}

/// What it costs to replace all of an item, in rand cents; what one cost where nobody has said more.
fn worth(item: &Item) -> i64 {
    rand_cents(item.replacement.as_ref().or(item.price.as_ref())).saturating_mul(item.quantity)
}
