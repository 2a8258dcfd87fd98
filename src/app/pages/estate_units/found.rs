//! What was found in the files: the tables, and what each column becomes.

use super::bring::Flow;
use crate::components::{Button, More, Notice, NoticeKind, Section, SelectField, Toggle, Weight, dynamic};
use import::units::talk::{FoundColumn, FoundTable};
use leptos::prelude::*;

/// What a column can become, in the order in which it is offered. One that was recognised as a system or a certificate is offered as such beside these.
const TARGETS: [&str; 14] = [
    "number",
    "building",
    "section",
    "quota",
    "area",
    "owner",
    "owner_email",
    "owner_phone",
    "owned_since",
    "tenant",
    "responsible",
    "suburb",
    "note",
    "none",
];

/// The tables.
#[component]
pub(super) fn FoundPart(flow: Flow) -> impl IntoView {
    let said = flow.desk.words().estate_units();
    let look = Callback::new(move |()| flow.look());
    let again = Callback::new(move |()| flow.again());
    let can = Memo::new(move |_| flow.found.with(|found| found.tables.iter().any(|table| table.has_numbers)));
    let unread = move || {
        let told = |name: &String| view! { <Notice kind=NoticeKind::Warn title=(said.no_table)(name) /> };
        flow.found.with(|found| found.unread.iter().map(told).collect_view())
    };
    // Tables stay as they are drawn while their columns are matched.
    let tables = flow.found.with_untracked(|found| found.tables.clone());
    let several = tables.len() > 1;
    view! {
        {dynamic(unread)}
        {tables.into_iter().map(|table| view! { <Table flow table several /> }).collect_view()}
        {dynamic(move || (!can.get()).then(|| view! { <Notice kind=NoticeKind::Warn title=said.no_numbers /> }))}
        <div class="actions">
            {dynamic(move || can.get().then(|| view! { <Button label=said.look weight=Weight::Primary on_press=look /> }))}
            <Button label=said.again weight=Weight::Quiet on_press=again />
        </div>
    }
}

#[component]
fn Table(flow: Flow, table: FoundTable, several: bool) -> impl IntoView {
    let said = flow.desk.words().estate_units();
    let place = StoredValue::new(table.place.clone());
    let known = table.columns.iter().filter(|column| !matches!(column.target.as_str(), "note" | "none")).count();
    let summary = (said.columns)(known, table.columns.len());
    let on =
        Signal::derive(move || flow.answers.with(|answers| place.with_value(|place| !answers.without.contains(place))));
    let take = Callback::new(move |on: bool| {
        flow.answer(move |answers| {
            let place = place.get_value();
            if on {
                answers.without.remove(&place);
            } else {
                answers.without.insert(place);
            }
        });
    });
    let is_open = Signal::stored(!table.has_numbers);
    let fields = table.columns.into_iter().map(move |column| view! { <ColumnField flow place column /> });
    view! {
        <Section title=(said.table)(&table.place, table.rows as usize, table.header_row)>
            {several.then(|| view! { <Toggle label=said.take_table on on_change=take /> })}
            <More summary open=is_open><div class="stack">{fields.collect_view()}</div></More>
        </Section>
    }
}

#[component]
fn ColumnField(flow: Flow, place: StoredValue<String>, column: FoundColumn) -> impl IntoView {
    let said = flow.desk.words().estate_units();
    let value = RwSignal::new(column.target.clone());
    let name = StoredValue::new(column.name.clone());
    Effect::new(move |before: Option<String>| {
        let chosen = value.get();
        if before.is_some_and(|before| before != chosen) {
            let chosen = chosen.clone();
            flow.answer(move |answers| {
                answers.targets.entry(place.get_value()).or_default().insert(name.get_value(), chosen);
            });
        }
        chosen
    });
    let own = (!TARGETS.contains(&column.target.as_str())).then_some(column.target.as_str());
    let offered = own.into_iter().chain(TARGETS);
    let options: Vec<(String, String)> = offered.map(|target| (target.to_owned(), told(flow, target))).collect();
    let hint = if column.samples.is_empty() { String::new() } else { (said.such_as)(&column.samples.join(", ")) };
    view! { <SelectField label=column.name value options=Signal::derive(move || options.clone()) hint /> }
}

/// What a target is called: `installed:geyser` is the geyser, and when it was installed.
fn told(flow: Flow, target: &str) -> String {
    let words = flow.desk.words();
    let said = words.estate_units();
    let Some((what, sort)) = target.split_once(':') else { return (said.target)(target) };
    let system = model::system::SystemType::ALL.iter().find(|one| one.as_str() == sort);
    let certificate = model::certificate::CertificateType::ALL.iter().find(|one| one.as_str() == sort);
    match (what, system, certificate) {
        ("installed", Some(system), _) => (said.installed)((words.choice().system)(*system)),
        ("make", Some(system), _) => (said.made_by)((words.choice().system)(*system)),
        ("certificate", _, Some(sort)) => (said.issued)((words.choice().certificate)(*sort)),
        _ => (said.target)(target),
    }
}
