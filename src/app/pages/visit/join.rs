//! A visitor asks to become a member: the owner decides, and invites them by mail.

use crate::components::{Button, Dialog, TextField, Weight};
use crate::deeds::contribute::{Outcome, Sender, contribute};
use crate::desk::use_desk;
use crate::pages::form::Form;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::Body;
use model::body::Fields;
use model::contribution::Sort;

/// What is asked for.
#[component]
pub(super) fn Join(
    /// Whether it is asked.
    open: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.contribution();
    let toaster = use_toaster();
    let form = Form::new();
    let (name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (no_name, no_email) = (form.error("name"), form.error("email"));
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sender = Sender { name: name.get_untracked(), firm: String::new() };
        let typed = email.get_untracked().trim().to_owned();
        let fields = Fields::from_iter([("email".to_owned(), typed.into())]);
        form.run(contribute(desk, Sort::Membership, sender, Body::seal(&fields)), move |outcome| {
            toaster.say(if outcome == Outcome::Sent { said.join_sent } else { said.kept });
            open.set(false);
        });
    };
    view! {
        <Dialog open title=said.join close=words.common().close>
            <form class="form" novalidate on:submit=ask>
                <p>{said.join_lead}</p>
                <TextField label=said.name value=name error=no_name />
                <TextField label=said.email value=email kind="email" error=no_email />
                <div class="actions"><Button label=said.join_send weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </Dialog>
    }
}
