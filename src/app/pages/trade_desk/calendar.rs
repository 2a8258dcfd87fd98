//! The calendar: a week day by day, or a month as a table whose days lead to their lists.

use super::jobs::{asked_day, day_href, hours, joined, now, stands};
use crate::components::{Glyph, LinkButton, Status, Tab, Tabs, Weight, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::trade::act::back;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::Date;
use model::trade_desk::calendar::{Day, month, week, weekday};
use model::trade_desk::day::Stop;
use model::trade_desk::{Job, Now};

/// The calendar around the day that the address names.
#[component]
pub fn CalendarPart(
    /// All jobs.
    jobs: Signal<Vec<Job>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().desk();
    let (on, query) = (asked_day(), use_query_map());
    let monthly = Memo::new(move |_| query.with(|query| query.get_str("by") == Some("month")));
    let tab = move |name: &str, is_month: bool| Tab {
        name: name.to_owned(),
        href: href(on.get_untracked(), is_month),
        current: Signal::derive(move || monthly.get() == is_month),
    };
    let shown = move || {
        let (on, now) = (on.get(), now());
        let tabs = vec![tab(said.week, false), tab(said.month, true)];
        let part = jobs.with(|jobs| match monthly.get() {
            true => month_view(desk, &month(jobs, on, now), on, now),
            false => week_view(desk, &week(jobs, on, now), now),
        });
        view! { <Tabs label=said.calendar_by tabs /> {part} }
    };
    dynamic(shown)
}

fn href(on: Date, is_month: bool) -> String {
    format!("/desk/calendar?on={on}{}", if is_month { "&by=month" } else { "" })
}

/// What is shown, and the way to what is before and after it.
fn switcher(desk: Desk, title: String, before: (&'static str, String), after: (&'static str, String)) -> AnyView {
    let said = desk.words().desk();
    let link = |(label, href), glyph| view! { <LinkButton label href glyph weight=Weight::Quiet icon_only=true /> };
    view! {
        <nav class="trade-desk__days" aria-label=said.days>
            {link(before, Glyph::CHEVRON_LEFT)}
            <h2>{title}</h2>
            {link(after, Glyph::CHEVRON_RIGHT)}
        </nav>
    }
    .into_any()
}

/// Seven days, each a list: one below another on a phone, beside each other on a desk.
fn week_view(desk: Desk, days: &[Day], now: Now) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    let (first, last) = (days[0].on, days[days.len() - 1].on);
    let title = (said.week_of)(&words.day_short(first), &words.day_short(last));
    let day = |day: &Day| {
        let name = (said.day)(said.weekdays[weekday(day.on) as usize], &words.day_short(day.on));
        let is_today = day.on == now.today();
        let stops = day.stops.iter().map(|stop| stop_view(desk, stop)).collect_view();
        let free = day.stops.is_empty().then(|| view! { <p class="small soft">{said.nobody_expected}</p> });
        view! {
            <li class="trade-desk__day" class:trade-desk__day--today=is_today aria-current=is_today.then_some("date")>
                <h3><a href=day_href(day.on)>{name}</a></h3>
                {free}
                <ol>{stops}</ol>
            </li>
        }
    };
    view! {
        {switcher(desk, title, (said.week_before, href(first.minus_days(7), false)), (said.week_after, href(first.plus_days(7), false)))}
        <ol class="trade-desk__week">{days.iter().map(day).collect_view()}</ol>
    }
    .into_any()
}

fn stop_view(desk: Desk, stop: &Stop) -> AnyView {
    let (tone, word) = stands(desk, stop);
    view! {
        <li class="trade-desk__slot">
            <p class="small soft">{hours(desk, stop)}</p>
            <p><a class="trade-desk__title" href=back(stop.space)>{stop.title.clone()}</a></p>
            <p class="small soft">{joined(&[&stop.client, &stop.suburb, &stop.who])}</p>
            <p class="small"><Status tone word /></p>
        </li>
    }
    .into_any()
}

/// A month: weeks as rows, in each day how many are visited.
fn month_view(desk: Desk, weeks: &[Vec<Day>], on: Date, now: Now) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    let title = format!("{} {}", words.month(on.month()), on.year());
    let first = on.minus_days(on.day() - 1);
    let heads = said.weekdays.iter().zip(words.weekdays_short);
    let head =
        |(name, short): (&&'static str, &'static str)| view! { <th scope="col"><abbr title=*name>{short}</abbr></th> };
    let cell = |day: &Day| {
        let (count, is_today) = (day.stops.len(), day.on == now.today());
        let late = day.stops.iter().any(|stop| stop.late);
        let label = (said.day_with)(&words.day(day.on), count, late);
        let mark = (count > 0)
            .then(|| view! { <span class="trade-desk__count" class:trade-desk__count--late=late>{count}</span> });
        view! {
            <td class:trade-desk__other=day.on.month() != on.month()>
                <a href=day_href(day.on) aria-current=is_today.then_some("date")>
                    <span aria-hidden="true">{day.on.day()} {mark}</span>
                    <span class="unseen">{label}</span>
                </a>
            </td>
        }
    };
    let row = |week: &Vec<Day>| view! { <tr>{week.iter().map(cell).collect_view()}</tr> };
    view! {
        {switcher(desk, title.clone(), (said.month_before, href(first.minus_months(1), true)), (said.month_after, href(first.plus_months(1), true)))}
        <table class="trade-desk__month">
            <caption class="unseen">{title}</caption>
            <thead><tr>{heads.map(head).collect_view()}</tr></thead>
            <tbody>{weeks.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
