//! What would come: counts, what is doubtful, what could not be read, and the first records of each kind.

use super::field_names;
use super::{Flow, Step};
use crate::components::{
    Button, Cell, Column, More, Notice, NoticeKind, Row, Rows, Section, Table, TableRow, Toggle, Weight, dynamic,
};
use import::proposal::{Problem, ProblemCode};
use import::talk::{Counts, Outcome, Preview, PreviewRow};
use import::told;
use leptos::prelude::*;

/// Problems that are drawn; the rest is counted.
const PROBLEMS_DRAWN: usize = 100;

/// The third step.
#[component]
pub(super) fn PreviewPart(flow: Flow) -> impl IntoView {
    let said = flow.desk.words().carry();
    let sum = move |of: fn(&Counts) -> u32| {
        flow.preview.with(|preview| preview.counts.values().map(of).sum::<u32>()) as usize
    };
    let writes = move || sum(|counts| counts.new + counts.changed) + flow.wanted.with(|wanted| wanted.len());
    let all = move || sum(|counts| counts.new + counts.changed + counts.same + counts.doubtful);
    let go = move || match writes() {
        0 if all() == 0 => {
            view! { <Notice kind=NoticeKind::Warn title=said.nothing body=said.nothing_body /> }.into_any()
        }
        0 => view! { <Notice kind=NoticeKind::Info title=said.all_same body=said.all_same_body /> }.into_any(),
        count => {
            let perform = Callback::new(move |()| flow.perform());
            view! { <Button label=(said.go)(count) weight=Weight::Primary on_press=perform /> }.into_any()
        }
    };
    let back = Callback::new(move |()| flow.steps.at.set(Step::Found));
    view! {
        <Section title=said.preview>
            <p class="section__note">{said.preview_lead}</p>
            <CountsTable flow />
        </Section>
        <Doubts flow />
        <div class="line">
            {dynamic(go)}
            <Button label=said.back weight=Weight::Quiet on_press=back />
        </div>
        <Problems flow />
        <FirstRows flow />
    }
}

/// One of the figures of a kind.
type Figure = fn(&Counts) -> u32;

#[component]
fn CountsTable(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let preview = flow.preview.get_untracked();
    // What there is none of needs no column: four do not fit a phone.
    let all: [(&'static str, Figure); 4] = [
        (said.new, |counts| counts.new),
        (said.changed, |counts| counts.changed),
        (said.same, |counts| counts.same),
        (said.doubtful, |counts| counts.doubtful),
    ];
    let some: Vec<_> = all.into_iter().filter(|(_, of)| preview.counts.values().any(|counts| of(counts) > 0)).collect();
    let figures = some.iter().map(|(name, _)| Column::figures(*name));
    let columns: Vec<Column> = std::iter::once(Column::words(said.kind)).chain(figures).collect();
    let figure = |count: u32| Cell::Figure(if count == 0 { "–".to_owned() } else { words.number(count.into()) });
    let row = |name: &'static str, counts: &Counts| {
        let cells = some.iter().map(|(_, of)| figure(of(counts))).collect();
        view! { <TableRow name cells /> }
    };
    let rows = preview.counts.iter().map(|(kind, counts)| row((said.kinds)(kind), counts)).collect_view();
    let files =
        (preview.files > 0).then(|| (said.files_come)(preview.files as usize, &words.bytes(preview.files_bytes)));
    view! {
        <Table caption=said.preview columns>
            {rows}
        </Table>
        {files.map(|files| view! { <p class="section__note">{files}</p> })}
    }
}

#[component]
fn Doubts(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let row = move |row: PreviewRow| {
        let Outcome::Doubtful { why } = row.outcome else { return ().into_any() };
        let key = StoredValue::new(row.key);
        let on = Signal::derive(move || flow.wanted.with(|wanted| key.with_value(|key| wanted.contains(key))));
        let change = Callback::new(move |on| {
            flow.wanted.update(|wanted| {
                if on {
                    wanted.insert(key.get_value())
                } else {
                    wanted.remove(&key.get_value())
                };
            });
        });
        let hint = format!("{} · {}", told::doubt(words, why), (said.at)(&row.at.file, row.at.row));
        view! { <Toggle label=row.title hint on on_change=change /> }.into_any()
    };
    let doubtful: Vec<PreviewRow> =
        rows(&flow.preview.get_untracked(), |outcome| matches!(outcome, Outcome::Doubtful { .. }));
    let all = flow.preview.with_untracked(|preview| preview.counts.values().map(|counts| counts.doubtful).sum::<u32>());
    let all = all as usize;
    (!doubtful.is_empty()).then(|| {
        let more = all.saturating_sub(doubtful.len());
        view! {
            <Section title=said.doubts count=all>
                <p class="section__note">{said.doubts_lead}</p>
                {doubtful.into_iter().map(row).collect_view()}
                {(more > 0).then(|| view! { <p class="section__note">{(words.common().and_more)(more)}</p> })}
            </Section>
        }
    })
}

/// Problems of one sort under one line, which opens.
#[component]
fn Problems(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let preview = flow.preview.get_untracked();
    let shown = preview.problems.len();
    let more = preview.problems_count as usize - shown;
    let mut sorts: Vec<((ProblemCode, String), Vec<Problem>)> = Vec::new();
    for wrong in preview.problems {
        let sort = (wrong.code, wrong.what.clone());
        match sorts.iter_mut().find(|(other, _)| *other == sort) {
            Some((_, all)) => all.push(wrong),
            None => sorts.push((sort, vec![wrong])),
        }
    }
    let part = move |((code, what), all): ((ProblemCode, String), Vec<Problem>)| {
        let summary = (said.problem_sort)(&(said.problem)(told::problem_code(words, code), &what, ""), all.len());
        let rows = all.into_iter().take(PROBLEMS_DRAWN).map(move |wrong| {
            let text = (said.at)(&wrong.at.file, wrong.at.row);
            let title = if wrong.text.is_empty() { what.clone() } else { wrong.text };
            view! { <Row title text=text.into_any() /> }
        });
        view! { <More summary><Rows>{rows.collect_view()}</Rows></More> }
    };
    (preview.problems_count > 0).then(|| {
        view! {
            <Section title=said.problems count=Signal::derive(move || preview.problems_count as usize)>
                <p class="section__note">{said.problems_lead}</p>
                {sorts.into_iter().map(part).collect_view()}
                {(more > 0).then(|| view! { <p class="section__note">{(said.more)(more)}</p> })}
            </Section>
        }
    })
}

/// The first records that are made or changed, folded away.
#[component]
fn FirstRows(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let first =
        rows(&flow.preview.get_untracked(), |outcome| matches!(outcome, Outcome::New | Outcome::Changed { .. }));
    let row = move |row: PreviewRow| {
        let place = (said.at)(&row.at.file, row.at.row);
        let text = match &row.outcome {
            Outcome::Changed { fields } => format!("{} · {place}", (said.changes)(&field_names(words, fields))),
            _ => place,
        };
        let end = (said.kinds)(&row.kind).into_any();
        view! { <Row title=row.title text=text.into_any() end /> }
    };
    (!first.is_empty()).then(|| {
        view! { <More summary=said.first_rows><Rows>{first.into_iter().map(row).collect_view()}</Rows></More> }
    })
}

fn rows(preview: &Preview, of: fn(&Outcome) -> bool) -> Vec<PreviewRow> {
    preview.rows.iter().filter(|row| of(&row.outcome)).cloned().collect()
}
