//! The suburbs of a day. Visits and suburbs are moved by buttons, visits by dragging too; the new place is read out.

use super::order;
use super::stop::{Going, Held, StopItem};
use super::team::{Team, write_order};
use crate::browser::{focus, timer};
use crate::components::{Button, Glyph, Weight, dynamic, fresh_id};
use crate::desk::use_desk;
use crate::route::PAINTED_MS;
use leptos::prelude::*;
use model::trade_desk::day::{Stop, with_round_moved, with_stop_at, with_stop_moved, within};
use model::trade_desk::{Job, Round, Way};
use model::{Date, RecordId};

/// How the visits of a day are moved. A handle.
#[derive(Clone, Copy)]
pub struct Moving {
    /// By a button.
    pub by_one: Callback<(RecordId, Way)>,
    /// To a place in its suburb.
    pub to: Callback<(RecordId, usize)>,
    /// What is being dragged.
    pub held: RwSignal<Option<Held>>,
    /// They are not: the office gave their order.
    pub fixed: Memo<bool>,
}

/// The suburbs, one below another; on a desk beside each other.
#[component]
pub fn Rounds(
    /// The suburbs in their order.
    all: Memo<Vec<Round>>,
    /// Every visit of the day in its order, those that are not shown too.
    whole: Memo<Vec<Stop>>,
    /// The order that this device keeps.
    own_order: RwSignal<Vec<RecordId>>,
    /// The day.
    on: Memo<Date>,
    /// All jobs.
    jobs: Signal<Vec<Job>>,
    /// The firm's people.
    team: RwSignal<Team>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let told = RwSignal::new(String::new());
    let put = move |some: Vec<RecordId>| {
        let stops = whole.get_untracked();
        let before: Vec<RecordId> = stops.iter().map(|stop| stop.visit).collect();
        let (next, on) = (within(&before, &some), on.get_untracked());
        order::keep(desk, on, next.clone());
        write_order(desk, team, &stops, on, &next);
        own_order.set(next);
    };
    let tell = move |visit: RecordId| {
        let place = all.with_untracked(|all| {
            let of = |round: &Round| round.stops.iter().position(|stop| stop.visit == visit);
            all.iter().find_map(|round| of(round).map(|at| (round.stops[at].title.clone(), at + 1, round.stops.len())))
        });
        told.set(place.map(|(title, at, of)| (said.moved)(&title, at, of)).unwrap_or_default());
    };
    let by_one = Callback::new(move |(visit, way): (RecordId, Way)| {
        put(all.with_untracked(|all| with_stop_moved(all, visit, way)));
        tell(visit);
        refocus(format!("#{}", button_id(&visit.to_string(), way)));
    });
    let to = Callback::new(move |(visit, at): (RecordId, usize)| {
        put(all.with_untracked(|all| with_stop_at(all, visit, at)));
        tell(visit);
    });
    let round_by_one = Callback::new(move |(at, way): (usize, Way)| {
        let suburb = all.with_untracked(|all| all.get(at).map(|round| round.stops[0].visit));
        put(all.with_untracked(|all| with_round_moved(all, at, way)));
        if let Some(first) = suburb {
            refocus(format!("#{}", button_id(&format!("r{first}"), way)));
        }
    });
    let going = Going { jobs, team, on };
    let fixed = Memo::new(move |_| team.with(|team| team.is_given(on.get())));
    let moving = Moving { by_one, to, held: RwSignal::new(None), fixed };
    let shown = move || {
        fixed.track();
        let round = |(at, round): (usize, Round)| view! { <OneRound at round moving round_by_one going /> };
        all.get().into_iter().enumerate().map(round).collect_view()
    };
    let kept = move || match fixed.get() {
        true => said.order_given,
        false if team.with(|team| team.may_assign) => said.order_written,
        false => said.order_kept,
    };
    view! {
        <div class="trade-desk__rounds">{dynamic(shown)}</div>
        <p class="small soft">{dynamic(kept)}</p>
        <p class="unseen" role="status">{dynamic(move || told.get())}</p>
    }
}

/// What is drawn anew takes the focus along.
fn refocus(selector: String) {
    leptos::task::spawn_local(async move {
        timer::wait(PAINTED_MS).await;
        focus::now(&selector);
    });
}

/// The id of the button that moves something.
pub fn button_id(what: &str, way: Way) -> String {
    let way = if way == Way::Up { "up" } else { "down" };
    format!("move-{way}-{what}")
}

#[component]
fn OneRound(
    at: usize,
    round: Round,
    moving: Moving,
    round_by_one: Callback<(usize, Way)>,
    going: Going,
) -> impl IntoView {
    let said = use_desk().words().desk();
    let id = fresh_id();
    let named = id.clone();
    let suburb = if round.suburb.is_empty() { said.no_suburb.to_owned() } else { round.suburb.clone() };
    let first = format!("r{}", round.stops[0].visit);
    let button = |way, glyph, label| {
        let press = Callback::new(move |()| round_by_one.run((at, way)));
        view! { <MoveButton id=button_id(&first, way) label glyph press /> }
    };
    let buttons = (!moving.fixed.get_untracked()).then(|| {
        view! {
            {button(Way::Up, Glyph::CHEVRON_UP, (said.earlier)(&suburb))}
            {button(Way::Down, Glyph::CHEVRON_DOWN, (said.later)(&suburb))}
        }
    });
    let (count, minutes) = (round.stops.len(), round.minutes());
    let item = |(at, stop): (usize, Stop)| view! { <StopItem at count stop moving going /> };
    view! {
        <section class="trade-desk__round" aria-labelledby=named>
            <header class="section__head">
                <div class="section__title">
                    <h3 id=id>{suburb}</h3>
                    " "<span class="count">{(said.round)(count, minutes)}</span>
                </div>
                <div class="trade-desk__moves">{buttons}</div>
            </header>
            <ol class="trade-desk__stops">{round.stops.into_iter().enumerate().map(item).collect_view()}</ol>
        </section>
    }
}

/// A button that moves something by one place; found again by its id.
#[component]
pub fn MoveButton(
    /// Its id.
    id: String,
    /// What it does.
    label: String,
    /// Up or down.
    glyph: Glyph,
    /// Pressed.
    press: Callback<()>,
) -> impl IntoView {
    view! { <Button label weight=Weight::Quiet glyph icon_only=true on_press=press attr:id=id /> }
}
