//! Signing this device in by a code that another device of the account shows.

use crate::browser::page;
use crate::components::{Brand, Button, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::account::{self, SignedIn};
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Signing this device in by a scanned code.
pub fn pair() -> Draw {
    || view! { <PairPage /> }.into_any()
}

#[component]
fn PairPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let navigate = use_navigate();
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let code = page::take_secret("pairing");
    let known = !code.is_empty();
    let claim = move |()| {
        let (code, navigate) = (code.clone(), navigate.clone());
        busy.set(true);
        leptos::task::spawn_local(async move {
            // It works once: whatever comes of it, it is of no more use.
            page::drop_secret("pairing");
            match account::claim_pair(desk, &code).await {
                Ok(SignedIn::Joined) => navigate("/", NavigateOptions { replace: true, ..NavigateOptions::default() }),
                Ok(SignedIn::OtherAccount(email)) => error.set(Some((words.account().other_account)(&email))),
                Err(trouble) => error.set(Some(trouble.told(words))),
            }
            busy.try_set(false);
        });
    };
    let claim = Callback::new(claim);
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1>{words.account().pair_confirm}</h1>
            <p>{words.account().pair_confirm_hint}</p>
            {dynamic(move || error.get().map(|error| view! { <Notice kind=NoticeKind::Refused title=error /> }))}
            {if known {
                view! { <Button label=words.account().sign_in weight=Weight::Primary busy=busy on_press=claim /> }.into_any()
            } else {
                view! { <Notice kind=NoticeKind::Refused title=words.trouble().wrong_code /> }.into_any()
            }}
            <LinkButton label=words.common().cancel href="/" weight=Weight::Quiet />
        </main>
    }
}
