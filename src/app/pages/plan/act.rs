//! What can be done with a round of a task: write down that it was done, put it off, leave it out.

use super::task::Known;
use crate::components::{Button, Dialog, Glyph, LinkButton, TextField, Weight};
use crate::deeds::record;
use crate::desk::use_desk;
use crate::pages::form::Form;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::access::Action;
use model::canonical::normal;
use model::deferral::Deferral;
use model::schedule::{Due, Next};
use model::{Date, Fault, FaultCode};

/// A round is put off for so many days unless another day is named.
const PUT_OFF_DAYS: u32 = 30;

/// The acts, while a round is due.
#[component]
pub fn Acts(
    /// The task.
    known: Known,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().plan();
    let Some(Next::Due(due)) = known.next.filter(|_| desk.may(Action::Write)) else { return ().into_any() };
    let id = known.task.id;
    let (putting_off, leaving_out) = (RwSignal::new(false), RwSignal::new(false));
    let open = |signal: RwSignal<bool>| Callback::new(move |()| signal.set(true));
    view! {
        <p class="actions paperless">
            <LinkButton label=said.log_done href=format!("/add?task={id}") weight=Weight::Primary glyph=Glyph::CHECK />
            <LinkButton label=said.ask_quote href=format!("/portal/new?task={id}") weight=Weight::Quiet />
            <Button label=said.put_off weight=Weight::Quiet glyph=Glyph::CLOCK on_press=open(putting_off) />
            <Button label=said.leave_out weight=Weight::Quiet glyph=Glyph::X on_press=open(leaving_out) />
        </p>
        <Defer known=known.clone() due until=Some(due.by.max(desk.today()).plus_days(PUT_OFF_DAYS)) open=putting_off />
        <Defer known due until=None open=leaving_out />
    }
    .into_any()
}

/// Asks until when and why, or only why.
#[component]
fn Defer(known: Known, due: Due, until: Option<Date>, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.plan();
    let toaster = use_toaster();
    let form = Form::new();
    let title = if until.is_some() { said.put_off } else { said.leave_out };
    let day = RwSignal::new(until.map(|day| day.to_string()).unwrap_or_default());
    let reason = RwSignal::new(String::new());
    let task = known.task.id;
    let save = Callback::new(move |()| {
        let until = match until.map(|_| day.get_untracked().parse::<Date>()) {
            None => None,
            Some(Ok(until)) if until > due.due => Some(until),
            // A day that is none, or before it is due, would leave it out or do nothing.
            Some(Ok(_)) => return form.show(vec![Fault::new("until", FaultCode::NotAllowed)]),
            Some(Err(_)) => return form.show(vec![Fault::new("until", FaultCode::Unreadable)]),
        };
        let deferral = Deferral {
            task: Some(task),
            due: Some(due.due),
            until,
            on: Some(desk.today()),
            reason: normal(&reason.get_untracked()),
        };
        form.run(async move { record::add(desk, &deferral).await }, move |_| {
            open.set(false);
            toaster.say(until.map_or(said.was_left_out.to_owned(), |day| (said.was_put_off)(&words.day(day))));
        });
    });
    let asks_day = until.is_some();
    view! {
        <Dialog open title close=words.common().close>
            <div class="stack">
                {asks_day.then(|| view! { <TextField label=said.until value=day kind="date" error=form.error("until") /> })}
                <TextField label=said.reason value=reason optional=words.common().optional error=form.error("reason") />
                <div class="actions">
                    <Button label=title weight=Weight::Primary busy=form.busy() on_press=save />
                    <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(false)) />
                </div>
            </div>
        </Dialog>
    }
}
