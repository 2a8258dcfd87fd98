//! Saying when one comes.

use super::act::{Open, back, leaving};
use super::typed::moment;
use crate::components::TextField;
use crate::desk::use_desk;
use crate::pages::form::{Form, FormPage};
use leptos::prelude::*;
use model::canonical::normal;
use model::date::HOME_AHEAD_MINUTES;
use model::portal::Appointment;
use model::{Date, Fault, FaultCode};

/// The page.
#[component]
pub fn ComingForm(
    /// The job.
    open: Open,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.job();
    let form = Form::new();
    let text = |text: &str| RwSignal::new(text.to_owned());
    let (day, from, until) = (text(&desk.today().plus_days(1).to_string()), text("08:00"), text("10:00"));
    let who = RwSignal::new(String::new());
    let (leave, back) = (leaving(open.space), back(open.space));
    let save = Callback::new(move |()| {
        let day = day.get_untracked().parse::<Date>().ok();
        let at = |hour: RwSignal<String>| moment(day?, &hour.get_untracked(), HOME_AHEAD_MINUTES.into());
        let Some(begins) = at(from) else {
            return form.show(vec![Fault::new("from", FaultCode::Unreadable)]);
        };
        let who = normal(&who.get_untracked());
        let visit = Appointment { from: Some(begins), until: at(until), who, ..Appointment::default() };
        if visit.until.is_some_and(|until| until < begins) {
            return form.show(vec![Fault::new("until", FaultCode::Contradicts)]);
        }
        let leave = leave.clone();
        open.write(form, desk, &visit, move || leave(said.told));
    });
    let optional = words.common().optional;
    view! {
        <FormPage title=said.plan_visit back form on_save=save>
            <TextField label=said.visit_day value=day kind="date" />
            <div class="pair">
                <TextField label=said.visit_from value=from kind="time" error=form.error("from") />
                <TextField label=said.visit_until optional value=until kind="time" error=form.error("until") />
            </div>
            <TextField label=said.who optional value=who autocomplete="name" error=form.error("who") />
        </FormPage>
    }
}
