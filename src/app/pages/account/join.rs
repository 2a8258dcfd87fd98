//! Accepting an invitation to a home, a firm or a scheme. The secret stands in the fragment of the link, which no server sees.

use crate::browser::page;
use crate::components::{Brand, Button, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::member;
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::access::Sort;

/// Accepting an invitation.
pub fn join() -> Draw {
    || view! { <JoinPage /> }.into_any()
}

#[component]
fn JoinPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let navigate = use_navigate();
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    // Kept over signing in, which leads away from here and back.
    let token = page::take_secret("invitation");
    let known = !token.is_empty();
    let accept = move |()| {
        let (token, navigate) = (token.clone(), navigate.clone());
        busy.set(true);
        leptos::task::spawn_local(async move {
            match member::accept(desk, &token).await {
                Ok(sort) => {
                    page::drop_secret("invitation");
                    let to = match sort {
                        Sort::Firm => "/desk/team",
                        Sort::Estate => "/estate",
                        Sort::Case => "/estate/cases",
                        Sort::Home | Sort::Deal => "/",
                    };
                    navigate(to, NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(trouble) => error.set(Some(trouble.told(words))),
            }
            busy.try_set(false);
        });
    };
    let accept = Callback::new(accept);
    let answer = move || {
        if desk.account.with(Option::is_none) {
            view! { <LinkButton label=words.account().join_sign_in href="/sign-in?to=/join" weight=Weight::Primary /> }
                .into_any()
        } else {
            view! { <Button label=words.account().join weight=Weight::Primary busy=busy on_press=accept /> }.into_any()
        }
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1>{words.account().join_title}</h1>
            <p>{words.account().join_lead}</p>
            {dynamic(move || error.get().map(|error| view! { <Notice kind=NoticeKind::Refused title=error /> }))}
            {if known { answer.into_any() } else { view! { <Notice kind=NoticeKind::Refused title=words.trouble().not_found /> }.into_any() }}
            <LinkButton label=words.account().not_now href="/" weight=Weight::Quiet />
        </main>
    }
}
