//! Programmes: the same work in every unit, spread over months.

use super::Found;
use super::known::{SortField, all, inventories, may_write, read, slots};
use crate::components::{Button, Empty, Glyph, More, Row, Rows, Section, Status, TextField, Tone, Weight, dynamic};
use crate::deeds::Trouble;
use crate::deeds::estate::OwnEstate;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, number_typed};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::canonical::normal;
use model::estate::programme::{Progress, again, progress};
use model::scheme::programme::{laid, lay};
use model::scheme::{Inventory, Programme};
use model::{Date, Fault, RecordId};

/// The part.
#[component]
pub fn ProgrammesPart(found: Found) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let list = move || read(found, |estate| list(desk, estate));
    let starting = move || may_write(found).then(|| view! { <Starting found /> });
    view! {
        <Section title=said.programmes>{dynamic(list)}</Section>
        {starting()}
    }
}

fn list(desk: Desk, estate: &OwnEstate) -> AnyView {
    let said = desk.words().work();
    let mut programmes = all::<Programme>(&estate.records);
    programmes.sort_by_key(|(_, programme)| programme.from);
    if programmes.is_empty() {
        return view! { <Empty glyph=Glyph::CALENDAR title=said.programmes_none text=said.programmes_none_lead /> }
            .into_any();
    }
    let inventories = inventories(estate);
    let row = |(id, programme): (RecordId, Programme)| {
        let come = come(&programme, &inventories, estate, id, desk.today());
        let text = format!("{} · {}", (desk.words().choice().system)(programme.sort), (said.of)(come.done, come.all));
        let end = lateness(desk, come);
        view! { <Row title=programme.name href=format!("/estate/work/{id}") text=text.into_any() end /> }
    };
    let rows = programmes.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

/// How far a programme has come.
fn come(programme: &Programme, inventories: &[Inventory], estate: &OwnEstate, id: RecordId, today: Date) -> Progress {
    let slots = slots(estate, id);
    progress(&laid(&slots), &programme.pieces(inventories, &slots, today), today)
}

/// Whether any of it is late.
pub fn lateness(desk: Desk, come: Progress) -> AnyView {
    let said = desk.words().work();
    match come.late {
        0 => view! { <Status tone=Tone::Good word=said.in_time /> }.into_any(),
        late => view! { <Status tone=Tone::Bad word=(said.late)(late) /> }.into_any(),
    }
}

/// A programme is written and laid down in one go.
#[component]
fn Starting(found: Found) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let navigate = use_navigate();
    let [name, sort, months, capacity] = ["", "geyser", "24", "2"].map(|text| RwSignal::new(text.to_owned()));
    let from = RwSignal::new(desk.today().to_string());
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = || {
            Ok(Programme {
                name: normal(&name.get_untracked()),
                sort: sort.get_untracked().parse().unwrap_or_default(),
                from: from.get_untracked().parse().ok(),
                months: whole(&months.get_untracked(), "months")?,
                capacity: whole(&capacity.get_untracked(), "capacity")?,
                ..Programme::default()
            })
        };
        let programme = match typed() {
            Ok(programme) => programme,
            Err(fault) => return form.show(vec![fault]),
        };
        let things = untrack(|| read(found, inventories)).unwrap_or_default();
        let navigate = navigate.clone();
        form.run(begun(desk, programme, things), move |id| {
            navigate(&format!("/estate/work/{id}"), leptos_router::NavigateOptions::default());
        });
    };
    view! {
        <More summary=said.new_programme>
            <form class="form" novalidate on:submit=start>
                <TextField label=said.programme_name placeholder=said.programme_example value=name error=form.error("name") />
                <SortField label=said.sort value=sort />
                <TextField label=said.from value=from kind="date" error=form.error("from") />
                <TextField label=said.months value=months keyboard="numeric" error=form.error("months") />
                <TextField label=said.capacity value=capacity keyboard="numeric" error=form.error("capacity") />
                <div><Button label=said.start_programme weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </More>
    }
}

/// A whole number that was typed, none for an empty box: too little is a fault of the letter.
pub fn whole(typed: &str, field: &str) -> Result<u32, Fault> {
    Ok(number_typed(typed, field)?.and_then(|number| u32::try_from(number).ok()).unwrap_or(0))
}

async fn begun(desk: Desk, programme: Programme, things: Vec<Inventory>) -> Result<RecordId, Trouble> {
    let id = deeds::add(desk, &programme).await?;
    if let Some(terms) = programme.terms() {
        let pieces = programme.pieces(&things, &[], desk.today());
        deeds::lay(desk, lay(id, &again(&pieces, terms, desk.today()), &[])).await?;
    }
    Ok(id)
}
