//! One visit of a day: when, what, at whose, who goes, and the way there.

use super::jobs::{hours, joined, stands};
use super::round::{MoveButton, Moving, button_id};
use super::team::{Assign, Team};
use crate::browser::drag;
use crate::components::{Button, Glyph, Icon, Status, Weight};
use crate::desk::use_desk;
use crate::pages::form::Form;
use crate::pages::trade::act::{Open, back};
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::portal::{Appointment, VisitState};
use model::trade_desk::day::Stop;
use model::trade_desk::{Job, Way};
use model::{Date, RecordId};

/// How a visit is found among the elements of its list.
const ITEM: &str = ".trade-desk__stop";

/// A visit that is being dragged, and the place at which it would be put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    visit: RecordId,
    from: usize,
    to: usize,
}

/// What the buttons of a visit act on. A handle.
#[derive(Clone, Copy)]
pub struct Going {
    /// All jobs.
    pub jobs: Signal<Vec<Job>>,
    /// The firm's people.
    pub team: RwSignal<Team>,
    /// The day.
    pub on: Memo<Date>,
}

/// A visit.
#[component]
pub fn StopItem(
    /// Its place in its suburb, from 0.
    at: usize,
    /// How many there are.
    count: usize,
    /// The visit.
    stop: Stop,
    /// How it is moved.
    moving: Moving,
    /// What its buttons act on.
    going: Going,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let (visit, title) = (stop.visit, stop.title.clone());
    let held = moving.held;
    let is_held = move || held.get().is_some_and(|held| held.visit == visit);
    // A line is drawn where what is dragged would be put: above this one, or below it if it is the last.
    let is_target = move |last: bool| {
        held.get().is_some_and(|held| {
            let place = if at < held.from { at } else { at.saturating_sub(1) };
            let own = if last { at + 1 == count && held.to + 1 == count } else { held.to == place };
            held.visit != visit && held.to != held.from && own
        })
    };
    let (tone, word) = stands(desk, &stop);
    let button = |way, glyph, label| {
        let press = Callback::new(move |()| moving.by_one.run((visit, way)));
        view! { <MoveButton id=button_id(&visit.to_string(), way) label glyph press /> }
    };
    let moves = (!moving.fixed.get_untracked()).then(|| {
        view! {
            {button(Way::Up, Glyph::CHEVRON_UP, (said.earlier)(&title))}
            {button(Way::Down, Glyph::CHEVRON_DOWN, (said.later)(&title))}
        }
    });
    let grip = (!moving.fixed.get_untracked()).then(|| view! { <Grip visit at moving /> });
    view! {
        <li
            class="trade-desk__stop"
            class:trade-desk__stop--held=is_held
            class:trade-desk__stop--above=move || is_target(false)
            class:trade-desk__stop--below=move || is_target(true)
        >
            {grip}
            <p class="trade-desk__hours">{hours(desk, &stop)}</p>
            <div class="trade-desk__what">
                <a class="trade-desk__title" href=back(stop.space)>{title.clone()}</a>
                <p class="small soft">{joined(&[&stop.client, &stop.address])}</p>
                <p class="small"><Status tone word /> " " {stop.who.clone()}</p>
            </div>
            <div class="trade-desk__moves">{moves}</div>
            <Buttons stop going />
        </li>
    }
}

/// What a visit is dragged by; who has no pointer uses the buttons.
#[component]
fn Grip(visit: RecordId, at: usize, moving: Moving) -> impl IntoView {
    let held = moving.held;
    let begin = move |event: leptos::ev::PointerEvent| {
        drag::take(&event);
        held.set(Some(Held { visit, from: at, to: at }));
    };
    let go = move |event: leptos::ev::PointerEvent| {
        let Some(now) = held.get_untracked().filter(|held| held.visit == visit) else { return };
        let next = drag::place(&event, ITEM).map(|to| Held { to, ..now });
        if next.is_some_and(|next| next != now) {
            held.set(next);
        }
    };
    let end = move |is_kept: bool| {
        let Some(last) = held.get_untracked() else { return };
        held.set(None);
        if is_kept && last.to != last.from {
            moving.to.run((visit, last.to));
        }
    };
    view! {
        <span
            class="trade-desk__grip"
            aria-hidden="true"
            on:pointerdown=begin
            on:pointermove=go
            on:pointerup=move |_| end(true)
            on:pointercancel=move |_| end(false)
        >
            <Icon glyph=Glyph::CHEVRONS_UP_DOWN />
        </span>
    }
}

/// Calls the client, tells them that somebody is on the way, and says who goes.
#[component]
fn Buttons(stop: Stop, going: Going) -> impl IntoView {
    let Going { jobs, team, on } = going;
    let assigned = stop.clone();
    let desk = use_desk();
    let said = desk.words().desk();
    let (form, toaster) = (Form::new(), use_toaster());
    let call = (!stop.phone.is_empty()).then(|| {
        let label = (said.call)(&stop.client, &stop.phone);
        let number: String = stop.phone.chars().filter(|digit| digit.is_ascii_digit() || *digit == '+').collect();
        view! { <a class="button button--small" href=format!("tel:{number}") aria-label=label>{stop.phone.clone()}</a> }
    });
    let go = (stop.state == VisitState::Planned).then(|| {
        let label = said.on_my_way;
        let press = Callback::new(move |()| {
            let job = jobs.with_untracked(|jobs| jobs.iter().find(|job| job.space == stop.space).cloned());
            let Some(Job { space, role, closed, deal }) = job else { return };
            let visit = deal.appointments.iter().find(|visit| visit.id == stop.visit).cloned();
            let Some(visit) = visit.filter(|_| !closed) else { return };
            let after = Appointment { state: VisitState::OnMyWay, ..visit.letter.clone() };
            let open = Open { space, role, closed, deal };
            open.put(form, desk, visit.id, Some(&visit.letter), &after, move || toaster.say(said.told));
        });
        view! { <Button label weight=Weight::Small busy=form.busy() on_press=press /> }
    });
    view! { <div class="trade-desk__going">{call} {go} <Assign stop=assigned on=on.get_untracked() team /></div> }
}
