//! The entries as a table, by year, with the sum of each and of all.

use crate::components::Section;
use crate::data::Standing;
use crate::data::timeline::rand_cents;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::contact::Contact;
use model::date::{Known, Sense};
use model::entry::Entry;
use model::system::System;
use model::{Money, PartialDate};
use words::Words;

/// The table of entries.
#[component]
pub fn Entries(
    /// The entries, newest first.
    entries: Memo<Vec<Standing<Entry>>>,
    /// With notes and parts.
    notes: Signal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let said = words.print();
        let with_notes = notes.get();
        let (years, total) = entries.with(|entries| {
            let years: Vec<_> =
                entries.chunk_by(|a, b| year(a) == year(b)).map(|of| table_of_year(desk, of, with_notes)).collect();
            (years, sum(entries))
        });
        let columns = [said.date, said.what, said.system, said.by];
        let columns = columns.map(|name| view! { <th scope="col" role="columnheader">{name}</th> }).collect_view();
        view! {
            <Section title=said.entries>
                <table class="table table--list print-sheet__entries" role="table">
                    <caption class="unseen">{said.entries}</caption>
                    <thead role="rowgroup"><tr role="row">{columns}<th scope="col" role="columnheader" class="money">{said.cost}</th></tr></thead>
                    {years}
                    <tfoot role="rowgroup">
                        <tr class="total" role="row"><th scope="row" role="rowheader" colspan="4">{said.total}</th><td class="money" role="cell">{words.money(&Money::rand(total))}</td></tr>
                    </tfoot>
                </table>
            </Section>
        }
    }
}

fn year(entry: &Standing<Entry>) -> Option<i32> {
    entry.letter.when.map(|when| when.sort_key().year())
}

fn sum(entries: &[Standing<Entry>]) -> i64 {
    entries.iter().map(|entry| rand_cents(entry.letter.cost.as_ref())).sum()
}

/// The rows of a year under its head.
fn table_of_year(desk: Desk, entries: &[Standing<Entry>], with_notes: bool) -> impl IntoView + use<> {
    let words = desk.words();
    let year =
        entries.first().and_then(year).map_or_else(|| words.logbook().no_date.to_owned(), |year| year.to_string());
    let number = words.number(i64::try_from(entries.len()).unwrap_or(i64::MAX));
    let head = (words.print().year)(&year, &(words.logbook().entries)(&number, entries.len()));
    let cost = words.money(&Money::rand(sum(entries)));
    let rows = entries.iter().map(|entry| row(desk, &entry.letter, with_notes)).collect_view();
    view! {
        <tbody role="rowgroup">
            <tr class="print-sheet__year" role="row"><th scope="rowgroup" role="rowheader" colspan="4">{head}</th><td class="money" role="cell">{cost}</td></tr>
            {rows}
        </tbody>
    }
}

fn row(desk: Desk, entry: &Entry, with_notes: bool) -> impl IntoView + use<> {
    let words = desk.words();
    let systems =
        entry.systems.iter().filter_map(|id| desk.library.find::<System>(*id)).map(|system| system.letter.name.clone());
    let systems = systems.collect::<Vec<_>>().join(", ");
    let contact = entry.contact.and_then(|id| desk.library.find::<Contact>(id));
    let by = contact.map_or_else(|| entry.done_by.clone(), |contact| contact.letter.name.clone());
    let parts = entry.parts.iter().map(|part| (words.versions().part)(&words.number(part.quantity), &part.name));
    let notes: Vec<String> = if with_notes {
        parts.chain(Some(entry.notes.clone()).filter(|notes| !notes.is_empty())).collect()
    } else {
        Vec::new()
    };
    view! {
        <tr role="row">
            <td class="print-sheet__date" role="cell">{entry.when.map(|when| date(words, when)).unwrap_or_default()}</td>
            <th scope="row" role="rowheader">
                {entry.title.clone()}
                <span class="print-sheet__kind">{(words.choice().entry)(entry.sort)}</span>
                {(!notes.is_empty()).then(|| view! { <span class="print-sheet__notes">{notes.join("\n")}</span> })}
            </th>
            <td class="print-sheet__name" role="cell">{systems}</td>
            <td class="print-sheet__name" role="cell">{by}</td>
            <td class="money" role="cell">{entry.cost.as_ref().map(|cost| words.money(cost)).unwrap_or_default()}</td>
        </tr>
    }
}

/// A date, short where it is a day.
fn date(words: &Words, when: PartialDate) -> String {
    match when {
        PartialDate { known: Known::Day(day), sense: Sense::Exact } => words.day_short(day),
        other => words.date(other),
    }
}
