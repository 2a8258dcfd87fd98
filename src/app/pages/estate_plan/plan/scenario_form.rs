//! A scenario: what is other than in the plan, one change after the other.

use super::items::named as item_names;
use super::keep::{delete, leave, put};
use super::typed::{rate, rate_text, small, text};
use super::{PLAN, Seen};
use crate::browser::random;
use crate::components::{Button, LinkButton, SelectField, TextField, Weight, dynamic};
use crate::pages::form::Form;
use crate::pages::trade::typed::{Reading, cents_text};
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::canonical::normal;
use model::scheme::{CapitalScenario, ChangeType, ScenarioChange};
use words::Words;

/// The boxes of a change. A handle.
#[derive(Clone, Copy)]
struct Boxes {
    what: RwSignal<String>,
    item: RwSignal<String>,
    year: RwSignal<String>,
    over: RwSignal<String>,
    cents: RwSignal<String>,
    rate: RwSignal<String>,
}

impl Boxes {
    fn of(words: &Words, change: &ScenarioChange) -> Self {
        Self {
            what: RwSignal::new(change.what.as_str().to_owned()),
            item: text(change.item),
            year: text(change.year),
            over: text(change.over),
            cents: RwSignal::new(cents_text(words, change.cents)),
            rate: RwSignal::new(rate_text(words, change.rate)),
        }
    }

    fn what(self) -> ChangeType {
        self.what.with(|what| what.parse().unwrap_or_default())
    }

    /// What was typed, as far as the change has a box for it.
    fn read(self, reading: &mut Reading) -> ScenarioChange {
        let what = self.what();
        let typed = |value: RwSignal<String>| value.get_untracked();
        let asks = Asks::of(what);
        ScenarioChange {
            what,
            item: typed(self.item).parse().ok().filter(|_| asks.item),
            year: asks.year.then(|| small(reading, &typed(self.year), "changes.year")).flatten(),
            over: asks.over.then(|| small(reading, &typed(self.over), "changes.over")).flatten(),
            cents: asks.cents.then(|| reading.cents(&typed(self.cents), "changes.cents")).flatten(),
            rate: asks.rate.then(|| rate(reading, &typed(self.rate), "changes.rate")).flatten(),
        }
    }
}

/// Which boxes a change has.
struct Asks {
    item: bool,
    year: bool,
    over: bool,
    cents: bool,
    rate: bool,
}

impl Asks {
    fn of(what: ChangeType) -> Self {
        use ChangeType::{Levy, Loan, Move, Own, Phase};
        Self {
            item: matches!(what, Move | Phase),
            year: matches!(what, Move | Phase | Levy | Loan),
            over: matches!(what, Phase | Loan),
            cents: matches!(what, Levy | Loan | Own),
            rate: matches!(what, Loan | Own),
        }
    }
}

/// The form of the scenario that the address names, or of a new one.
#[component]
pub fn ScenarioForm(
    /// The plan.
    seen: Seen,
    /// Its id, or anything else for a new one.
    named: String,
) -> impl IntoView {
    let words = seen.desk.words();
    let said = &words.estate_plan().scenario;
    let (form, toaster, done) = (Form::new(), use_toaster(), leave("scenarios"));
    let known = seen.bench.with_untracked(|bench| {
        bench.iter().flat_map(|bench| &bench.scenarios).find(|(id, _)| id.to_string() == named).cloned()
    });
    let (id, before) = known.map_or_else(|| (random::record_id(), None), |(id, one)| (id, Some(one)));
    let base = before.clone().unwrap_or_else(|| CapitalScenario {
        changes: vec![ScenarioChange { year: Some(seen.year.get_untracked()), ..ScenarioChange::default() }],
        ..CapitalScenario::default()
    });
    let (name, title, is_new) = (RwSignal::new(base.name.clone()), base.name.clone(), before.is_none());
    let changes = RwSignal::new(base.changes.iter().map(|change| Boxes::of(words, change)).collect::<Vec<_>>());
    let items = seen.bench.with_untracked(|bench| bench.as_ref().map(item_names)).unwrap_or_default();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut reading = Reading::default();
        let read = changes.with_untracked(|all| all.iter().map(|boxes| boxes.read(&mut reading)).collect());
        let scenario = CapitalScenario { name: normal(&name.get_untracked()), changes: read, deleted: None };
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let before = before.clone();
        form.run(async move { put(seen.desk, id, before.as_ref(), &scenario).await }, move |()| done.run(()));
    };
    let add = Callback::new(move |()| {
        changes.update(|all| all.push(Boxes::of(words, &ScenarioChange::default())));
    });
    let less = Callback::new(move |()| {
        changes.update(|all| {
            all.pop();
        });
    });
    let remove = Callback::new(move |()| delete::<CapitalScenario>(seen, toaster, id, title.clone(), done));
    let gone = (!is_new).then(|| view! { <Button label=said.remove weight=Weight::Danger on_press=remove /> });
    let drawn = move || {
        let all = changes.get().into_iter().enumerate();
        all.map(|(at, boxes)| change(words, at, boxes, items.clone())).collect_view()
    };
    let wrong = form.error("changes");
    view! {
        <form class="form stack" novalidate on:submit=save>
            <TextField label=said.name value=name error=form.error("name") />
            {dynamic(drawn)}
            {dynamic(move || wrong.get().map(|text| view! { <p class="field__error" role="alert">{text}</p> }))}
            <div class="line">
                <Button label=said.add weight=Weight::Small on_press=add />
                <Button label=said.less weight=Weight::Small on_press=less />
            </div>
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() />
                <LinkButton label=words.common().cancel href=format!("{PLAN}/scenarios") weight=Weight::Quiet />
                {gone}
            </div>
        </form>
    }
}

fn change(words: &'static Words, at: usize, boxes: Boxes, items: Vec<(String, String)>) -> AnyView {
    let said = &words.estate_plan().scenario;
    let whats = ChangeType::ALL.iter().map(|one| (one.as_str().to_owned(), (said.changes)(*one).to_owned()));
    let whats: Vec<_> = whats.collect();
    let asked = move || {
        let what = boxes.what();
        let asks = Asks::of(what);
        let over = if what == ChangeType::Loan { said.over_months } else { said.over_years };
        let items = Signal::stored([vec![(String::new(), String::new())], items.clone()].concat());
        view! {
            {asks.item.then(|| view! { <SelectField label=said.item value=boxes.item options=items /> })}
            <div class="pair">
                {asks.year.then(|| view! { <TextField label=said.year value=boxes.year keyboard="numeric" /> })}
                {asks.over.then(|| view! { <TextField label=over value=boxes.over keyboard="numeric" /> })}
                {asks.cents.then(|| view! { <TextField label=said.cents value=boxes.cents sign="R" keyboard="decimal" /> })}
                {asks.rate.then(|| view! { <TextField label=said.rate value=boxes.rate unit=words.estate_plan().item.percent keyboard="decimal" /> })}
            </div>
        }
    };
    view! {
        <fieldset class="stack estate-plan__change">
            <legend>{(said.change)(at + 1)}</legend>
            <SelectField label=said.what value=boxes.what options=Signal::stored(whats) />
            {dynamic(asked)}
        </fieldset>
    }
    .into_any()
}
