//! A section of a report, block by block.

use super::pictures::Pictures;
use super::written::Written;
use super::{systems, timeline};
use crate::components::{self, Bar, Bars, Cell, Column, FactLine, Facts, TableRow, dynamic};
use leptos::prelude::*;
use report::{Block, Chart, Fact, Part, Row, Table};

/// A section under its heading, with the anchor that the contents lead to; nothing while it is not in the report.
#[component]
pub fn Section(
    /// Which.
    part: Part,
    /// The report.
    written: Memo<Written>,
    /// Where its photos are counted.
    pictures: Pictures,
) -> impl IntoView {
    let section = Memo::new(move |_| written.with(|written| written.section(part)));
    dynamic(move || {
        section.get().map(|section| {
            let blocks = section.blocks.iter().map(|block| drawn(block, pictures)).collect_view();
            view! {
                <div id=anchor(part) class:print-sheet__paged=part == Part::Timeline>
                    <components::Section title=section.title>{blocks}</components::Section>
                </div>
            }
        })
    })
}

/// Where a section is on the page.
pub fn anchor(part: Part) -> String {
    format!("report-{}", part.address())
}

/// A block; its photos are counted in `pictures`.
pub fn drawn(block: &Block, pictures: Pictures) -> AnyView {
    match block {
        Block::Nothing { text } => view! { <p class="soft">{*text}</p> }.into_any(),
        Block::Note { text } => view! { <p class="section__note">{*text}</p> }.into_any(),
        Block::Group { text } => view! { <h3 class="print-sheet__group">{*text}</h3> }.into_any(),
        Block::Facts { facts } => view! { <Facts lines=lines(facts) /> }.into_any(),
        Block::System(card) => systems::card(card, pictures),
        Block::Timeline(entries) => timeline::table(entries, pictures),
        Block::Chart(figures) => chart(figures),
        Block::Table(rows) => table(rows),
    }
}

/// Names and values as lines; several values of one name below one another.
pub fn lines(facts: &[Fact]) -> Vec<FactLine> {
    let line = |Fact { name, lines, note }: &Fact| {
        let line = match lines.as_slice() {
            [value] => FactLine::words(*name, value),
            values => {
                let values = values.iter().map(|value| view! { <div>{value.clone()}</div> });
                FactLine::view(*name, values.collect_view().into_any())
            }
        };
        line.noted(note)
    };
    facts.iter().map(line).collect()
}

fn chart(Chart { caption, bars, table: figures }: &Chart) -> AnyView {
    let bar = |bar: &report::Bar| Bar {
        name: bar.name.clone(),
        figure: bar.figure.clone(),
        share_permille: bar.share_permille,
    };
    let bars: Vec<Bar> = bars.iter().map(bar).collect();
    view! {
        <div class="print-sheet__halves">
            <Bars caption=*caption bars=Signal::stored(bars) />
            {table(figures)}
        </div>
    }
    .into_any()
}

/// A table.
pub fn table(Table { caption, columns, rows, total, list }: &Table) -> AnyView {
    let row = |Row { name, cells }: &Row, total: bool| {
        // One figure in an item of a list is understood by itself, several are not.
        let is_headed = *list && columns.iter().filter(|column| column.figures).count() > 1;
        let cells = cells.iter().zip(&columns[1..]).map(|(text, column)| match (column.figures, is_headed) {
            (true, true) if !text.is_empty() => Cell::figure_headed(column.name, text.clone()),
            (true, _) => Cell::Figure(text.clone()),
            (false, _) => Cell::words(text),
        });
        view! { <TableRow name=name.clone() cells=cells.collect() total /> }
    };
    let rows = rows.iter().map(|one| row(one, false)).collect_view();
    let total = total.as_ref().map(|total| row(total, true));
    let columns = columns.iter().map(|column| Column { name: column.name.to_owned(), figures: column.figures });
    view! { <components::Table caption=*caption columns=columns.collect() list=*list>{rows} {total}</components::Table> }
        .into_any()
}
