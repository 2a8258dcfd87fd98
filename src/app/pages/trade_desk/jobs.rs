//! The jobs on the desk, and what all its parts say of them.

use crate::browser::clock;
use crate::components::{Tone, whenever};
use crate::deeds::portal as deeds;
use crate::desk::Desk;
use crate::pages::portal::refused::standing;
use crate::pages::trade::act::{back, href};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::access::deal::provides;
use model::date::HOME_AHEAD_MINUTES;
use model::portal::{Deal, VisitState};
use model::trade_desk::day::Stop;
use model::trade_desk::inbox::{Sort, Waiting};
use model::trade_desk::{Job, Now};
use model::{Date, Instant};

/// The jobs of who is signed in, read anew whenever one changes; none until they were read.
pub fn watched(desk: Desk) -> RwSignal<Option<Vec<Job>>> {
    let jobs = RwSignal::new(None);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            let deals = deeds::deals(desk).await.unwrap_or_default();
            let own = deals.iter().filter(|dealt| provides(dealt.role));
            let job = |dealt: &deeds::Dealt| Job {
                space: dealt.space,
                role: dealt.role,
                closed: dealt.closed,
                deal: Deal::of(&standing(dealt)),
            };
            // The page may have gone meanwhile.
            jobs.try_set(Some(own.map(job).collect::<Vec<_>>()));
        });
    });
    jobs
}

/// When it is, where the jobs are done.
pub fn now() -> Now {
    Now { at: Instant(clock::now_ms().cast_signed()), ahead_minutes: HOME_AHEAD_MINUTES }
}

/// The day that the address names, else today.
pub fn asked_day() -> Memo<Date> {
    let query = use_query_map();
    let named = move || query.with(|query| query.get_str("on").and_then(|on| on.parse().ok()));
    Memo::new(move |_| named().unwrap_or_else(|| now().today()))
}

/// The address of a day.
pub fn day_href(on: Date) -> String {
    format!("/desk?on={on}")
}

/// The hour of a moment, by clocks where the jobs are done.
pub fn hour(at: Instant) -> String {
    let minute = (at.0.div_euclid(60_000) + i64::from(HOME_AHEAD_MINUTES)).rem_euclid(24 * 60);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// When a visit is: from one hour to another.
pub fn hours(desk: Desk, stop: &Stop) -> String {
    let until = stop.until.map(hour).unwrap_or_default();
    (desk.words().desk().hours)(&hour(stop.from), &until)
}

/// How a visit stands: how grave it is, and the word.
pub fn stands(desk: Desk, stop: &Stop) -> (Tone, &'static str) {
    let said = desk.words().desk();
    let tone = match stop.state {
        _ if stop.late => return (Tone::Bad, said.late),
        VisitState::Planned => Tone::Unknown,
        VisitState::Left => Tone::Good,
        _ => Tone::Info,
    };
    (tone, (said.visit)(stop.state))
}

/// Where what is waited for is done.
pub fn next_href(waiting: &Waiting) -> String {
    match waiting.sort {
        Sort::Request | Sort::Change => href(waiting.space, "quote"),
        Sort::Date => href(waiting.space, "come"),
        Sort::Missed => href(waiting.space, "record"),
        Sort::Bill => href(waiting.space, "bill"),
        _ => back(waiting.space),
    }
}

/// Parts of a line that are not empty, told after one another.
pub fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}
