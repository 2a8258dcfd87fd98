//! A table on hairlines; on a phone its rows read as a list.

use leptos::prelude::*;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands in it.
    pub name: String,
    /// Figures, to the right.
    pub figures: bool,
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<String>) -> Self {
        Self { name: name.into(), figures: false }
    }

    /// A column of figures.
    pub fn figures(name: impl Into<String>) -> Self {
        Self { name: name.into(), figures: true }
    }
}

/// A table whose rows are `TableRow`s. Roles are written out: a table that is laid out as a list would lose its own.
#[component]
pub fn Table(
    /// What the table holds, for a screen reader.
    #[prop(into)]
    caption: String,
    /// The columns, the first of which names the rows.
    columns: Vec<Column>,
    /// On a phone a row reads as an item of a list: its name, and below it the rest.
    #[prop(optional)]
    list: bool,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let heads = columns.into_iter().map(|Column { name, figures }| {
        view! { <th scope="col" role="columnheader" class:money=figures>{name}</th> }
    });
    view! {
        <table class="table" class:table--list=list role="table">
            <caption class="unseen">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads.collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{children()}</tbody>
        </table>
    }
}

/// A cell of a row, beside its name.
pub enum Cell {
    /// Words, or something drawn.
    Words(AnyView),
    /// A figure, to the right.
    Figure(String),
    /// What is not understood without the head of its column: on a phone, where heads are not seen, it stands before it.
    Headed {
        /// The head.
        head: &'static str,
        /// What stands below it.
        text: String,
        /// A figure, to the right.
        figure: bool,
    },
}

impl Cell {
    /// A cell of plain words.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words(text.into().into_any())
    }

    /// Words under a head.
    pub fn headed(head: &'static str, text: String) -> Self {
        Self::Headed { head, text, figure: false }
    }

    /// A figure under a head.
    pub fn figure_headed(head: &'static str, text: String) -> Self {
        Self::Headed { head, text, figure: true }
    }
}

/// A row of a table.
#[component]
pub fn TableRow(
    /// What names the row.
    #[prop(into)]
    name: String,
    /// Where its name leads.
    #[prop(optional, into)]
    href: Option<String>,
    /// The other cells, in the order of the columns.
    cells: Vec<Cell>,
    /// It is the sum of those above.
    #[prop(optional)]
    total: bool,
) -> impl IntoView {
    let cells = cells.into_iter().map(|cell| match cell {
        Cell::Words(view) => view! { <td role="cell">{view}</td> }.into_any(),
        Cell::Figure(text) => view! { <td role="cell" class="money">{text}</td> }.into_any(),
        Cell::Headed { head, text, figure } => {
            view! { <td role="cell" class:money=figure data-head=head>{text}</td> }.into_any()
        }
    });
    view! {
        <tr role="row" class:total=total>
            <th scope="row" role="rowheader">
                {match href {
                    Some(href) => view! { <a href=href>{name}</a> }.into_any(),
                    None => name.into_any(),
                }}
            </th>
            {cells.collect_view()}
        </tr>
    }
}
