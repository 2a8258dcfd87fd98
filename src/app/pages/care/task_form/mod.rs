//! Writing down what is to be done, or changing it.

mod rounds;

use crate::components::{AreaField, Button, Combobox, Glyph, SelectField, TextField, Weight};
use crate::deeds::{member, record};
use crate::desk::{Desk, use_desk};
use crate::pages::field::{SystemsField, contacts};
use crate::pages::form::{Form, FormPage, money_text, money_typed, number_typed};
use crate::pages::{undo, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use model::canonical::normal;
use model::entry::Part;
use model::task::{IntervalBasis, Task};
use model::{Fault, RecordId};
use rounds::{Rounds, RoundsBoxes};

/// Writing down what is to be done.
pub fn task_form() -> Draw {
    || view! { <TaskFormPage /> }.into_any()
}

/// What stands in the boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
struct Boxes {
    title: RwSignal<String>,
    due: RwSignal<String>,
    rounds: Rounds,
    lead_days: RwSignal<String>,
    systems: RwSignal<Vec<RecordId>>,
    contact: RwSignal<Option<RecordId>>,
    member: RwSignal<String>,
    trade: RwSignal<String>,
    cost_min: RwSignal<String>,
    cost_max: RwSignal<String>,
    why: RwSignal<String>,
    how_to: RwSignal<String>,
    parts: RwSignal<String>,
    notes: RwSignal<String>,
}

impl Boxes {
    fn of(desk: Desk, task: &Task) -> Self {
        let words = desk.words();
        let text = |text: &str| RwSignal::new(text.to_owned());
        let parts: Vec<&str> = task.parts.iter().map(|part| part.name.as_str()).collect();
        Self {
            title: text(&task.title),
            due: RwSignal::new(task.due.map(|due| due.to_string()).unwrap_or_default()),
            rounds: Rounds::of(task.recurrence.as_ref(), task.meter, |milli| words.quantity(milli)),
            lead_days: RwSignal::new(task.lead_days.map(|days| days.to_string()).unwrap_or_default()),
            systems: RwSignal::new(task.systems.clone()),
            contact: RwSignal::new(task.contact),
            member: RwSignal::new(task.member.map(|member| member.to_string()).unwrap_or_default()),
            trade: text(&task.trade),
            cost_min: RwSignal::new(money_text(words, task.cost_min.as_ref())),
            cost_max: RwSignal::new(money_text(words, task.cost_max.as_ref())),
            why: text(&task.why),
            how_to: text(&task.how_to),
            parts: text(&parts.join("\n")),
            notes: text(&task.notes),
        }
    }

    /// What they say, over what has no box.
    fn letter(self, base: &Task) -> Result<Task, Fault> {
        let currency =
            |money: &Option<model::Money>| money.as_ref().map_or("ZAR".to_owned(), |money| money.currency.clone());
        let recurrence = self.rounds.recurrence()?;
        let by_meter = recurrence.as_ref().is_some_and(|recurrence| recurrence.unit.is_some());
        let mut letter = Task {
            title: normal(&self.title.get_untracked()),
            due: self.due.get_untracked().parse().ok(),
            lead_days: number_typed(&self.lead_days.get_untracked(), "lead_days")?,
            systems: self.systems.get_untracked(),
            meter: self.rounds.meter.get_untracked().filter(|_| by_meter),
            contact: self.contact.get_untracked(),
            member: self.member.get_untracked().parse().ok(),
            trade: normal(&self.trade.get_untracked()),
            cost_min: money_typed(&self.cost_min.get_untracked(), &currency(&base.cost_min), "cost_min")?,
            cost_max: money_typed(&self.cost_max.get_untracked(), &currency(&base.cost_max), "cost_max")?,
            why: normal(&self.why.get_untracked()),
            how_to: normal(&self.how_to.get_untracked()),
            parts: parts(&normal(&self.parts.get_untracked()), &base.parts),
            notes: normal(&self.notes.get_untracked()),
            recurrence,
            ..base.clone()
        };
        // Another interval is the person's own, whatever the one before rested on.
        if letter.recurrence != base.recurrence {
            (letter.interval_basis, letter.interval_source) = (IntervalBasis::Owner, String::new());
        }
        Ok(letter)
    }
}

/// Parts by their names, one a line; one that was there keeps its number.
fn parts(lines: &str, before: &[Part]) -> Vec<Part> {
    let names = lines.lines().map(str::trim).filter(|name| !name.is_empty());
    let part = |name: &str| {
        let known = before.iter().find(|part| part.name == name).cloned();
        known.unwrap_or_else(|| Part { name: name.to_owned(), quantity: 1, number: String::new() })
    };
    names.map(part).collect()
}

#[component]
fn TaskFormPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let form = Form::new();
    let id = use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let before = id.and_then(|id| untrack(|| desk.library.find::<Task>(id))).map(|kept| kept.letter.clone());
    let mut start = before.clone().unwrap_or_default();
    if let Some(system) = use_query_map().with_untracked(|query| query.get("system").and_then(|id| id.parse().ok())) {
        start.systems = vec![system];
    }
    let boxes = Boxes::of(desk, &start);
    let back = id.map_or("/plan".to_owned(), |id| format!("/tasks/{id}"));
    let to = StoredValue::new(navigate);
    let leave = move |to_path: &str| {
        to.with_value(|go| go(to_path, NavigateOptions { replace: true, ..NavigateOptions::default() }));
    };
    let save = move |()| {
        let letter = match boxes.letter(&start) {
            Ok(letter) => letter,
            Err(fault) => return form.show(vec![fault]),
        };
        let before = before.clone();
        let deed = async move {
            match (id, before) {
                (Some(id), Some(before)) => record::change(desk, id, &before, &letter).await.map(|()| id),
                _ => record::add(desk, &letter).await,
            }
        };
        form.run(deed, move |id| {
            toaster.say(words.care().saved);
            leave(&format!("/tasks/{id}"));
        });
    };
    let title = if id.is_some() { words.care().task } else { words.care().add_task };
    let delete = id.map(|id| {
        let press = Callback::new(move |()| {
            undo::delete::<Task>(desk, toaster, id, boxes.title.get_untracked(), move || leave("/plan"));
        });
        view! { <div><Button label=words.care().delete weight=Weight::Danger glyph=Glyph::TRASH on_press=press /></div> }
    });
    view! {
        <FormPage title back form on_save=Callback::new(save)>
            <Questions boxes form />
            {delete}
        </FormPage>
    }
}

