//! A unit that was sold: another owner from a day on.

use super::unit::Known;
use crate::components::{Button, TextField, Weight};
use crate::deeds::{Change, estate as deeds};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::scheme::Unit;
use model::{Fault, FaultCode};

/// The new owner and the day. Who owned it before stands in the history of the record.
#[component]
pub(super) fn Sold(one: Memo<Option<Known>>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let form = Form::new();
    let [owner, email, phone] = [(); 3].map(|()| RwSignal::new(String::new()));
    let day = RwSignal::new(desk.today().to_string());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(Known { id, unit: before, .. }) = one.get_untracked() else { return };
        let Ok(since) = day.get_untracked().trim().parse() else {
            return form.show(vec![Fault::new("owned_since", FaultCode::Unreadable)]);
        };
        let name = normal(&owner.get_untracked());
        if name.is_empty() {
            return form.show(vec![Fault::new("owner", FaultCode::Missing)]);
        }
        let after = Unit {
            owner: name,
            owner_email: normal(&email.get_untracked()),
            owner_phone: normal(&phone.get_untracked()),
            owned_since: Some(since),
            ..before.clone()
        };
        let change = Change::between(id, &before, &after);
        form.run(deeds::write(desk, change.into_iter().collect()), move |()| {
            form.say(said.saved);
            for text in [owner, email, phone] {
                text.try_set(String::new());
            }
        });
    };
    let optional = desk.words().common().optional;
    view! {
        <form class="form" novalidate on:submit=save>
            <p class="soft">{said.sold_lead}</p>
            <TextField label=said.new_owner value=owner error=form.error("owner") />
            <TextField label=said.sold_on value=day kind="date" error=form.error("owned_since") />
            <TextField label=said.owner_email optional value=email kind="email" error=form.error("owner_email") />
            <TextField label=said.owner_phone optional value=phone kind="tel" error=form.error("owner_phone") />
            <div><Button label=said.sold_save weight=Weight::Primary submit=true busy=form.busy() /></div>
        </form>
    }
}
