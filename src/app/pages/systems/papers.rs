//! What names a system: documents, warranties, certificates, tasks and meter readings.

use crate::components::{Glyph, Icon, Row, Rows, Section, Status, Tone};
use crate::data::{basis_home, warranty_clock};
use crate::data::{ledger, next};
use crate::deeds::claim;
use crate::desk::{Desk, use_desk};
use crate::pages::care::system_law;
use crate::route::fetched;
use leptos::prelude::*;
use model::basis;
use model::certificate::CertificateType;
use model::document::Document;
use model::schedule::Next;
use model::task::Task;
use model::warranty::{State, Warranty};
use model::{PartialDate, RecordId};
use std::collections::BTreeSet;

/// Meter readings shown; the page of meters has the rest.
const READINGS_MAX: usize = 5;

/// Days after which the three months that the law gives on a repair are over for certain.
const LAW_DAYS_MAX: u32 = 93;

/// Everything that names it.
#[component]
pub fn Papers(
    /// The system.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let said = words.system();
        let papers = [
            (said.documents, documents(desk, id)),
            (said.warranties, warranties(desk, id)),
            (said.certificates, certificates(desk, id)),
        ];
        let none = papers.iter().all(|(_, rows)| rows.is_empty());
        let others = [(said.tasks, tasks(desk, id)), (said.readings, readings(desk, id))];
        let sections = papers.into_iter().chain(others).filter(|(_, rows)| !rows.is_empty()).map(|(title, rows)| {
            let count = rows.len();
            view! { <Section title count=Signal::derive(move || count)><Rows>{rows.collect_view()}</Rows></Section> }
        });
        view! {
            {none.then(|| view! { <p class="soft">{said.no_papers}</p> })}
            {sections.collect_view()}
            {fetched(Signal::stored(may_run(desk, id)), || Box::pin(system_law()))}
        }
    }
}

/// Whether what the law gives may still run for it: somebody was paid for it lately, or the home is enrolled as a new one. When it ends is worked out where
/// it is shown.
fn may_run(desk: Desk, id: RecordId) -> bool {
    let since = desk.today().minus_days(LAW_DAYS_MAX);
    let lately = |when: Option<PartialDate>| when.is_some_and(|when| when.last() >= since);
    desk.library
        .entries
        .with(|entries| entries.iter().any(|entry| lately(entry.letter.when) && entry.letter.systems.contains(&id)))
        || desk.library.certificates.with(|all| all.iter().any(|one| one.letter.sort == CertificateType::Nhbrc))
}

fn row(glyph: Glyph, title: String, href: String, text: AnyView) -> AnyView {
    let lead = view! { <Icon glyph /> }.into_any();
    view! { <Row title href lead text /> }.into_any()
}

