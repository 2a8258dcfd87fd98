//! An item with the particulars of rule 22(1)(a) to (f).

use super::Seen;
use super::keep::{delete, leave, put};
use super::typed::{rate, rate_text, small, text};
use crate::browser::random;
use crate::components::{AreaField, Button, Chip, Choices, LinkButton, SelectField, TextField, Weight, dynamic};
use crate::pages::form::Form;
use crate::pages::trade::typed::{Reading, cents_text};
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::RecordId;
use model::canonical::normal;
use model::estate::category::Category;
use model::estate::grid::Mark;
use model::health::State;
use model::scheme::CapitalItem;

/// The states that an item can be said to be in.
const STATES: [(Mark, State); 4] =
    [(Mark::Good, State::Good), (Mark::Fair, State::Fair), (Mark::Poor, State::Poor), (Mark::Untold, State::Untold)];

/// The form of the item that the address names, or of a new one.
#[component]
pub fn ItemForm(
    /// The plan.
    seen: Seen,
    /// Its id, or anything else for a new one.
    named: String,
) -> impl IntoView {
    let known = seen.bench.with_untracked(|bench| {
        bench.iter().flat_map(|bench| &bench.items).find(|(id, _)| id.to_string() == named).cloned()
    });
    let (id, before) = known.map_or_else(|| (random::record_id(), None), |(id, item)| (id, Some(item)));
    boxed(seen, id, before)
}

fn boxed(seen: Seen, id: RecordId, before: Option<CapitalItem>) -> AnyView {
    let words = seen.desk.words();
    let (said, paper) = (&words.estate_plan().item, words.estate_paper());
    let (form, toaster, done) = (Form::new(), use_toaster(), leave(""));
    let base = before.clone().unwrap_or_default();
    let string = |text: &str| RwSignal::new(text.to_owned());
    let category = string(base.category.as_str());
    let (name, condition, relevant) = (string(&base.name), string(&base.condition), string(&base.relevant));
    let state = string(base.state.map(Mark::as_str).unwrap_or_default());
    let systems = RwSignal::new(base.systems.clone());
    let (due, life, over) = (text(base.due), text(base.life), text(base.over));
    let cents = |cents| RwSignal::new(cents_text(words, cents));
    let (cost, past) = (cents(base.cost), cents(base.past));
    let escalation = RwSignal::new(rate_text(words, base.escalation));
    let (is_new, title) = (before.is_none(), base.name.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut reading = Reading::default();
        let typed = |value: RwSignal<String>| value.get_untracked();
        let item = CapitalItem {
            category: typed(category).parse().unwrap_or_default(),
            name: normal(&typed(name)),
            state: typed(state).parse().ok(),
            condition: normal(&typed(condition)),
            due: small(&mut reading, &typed(due), "due"),
            cost: reading.cents(&typed(cost), "cost"),
            life: small(&mut reading, &typed(life), "life"),
            relevant: normal(&typed(relevant)),
            past: reading.cents(&typed(past), "past"),
            escalation: rate(&mut reading, &typed(escalation), "escalation"),
            over: small(&mut reading, &typed(over), "over"),
            systems: systems.get_untracked(),
            deleted: None,
        };
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let before = before.clone();
        form.run(async move { put(seen.desk, id, before.as_ref(), &item).await }, move |()| done.run(()));
    };
    let remove = Callback::new(move |()| delete::<CapitalItem>(seen, toaster, id, title.clone(), done));
    let gone = (!is_new).then(|| view! { <Button label=said.remove weight=Weight::Danger on_press=remove /> });
    let quotes = (!is_new).then(|| {
        let href = format!("/estate/work/quotes?work={id}");
        view! { <p><LinkButton label=said.quotes href weight=Weight::Small /></p> }
    });
    let categories = Category::ALL.iter().map(|one| (one.as_str().to_owned(), (paper.category)(*one).to_owned()));
    let states = [(String::new(), said.no_state.to_owned())].into_iter();
    let states = states.chain(STATES.map(|(mark, state)| (mark.as_str().to_owned(), (paper.state)(state).to_owned())));
    let (categories, states) = (categories.collect::<Vec<_>>(), states.collect::<Vec<_>>());
    let optional = words.common().optional;
    view! {
        <form class="form stack" novalidate on:submit=save>
            <h2>{words.estate_plan().edit_item}</h2>
            {quotes}
            <SelectField label=said.category value=category options=Signal::stored(categories) />
            <TextField label=said.name value=name error=form.error("name") />
            {things(seen, systems, state)}
            <SelectField label=said.state value=state options=Signal::stored(states) />
            <AreaField label=said.condition optional value=condition error=form.error("condition") />
            <div class="pair">
                <TextField label=said.due optional hint=said.due_hint value=due keyboard="numeric" error=form.error("due") />
                <TextField label=said.cost optional hint=said.cost_hint value=cost sign="R" keyboard="decimal" error=form.error("cost") />
            </div>
            <div class="pair">
                <TextField label=said.life optional hint=said.life_hint value=life unit=said.years keyboard="numeric" error=form.error("life") />
                <TextField label=said.past optional hint=said.past_hint value=past sign="R" keyboard="decimal" error=form.error("past") />
            </div>
            <div class="pair">
                <TextField label=said.escalation optional value=escalation unit=said.percent keyboard="decimal" error=form.error("escalation") />
                <TextField label=said.over optional value=over unit=said.years keyboard="numeric" error=form.error("over") />
            </div>
            <AreaField label=said.relevant optional value=relevant error=form.error("relevant") />
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() />
                <LinkButton label=words.common().cancel href=super::PLAN weight=Weight::Quiet />
                {gone}
            </div>
        </form>
    }
    .into_any()
}

/// The systems of the common property, and the condition that they propose; nothing where none is told of.
fn things(seen: Seen, systems: RwSignal<Vec<RecordId>>, state: RwSignal<String>) -> Option<AnyView> {
    let words = seen.desk.words();
    let (said, paper) = (&words.estate_plan().item, words.estate_paper());
    let common = seen.bench.with_untracked(|bench| bench.as_ref().map(|bench| bench.common.clone()))?;
    if common.is_empty() {
        return None;
    }
    let name = |thing: &model::scheme::Thing| match thing.name.as_str() {
        "" => (words.choice().system)(thing.sort).to_owned(),
        name => name.to_owned(),
    };
    let chips = common.iter().map(|thing| Chip { value: thing.id, name: name(thing), glyph: None }).collect();
    let propose = move || {
        let mark = seen.bench.with(|bench| systems.with(|systems| bench.as_ref()?.seen(systems)))?;
        let (_, told) = STATES.into_iter().find(|(known, _)| *known == mark)?;
        let take = Callback::new(move |()| state.set(mark.as_str().to_owned()));
        Some(view! {
            <div class="line">
                <span>{(said.seen)((paper.state)(told))}</span>
                <Button label=said.take weight=Weight::Small on_press=take />
            </div>
        })
    };
    Some(view! { <Choices legend=said.systems options=chips values=systems /> {dynamic(propose)} }.into_any())
}
