//! One checklist that belongs to the firm's jobs.

use super::stock::{PRICES, Stock};
use crate::components::{AreaField, Button, LinkButton, TextField, Weight, dynamic};
use crate::deeds::stock;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::canonical::normal;
use model::firm::{Routine, RoutinePoint};

/// The form of the checklist that the address names, or of a new one.
#[component]
pub fn RoutineForm(
    /// Its id, or anything else for a new one.
    named: String,
) -> impl IntoView {
    let stock = Stock::<Routine>::once(use_desk());
    dynamic(move || stock.asked(&named).map(|(id, routine)| view! { <Boxed id routine /> }))
}

/// The points of one sort, a line each.
fn lines(routine: &Routine, must: bool) -> String {
    let own = routine.points.iter().filter(|point| point.must == must);
    own.map(|point| point.title.as_str()).collect::<Vec<_>>().join("\n")
}

/// What is typed, a point for each line; what was known of a point of that title stays.
fn points(typed: &str, must: bool, before: &Routine) -> Vec<RoutinePoint> {
    let titles = typed.lines().map(normal).filter(|title| !title.is_empty());
    let point = |title: String| {
        let known = before.points.iter().find(|point| point.title == title);
        RoutinePoint { must, title, how: known.map(|point| point.how.clone()).unwrap_or_default() }
    };
    titles.map(point).collect()
}

#[component]
fn Boxed(id: RecordId, routine: Option<Routine>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.desk();
    let (form, navigate, is_new) = (Form::new(), use_navigate(), routine.is_none());
    let base = routine.unwrap_or_default();
    let (name, jobs) = (RwSignal::new(base.name.clone()), RwSignal::new(base.jobs.join(", ")));
    let (must, also) = (RwSignal::new(lines(&base, true)), RwSignal::new(lines(&base, false)));
    let leave =
        Callback::new(move |()| navigate(PRICES, NavigateOptions { replace: true, ..NavigateOptions::default() }));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut all = points(&must.get_untracked(), true, &base);
        all.extend(points(&also.get_untracked(), false, &base));
        let jobs = jobs.get_untracked();
        let routine = Routine {
            name: normal(&name.get_untracked()),
            jobs: jobs.split(',').map(normal).filter(|job| !job.is_empty()).collect(),
            points: all,
            ..base.clone()
        };
        form.run(async move { stock::put(desk, id, &routine).await }, move |()| leave.run(()));
    };
    let remove = Callback::new(move |()| {
        form.run(async move { stock::take_away::<Routine>(desk, id).await }, move |()| leave.run(()));
    });
    let optional = words.common().optional;
    let gone = (!is_new).then(|| {
        let label = said.remove_routine;
        view! { <Button label weight=Weight::Danger busy=form.busy() on_press=remove /> }
    });
    view! {
        <form class="form stack" novalidate on:submit=save>
            <h2>{if is_new { said.add_routine } else { said.edit_routine }}</h2>
            <TextField label=said.routine_name value=name error=form.error("name") />
            <TextField label=said.routine_jobs optional hint=said.routine_jobs_hint value=jobs error=form.error("jobs") />
            <AreaField label=said.routine_must hint=said.routine_must_hint value=must error=form.error("points") />
            <AreaField label=said.routine_also optional value=also />
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() />
                <LinkButton label=words.common().cancel href=PRICES weight=Weight::Quiet />
                {gone}
            </div>
        </form>
    }
}