/// Documents that name it, and those of the entries about it.
fn documents(desk: Desk, id: RecordId) -> Vec<AnyView> {
    let words = desk.words();
    let of_entries: BTreeSet<RecordId> = desk.library.entries.with(|entries| {
        let its = entries.iter().filter(|entry| entry.letter.systems.contains(&id));
        its.flat_map(|entry| entry.letter.documents.iter().copied()).collect()
    });
    let shelf = desk.library.shelf::<Document>();
    let named = shelf.values().filter(|paper| paper.letter.systems.contains(&id) || of_entries.contains(&paper.id));
    let text = |paper: &Document| {
        let size = paper.file.as_ref().map(|file| words.bytes(file.size));
        let dated = paper.dated.map(|date| words.date(date));
        let sort = (words.choice().document)(paper.sort).to_owned();
        [Some(sort), dated, size].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    named
        .map(|paper| {
            let href = format!("/documents/{}", paper.id);
            row(Glyph::FILE_TEXT, paper.letter.title.clone(), href, text(&paper.letter).into_any())
        })
        .collect()
}

fn warranties(desk: Desk, id: RecordId) -> Vec<AnyView> {
    let words = desk.words();
    let today = desk.today();
    let claims = claim::all(desk);
    let shelf = desk.library.shelf::<Warranty>();
    let named = shelf.values().filter(|warranty| warranty.letter.systems.contains(&id));
    named
        .map(|warranty| {
            let clock = warranty_clock(&desk.library, &warranty, &claims);
            let (tone, word) = match (clock.state(today), clock.ends) {
                (State::Void, _) => (Tone::Unknown, words.system().void.to_owned()),
                (_, Some(ends)) if ends < today => (Tone::Unknown, (words.system().ended)(&words.day(ends))),
                (_, Some(ends)) => (Tone::Good, (words.outlook().ends)(&words.day(ends))),
                (_, None) => (Tone::Unknown, words.system().end_unknown.to_owned()),
            };
            let text = view! { <Status tone word /> }.into_any();
            row(Glyph::SHIELD_CHECK, warranty.letter.title.clone(), format!("/warranties/{}", warranty.id), text)
        })
        .collect()
}

fn certificates(desk: Desk, id: RecordId) -> Vec<AnyView> {
    let words = desk.words();
    let home = basis_home(&desk.library, desk.visiting.get());
    let flag = move |root: RecordId| {
        let paper = home.papers.iter().find(|paper| paper.root == root)?;
        basis::altered_by(&home, paper, desk.today())
    };
    desk.library.certificates.with(|all| {
        let named = all.iter().filter(|certificate| certificate.letter.systems.contains(&id));
        named
            .map(|certificate| {
                let letter = &certificate.letter;
                let sort = (words.choice().certificate)(letter.sort);
                let title = if letter.title.is_empty() { sort.to_owned() } else { letter.title.clone() };
                let issued =
                    letter.issued.map(|issued| (words.outlook().issued)(&words.date(issued))).unwrap_or_default();
                let text = match flag(certificate.root) {
                    Some((_, surely)) => {
                        let tone = if surely { Tone::Bad } else { Tone::Warn };
                        view! { <Status tone word=(words.outlook().altered)(surely) /> " " {issued} }.into_any()
                    }
                    None => issued.into_any(),
                };
                row(Glyph::BADGE_CHECK, title, format!("/certificates/{}", certificate.root), text)
            })
            .collect()
    })
}

/// Tasks, those to be done first.
fn tasks(desk: Desk, id: RecordId) -> Vec<AnyView> {
    let words = desk.words();
    let today = desk.today();
    let ledger = ledger(&desk.library);
    let shelf = desk.library.shelf::<Task>();
    let named = shelf.values().filter(|task| task.letter.systems.contains(&id));
    let mut named: Vec<_> = named
        .map(|task| match next(&desk.library, &ledger, &task) {
            Next::Due(due) => (Some(due), task),
            Next::Never | Next::Unknown => (None, task),
        })
        .collect();
    named.sort_by_key(|(due, task)| (due.is_none(), due.map(|due| due.by), task.id));
    named
        .into_iter()
        .map(|(due, task)| {
            let day = due.map(|due| (words.home().due)(&words.day(due.by))).unwrap_or_default();
            let text = match due.map(|due| due.is_late(today)) {
                None if task.letter.recurrence.is_some() => words.system().due_unknown.into_any(),
                None => view! { <Status tone=Tone::Good word=words.system().task_done /> }.into_any(),
                Some(true) => view! { <Status tone=Tone::Bad word=words.home().overdue /> " " {day} }.into_any(),
                Some(false) => day.into_any(),
            };
            row(Glyph::LIST_CHECKS, task.letter.title.clone(), format!("/tasks/{}", task.id), text)
        })
        .collect()
}

/// The latest readings of it, where it is a meter.
fn readings(desk: Desk, id: RecordId) -> Vec<AnyView> {
    let words = desk.words();
    desk.library.readings.with(|all| {
        let its = all.iter().filter(|reading| reading.letter.system == Some(id)).take(READINGS_MAX);
        its.map(|reading| {
            let letter = &reading.letter;
            let value = format!("{} {}", words.quantity(letter.value_milli), (words.choice().unit)(letter.unit));
            let on = letter.on.map(|on| words.day(on)).unwrap_or_default();
            row(Glyph::GAUGE, value, "/meters".to_owned(), on.into_any())
        })
        .collect()
    })
}
