//! The trade desk of a provider who signed in: the day, what is waited for, the calendar and the money of all jobs together.

mod calendar;
mod day;
mod inbox;
mod jobs;
mod money;
mod order;
mod owed;
mod pick;
mod price_form;
mod prices;
mod profit;
mod round;
mod routine_form;
mod stock;
mod stop;
mod team;

use crate::components::{Empty, Glyph, LinkButton, Tab, Tabs, dynamic};
use crate::desk::{Phase, use_desk};
use crate::pages::{NotFound, Page};
use crate::route::{Draw, first_part};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::access::Role;
use pick::Pick;

/// The trade desk; by the end of its address the day or another part of it. Within a job, what its quote can be made from.
#[lazy]
pub fn trade_desk() -> Draw {
    || match first_part().as_str() {
        "desk" => view! { <TradeDesk /> }.into_any(),
        _ => view! { <Pick /> }.into_any(),
    }
}

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Today,
    Inbox,
    Calendar,
    Money,
    Prices,
}

impl Part {
    const ALL: [Self; 5] = [Self::Today, Self::Inbox, Self::Calendar, Self::Money, Self::Prices];

    fn href(self) -> &'static str {
        match self {
            Self::Today => "/desk",
            Self::Inbox => "/desk/inbox",
            Self::Calendar => "/desk/calendar",
            Self::Money => "/desk/money",
            Self::Prices => stock::PRICES,
        }
    }
}

#[component]
fn TradeDesk() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let params = use_params_map();
    let part = Memo::new(move |_| {
        let end = params.with(|params| params.get("id"));
        let href = end.map_or_else(|| "/desk".to_owned(), |end| format!("/desk/{end}"));
        Part::ALL.into_iter().find(|part| part.href() == href)
    });
    let jobs = jobs::watched(desk);
    let tab = move |(at, part_of): (usize, Part)| Tab {
        name: said.parts[at].to_owned(),
        href: part_of.href().to_owned(),
        current: Signal::derive(move || part.get() == Some(part_of)),
    };
    // What a technician of a firm is told has no money in it.
    let has_money = Memo::new(move |_| {
        jobs.with(|jobs| {
            jobs.as_ref().is_none_or(|jobs| jobs.is_empty() || jobs.iter().any(|job| job.role != Role::Technician))
        })
    });
    let known = Memo::new(move |_| jobs.with(|jobs| jobs.as_ref().map(Vec::is_empty)));
    let shown = move || {
        let told = part.get().filter(|part| *part != Part::Money || has_money.get());
        let Some(part) = told else { return Some(view! { <NotFound /> }.into_any()) };
        if part == Part::Prices {
            return Some(view! { <prices::PricesPart /> }.into_any());
        }
        if known.get()? {
            let all = view! { <LinkButton label=said.to_jobs href="/jobs" /> }.into_any();
            return Some(
                view! { <Empty glyph=Glyph::WRENCH title=said.none text=said.none_lead action=all /> }.into_any(),
            );
        }
        let jobs = Signal::derive(move || jobs.get().unwrap_or_default());
        Some(match part {
            Part::Today => view! { <day::DayPart jobs /> }.into_any(),
            Part::Inbox => view! { <inbox::InboxPart jobs /> }.into_any(),
            Part::Calendar => view! { <calendar::CalendarPart jobs /> }.into_any(),
            Part::Money | Part::Prices => view! { <money::MoneyPart jobs /> }.into_any(),
        })
    };
    let all = view! { <a class="section__action" href="/jobs">{said.to_jobs}</a> }.into_any();
    // The team is a page of its own.
    let team = Tab { name: said.team.to_owned(), href: "/desk/team".to_owned(), current: Signal::stored(false) };
    let tabs = move || {
        let told = Part::ALL.into_iter().enumerate().filter(|(_, part)| *part != Part::Money || has_money.get());
        let tabs = told.map(tab).chain([team.clone()]).collect();
        view! { <Tabs label=said.parts_label tabs /> }
    };
    let page = view! {
        <Page title=said.title wide=true class="stack stack--loose trade-desk" actions=all>
            {dynamic(tabs)}
            {dynamic(shown)}
        </Page>
    };
    match desk.phase.get_untracked() {
        // Without a home there is no frame either.
        Phase::Welcome => view! { <div class="job-unframed">{page}</div> }.into_any(),
        _ => page.into_any(),
    }
}
