//! One programme: how far it is, month by month, what is next, and who does it.

use super::Found;
use super::assign::Assign;
use super::known::{inventories, may_write, one, read, slots, units, vendor_name, vendor_options};
use super::programmes::lateness;
use super::replan::Replan;
use crate::components::{
    Button, Cell, Column, Empty, Glyph, LinkButton, Progress, Row, Rows, Section, SelectField, Status, Table, TableRow,
    Tone, Weight, dynamic,
};
use crate::deeds::estate::OwnEstate;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::scheme::programme::laid;
use model::scheme::{Programme as Letter, Slot};
use model::{Date, RecordId};
use std::collections::BTreeMap;

/// Places that are shown at once; the others follow when these are done.
const SHOWN: usize = 12;

/// The part.
#[component]
pub fn ProgrammePart(found: Found, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let programme = Memo::new(move |_| read(found, |estate| one::<Letter>(estate, id)).flatten());
    let head = move || read(found, |estate| programme.get().map(|one| head(desk, estate, id, &one))).flatten();
    let months = move || read(found, |estate| months(desk, &slots(estate, id)));
    let next = move || read(found, |estate| next(desk, estate, id, may_write(found)));
    let writes = Memo::new(move |_| may_write(found));
    let office =
        move || writes.get().then(|| view! { <Who found programme id /> <Replan found programme id /> }.into_any());
    view! {
        {dynamic(head)}
        <Section title=said.places>{dynamic(next)}</Section>
        {dynamic(office)}
        <Section title=said.by_month>{dynamic(months)}</Section>
    }
}

fn head(desk: Desk, estate: &OwnEstate, id: RecordId, programme: &Letter) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let (slots, today) = (slots(estate, id), desk.today());
    let pieces = programme.pieces(&inventories(estate), &slots, today);
    let come = model::estate::programme::progress(&laid(&slots), &pieces, today);
    let vendor = vendor_name(estate, programme.vendor);
    let text = [Some((words.choice().system)(programme.sort).to_owned()), vendor];
    let text = text.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let figure = Signal::stored((said.of)(come.done, come.all));
    let (done, of) = (Signal::stored(come.done as u64), Signal::stored(Some(come.all as u64)));
    view! {
        <div class="estate-work__head">
            <h2>{programme.name.clone()}</h2>
            {lateness(desk, come)}
        </div>
        <p class="soft">{text}</p>
        {(come.all == 0).then(|| view! { <p>{said.no_things}</p> })}
        <Progress label=Signal::stored(said.progress.to_owned()) figure done of />
    }
    .into_any()
}

/// Each month with what is done and what is planned in it.
fn months(desk: Desk, slots: &[(RecordId, Slot)]) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let mut counts: BTreeMap<Date, (usize, usize)> = BTreeMap::new();
    for slot in slots.iter().map(|(_, slot)| slot) {
        let Some(month) = slot.month else { continue };
        let count = counts.entry(month).or_default();
        count.0 += usize::from(slot.done.is_some());
        count.1 += 1;
    }
    let row = |(month, (done, all)): (Date, (usize, usize))| {
        let name = format!("{} {}", words.month(month.month()), month.year());
        view! { <TableRow name cells=vec![Cell::Figure(done.to_string()), Cell::Figure(all.to_string())] /> }
    };
    let [month, done, planned] = said.month_columns;
    let columns = vec![Column::words(month), Column::figures(done), Column::figures(planned)];
    let rows = counts.into_iter().map(row).collect_view();
    view! { <Table caption=said.by_month columns>{rows}</Table> }.into_any()
}

/// What is left, the earliest month first.
fn next(desk: Desk, estate: &OwnEstate, id: RecordId, may: bool) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let mut open = slots(estate, id);
    open.retain(|(_, slot)| slot.done.is_none());
    open.sort_by_key(|(id, slot)| (slot.month, *id));
    if open.is_empty() {
        return view! { <Empty glyph=Glyph::CHECK title=said.places_none text="" /> }.into_any();
    }
    let units = units(estate);
    let names: BTreeMap<RecordId, String> =
        inventories(estate).into_iter().flat_map(|one| one.things).map(|one| (one.id, one.name)).collect();
    let more = open.len().saturating_sub(SHOWN);
    let form = Form::new();
    let today = desk.today();
    let row = |(id, slot): (RecordId, Slot)| {
        let unit = slot.unit.and_then(|unit| units.get(&unit)).map(|unit| unit.number.clone()).unwrap_or_default();
        let month = slot.month.map(|day| format!("{} {}", words.month(day.month()), day.year())).unwrap_or_default();
        let name = slot.system.and_then(|id| names.get(&id)).filter(|name| !name.is_empty()).cloned();
        let text = [Some(month), name].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let is_late = slot.month.is_some_and(|month| month.plus_months(1) <= today);
        let end = is_late.then(|| view! { <Status tone=Tone::Bad word=said.is_late /> }.into_any());
        let press = Callback::new(move |()| {
            let slot = slot.clone();
            form.run(async move { deeds::done(desk, id, &slot, desk.today()).await }, |()| {});
        });
        let actions = view! {
            <span class="line">
                <LinkButton label=said.quotes href=format!("/estate/work/quotes?work={id}") weight=Weight::Small />
                {may.then(|| view! { <Button label=said.mark_done weight=Weight::Small busy=form.busy() on_press=press /> })}
            </span>
        };
        view! { <Row title=unit text=text.into_any() end=end.into_any() actions=actions.into_any() /> }
    };
    let rows = open.into_iter().take(SHOWN).map(row).collect_view();
    view! {
        <Rows>{rows}</Rows>
        {(more > 0).then(|| view! { <p class="soft">{(said.more)(more)}</p> })}
    }
    .into_any()
}

/// Who does it, judged by their papers of today.
#[component]
fn Who(found: Found, programme: Memo<Option<Letter>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let before = programme.get_untracked().unwrap_or_default();
    let vendor = RwSignal::new(before.vendor.map(|id| id.to_string()).unwrap_or_default());
    let sort = before.sort;
    let options = Memo::new(move |_| {
        read(found, |estate| vendor_options(estate, Some(sort), said.choose_vendor)).unwrap_or_default()
    });
    let press = Callback::new(move |()| {
        let before = programme.get_untracked().unwrap_or_default();
        let after = Letter { vendor: vendor.get_untracked().parse().ok(), ..before.clone() };
        form.run(async move { deeds::change(desk, id, &before, &after).await }, move |()| form.say(said.saved));
    });
    // A programme lasts longer than any paper: what counts is the day on which the work is given.
    let on = Signal::derive(move || Some(desk.today()));
    view! {
        <Section title=said.who>
            <p><LinkButton label=said.quotes href=format!("/estate/work/quotes?work={id}") weight=Weight::Small /></p>
            <div class="form">
                <SelectField label=said.vendor value=vendor options=Signal::from(options) />
                <Assign found vendor sort on label=said.assign anyway=said.assign_anyway press busy=form.busy() />
            </div>
        </Section>
    }
}
