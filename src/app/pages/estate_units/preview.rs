//! What would come, before anything is written.

use super::bring::Flow;
use crate::components::{
    Button, Cell, Column, More, Notice, NoticeKind, Row as Line, Rows, Section, Table, TableRow, Toggle, Weight,
    dynamic,
};
use import::units::talk::{Doubt, Outcome, Preview, QuotaForm, Quotas, Row};
use leptos::prelude::*;

/// Rows of one list that are drawn.
const DRAWN: usize = 100;

/// The preview.
#[component]
pub(super) fn PreviewPart(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.estate_units();
    let take = Callback::new(move |()| flow.take());
    let again = Callback::new(move |()| flow.again());
    let head = move || {
        flow.preview.get().map(|preview| {
            let quotas = preview.quotas;
            view! { <Counts flow preview /> <QuotasNotice flow quotas /> }
        })
    };
    let button = move || {
        flow.preview.get().map(|preview| {
            let comes = (preview.new + preview.changed) as usize;
            match comes > 0 || preview.logbooks > 0 {
                true => view! { <Button label=(said.take)(comes) weight=Weight::Primary on_press=take /> }.into_any(),
                false => view! { <p role="status">{said.take_none}</p> }.into_any(),
            }
        })
    };
    // What is doubtful is asked once: a switch that was pressed keeps its place.
    let asked = flow.preview.get_untracked().map(|preview| view! { <Doubts flow preview /> });
    view! {
        <Section title=said.preview>{dynamic(head)}</Section>
        {asked}
        {dynamic(move || flow.preview.get().map(|preview| view! { <Lists flow preview /> }))}
        <div class="actions">
            {dynamic(button)}
            <Button label=said.again weight=Weight::Quiet on_press=again />
        </div>
    }
}

#[component]
fn Counts(flow: Flow, preview: Preview) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.estate_units();
    let counts = [preview.new, preview.changed, preview.same, preview.doubtful, preview.left];
    let columns = vec![Column::words(said.preview_columns[0]), Column::figures(said.preview_columns[1])];
    let rows = said.preview_counts.into_iter().zip(counts).map(|(name, count)| {
        view! { <TableRow name cells=vec![Cell::Figure(words.number(count.into()))] /> }
    });
    let notes = [
        (!preview.buildings.is_empty()).then(|| (said.new_buildings)(&preview.buildings.join(", "))),
        (preview.carried > 0).then(|| (said.carried)(preview.carried as usize)),
        (preview.logbooks > 0).then(|| (said.new_logbooks)(preview.logbooks as usize)),
    ];
    view! {
        <Table caption=said.preview columns>{rows.collect_view()}</Table>
        {notes.into_iter().flatten().map(|note| view! { <p class="section__note">{note}</p> }).collect_view()}
    }
}

/// What the quotas of the whole scheme would come to; nothing is corrected.
#[component]
fn QuotasNotice(flow: Flow, quotas: Quotas) -> impl IntoView {
    let said = flow.desk.words().estate_units();
    quotas.any.then(|| {
        let is_off = quotas.off != 0 && !quotas.is_rounding;
        let kind = if is_off || quotas.without > 0 { NoticeKind::Warn } else { NoticeKind::Info };
        let form = match quotas.form {
            Some(QuotaForm::Fraction) => said.quota_forms[0],
            Some(QuotaForm::Area) => said.quota_forms[1],
            _ => "",
        };
        let without = if quotas.without > 0 { (said.without_quota)(quotas.without as usize) } else { String::new() };
        let body = [form, &without, said.quotas_lead].into_iter().filter(|text| !text.is_empty());
        let body = body.collect::<Vec<_>>().join(" ");
        view! { <Notice kind title=(said.quotas)(quotas.off, quotas.is_rounding) body /> }
    })
}

