//! One's cases with the scheme, and opening one.

use crate::browser::random;
use crate::components::{AreaField, Button, Glyph, Rows, Section, TextField, Weight, dynamic, whenever};
use crate::deeds::estate_case::{self, OwnCase};
use crate::deeds::estate_link as deeds;
use crate::desk::use_desk;
use crate::pages::estate_cases::row;
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::canonical::normal;
use model::estate::case::Role;
use wire::estate::ComplaintNew;

/// The cases that one is a party to, and those that are about the unit.
#[component]
pub(super) fn Cases(
    /// The unit.
    unit: RecordId,
    /// Whether one may open one.
    opens: bool,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_owner();
    let (found, writes) = (RwSignal::new(None::<Vec<OwnCase>>), RwSignal::new(false));
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            let mut cases = estate_case::cases(desk).await.unwrap_or_default();
            cases.retain(|case| {
                let matter = case.thread().matter;
                matter.is_some_and(|(_, matter)| matter.unit == Some(unit) || case.writer.is_party(&matter))
            });
            found.try_set(Some(cases));
        });
    });
    let list = move || {
        let cases = found.get()?;
        if cases.is_empty() {
            return Some(view! { <p class="soft">{said.no_cases}</p> }.into_any());
        }
        let mut rows: Vec<_> = cases.iter().map(|case| row(desk, case)).collect();
        rows.sort_by_key(|(due, _)| (due.is_none(), *due));
        let rows = rows.into_iter().map(|(_, row)| row).collect_view();
        Some(view! { <Rows>{rows}</Rows> }.into_any())
    };
    let begin = Callback::new(move |()| writes.set(true));
    let open = move || match (opens, writes.get()) {
        (false, _) => ().into_any(),
        (true, false) => {
            view! { <div><Button label=said.case_new glyph=Glyph::PLUS on_press=begin /></div> }.into_any()
        }
        (true, true) => view! { <Complain writes /> }.into_any(),
    };
    view! {
        <Section title=said.cases>
            {dynamic(list)}
            {dynamic(open)}
        </Section>
    }
}

/// The complaint.
#[component]
fn Complain(
    /// Whether it is being written.
    writes: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (said, of_case) = (words.estate_owner(), words.estate_case());
    let form = Form::new();
    // Sent again, after an answer that did not come through, it is the same case.
    let id = random::space_id();
    let text = || RwSignal::new(String::new());
    let (title, name, respondent, contractor, rule, complaint) = (text(), text(), text(), text(), text(), text());
    let navigate = use_navigate();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = |signal: RwSignal<String>| normal(&signal.get_untracked());
        let new = ComplaintNew {
            id,
            title: typed(title),
            text: typed(complaint),
            name: typed(name),
            respondent: typed(respondent),
            contractor: typed(contractor),
            rule: typed(rule),
        };
        let navigate = navigate.clone();
        form.run(async move { deeds::complain(desk, &new).await }, move |space| {
            navigate(&format!("/estate/cases/{space}"), NavigateOptions::default());
        });
    };
    let cancel = Callback::new(move |()| writes.set(false));
    let optional = words.common().optional;
    view! {
        <form class="form settings__block" novalidate on:submit=send>
            <p>{said.case_lead}</p>
            <TextField label=of_case.what value=title placeholder=of_case.what_example error=form.error("title") />
            <TextField label=said.case_name value=name error=form.error("parties") />
            <TextField label=(of_case.role)(Role::Respondent) value=respondent error=form.error("parties") />
            <TextField label=(of_case.role)(Role::Contractor) value=contractor optional />
            <AreaField label=of_case.rule hint=of_case.rule_hint value=rule optional error=form.error("rule") />
            <AreaField label=of_case.complaint value=complaint error=form.error("text") />
            <div class="actions">
                <Button label=said.case_send weight=Weight::Primary submit=true busy=form.busy() />
                <Button label=words.common().cancel weight=Weight::Quiet on_press=cancel />
            </div>
        </form>
    }
}
