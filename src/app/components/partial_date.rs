//! A date as people know it: how exactly first, then only the boxes that this needs.

use super::fresh_id;
use super::icon::{Glyph, Icon};
use super::{When, dynamic};
use leptos::prelude::*;
use model::date::{Known, Sense};
use model::{Date, PartialDate};

/// The words of a date box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateWords {
    /// The label of how exactly.
    pub how: &'static str,
    /// Exact day, month, year, before a year, about a year, not known.
    pub precisions: [&'static str; 6],
    /// Day.
    pub day: &'static str,
    /// Month.
    pub month: &'static str,
    /// Year.
    pub year: &'static str,
    /// The months.
    pub months: [&'static str; 12],
}

const HOW: [&str; 6] = ["day", "month", "year", "before", "about", "none"];

fn how_of(date: Option<PartialDate>) -> &'static str {
    match date.map(|date| (date.sense, date.known)) {
        None => HOW[5],
        Some((Sense::Before, _)) => HOW[3],
        Some((Sense::About, _)) => HOW[4],
        Some((Sense::Exact, Known::Day(_))) => HOW[0],
        Some((Sense::Exact, Known::Month(..))) => HOW[1],
        Some((Sense::Exact, Known::Year(_))) => HOW[2],
    }
}

/// The question for a date that may be known only in part.
#[component]
pub fn PartialDateField(
    /// The question.
    #[prop(into)]
    legend: String,
    /// The date; none while it is not known or the boxes say no date.
    value: RwSignal<Option<PartialDate>>,
    /// The day that is offered where only less is known so far.
    today: Date,
    /// Its words.
    words: DateWords,
    /// The word for a date that may stay unknown; empty for one that may not.
    #[prop(optional, into)]
    optional: String,
    /// A bound of something: neither "before" nor "about" a year.
    #[prop(optional)]
    exact: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let may_be_unknown = !optional.is_empty();
    let start = value.get_untracked();
    let base = start.map_or(today, PartialDate::first);
    let how = RwSignal::new(if start.is_none() && !may_be_unknown { HOW[0] } else { how_of(start) });
    let (day, month, year) =
        (RwSignal::new(base.to_string()), RwSignal::new(base.month()), RwSignal::new(base.year().to_string()));
    let tell = move || {
        let year = || year.get_untracked().trim().parse::<i32>().ok().filter(|year| Date::of(*year, 1, 1).is_some());
        let in_sense = |sense| year().map(|year| PartialDate { known: Known::Year(year), sense });
        value.set(match how.get_untracked() {
            "day" => day.get_untracked().parse::<Date>().ok().map(PartialDate::day),
            "month" => {
                year().map(|year| PartialDate { known: Known::Month(year, month.get_untracked()), sense: Sense::Exact })
            }
            "year" => in_sense(Sense::Exact),
            "before" => in_sense(Sense::Before),
            "about" => in_sense(Sense::About),
            _ => None,
        });
    };
    if start.is_none() && !may_be_unknown {
        tell();
    }
    let set_how = move |event| {
        let typed = event_target_value(&event);
        how.set(HOW.iter().find(|name| **name == typed).copied().unwrap_or(HOW[0]));
        tell();
    };
    let offered = |name: &str| match name {
        "before" | "about" => !exact,
        "none" => may_be_unknown,
        _ => true,
    };
    let precisions = HOW.iter().zip(words.precisions).filter(|(name, _)| offered(name));
    let precisions = precisions
        .map(|(name, text)| view! { <option value=*name selected=how.get_untracked() == *name>{text}</option> });
    let precisions = precisions.collect_view();
    let (how_id, day_id, month_id, year_id, error_id) = (fresh_id(), fresh_id(), fresh_id(), fresh_id(), fresh_id());
    let described = error_id.clone();
    view! {
        <fieldset
            class="partial-date"
            class:field--error=move || error.with(Option::is_some)
            aria-describedby=move || error.with(Option::is_some).then(|| described.clone())
        >
            <legend class="field__label">
                {legend} {may_be_unknown.then(|| view! { <span class="field__optional">{optional}</span> })}
            </legend>
            {dynamic(move || {
                error.get().map(|error| view! {
                    <p class="field__error" id=error_id.clone() role="alert"><Icon glyph=Glyph::CIRCLE_ALERT />{error}</p>
                })
            })}
            <div class="partial-date__boxes">
                <div class="field partial-date__how">
                    <label class="unseen" for=how_id.clone()>{words.how}</label>
                    <select class="input" id=how_id on:change=set_how>{precisions}</select>
                </div>
                <When is=Signal::derive(move || how.get() == "day")>
                    <div class="field">
                        <label class="unseen" for=day_id.clone()>{words.day}</label>
                        <input
                            class="input"
                            type="date"
                            id=day_id.clone()
                            prop:value=day
                            on:input=move |event| {
                                day.set(event_target_value(&event));
                                tell();
                            }
                        />
                    </div>
                </When>
                <When is=Signal::derive(move || how.get() == "month")>
                    <div class="field">
                        <label class="unseen" for=month_id.clone()>{words.month}</label>
                        <select
                            class="input"
                            id=month_id.clone()
                            on:change=move |event| {
                                month.set(event_target_value(&event).parse().unwrap_or(1));
                                tell();
                            }
                        >
                            {words.months.into_iter().zip(1u32..).map(|(name, number)| view! {
                                <option value=number.to_string() selected=month.get_untracked() == number>{name}</option>
                            }).collect_view()}
                        </select>
                    </div>
                </When>
                <When is=Signal::derive(move || !matches!(how.get(), "day" | "none"))>
                    <div class="field partial-date__year">
                        <label class="unseen" for=year_id.clone()>{words.year}</label>
                        <input
                            class="input"
                            inputmode="numeric"
                            autocomplete="off"
                            id=year_id.clone()
                            prop:value=year
                            on:input=move |event| {
                                year.set(event_target_value(&event));
                                tell();
                            }
                        />
                    </div>
                </When>
            </div>
        </fieldset>
    }
}
