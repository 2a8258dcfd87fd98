//! Ways in for who cannot read their mail any more: a recovery code, and the code that takes an address back.

use super::sign_in::{Arrived, told};
use crate::components::{Button, TextField, Weight};
use crate::deeds::Trouble;
use crate::deeds::account;
use crate::desk::use_desk;
use leptos::prelude::*;
use wire::ErrorCode;

/// Signing in with a recovery code.
#[component]
pub(super) fn Recover(
    /// The address.
    email: RwSignal<String>,
    /// What is wrong.
    error: RwSignal<Option<String>>,
    /// What follows.
    arrived: Arrived,
    /// Leads back to the code by e-mail.
    leave: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().account();
    let (code, busy, wrong) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(None::<String>));
    let sign_in = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        error.set(None);
        wrong.set(None);
        busy.set(true);
        let arrived = arrived.clone();
        leptos::task::spawn_local(async move {
            match account::recover(desk, &email.get_untracked(), &code.get_untracked()).await {
                // An address that cannot be one is said beside its box, all else beside the code.
                Err(trouble) if !trouble.faults().is_empty() => drop(wrong.try_set(Some(told(desk, &trouble)))),
                Err(Trouble::Refused(body)) if body.code == ErrorCode::WrongCode => {
                    error.try_set(Some(said.recovery_wrong.to_owned()));
                }
                result => arrived(result),
            }
            busy.try_set(false);
        });
    };
    view! {
        <h1>{said.recovery_title}</h1>
        <p>{said.recovery_lead}</p>
        <form class="form" novalidate on:submit=sign_in>
            <TextField label=said.email value=email error=wrong kind="email" autocomplete="email" />
            <TextField label=said.recovery_code value=code error=error placeholder=said.recovery_code_form />
            <Button label=said.sign_in weight=Weight::Primary submit=true busy=busy />
        </form>
        <Button label=said.use_code weight=Weight::Quiet on_press=leave />
    }
}

/// Taking back the address that the account had.
#[component]
pub(super) fn TakeBack(
    /// What is wrong.
    error: RwSignal<Option<String>>,
    /// It was taken back.
    done: Callback<()>,
    /// Leads to signing in.
    leave: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.account();
    let (code, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let take = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        error.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            match account::take_address_back(desk, &code.get_untracked()).await {
                Ok(()) => done.run(()),
                Err(Trouble::Refused(body)) if body.code == ErrorCode::Conflict => {
                    error.try_set(Some(said.back_held.to_owned()));
                }
                Err(Trouble::Refused(body)) if body.code == ErrorCode::WrongCode => {
                    error.try_set(Some(said.back_wrong.to_owned()));
                }
                Err(trouble) => drop(error.try_set(Some(trouble.told(words)))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <h1>{said.back_title}</h1>
        <p>{said.back_lead}</p>
        <form class="form" novalidate on:submit=take>
            <TextField label=said.back_code value=code error=error autofocus=true />
            <Button label=said.back_do weight=Weight::Primary submit=true busy=busy />
        </form>
        <Button label=said.sign_in weight=Weight::Quiet on_press=leave />
    }
}
