//! The entries as a table, by year, with photos and the sum of each year and of all.

use super::pictures::{Picture, Pictures};
use leptos::prelude::*;
use report::{Line, Timeline, TimelineEntry, Year};

/// The table; its photos are counted in `pictures`.
pub fn table(timeline: &Timeline, pictures: Pictures) -> AnyView {
    let Timeline { caption, columns, cost, years, total } = timeline;
    // Columns that are words; the amount stands behind them.
    let span = columns.len();
    let heads = columns.iter().map(|name| view! { <th scope="col" role="columnheader">{*name}</th> });
    let years = years.iter().map(|one| year(one, span, pictures)).collect_view();
    let cost = cost.map(|cost| view! { <th scope="col" role="columnheader" class="money">{cost}</th> });
    let total = total.as_ref().map(|Line { name, figure }| {
        view! {
            <tfoot role="rowgroup">
                <tr class="total" role="row"><th scope="row" role="rowheader" colspan=span>{name.clone()}</th><td class="money" role="cell">{figure.clone()}</td></tr>
            </tfoot>
        }
    });
    view! {
        <table class="table table--list print-sheet__entries" role="table">
            <caption class="unseen">{*caption}</caption>
            <thead role="rowgroup"><tr role="row">{heads.collect_view()} {cost}</tr></thead>
            {years} {total}
        </table>
    }
    .into_any()
}

/// The rows of a year under its head.
fn year(Year { head, cost, entries }: &Year, span: usize, pictures: Pictures) -> AnyView {
    let cost = cost.clone().map(|cost| view! { <td class="money" role="cell">{cost}</td> });
    let rows = entries.iter().map(|one| entry(one, span, pictures)).collect_view();
    view! {
        <tbody role="rowgroup">
            <tr class="print-sheet__year" role="row"><th scope="rowgroup" role="rowheader" colspan=span>{head.clone()}</th>{cost}</tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn entry(entry: &TimelineEntry, span: usize, pictures: Pictures) -> AnyView {
    let TimelineEntry { date, title, kind, notes, systems, by, cost, photos } = entry.clone();
    let by = by.map(|by| view! { <td class="print-sheet__name" role="cell">{by}</td> });
    let span = span + usize::from(cost.is_some());
    let cost = cost.map(|cost| view! { <td class="money" role="cell">{cost}</td> });
    // A row of its own below the entry, as wide as the table.
    let led = !photos.is_empty();
    let photos = led.then(|| {
        let photos = photos.into_iter().map(|photo| view! { <Picture photo pictures /> }).collect_view();
        view! {
            <tr role="row" class="print-sheet__photos"><td role="cell" colspan=span><div class="photos">{photos}</div></td></tr>
        }
    });
    view! {
        <tr role="row" class:print-sheet__led=led>
            <td class="print-sheet__date" role="cell">{date}</td>
            <th scope="row" role="rowheader">
                {title} <span class="print-sheet__kind">{kind}</span>
                {(!notes.is_empty()).then(|| view! { <span class="print-sheet__notes">{notes}</span> })}
            </th>
            <td class="print-sheet__name" role="cell">{systems}</td>
            {by} {cost}
        </tr>
        {photos}
    }
    .into_any()
}
