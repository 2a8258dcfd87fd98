//! What the parts of the score weigh: the usual weights with where they come from, and those that the scheme chose.

use crate::components::{Button, More, TextField, Weight as Loud, dynamic};
use crate::deeds::{Change, estate as deeds};
use crate::desk::use_desk;
use crate::pages::estate::sight::Sight;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::estate::score::weights::DEFAULTS;
use model::estate::score::{Part, Weights};
use model::scheme::board::weights as weighed;
use model::scheme::{Scheme, Weight};

/// The weights.
#[component]
pub fn WeightsForm(
    /// What is seen of the scheme.
    sight: Sight,
    /// What it says of itself, and the record that says it.
    scheme: Memo<Option<(RecordId, Scheme)>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let form = Form::new();
    let may = Memo::new(move |_| sight.estate(|estate| estate.may(Action::Write)).unwrap_or(false));
    let stands = move || scheme.with(|scheme| scheme.as_ref().map(|(_, one)| weighed(one)).unwrap_or_default());
    let boxes: Vec<(Part, RwSignal<String>)> = Part::ALL
        .iter()
        .zip(untrack(stands).all())
        .map(|(part, points)| (*part, RwSignal::new(points.to_string())))
        .collect();
    let typed = StoredValue::new(boxes.clone());
    let named = move || -> Vec<(Part, u32)> {
        let read = |(part, points): &(Part, RwSignal<String>)| {
            (*part, points.with(|points| points.trim().parse().unwrap_or(0)))
        };
        typed.with_value(|boxes| boxes.iter().map(read).collect())
    };
    let faults = Memo::new(move |_| Weights::of(&named()).err().unwrap_or_default());
    let fields = boxes.into_iter().zip(DEFAULTS).map(|((part, value), (_, usual, source))| {
        let hint = (said.weight_source)(usual, source);
        view! { <TextField label=(said.part)(part) value hint keyboard="numeric" /> }
    });
    let save = move |()| {
        let Some((id, before)) = scheme.get_untracked() else { return };
        let weights = untrack(named).into_iter().map(|(part, points)| Weight { part, points }).collect();
        let changes = Change::between(id, &before, &Scheme { weights, ..before.clone() }).into_iter().collect();
        form.run(async move { deeds::write(desk, changes).await }, move |()| {
            form.say(desk.words().board().weights_saved)
        });
    };
    let foot = move || {
        let sum = named().into_iter().map(|(_, points)| u64::from(points)).sum();
        let wrong = faults.with(|faults| faults.first().map(|fault| (said.weight_fault)(*fault)));
        let is_right = wrong.is_none();
        let save = move || view! { <div><Button label=desk.words().common().save weight=Loud::Primary busy=form.busy() on_press=Callback::new(save) /></div> };
        view! {
            <p role="status">{(said.weights_sum)(sum)} {wrong.map(|wrong| view! { " · "<strong>{wrong}</strong> })}</p>
            {(is_right && may.get()).then(save)}
        }
    };
    view! {
        <div class="paperless">
            <More summary=said.weights>
                <p>{said.weights_lead}</p>
                <div class="board-weights">{fields.collect_view()}</div>
                {dynamic(foot)}
            </More>
        </div>
    }
}
