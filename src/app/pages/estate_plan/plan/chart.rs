//! Balances over the years, drawn as columns above and below nothing. The figures stand in a table beside it.

use leptos::prelude::*;
use model::estate::capital::Row;

/// How wide the drawing is, in units of its own.
const WIDTH: i64 = 600;
/// How high.
const HEIGHT: i64 = 160;

/// The columns; nothing to who hears the page, for whom the table is there.
#[component]
pub fn Chart(
    /// What is drawn.
    #[prop(into)]
    caption: String,
    /// The years.
    rows: Vec<Row>,
) -> impl IntoView {
    let closings = || rows.iter().map(|row| row.closing);
    let (most, least) = (closings().max().unwrap_or(0).max(0), closings().min().unwrap_or(0).min(0));
    let span = i128::from(most) - i128::from(least);
    let high = |cents: i64| match span {
        0 => 0,
        span => i64::try_from(i128::from(cents.unsigned_abs()) * i128::from(HEIGHT) / span).unwrap_or(0),
    };
    let zero = high(most);
    let step = WIDTH / i64::try_from(rows.len().max(1)).unwrap_or(1);
    let column = |(at, row): (i64, &Row)| {
        let height = high(row.closing).max(1);
        let y = if row.closing < 0 { zero } else { zero - height };
        let class =
            if row.closing < 0 { "estate-plan__column estate-plan__column--below" } else { "estate-plan__column" };
        view! { <rect class=class x=(at * step + 1).to_string() y=y.to_string() width=(step - 2).max(1).to_string() height=height.to_string() /> }
    };
    let columns = (0..).zip(&rows).map(column).collect_view();
    let ends = rows.first().zip(rows.last()).map(|(first, last)| {
        view! { <figcaption class="estate-plan__ends small soft"><span>{first.year}</span><span>{caption}</span><span>{last.year}</span></figcaption> }
    });
    let line = zero.to_string();
    view! {
        <figure class="estate-plan__chart" aria-hidden="true">
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none">
                {columns} <line class="estate-plan__zero" x1="0" x2=WIDTH.to_string() y1=line.clone() y2=line />
            </svg>
            {ends}
        </figure>
    }
}
