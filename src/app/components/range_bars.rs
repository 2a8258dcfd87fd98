//! Ranges of a table, drawn as bars: dark as far as the least, light as far as the most.

use super::decimal;
use leptos::prelude::*;

/// A range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// What it is of: a year, a month.
    pub name: String,
    /// The range as it is read.
    pub figure: String,
    /// How long its least is drawn, in thousandths of the longest.
    pub least_permille: u32,
    /// How long its most is drawn, in the same.
    pub most_permille: u32,
}

/// A table of ranges with a bar for each.
#[component]
pub fn RangeBars(
    /// What the ranges are.
    #[prop(into)]
    caption: String,
    /// The ranges.
    #[prop(into)]
    bars: Signal<Vec<Range>>,
) -> impl IntoView {
    let share = |permille: u32| decimal(f64::from(permille.min(1000)) / 1000.0);
    let rows = move || {
        let rows = bars.get().into_iter().map(|Range { name, figure, least_permille, most_permille }| {
            view! {
                <tr>
                    <th class="bars__label" scope="row">{name}</th>
                    <td class="bars__cell" aria-hidden="true">
                        <span class="range-bar" style:--least=share(least_permille) style:--most=share(most_permille) />
                    </td>
                    <td class="bars__figure">{figure}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    view! {
        <table class="bars">
            <caption class="bars__caption">{caption}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
}
