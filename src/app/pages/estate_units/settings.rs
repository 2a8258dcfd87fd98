//! What the scheme says of itself.

use super::Watched;
use super::archive::ArchivePart;
use crate::browser::random;
use crate::components::{
    AreaField, Button, Chip, Choice, FactLine, Facts, More, Section, SelectField, TextField, Weight, When, dynamic,
};
use crate::deeds::Change;
use crate::deeds::estate as deeds;
use crate::desk::use_desk;
use crate::pages::form::{Form, money_text, money_typed, number_typed};
use leptos::prelude::*;
use model::access::Action;
use model::canonical::normal;
use model::estate::responsibility::Regime;
use model::estate::vendor::Lapse;
use model::scheme::Scheme;
use model::{Date, Fault, FaultCode, Money, RecordId};

/// The boxes for who may write, lines for the others.
#[component]
pub(super) fn SettingsPart(found: Watched) -> impl IntoView {
    let said = use_desk().words().estate_units();
    // Drawn anew when the record comes; what is being typed stays while it is the same.
    let start = Memo::new(move |_| {
        found.with(|found| {
            let estate = found.as_ref()?.as_ref()?;
            Some((estate.space, estate.may(Action::Write), estate.scheme()))
        })
    });
    let body = move || {
        start.get().map(|(_, may, scheme)| match (may, scheme) {
            (true, scheme) => view! { <Boxes scheme /> }.into_any(),
            (false, Some((_, scheme))) => view! { <Lines scheme /> }.into_any(),
            (false, None) => ().into_any(),
        })
    };
    let keeps = Memo::new(move |_| start.with(|start| start.as_ref().is_some_and(|(_, may, _)| *may)));
    view! {
        <Section title=said.settings>{dynamic(body)}</Section>
        <When is=keeps><ArchivePart /></When>
    }
}

#[component]
fn Lines(scheme: Scheme) -> impl IntoView {
    let words = use_desk().words();
    let said = words.estate_units();
    let year_end = scheme.year_end.and_then(|month| words.months.get(month as usize - 1)).copied().unwrap_or_default();
    let lines = [
        (words.estate().name, scheme.name),
        (words.estate().regime_label, (words.estate().regime)(scheme.regime).to_owned()),
        (said.scheme_number, scheme.number),
        (said.address, scheme.address),
        (said.suburb_of, scheme.suburb),
        (said.city, scheme.city),
        (said.year_end, year_end.to_owned()),
        (said.first_meeting, scheme.first_meeting.map(|day| words.day(day)).unwrap_or_default()),
        (said.agent, scheme.agent),
        (said.agent_phone, scheme.agent_phone),
        (said.agent_email, scheme.agent_email),
        (said.trustees, scheme.trustees.join(", ")),
        (said.lapsed, (said.lapse)(scheme.lapsed).to_owned()),
        (said.notes, scheme.notes),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines: Vec<FactLine> = lines.map(|(name, text)| FactLine::words(name, text)).collect();
    view! { <Facts lines /> }
}

/// What was typed as a day; none for an empty box.
fn day_typed(text: &str, field: &str) -> Result<Option<Date>, Fault> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Fault::new(field, FaultCode::Unreadable)),
    }
}

