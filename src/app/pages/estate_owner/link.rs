//! Linking a logbook to its unit. The secret stands in the fragment of the link, which no server sees.

use super::shows::Shows;
use crate::browser::page;
use crate::components::{Brand, Button, Chip, Choice, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{Trouble, estate_link as deeds};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::SpaceId;
use model::access::Role;
use model::scheme::project::veil::SHOWN;

/// Under which name the secret is kept over signing in, which leads away from here and back.
const SECRET: &str = "estate-link";

/// The page.
#[component]
pub(super) fn LinkPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_owner();
    let token = RwSignal::new(page::take_secret(SECRET));
    // The same page stands with another secret if a second link is opened in its tab. The router does not tell of that: it knows of the address without either.
    let another = window_event_listener(leptos::ev::hashchange, move |_| {
        let now = page::take_secret(SECRET);
        if token.with_untracked(|token| *token != now) {
            token.set(now);
        }
    });
    on_cleanup(move || another.remove());
    let body = move || match (token.get(), desk.account.with(Option::is_none)) {
        (token, _) if token.is_empty() => {
            view! { <Notice kind=NoticeKind::Refused title=words.trouble().not_found /> }.into_any()
        }
        (_, true) => {
            view! { <LinkButton label=said.sign_in href="/sign-in?to=/link" weight=Weight::Primary /> }.into_any()
        }
        (token, false) => view! { <Linking token /> }.into_any(),
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1>{said.link_title}</h1>
            <p>{said.link_lead}</p>
            {dynamic(body)}
            <LinkButton label=said.not_now href="/" weight=Weight::Quiet />
        </main>
    }
}

/// Which logbook, and what of it is shown, once it is known what the link offers.
#[component]
fn Linking(token: String) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_owner();
    let navigate = use_navigate();
    let owned = desk.homes.with_untracked(|homes| {
        let owned = homes.iter().filter(|home| home.joined && matches!(home.role, Role::Owner | Role::CoOwner));
        owned.map(|home| Chip { value: Some(home.space), name: home.name.clone(), glyph: None }).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(owned.first().and_then(|chip| chip.value));
    let shows = RwSignal::new(SHOWN.to_vec());
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let held = RwSignal::new(None::<bool>);
    let asked = token.clone();
    leptos::task::spawn_local(async move {
        match deeds::offers_held(asked).await {
            Ok(is) => drop(held.try_set(Some(is))),
            Err(wrong) => drop(trouble.try_set(Some(wrong))),
        }
    });
    let link = Callback::new(move |()| {
        let (token, navigate) = (token.clone(), navigate.clone());
        busy.set(true);
        leptos::task::spawn_local(async move {
            match deeds::link(desk, token, chosen.get_untracked(), shows.get_untracked()).await {
                Ok(()) => {
                    page::drop_secret(SECRET);
                    navigate("/scheme", NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    });
    let form = move || {
        let is_held = match held.get() {
            Some(held) => held,
            None if trouble.with(Option::is_some) => return ().into_any(),
            None => return view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        };
        let take_over = is_held.then(|| Chip { value: None::<SpaceId>, name: said.take_over.to_owned(), glyph: None });
        let options: Vec<Chip<Option<SpaceId>>> = owned.iter().cloned().chain(take_over).collect();
        if options.is_empty() {
            let actions = view! { <LinkButton label=said.start href="/" weight=Weight::Primary /> }.into_any();
            let (title, body) = (said.no_logbook, said.no_logbook_lead);
            return view! { <Notice kind=NoticeKind::Info title body actions /> }.into_any();
        }
        let hint = move || chosen.get().is_none().then(|| view! { <p class="small soft">{said.take_over_hint}</p> });
        view! {
            <Choice legend=said.which options value=chosen />
            {dynamic(hint)}
            <Shows shows />
            <Button label=said.link weight=Weight::Primary busy on_press=link />
        }
        .into_any()
    };
    view! {
        <TroubleNotice trouble back="/link" />
        {dynamic(form)}
    }
}
