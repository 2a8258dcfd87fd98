//! The quotes of one request side by side.

use super::refused::standing;
use super::{money, watched};
use crate::components::{Cell, Column, Empty, Glyph, Section, Table, TableRow, dynamic};
use crate::deeds::portal::Dealt;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::portal::compare::{before, compare};
use model::portal::machine::State;
use model::portal::{Deal, Quote};

/// The page.
#[component]
pub fn ComparePage(
    /// What joins the deals.
    batch: String,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().portal();
    let found = watched(desk);
    let shown = move || found.get().map(|deals| table(desk, &deals, &batch));
    let back = ("/portal".to_owned(), said.title.to_owned());
    view! {
        <Page title=said.compare back wide=true class="stack stack--loose">
            <h1>{said.compare}</h1>
            <p class="soft">{said.compare_lead}</p>
            {dynamic(shown)}
        </Page>
    }
}

fn table(desk: Desk, deals: &[Dealt], batch: &str) -> AnyView {
    let words = desk.words();
    let said = words.portal();
    let today = desk.today();
    let is_of = |deal: &Deal| deal.request.as_ref().is_some_and(|request| request.letter.batch == batch);
    let of_scheme = deals.iter().any(|dealt| dealt.of_scheme && is_of(&Deal::of(&dealt.records)));
    let mut quotes: Vec<(String, String, Quote)> = Vec::new();
    let mut past: Vec<Deal> = Vec::new();
    for dealt in deals.iter().filter(|dealt| dealt.of_scheme == of_scheme) {
        let deal = Deal::of(&standing(dealt));
        let Some(request) = deal.request.as_ref().filter(|request| request.letter.batch == batch) else {
            past.push(deal);
            continue;
        };
        let stands = deal.quotes.iter().filter(|one| deal.quote_state(one, today) != State::QuoteSuperseded);
        let provider = request.letter.provider.clone();
        quotes.extend(stands.map(|one| (format!("/portal/{}", dealt.space), provider.clone(), one.letter.clone())));
    }
    if quotes.is_empty() {
        return view! { <Empty glyph=Glyph::FILE_TEXT title=said.compare_none text="" /> }.into_any();
    }
    let letters: Vec<&Quote> = quotes.iter().map(|(_, _, quote)| quote).collect();
    let comparison = compare(&letters);
    let cell = |cents: Option<i64>| Cell::Figure(cents.map_or("–".to_owned(), |cents| money(words, cents)));
    let paid: Vec<Option<i64>> =
        comparison.rows.iter().map(|row| before(&past, &row.line).map(|before| before.cents)).collect();
    let has_paid = paid.iter().any(Option::is_some);
    let columns = std::iter::once(Column::words(said.compare));
    let columns = columns.chain(quotes.iter().map(|(_, name, _)| Column::figures(name.clone())));
    let columns: Vec<Column> = columns.chain(has_paid.then(|| Column::figures(said.paid_earlier))).collect();
    let rows = comparison.rows.iter().zip(paid).map(|(row, paid)| {
        let cells: Vec<Cell> = row.cells.iter().copied().chain(has_paid.then_some(paid)).map(cell).collect();
        view! { <TableRow name=row.line.what.clone() cells /> }
    });
    let totals = comparison.totals.iter().zip(&letters).map(|(totals, quote)| {
        let named = totals.iter().map(|(key, cents)| {
            let option = quote.options.iter().find(|option| option.key == *key);
            format!("{} {}", option.map_or("", |option| option.name.as_str()), money(words, *cents)).trim().to_owned()
        });
        Cell::Figure(named.collect::<Vec<_>>().join(" · "))
    });
    let totals: Vec<Cell> = totals.chain(has_paid.then(|| Cell::Figure(String::new()))).collect();
    let rows = rows.collect_view();
    let links = quotes.iter().map(|(href, name, quote)| {
        let title = format!("{name}: {}", quote.title);
        view! { <li><a href=href.clone()>{title}</a></li> }
    });
    let links = links.collect_view();
    view! {
        <div class="portal__wide">
            <Table caption=said.compare columns>
                {rows}
                <TableRow name=said.total cells=totals total=true />
            </Table>
        </div>
        <Section title=said.decide><ul class="portal__lines">{links}</ul></Section>
    }
    .into_any()
}
