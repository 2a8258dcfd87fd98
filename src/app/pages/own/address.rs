//! Another e-mail address for the account: a code goes there and is typed here.

use super::back;
use crate::components::{Button, TextField, Weight, dynamic};
use crate::deeds::{Trouble, draft, own};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use crate::pages::form::told;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wire::ErrorCode;

/// Another address.
#[component]
pub(super) fn AddressPage() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let trouble = RwSignal::new(None::<Trouble>);
    let (email, sent) = (RwSignal::new(String::new()), RwSignal::new(false));
    let now = move || desk.account.with(|account| account.as_ref().map(|account| (said.address_now)(&account.email)));
    view! {
        <Page title=said.address back=back(desk) named=true class="stack stack--loose">
            <TroubleNotice trouble back="/settings/account/address" />
            <p>{said.address_lead}</p>
            <p>{dynamic(now)}</p>
            {dynamic(move || {
                if sent.get() {
                    view! { <TypeCode email sent trouble /> }.into_any()
                } else {
                    view! { <Ask email sent trouble /> }.into_any()
                }
            })}
        </Page>
    }
}

#[component]
fn Ask(email: RwSignal<String>, sent: RwSignal<bool>, trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.own();
    let (error, busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    // What was typed outlives a sign-in that the server asks for first.
    let place = draft::place(desk, "address");
    let kept = place.clone();
    leptos::task::spawn_local(async move {
        if let Some(typed) = draft::read::<String>(desk, &kept).await {
            email.try_set(typed);
        }
    });
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        error.set(None);
        busy.set(true);
        let (typed, place) = (email.get_untracked(), place.clone());
        leptos::task::spawn_local(async move {
            let asked = own::ask_address(desk, &typed).await;
            // Where it cannot be kept, it still stands on this page.
            let _ = draft::keep(desk, &place, asked.is_err().then_some(&typed)).await;
            match asked {
                Ok(()) => {
                    trouble.try_set(None);
                    sent.try_set(true);
                }
                Err(wrong) => match wrong.faults().first() {
                    Some(fault) => drop(error.try_set(Some(told(words, fault)))),
                    None => drop(trouble.try_set(Some(wrong))),
                },
            }
            busy.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=ask>
            <TextField label=said.address_new value=email error=error kind="email" autocomplete="email" />
            <div><Button label=said.address_send weight=Weight::Primary submit=true busy=busy /></div>
        </form>
    }
}

#[component]
fn TypeCode(email: RwSignal<String>, sent: RwSignal<bool>, trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.own();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let (code, error, busy) = (RwSignal::new(String::new()), RwSignal::new(None::<String>), RwSignal::new(false));
    let change = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        error.set(None);
        busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match own::change_address(desk, &code.get_untracked()).await {
                Ok(()) => {
                    toaster.say(said.address_changed);
                    navigate("/settings/account", NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(Trouble::Refused(body)) if body.code == ErrorCode::Conflict => {
                    error.try_set(Some(said.address_held.to_owned()));
                }
                Err(wrong @ Trouble::Refused(_)) => drop(error.try_set(Some(wrong.told(words)))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <p role="status">{(said.address_sent)(email.get_untracked().trim())}</p>
        <form class="form" novalidate on:submit=change>
            <TextField label=said.address_code value=code error=error keyboard="numeric" autocomplete="one-time-code" autofocus=true />
            <div class="actions">
                <Button label=said.address_change weight=Weight::Primary submit=true busy=busy />
                <Button label=said.address_other weight=Weight::Quiet on_press=Callback::new(move |()| sent.set(false)) />
            </div>
        </form>
    }
}
