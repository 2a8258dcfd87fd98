//! The contents of the home: what is owned and insured.

use crate::components::{Column, Empty, Glyph, LinkButton, SearchField, Table, Weight, dynamic};
use crate::data::Kept;
use crate::desk::use_desk;
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use model::Money;
use model::access::Action;
use model::item::Item;
use model::look::folded;
use model::zone::Zone;
use std::sync::Arc;

/// The contents of the home.
pub fn items() -> Draw {
    || view! { <ItemsPage /> }.into_any()
}

/// What all of an item cost to replace, in rand cents.
fn worth(item: &Item) -> i64 {
    let one = item.replacement.as_ref().or(item.price.as_ref()).filter(|money| money.currency == "ZAR");
    one.map_or(0, |money| money.cents.saturating_mul(item.quantity))
}

#[component]
fn ItemsPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let query = RwSignal::new(String::new());
    let zone_of = move |item: &Item| {
        item.zone.and_then(|id| desk.library.find::<Zone>(id)).map(|zone| zone.letter.name.clone()).unwrap_or_default()
    };
    let found = Memo::new(move |_| {
        let wanted = folded(query.get().trim());
        let text = |item: &Arc<Kept<Item>>| {
            let letter = &item.letter;
            folded(&format!("{} {} {} {} {}", letter.name, letter.make, letter.model, letter.serial, zone_of(letter)))
        };
        let mut found: Vec<_> =
            desk.library.shelf::<Item>().values().filter(|item| text(item).contains(&wanted)).collect();
        found.sort_by_cached_key(|item| folded(&item.letter.name));
        found
    });
    let row = move |item: Arc<Kept<Item>>| {
        let letter = &item.letter;
        let model = format!("{} {}", letter.make, letter.model).trim().to_owned();
        let worth = match worth(letter) {
            0 => String::new(),
            cents => words.money(&Money::rand(cents)),
        };
        let (name, zone, quantity, href) =
            (letter.name.clone(), zone_of(letter), letter.quantity, format!("/items/{}/edit", item.id));
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><a href=href>{name}</a></th>
                <td role="cell">{zone}</td>
                <td role="cell">{model}</td>
                <td role="cell" class=if quantity == 1 { "money items__count items__count--one" } else { "money items__count" }>{words.number(quantity)}</td>
                <td role="cell" class="money">{worth}</td>
            </tr>
        }
    };
    let total = move || {
        let (count, cents) = found.with(|found| {
            let count: i64 = found.iter().map(|item| item.letter.quantity).sum();
            (count, found.iter().map(|item| worth(&item.letter)).sum::<i64>())
        });
        view! {
            <tr role="row" class="total">
                <th scope="row" role="rowheader">{words.care().total}</th>
                <td role="cell"></td>
                <td role="cell"></td>
                <td role="cell" class="money items__count">{words.number(count)}</td>
                <td role="cell" class="money">{words.money(&Money::rand(cents))}</td>
            </tr>
        }
    };
    let columns = vec![
        Column::words(words.care().item),
        Column::words(words.care().room),
        Column::words(words.care().model),
        Column::figures(words.care().count),
        Column::figures(words.care().to_replace),
    ];
    let columns = StoredValue::new(columns);
    let add =
        move |weight| view! { <LinkButton label=words.care().add_item href="/items/new" weight glyph=Glyph::PLUS /> };
    let may = desk.may(Action::Write);
    let is_empty = Memo::new(move |_| desk.library.shelf::<Item>().is_empty());
    let list = move || {
        if is_empty.get() {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! { <Empty glyph=Glyph::PACKAGE title=words.care().no_items text=words.care().no_items_lead action /> }.into_any();
        }
        view! {
            <SearchField label=words.care().search_items clear=words.common().remove value=query />
            <Table caption=words.frame().items columns=columns.get_value() list=true>
                {dynamic(move || found.get().into_iter().map(row).collect_view())}
                {total}
            </Table>
        }
        .into_any()
    };
    view! {
        <Page title=words.frame().items wide=true class="stack stack--loose" actions=may.then(|| add(Weight::Quiet)).into_any()>{list}</Page>
    }
}
