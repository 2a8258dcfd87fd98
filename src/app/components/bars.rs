//! Figures of a table, drawn as bars.

use super::decimal;
use leptos::prelude::*;

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of: a year, a month.
    pub name: String,
    /// The figure as it is read.
    pub figure: String,
    /// How long it is drawn, in thousandths of the longest.
    pub share_permille: u32,
}

/// A table of figures with a bar for each.
#[component]
pub fn Bars(
    /// What the figures are, and in what unit.
    #[prop(into)]
    caption: String,
    /// The figures.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let rows = move || {
        let rows = bars.get().into_iter().map(|Bar { name, figure, share_permille }| {
            let share = decimal(f64::from(share_permille.min(1000)) / 1000.0);
            view! {
                <tr>
                    <th class="bars__label" scope="row">{name}</th>
                    <td class="bars__cell" aria-hidden="true"><span class="bars__bar" style:--share=share /></td>
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
