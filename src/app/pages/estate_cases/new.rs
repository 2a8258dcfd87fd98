//! Opening a case: what it is about, between whom, and the complaint.

use crate::browser::{clock, random};
use crate::components::{AreaField, Button, SelectField, TextField, Weight};
use crate::deeds::estate::OwnEstate;
use crate::deeds::estate_case as deeds;
use crate::desk::use_desk;
use crate::pages::Page;
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::Instant;
use model::canonical::normal;
use model::dispute::{Dispute, DisputeAct, Party};
use model::estate::case::{Act, Role};
use model::scheme::Unit;
use model::standing::living;

#[component]
pub(super) fn NewPage(estate: RwSignal<Option<Option<OwnEstate>>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_case();
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (title, unit, rule, complaint) = (text(), text(), text(), text());
    let parties = [Role::Complainant, Role::Respondent, Role::Contractor].map(|role| (role, text()));
    let units = Signal::derive(move || {
        let read = |found: &Option<Option<OwnEstate>>| {
            let records = found.as_ref().and_then(Option::as_ref).map(|one| one.records.as_slice()).unwrap_or_default();
            let named = living::<Unit>(records).into_iter();
            let mut named: Vec<_> =
                named.map(|one| (one.root.to_string(), (said.unit_name)(&one.letter.number))).collect();
            named.sort_by(|a, b| (a.1.len(), &a.1).cmp(&(b.1.len(), &b.1)));
            named
        };
        let none = (String::new(), said.no_unit.to_owned());
        std::iter::once(none).chain(estate.with(read)).collect::<Vec<_>>()
    });
    let navigate = use_navigate();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(own) = estate.get_untracked().flatten() else { return };
        let chosen = unit.get_untracked();
        let unit_name = units.with_untracked(|all| all.iter().find(|(id, _)| *id == chosen).cloned());
        let named = parties.iter().map(|(role, name)| (*role, normal(&name.get_untracked())));
        let named = named.filter(|(role, name)| *role != Role::Contractor || !name.is_empty());
        let parties: Vec<Party> =
            named.map(|(role, name)| Party { id: random::record_id(), role, name, ..Party::default() }).collect();
        let party = parties.first().map(|party| party.id);
        let matter = Dispute {
            title: normal(&title.get_untracked()),
            scheme: own.scheme().map(|(_, one)| one.name).unwrap_or_default(),
            unit: chosen.parse().ok(),
            unit_name: unit_name.filter(|(id, _)| !id.is_empty()).map(|(_, name)| name).unwrap_or_default(),
            rule: normal(&rule.get_untracked()),
            parties,
        };
        let at = Some(Instant(clock::now_ms().cast_signed()));
        let text = normal(&complaint.get_untracked());
        let act = DisputeAct { act: Act::Open, party, text, at, ..DisputeAct::default() };
        let navigate = navigate.clone();
        form.run(async move { deeds::open(desk, own.space, &matter, &act).await }, move |space| {
            navigate(
                &format!("/estate/cases/{space}"),
                NavigateOptions { replace: true, ..NavigateOptions::default() },
            );
        });
    };
    let wrong = form.error("parties");
    let named = parties.iter().map(|(role, name)| {
        let optional = if *role == Role::Contractor { words.common().optional } else { "" };
        view! { <TextField label=(said.role)(*role) value=*name optional=optional error=wrong /> }
    });
    let named = named.collect_view();
    let back = ("/estate/cases".to_owned(), said.all.to_owned());
    view! {
        <Page title=said.new back named=true class="stack stack--loose estate">
            <p>{said.new_lead}</p>
            <form class="form settings__block" novalidate on:submit=open>
                <TextField label=said.what value=title placeholder=said.what_example error=form.error("title") />
                <SelectField label=said.unit value=unit options=units />
                {named}
                <AreaField label=said.rule hint=said.rule_hint value=rule optional=words.common().optional error=form.error("rule") />
                <AreaField label=said.complaint value=complaint error=form.error("text") />
                <div class="actions"><Button label=said.new weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </Page>
    }
}
