//! Who changed what, when: the latest first.

use super::fields::fields;
use super::people::People;
use crate::components::{Cell, Column, Section, Table, TableRow};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use crate::pages::moment::moment;
use leptos::prelude::*;
use model::entry::Entry;
use model::history::Thread;
use model::{AccountId, RecordId};
use std::sync::Arc;

/// Values longer than this are not told in a sentence.
const VALUE_CHARS_MAX: usize = 80;

/// The table.
#[component]
pub fn Story(
    /// The thread.
    thread: Thread,
    /// Its letters, the first first.
    versions: Vec<Arc<Kept<Entry>>>,
    /// Who wrote them.
    people: People,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let root = thread.versions[0];
    let rows = move || {
        let withdrawal = thread.withdrawn_by.and_then(|id| desk.library.withdrawal(id));
        let withdrawn = withdrawal.map(|withdrawal| {
            let what = with_reason(desk, words.entry().withdrawn.to_owned(), &withdrawal.letter.reason);
            let who = who(desk, people, withdrawal.id, withdrawal.by);
            let cells = vec![Cell::words(who), Cell::words(what)];
            view! { <TableRow name=moment(desk, withdrawal.first.at_ms) cells /> }
        });
        let row = |at: usize| {
            let version = &versions[at];
            let before = at.checked_sub(1).map(|before| &versions[before].letter);
            let what = with_reason(desk, changes(desk, before, &version.letter), &version.letter.reason);
            let cells = vec![Cell::words(who(desk, people, version.id, version.by)), Cell::words(what)];
            let name = moment(desk, version.first.at_ms);
            match at {
                0 => view! { <TableRow name cells /> }.into_any(),
                at => view! { <TableRow name href=format!("/logbook/{root}/versions?of={at}") cells /> }.into_any(),
            }
        };
        view! { {withdrawn} {(0..versions.len()).rev().map(row).collect_view()} }
    };
    let columns = words.versions().columns.map(Column::words).to_vec();
    let offline = move || {
        (desk.joined() && !desk.online.get()).then(|| view! { <p class="small soft">{words.versions().no_names}</p> })
    };
    view! {
        <Section title=words.versions().story>
            <Table caption=words.versions().story columns list=true>{rows}</Table>
            {offline}
        </Section>
    }
}

fn who(desk: Desk, people: People, version: RecordId, by: Option<AccountId>) -> String {
    let known = people.of(version, by);
    known.unwrap_or_else(|| if by.is_none() { desk.words().versions().this_device.to_owned() } else { String::new() })
}

/// What differs from the version before, in a sentence for each field.
fn changes(desk: Desk, before: Option<&Entry>, after: &Entry) -> String {
    let words = desk.words();
    let Some(before) = before else { return words.entry().written.to_owned() };
    let value = |value: &str| if value.is_empty() { words.versions().nothing.to_owned() } else { value.to_owned() };
    let pairs = fields(desk, before).into_iter().zip(fields(desk, after)).filter(|(before, after)| before != after);
    let told = pairs.map(|(before, after)| {
        if before.value.chars().count().max(after.value.chars().count()) > VALUE_CHARS_MAX {
            (words.versions().long_change)(after.name)
        } else {
            (words.versions().change)(after.name, &value(&before.value), &value(&after.value))
        }
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { words.entry().amended.to_owned() } else { told.join("; ") }
}

fn with_reason(desk: Desk, what: String, reason: &str) -> String {
    if reason.is_empty() { what } else { format!("{what} · {}", (desk.words().entry().quoted)(reason)) }
}
