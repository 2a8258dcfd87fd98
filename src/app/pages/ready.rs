//! Ready to sell: which certificates will be fit on the day of a transfer, and when the others have to be ordered. The address holds the day and
//! the place, so that it can be sent to another member.

mod line;

use crate::browser::page;
use crate::components::{
    Button, Glyph, LinkButton, Notice, NoticeKind, Section, SelectField, TextField, Weight, dynamic, whenever,
};
use crate::data::basis_home;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use line::Lines;
use model::Date;
use model::access::Action;
use model::basis::{Home, Municipality};
use model::ready::{Line, Step, checklist};

/// Months from today that are proposed for the transfer: a sale with a bond takes about that long. Trade experience, no source.
const USUAL_MONTHS: u32 = 3;

/// Ready to sell.
#[lazy]
pub fn ready() -> Draw {
    || view! { <Check /> }.into_any()
}

#[component]
fn Check() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.ready();
    let query = use_query_map();
    let (day, place) = query.with_untracked(|query| (query.get("on"), query.get("in")));
    let proposed = || untrack(|| desk.today()).plus_months(USUAL_MONTHS).to_string();
    let on = RwSignal::new(day.unwrap_or_else(proposed));
    let own = untrack(|| basis_home(&desk.library, false).municipality);
    let place = RwSignal::new(place.unwrap_or_else(|| own.to_string()));
    let navigate = use_navigate();
    whenever(move || {
        let address = format!("/ready?on={}&in={}", page::in_address(&on.get()), page::in_address(&place.get()));
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    let places: Vec<(String, String)> =
        Municipality::ALL.iter().map(|place| (place.to_string(), (said.municipality)(*place).to_owned())).collect();
    let list = move || match on.get().parse::<Date>() {
        Ok(on) => {
            let municipality = place.get().parse().unwrap_or_default();
            drawn(desk, &Home { municipality, ..basis_home(&desk.library, desk.visiting.get()) }, on)
        }
        Err(_) => view! { <p class="soft">{said.choose}</p> }.into_any(),
    };
    let print = Callback::new(|()| page::print());
    let share = desk.may(Action::Share).then(|| {
        view! { <LinkButton label=said.share href="/shares/new?purpose=conveyancer" weight=Weight::Quiet glyph=Glyph::SHARE_2 /> }
    });
    view! {
        <Page title=said.title back=("/certificates".to_owned(), words.common().back.to_owned()) named=true class="stack stack--loose">
            <p class="paperless">{said.lead}</p>
            <div class="pair paperless">
                <TextField label=said.on value=on kind="date" />
                <SelectField label=said.place value=place options=Signal::derive(move || places.clone()) />
            </div>
            {dynamic(list)}
            <p class="section__note">{said.foot}</p>
            <div class="line paperless">
                <Button label=said.print glyph=Glyph::PRINTER on_press=print />
                {share}
            </div>
            <p class="section__note paperless">{said.share_hint}</p>
        </Page>
    }
}

/// The checklist for a day.
fn drawn(desk: Desk, home: &Home, on: Date) -> AnyView {
    let words = desk.words();
    let said = words.ready();
    let today = desk.today();
    let lines = checklist(home, today, on);
    let count = |step: Step| lines.iter().filter(|line| line.step == step).count();
    let summary = (said.summary)(count(Step::Order), count(Step::Ask), count(Step::Fit));
    let past = (on < today).then(|| view! { <Notice kind=NoticeKind::Info title=said.past /> });
    let street = desk.library.property().map(|property| words::told::address(&property.letter)).unwrap_or_default();
    let steps = [Step::Order, Step::Ask, Step::Fit, Step::None].map(|step| {
        let own: Vec<&Line<'_>> = lines.iter().filter(|line| line.step == step).collect();
        let count = own.len();
        (count > 0).then(|| {
            let lines = view! { <Lines lines=own.into_iter().map(|line| line::told(desk, line, today)).collect() /> };
            view! { <Section title=(said.step)(step) count=Signal::derive(move || count)>{lines}</Section> }.into_any()
        })
    });
    view! {
        {past}
        <header class="stack stack--tight">
            <h1>{(said.for_day)(&words.day(on))}</h1>
            <p class="soft">{street}</p>
            <p role="status">{summary}</p>
        </header>
        {steps.into_iter().flatten().collect::<Vec<_>>()}
    }
    .into_any()
}
