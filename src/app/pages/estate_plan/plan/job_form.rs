//! Work on an item that was done, or put off with its reason. It is a fact: what was wrong is amended.

use super::items::named as item_names;
use super::keep::{leave, put};
use super::typed::{small, text};
use super::{PLAN, Seen};
use crate::browser::random;
use crate::components::{AreaField, Button, Chip, Choice, LinkButton, SelectField, TextField, Weight, dynamic};
use crate::pages::form::Form;
use crate::pages::trade::typed::{Reading, cents_text, day_text};
use leptos::prelude::*;
use model::canonical::normal;
use model::scheme::CapitalJob;

/// The form of the job that the address names, or of a new one.
#[component]
pub fn JobForm(
    /// The plan.
    seen: Seen,
    /// Its id, or anything else for a new one.
    named: String,
) -> impl IntoView {
    let words = seen.desk.words();
    let said = &words.estate_plan().job;
    let (form, done) = (Form::new(), leave("meeting"));
    let known = seen.bench.with_untracked(|bench| {
        bench.iter().flat_map(|bench| &bench.jobs).find(|(id, _)| id.to_string() == named).cloned()
    });
    let amends = known.as_ref().map(|(root, _)| *root);
    let base = known.map(|(_, job)| job).unwrap_or_default();
    let put_off = RwSignal::new(base.postponed_to.is_some());
    let is_last = RwSignal::new(base.last == Some(true));
    let item = text(base.item);
    let on = RwSignal::new(day_text(base.on.or(Some(seen.desk.today()))));
    let (cents, to) = (RwSignal::new(cents_text(words, base.cents)), text(base.postponed_to));
    let reason = RwSignal::new(base.reason.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut reading = Reading::default();
        let typed = |value: RwSignal<String>| value.get_untracked();
        let is_put_off = put_off.get_untracked();
        let postponed_to = is_put_off.then(|| small(&mut reading, &typed(to), "postponed_to")).flatten();
        if is_put_off && postponed_to.is_none() && reading.faults.is_empty() {
            reading.faults.push(model::Fault::new("postponed_to", model::FaultCode::Missing));
        }
        let job = CapitalJob {
            item: typed(item).parse().ok(),
            on: reading.day(&typed(on), "on"),
            cents: (!is_put_off).then(|| reading.cents(&typed(cents), "cents")).flatten(),
            last: (!is_put_off && is_last.get_untracked()).then_some(true),
            postponed_to,
            reason: normal(&typed(reason)),
            amends,
            ..base.clone()
        };
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        form.run(async move { put(seen.desk, random::record_id(), None, &job).await }, move |()| done.run(()));
    };
    let items = seen.bench.with_untracked(|bench| bench.as_ref().map(item_names)).unwrap_or_default();
    let items = [vec![(String::new(), String::new())], items].concat();
    let two = |names: [&str; 2], values: [bool; 2]| {
        values
            .into_iter()
            .zip(names)
            .map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None })
            .collect::<Vec<_>>()
    };
    let whats = two(said.whats, [false, true]);
    let asked = move || {
        match put_off.get() {
        true => view! { <TextField label=said.to value=to keyboard="numeric" error=form.error("postponed_to") /> }.into_any(),
        false => view! {
            <TextField label=said.cents optional=words.common().optional value=cents sign="R" keyboard="decimal" error=form.error("cents") />
            <Choice legend=said.last options=two(said.lasts, [true, false]) value=is_last />
        }
            .into_any(),
    }
    };
    view! {
        <form class="form stack" novalidate on:submit=save>
            <h2>{words.estate_plan().add_job}</h2>
            <SelectField label=said.item value=item options=Signal::stored(items) error=form.error("item") />
            <Choice legend=said.what options=whats value=put_off />
            <TextField label=said.on value=on kind="date" error=form.error("on") />
            {dynamic(asked)}
            <AreaField label=said.reason value=reason error=form.error("reason") />
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() />
                <LinkButton label=words.common().cancel href=format!("{PLAN}/meeting") weight=Weight::Quiet />
            </div>
        </form>
    }
}