#[component]
fn Questions(boxes: Boxes, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.care();
    let optional = words.common().optional;
    let typed = RwSignal::new(String::new());
    let members = members(desk);
    let has_members = Signal::derive(move || members.with(|members| members.len() > 1));
    view! {
        <TextField label=said.what value=boxes.title error=form.error("title") />
        <TextField label=said.due value=boxes.due kind="date" error=form.error("due") />
        <RoundsBoxes rounds=boxes.rounds form />
        <SystemsField label=said.concerns values=boxes.systems />
        <Combobox label=said.usually optional=optional options=contacts(desk) value=boxes.contact typed=typed />
        <TextField label=said.trade value=boxes.trade optional=optional error=form.error("trade") />
        {move || has_members.get().then(|| view! {
            <SelectField label=said.member value=boxes.member options=members optional=optional error=form.error("member") />
        })}
        <div class="pair">
            <TextField label=said.cost_min value=boxes.cost_min keyboard="decimal" sign="R" optional=optional error=form.error("cost_min") />
            <TextField label=said.cost_max value=boxes.cost_max keyboard="decimal" sign="R" optional=optional error=form.error("cost_max") />
        </div>
        <TextField label=said.lead value=boxes.lead_days keyboard="numeric" unit=said.days optional=optional error=form.error("lead_days") />
        <AreaField label=said.why value=boxes.why optional=optional error=form.error("why") />
        <AreaField label=said.how_to value=boxes.how_to hint=said.one_a_line optional=optional error=form.error("how_to") />
        <AreaField label=said.parts_needed value=boxes.parts hint=said.one_a_line optional=optional error=form.error("parts") />
        <AreaField label=said.notes value=boxes.notes optional=optional error=form.error("notes") />
    }
}

/// Members of the home to choose from, nobody first; only nobody while they are not known, as without a network.
fn members(desk: Desk) -> RwSignal<Vec<(String, String)>> {
    let nobody = (String::new(), desk.words().care().nobody.to_owned());
    let members = RwSignal::new(vec![nobody]);
    if untrack(|| desk.joined()) {
        leptos::task::spawn_local(async move {
            let known = member::list(desk).await.map(|members| members.members).unwrap_or_default();
            // The form may have been left meanwhile.
            let _ = members.try_update(|all| {
                all.extend(known.into_iter().map(|member| (member.account.to_string(), member.email)));
            });
        });
    }
    members
}
