//! The reserve of a year: what it begins with, and what the law looks at.

use super::Seen;
use super::keep::{leave, put};
use super::typed::{rate, rate_text, small, text};
use crate::browser::random;
use crate::components::{AreaField, Button, LinkButton, TextField, Weight};
use crate::pages::form::Form;
use crate::pages::trade::typed::{Reading, cents_text};
use leptos::prelude::*;
use model::canonical::normal;
use model::scheme::Budget;

/// The form of the budget of the year that the address names.
#[component]
pub fn BudgetForm(
    /// The plan.
    seen: Seen,
    /// The year.
    named: String,
) -> impl IntoView {
    let words = seen.desk.words();
    let said = &words.estate_plan().money;
    let (form, done) = (Form::new(), leave(""));
    let wanted = named.parse().unwrap_or_else(|_| seen.year.get_untracked());
    let known = seen.bench.with_untracked(|bench| bench.as_ref().and_then(|bench| bench.budget(wanted).cloned()));
    let (id, before) = known.map_or_else(|| (random::record_id(), None), |(id, budget)| (id, Some(budget)));
    let base = before.clone().unwrap_or_else(|| Budget { year: Some(wanted), ..Budget::default() });
    let cents = |cents| RwSignal::new(cents_text(words, cents));
    let year = text(base.year);
    let (opening, contributed) = (cents(base.opening), cents(base.contributed));
    let (budgeted, repairs, adopted) = (cents(base.budgeted), cents(base.repairs), cents(base.adopted));
    let interest = RwSignal::new(rate_text(words, base.interest));
    let conditions = RwSignal::new(base.conditions.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut reading = Reading::default();
        let typed = |value: RwSignal<String>| value.get_untracked();
        let year = small(&mut reading, &typed(year), "year");
        // The budget of another year is another record: what was approved for this one stays.
        let is_other = before.as_ref().is_some_and(|before| before.year != year);
        let kept = if is_other { Budget::default() } else { base.clone() };
        let budget = Budget {
            year,
            opening: reading.cents(&typed(opening), "opening"),
            interest: rate(&mut reading, &typed(interest), "interest"),
            contributed: reading.cents(&typed(contributed), "contributed"),
            budgeted: reading.cents(&typed(budgeted), "budgeted"),
            repairs: reading.cents(&typed(repairs), "repairs"),
            adopted: reading.cents(&typed(adopted), "adopted"),
            conditions: normal(&typed(conditions)),
            ..kept
        };
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let other = seen
            .bench
            .with_untracked(|bench| bench.as_ref().and_then(|bench| bench.budget(year.unwrap_or(0)).cloned()));
        let (id, before) = match (is_other, other) {
            (true, Some((id, budget))) => (id, Some(budget)),
            (true, None) => (random::record_id(), None),
            (false, _) => (id, before.clone()),
        };
        form.run(async move { put(seen.desk, id, before.as_ref(), &budget).await }, move |()| done.run(()));
    };
    let optional = words.common().optional;
    view! {
        <form class="form stack" novalidate on:submit=save>
            <h2>{words.estate_plan().budget}</h2>
            <div class="pair">
                <TextField label=said.year value=year keyboard="numeric" error=form.error("year") />
                <TextField label=said.adopted optional value=adopted sign="R" keyboard="decimal" error=form.error("adopted") />
            </div>
            <div class="pair">
                <TextField label=said.opening optional hint=said.opening_hint value=opening sign="R" error=form.error("opening") />
                <TextField label=said.interest optional value=interest unit=words.estate_plan().item.percent keyboard="decimal" error=form.error("interest") />
            </div>
            <p class="small soft">{said.base_hint}</p>
            <TextField label=said.contributed optional value=contributed sign="R" keyboard="decimal" error=form.error("contributed") />
            <TextField label=said.budgeted optional value=budgeted sign="R" keyboard="decimal" error=form.error("budgeted") />
            <TextField label=said.repairs optional value=repairs sign="R" keyboard="decimal" error=form.error("repairs") />
            <AreaField label=said.conditions optional value=conditions error=form.error("conditions") />
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() />
                <LinkButton label=words.common().cancel href=super::PLAN weight=Weight::Quiet />
            </div>
        </form>
    }
}