#[component]
fn Boxes(scheme: Option<(RecordId, Scheme)>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let form = Form::new();
    let (id, before) = scheme.unzip();
    let before = before.unwrap_or_default();
    let text = |text: &str| RwSignal::new(text.to_owned());
    let regime = RwSignal::new(before.regime);
    let (name, number, address) = (text(&before.name), text(&before.number), text(&before.address));
    let (suburb, city) = (text(&before.suburb), text(&before.city));
    let (agent, phone, email) = (text(&before.agent), text(&before.agent_phone), text(&before.agent_email));
    let (trustees, notes) = (text(&before.trustees.join("\n")), text(&before.notes));
    let year_end = text(&before.year_end.map(|month| month.to_string()).unwrap_or_default());
    let from = text(&money_text(words, before.approval_from.map(Money::rand).as_ref()));
    let approvals = text(&before.approvals.map(|many| many.to_string()).unwrap_or_default());
    let lapsed = RwSignal::new(before.lapsed);
    let meeting = text(&before.first_meeting.map(|day| day.to_string()).unwrap_or_default());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = |text: RwSignal<String>| normal(&text.get_untracked());
        let first_meeting = match day_typed(&meeting.get_untracked(), "first_meeting") {
            Ok(day) => day,
            Err(fault) => return form.show(vec![fault]),
        };
        let spends = || {
            let from = money_typed(&from.get_untracked(), "ZAR", "approval_from")?.map(|money| money.cents);
            let many = number_typed(&approvals.get_untracked(), "approvals")?;
            Ok((from, many.and_then(|many| u32::try_from(many).ok())))
        };
        let (approval_from, many) = match spends() {
            Ok(spends) => spends,
            Err(fault) => return form.show(vec![fault]),
        };
        let named = trustees.get_untracked();
        let after = Scheme {
            name: read(name),
            regime: regime.get_untracked(),
            number: read(number),
            address: read(address),
            suburb: read(suburb),
            city: read(city),
            year_end: year_end.get_untracked().parse().ok(),
            first_meeting,
            agent: read(agent),
            agent_phone: read(phone),
            agent_email: read(email),
            trustees: named.lines().map(normal).filter(|name| !name.is_empty()).collect(),
            approval_from,
            approvals: many,
            lapsed: lapsed.get_untracked(),
            notes: read(notes),
            ..before.clone()
        };
        let change = match id {
            Some(id) => Change::between(id, &before, &after),
            None => Some(Change::new(random::record_id(), &after)),
        };
        form.run(deeds::write(desk, change.into_iter().collect()), move |()| form.say(said.saved));
    };
    let regimes = Regime::ALL.iter();
    let regimes =
        regimes.map(|one| Chip { value: *one, name: (words.estate().regime)(*one).to_owned(), glyph: None }).collect();
    let lapses = Lapse::ALL.iter();
    let lapses = lapses.map(|one| Chip { value: *one, name: (said.lapse)(*one).to_owned(), glyph: None }).collect();
    let none = (String::new(), said.unknown.to_owned());
    let months = words.months.iter().enumerate().map(|(at, name)| ((at + 1).to_string(), (*name).to_owned()));
    let months: Vec<(String, String)> = std::iter::once(none).chain(months).collect();
    let optional = words.common().optional;
    view! {
        <form class="form" novalidate on:submit=save>
            <TextField label=words.estate().name value=name error=form.error("name") />
            <Choice legend=words.estate().regime_label options=regimes value=regime />
            <TextField label=said.scheme_number optional value=number error=form.error("number") />
            <AreaField label=said.address optional value=address error=form.error("address") />
            <TextField label=said.suburb_of optional value=suburb error=form.error("suburb") />
            <TextField label=said.city optional value=city error=form.error("city") />
            <SelectField label=said.year_end value=year_end options=Signal::derive(move || months.clone()) />
            <TextField label=said.first_meeting hint=said.first_meeting_hint optional value=meeting kind="date" error=form.error("first_meeting") />
            <More summary=said.agent>
                <TextField label=said.agent optional value=agent error=form.error("agent") />
                <TextField label=said.agent_phone optional value=phone kind="tel" error=form.error("agent_phone") />
                <TextField label=said.agent_email optional value=email kind="email" error=form.error("agent_email") />
            </More>
            <More summary=said.spending>
                <TextField label=said.approval_from hint=said.approval_from_hint optional value=from sign="R" keyboard="decimal" error=form.error("approval_from") />
                <TextField label=said.approvals hint=said.approvals_hint optional value=approvals keyboard="numeric" error=form.error("approvals") />
                <Choice legend=said.lapsed options=lapses value=lapsed />
            </More>
            <AreaField label=said.trustees hint=said.trustees_hint optional value=trustees error=form.error("trustees") />
            <AreaField label=said.notes optional value=notes error=form.error("notes") />
            <div><Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() /></div>
        </form>
    }
}
