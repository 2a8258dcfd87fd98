//! One day: who is visited where, in the order in which it is driven, and what is overdue.

use super::inbox::rows;
use super::jobs::{asked_day, day_href, now};
use super::order;
use super::round::Rounds;
use super::team::{self, Team};
use crate::components::{Chips, Empty, Filtered, Glyph, LinkButton, Section, Weight, dynamic, whenever};
use crate::desk::use_desk;
use leptos::prelude::*;
use model::Date;
use model::trade_desk::calendar::weekday;
use model::trade_desk::day::{Stop, assign, order as in_order, people, rounds, stops};
use model::trade_desk::inbox::{Sort, inbox};
use model::trade_desk::{Job, Round};

/// The day that the address names.
#[component]
pub fn DayPart(
    /// All jobs.
    jobs: Signal<Vec<Job>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let on = asked_day();
    let own_order = RwSignal::new(Vec::new());
    whenever(move || order::read(desk, on.get(), own_order));
    let team = team::read(desk);
    let stops = Memo::new(move |_| {
        let mut stops = jobs.with(|jobs| stops(jobs, on.get(), now()));
        team.with(|team| assign(&mut stops, on.get(), &team.letters(), &team.members));
        stops
    });
    let order = Memo::new(move |_| {
        let duties = team.with(Team::letters);
        stops.with(|stops| own_order.with(|own| in_order(stops, on.get(), &duties, own)))
    });
    // Whoever is shown, the order is that of the whole day.
    let whole = Memo::new(move |_| {
        let all = rounds(stops.get(), &order.get());
        all.into_iter().flat_map(|round| round.stops).collect::<Vec<_>>()
    });
    let names = Memo::new(move |_| stops.with(|stops| people(stops)));
    let who = RwSignal::new(String::new());
    let own = move || {
        let (mut stops, who) = (stops.get(), who.get());
        stops.retain(|stop| who.is_empty() || stop.who == who);
        stops
    };
    let all = Memo::new(move |_| rounds(own(), &order.get()));
    let filters = Signal::derive(move || {
        let options = names.get().into_iter().map(|name| (name.clone(), name)).collect();
        let (name, clear) = (said.who.to_owned(), said.everybody.to_owned());
        vec![Filtered { name, options, chosen: who.into(), on_choose: Callback::new(move |name| who.set(name)), clear }]
    });
    let chips = move || (names.with(Vec::len) > 1).then(|| view! { <Chips label=said.who filters /> });
    // The list stays while it is put in another order, and with it what is said of the new place.
    let is_free = Memo::new(move |_| all.with(Vec::is_empty));
    let listed = move || {
        if is_free.get() {
            return view! { <Empty glyph=Glyph::CALENDAR title=said.free text=said.free_lead /> }.into_any();
        }
        let sum = move || all.with(|all| summed(desk.words().desk(), all));
        view! { <p class="soft">{dynamic(sum)}</p> <Rounds all whole own_order on jobs team /> }.into_any()
    };
    view! {
        {dynamic(move || switcher(desk.words(), on.get()))}
        {dynamic(chips)}
        {dynamic(move || overdue(jobs, on.get()))}
        {dynamic(listed)}
    }
}

/// How many visits, and how long they take.
fn summed(said: &words::place::TradeDesk, all: &[Round]) -> String {
    let visits = all.iter().map(|round| round.stops.len()).sum();
    let ahead = all.iter().flat_map(|round| &round.stops).filter(|stop: &&Stop| stop.is_ahead()).count();
    (said.visits)(visits, ahead, all.iter().map(Round::minutes).sum())
}

/// The day, and the way to those beside it.
fn switcher(words: &'static words::Words, on: Date) -> AnyView {
    let said = words.desk();
    let link = |label: &'static str, day, glyph| {
        view! { <LinkButton label href=day_href(day) glyph weight=Weight::Quiet icon_only=true /> }
    };
    let today = (on != now().today()).then(|| view! { <a href="/desk">{said.today}</a> });
    view! {
        <nav class="trade-desk__days" aria-label=said.days>
            {link(said.day_before, on.minus_days(1), Glyph::CHEVRON_LEFT)}
            <h2>{(said.day)(said.weekdays[weekday(on) as usize], &words.day(on))}</h2>
            {link(said.day_after, on.plus_days(1), Glyph::CHEVRON_RIGHT)}
            {today}
        </nav>
    }
    .into_any()
}

/// What is overdue today: invoices and visits.
fn overdue(jobs: Signal<Vec<Job>>, on: Date) -> Option<AnyView> {
    let desk = use_desk();
    let mut waiting = jobs.with(|jobs| inbox(jobs, now()));
    waiting.retain(|one| matches!(one.sort, Sort::Overdue | Sort::Missed));
    if waiting.is_empty() || on != now().today() {
        return None;
    }
    let said = desk.words().desk();
    Some(view! { <Section title=said.overdue>{rows(desk, &waiting)}</Section> }.into_any())
}
