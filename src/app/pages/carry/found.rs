//! What was found in the files: what each is, how columns were matched, and what has to be asked.

use super::questions::Questions;
use super::{Flow, Step};
use crate::components::{
    Button, Glyph, Icon, LinkButton, More, Notice, NoticeKind, Row, Rows, Section, SelectField, Weight, dynamic,
};
use import::talk::{Column, FoundFile, FoundTable};
use import::told;
use leptos::prelude::*;

/// The second step.
#[component]
pub(super) fn FoundPart(flow: Flow) -> impl IntoView {
    let said = flow.desk.words().carry();
    let has = move |wanted: fn(&str) -> bool| {
        flow.found.with(|found| found.files.iter().any(|file| file.format.as_deref().is_some_and(wanted)))
    };
    let go_on = move || {
        if has(|format| format == "codessa") {
            let actions = view! { <LinkButton label=said.restore href="/restore" weight=Weight::Primary /> }.into_any();
            view! { <Notice kind=NoticeKind::Info title=said.is_archive body=said.restore_lead actions /> }.into_any()
        } else if has(|format| format != "media") {
            let look = Callback::new(move |()| flow.look(Step::Opening));
            view! { <Button label=said.look weight=Weight::Primary on_press=look /> }.into_any()
        } else {
            view! { <Notice kind=NoticeKind::Warn title=said.nothing body=said.nothing_body /> }.into_any()
        }
    };
    let again = Callback::new(move |()| flow.steps.at.set(Step::Choose));
    view! {
        <Files flow />
        <Questions flow />
        {dynamic(move || flow.found.with(|found| found.tables.iter().map(|table| view! { <Table flow table=table.clone() /> }).collect_view()))}
        <div class="line">
            {dynamic(go_on)}
            <Button label=said.choose weight=Weight::Quiet on_press=again />
        </div>
    }
}

#[component]
fn Files(flow: Flow) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let row = move |file: &FoundFile| {
        let (glyph, text) = match (file.format.as_deref(), &file.problem) {
            (_, Some(wrong)) => (Glyph::TRIANGLE_ALERT, told::problem(words, wrong)),
            (Some("media"), _) => (Glyph::PAPERCLIP, said.media.to_owned()),
            (Some(format), _) => (Glyph::FILE_TEXT, (said.recognised)(told::format(words, format), file.rows as usize)),
            (None, _) => (Glyph::TRIANGLE_ALERT, said.unknown.to_owned()),
        };
        let lead = view! { <Icon glyph /> }.into_any();
        let end = words.bytes(file.size_bytes).into_any();
        view! { <Row title=file.name.clone() lead text=text.into_any() end /> }
    };
    view! {
        <Section title=said.files>
            <Rows>{dynamic(move || flow.found.with(|found| found.files.iter().map(row).collect_view()))}</Rows>
        </Section>
    }
}

/// A table: what its rows become, and what each column is.
#[component]
fn Table(flow: Flow, table: FoundTable) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let matched = table.columns.iter().filter(|column| !matches!(column.target.as_str(), "note" | "none")).count();
    let notes = table.columns.iter().filter(|column| column.target == "note").count();
    let summary = (said.columns)(&table.place, matched, notes);
    let form = StoredValue::new(table.form.clone());
    let rows_are = RwSignal::new(table.rows_are.clone());
    Effect::new(move |before: Option<String>| {
        let chosen = rows_are.get();
        if before.is_some_and(|before| before != chosen) {
            let chosen = chosen.clone();
            flow.answer(move |answers| {
                let table = answers.tables.entry(form.get_value()).or_default();
                table.rows_are = Some(chosen);
                table.targets.clear();
            });
        }
        chosen
    });
    let options: Vec<(String, String)> =
        table.rows_can_be.iter().map(|name| (name.clone(), told::rows(words, name).to_owned())).collect();
    let columns = table.columns.clone();
    view! {
        <Section title=table.place.clone()>
            <div class="settings__block stack">
                {(options.len() > 1).then(|| view! { <SelectField label=said.rows_are value=rows_are options=Signal::derive(move || options.clone()) /> })}
                <More summary>
                    <div class="stack">{columns.into_iter().map(|column| view! { <ColumnField flow form column /> }).collect_view()}</div>
                </More>
            </div>
        </Section>
    }
}

#[component]
fn ColumnField(flow: Flow, form: StoredValue<String>, column: Column) -> impl IntoView {
    let words = flow.desk.words();
    let said = words.carry();
    let value = RwSignal::new(column.target.clone());
    let name = StoredValue::new(column.name.clone());
    Effect::new(move |before: Option<String>| {
        let chosen = value.get();
        if before.is_some_and(|before| before != chosen) {
            let chosen = chosen.clone();
            // What a column is changes nothing but itself: there is nothing to be found anew.
            flow.answers.update(|answers| {
                answers.tables.entry(form.get_value()).or_default().targets.insert(name.get_value(), chosen);
            });
        }
        chosen
    });
    let options: Vec<(String, String)> =
        column.targets.iter().map(|target| (target.clone(), told::target(words, target).to_owned())).collect();
    let hint = if column.samples.is_empty() { String::new() } else { (said.such_as)(&column.samples.join(", ")) };
    view! { <SelectField label=column.name value options=Signal::derive(move || options.clone()) hint /> }
}
