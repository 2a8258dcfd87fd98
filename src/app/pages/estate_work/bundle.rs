//! One call-out: what it costs each unit, who joins, ordering it.

use super::Found;
use super::bundles::status;
use super::finish::Finish;
use super::known::{may_write, money, one, read, units, vendor_name};
use super::order::{Order, Priced};
use crate::components::{
    Button, Cell, Column, FactLine, Facts, Section, Status, Table, TableRow, Tone, Weight, dynamic,
};
use crate::deeds::estate::OwnEstate;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::estate::bundle::Price;
use model::scheme::joining::answers;
use model::scheme::{Bundle, Joining};
use std::collections::BTreeMap;

/// The part.
#[component]
pub fn BundlePart(found: Found, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let bundle = Memo::new(move |_| read(found, |estate| one::<Bundle>(estate, id)).flatten());
    let head = move || {
        let bundle = bundle.get()?;
        let status = read(found, |estate| status(desk, estate, id, &bundle))?;
        let vendor = read(found, |estate| vendor_name(estate, bundle.vendor)).flatten();
        Some(head(desk, &bundle, status, vendor))
    };
    let stage = Memo::new(move |_| bundle.get().map(|one| (one.ordered_on.is_some(), one.done_on.is_some())));
    let table = move || {
        let bundle = bundle.get()?;
        read(found, |estate| table(desk, estate, id, &bundle, may_write(found)))
    };
    let next = move || match (stage.get()?, may_write(found)) {
        ((false, _), true) => Some(view! { <Priced bundle id /> <Order found bundle id /> }.into_any()),
        ((true, false), true) => Some(view! { <Finish found bundle id /> }.into_any()),
        ((_, true), _) => None,
        (_, false) => Some(view! { <p class="soft">{said.yours_to_read}</p> }.into_any()),
    };
    view! {
        {dynamic(head)}
        <Section title=said.answers>
            <p class="soft">{said.answers_lead}</p>
            {dynamic(table)}
        </Section>
        {dynamic(next)}
    }
}

fn head(desk: Desk, bundle: &Bundle, status: AnyView, vendor: Option<String>) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let between = bundle.from.zip(bundle.by);
    let between = between.map(|(from, by)| (said.window_of)(&words.day_short(from), &words.day_short(by)));
    let lines = [
        (said.at, bundle.sort.map(|sort| (words.choice().system)(sort).to_owned())),
        (said.when, between),
        (said.answer_by, bundle.answer_by.map(|day| words.day(day))),
        (said.vendor, vendor),
        (said.vendor_day, bundle.day.map(|day| words.day(day))),
        (said.notes, Some(bundle.notes.clone()).filter(|notes| !notes.is_empty())),
    ];
    let lines = lines.into_iter().filter_map(|(name, text)| Some(FactLine::words(name, text?))).collect();
    view! {
        <div class="estate-work__head">
            <h2>{bundle.title.clone()}</h2>
            {status}
        </div>
        <Facts lines />
    }
    .into_any()
}

fn table(desk: Desk, estate: &OwnEstate, id: RecordId, bundle: &Bundle, may: bool) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let (units, answers) = (units(estate), answers(&estate.records, id));
    let answered = bundle.answered(&answers);
    let by_unit = |prices: Vec<Price>| prices.into_iter().map(|one| (one.unit, one)).collect::<BTreeMap<_, _>>();
    let offer = bundle.offer();
    let now = by_unit(offer.map(|offer| answered.prices(offer)).unwrap_or_default());
    let all = by_unit(offer.map(|offer| answered.prices_if_all(offer)).unwrap_or_default());
    let sum = |of: fn(&Price) -> i64| money(words, now.values().map(of).sum());
    let told_sum = match offer {
        Some(_) => (said.joined)(now.len(), &sum(|one| one.cents), &sum(|one| one.alone)),
        None => said.no_price.to_owned(),
    };
    let open = may && bundle.ordered_on.is_none() && bundle.done_on.is_none();
    let [head_unit, head_answer, head_together, head_alone, head_note] = said.columns;
    let row = |unit: &RecordId| {
        let answer = answers.get(unit);
        let price = match (now.get(unit), all.get(unit)) {
            (Some(price), _) => money(words, price.cents),
            (None, Some(price)) => (said.if_all)(&money(words, price.cents)),
            (None, None) => "–".to_owned(),
        };
        let alone = all.get(unit).map_or_else(|| "–".to_owned(), |price| money(words, price.alone));
        let note = if open { noting(desk, id, *unit, answer) } else { ().into_any() };
        let cells = vec![
            Cell::Words(told(desk, answer)),
            Cell::figure_headed(head_together, price),
            Cell::figure_headed(head_alone, alone),
            Cell::Words(note),
        ];
        view! { <TableRow name=units.get(unit).map_or_else(|| "–".to_owned(), |unit| unit.number.clone()) cells /> }
    };
    let columns = vec![
        Column::words(head_unit),
        Column::words(head_answer),
        Column::figures(head_together),
        Column::figures(head_alone),
        Column::words(head_note),
    ];
    let rows = bundle.units.iter().map(row).collect_view();
    view! {
        <p>{told_sum}</p>
        <Table caption=said.answers columns list=true>{rows}</Table>
    }
    .into_any()
}

/// What an owner said.
fn told(desk: Desk, answer: Option<&Joining>) -> AnyView {
    let said = desk.words().work();
    let (tone, word) = match answer {
        Some(Joining { joins: true, .. }) => (Tone::Good, said.joins),
        Some(_) => (Tone::Info, said.declines),
        None => (Tone::Unknown, said.open_answer),
    };
    let by = answer.filter(|one| !one.name.is_empty()).map(|one| (said.says)(&one.name));
    view! { <Status tone word /> {by.map(|by| view! { <span class="soft">" "{by}</span> })} }.into_any()
}

/// The two answers that a manager notes for an owner who rang.
fn noting(desk: Desk, bundle: RecordId, unit: RecordId, answer: Option<&Joining>) -> AnyView {
    let said = desk.words().work();
    let form = Form::new();
    let button = |joins: bool| {
        let press = Callback::new(move |()| {
            form.run(deeds::answer(desk, bundle, unit, joins, said.noted.to_owned()), |_| {});
        });
        let label = if joins { said.joins } else { said.declines };
        view! { <Button label weight=Weight::Small busy=form.busy() on_press=press /> }
    };
    let shown = [true, false].into_iter().filter(|joins| answer.is_none_or(|one| one.joins != *joins));
    view! { <span class="line">{shown.map(button).collect_view()}</span> }.into_any()
}