/// Doubtful rows, each with a switch.
#[component]
fn Doubts(flow: Flow, preview: Preview) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.estate_units();
    let wanted = flow.answers.with_untracked(|answers| answers.wanted.clone());
    let is_asked = |row: &Row| matches!(row.outcome, Outcome::Doubtful(_)) || wanted.contains(&row.key);
    let asked: Vec<Row> = preview.rows.into_iter().filter(is_asked).collect();
    let count = asked.len();
    let row = move |row: Row| {
        let hint = match &row.outcome {
            Outcome::Doubtful(Doubt::Twice(first)) => (said.twice)(row.row, first),
            Outcome::Doubtful(Doubt::Several) => (said.several)(row.row),
            _ => (said.row_new)(row.row),
        };
        let key = StoredValue::new(row.key.clone());
        let on =
            Signal::derive(move || flow.answers.with(|answers| key.with_value(|key| answers.wanted.contains(key))));
        let change = Callback::new(move |on: bool| {
            flow.answers.update(|answers| {
                if on {
                    answers.wanted.insert(key.get_value());
                } else {
                    answers.wanted.remove(&key.get_value());
                }
            });
            flow.look_again();
        });
        view! { <Toggle label=title(&row) hint on on_change=change /> }
    };
    (count > 0).then(|| {
        let more = count.saturating_sub(DRAWN);
        view! {
            <Section title=said.doubts count=Signal::stored(count)>
                <p class="section__note">{said.doubts_lead}</p>
                {asked.into_iter().take(DRAWN).map(row).collect_view()}
                {(more > 0).then(|| view! { <p class="section__note">{(words.common().and_more)(more)}</p> })}
            </Section>
        }
    })
}

fn title(row: &Row) -> String {
    if row.building.is_empty() { row.title.clone() } else { format!("{} · {}", row.title, row.building) }
}

/// Rows that are no unit, cells that could not be read, and the rows that come: each folded away.
#[component]
fn Lists(flow: Flow, preview: Preview) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.estate_units();
    let Preview { rows, problems, problems_count, left, new, changed, .. } = preview;
    let more = move |all: u32, drawn: usize| {
        let more = (all as usize).saturating_sub(drawn);
        (more > 0).then(|| view! { <p class="section__note">{(words.common().and_more)(more)}</p> })
    };
    let (mut none, mut come) = (Vec::new(), Vec::new());
    for row in &rows {
        match &row.outcome {
            Outcome::Left(why) => {
                let text = (said.left_row)(row.row, *why as usize).into_any();
                none.push(view! { <Line title=row.title.clone() text /> });
            }
            Outcome::New => come.push(view! { <Line title=title(row) text=(said.row_new)(row.row).into_any() /> }),
            Outcome::Changed(fields) => {
                let fields = fields.iter().map(|field| (said.target)(field)).collect::<Vec<_>>().join(", ");
                come.push(view! { <Line title=title(row) text=(said.row_changed)(row.row, &fields).into_any() /> });
            }
            _ => {}
        }
    }
    none.truncate(DRAWN);
    come.truncate(DRAWN);
    let told: Vec<_> = problems
        .iter()
        .take(DRAWN)
        .map(|wrong| {
            let text = (said.problem)(wrong.row, &wrong.column, wrong.code as usize).into_any();
            let title = if wrong.text.is_empty() { wrong.place.clone() } else { wrong.text.clone() };
            view! { <Line title text /> }
        })
        .collect();
    let counts = [none.len(), told.len(), come.len()];
    view! {
        {(counts[1] > 0).then(|| view! {
            <More summary=said.problems><p class="section__note">{said.problems_lead}</p><Rows>{told}</Rows>{more(problems_count, counts[1])}</More>
        })}
        {(counts[0] > 0).then(|| view! { <More summary=said.left><Rows>{none}</Rows>{more(left, counts[0])}</More> })}
        {(counts[2] > 0).then(|| view! { <More summary=said.rows><Rows>{come}</Rows>{more(new + changed, counts[2])}</More> })}
    }
}
