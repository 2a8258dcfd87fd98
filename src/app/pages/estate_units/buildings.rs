//! Buildings by hand: adding one, calling one otherwise.

use super::lot::Lot;
use crate::browser::random;
use crate::components::{Button, More, TextField, Weight, dynamic};
use crate::deeds::{Change, estate};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::canonical::normal;
use model::scheme::Building;
use std::sync::Arc;

/// The buildings, folded away.
#[component]
pub(super) fn Buildings(lot: Memo<Arc<Lot>>) -> impl IntoView {
    let said = use_desk().words().estate_units();
    let all = Memo::new(move |_| lot.with(|lot| lot.buildings.clone()));
    let next = move || all.with_untracked(|all| all.iter().map(|(_, one)| one.place + 1).max().unwrap_or(0));
    view! {
        <More summary=said.buildings>
            {dynamic(move || all.get().into_iter().map(|(id, before)| view! { <One id=Some(id) before /> }).collect_view())}
            {dynamic(move || {
                all.track();
                view! { <One id=None before=Building { place: next(), ..Building::default() } /> }
            })}
        </More>
    }
}

/// The box of one, or of one that is added.
#[component]
fn One(id: Option<RecordId>, before: Building) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let form = Form::new();
    let name = RwSignal::new(before.name.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let after = Building { name: normal(&name.get_untracked()), ..before.clone() };
        let change = match id {
            Some(id) => Change::between(id, &before, &after),
            None => Some(Change::new(random::record_id(), &after)),
        };
        form.run(estate::write(desk, change.into_iter().collect()), move |()| form.say(said.saved));
    };
    let label = if id.is_some() { words.common().save } else { said.building_add };
    view! {
        <form class="line" novalidate on:submit=save>
            <TextField label=said.building_name value=name error=form.error("name") />
            <Button label weight=Weight::Plain submit=true busy=form.busy() />
        </form>
    }
}
