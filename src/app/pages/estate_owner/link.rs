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
    let token = page::take_secret(SECRET);
    let body = move || match (token.is_empty(), desk.account.with(Option::is_none)) {
        (true, _) => view! { <Notice kind=NoticeKind::Refused title=words.trouble().not_found /> }.into_any(),
        (false, true) => {
            view! { <LinkButton label=said.sign_in href="/sign-in?to=/link" weight=Weight::Primary /> }.into_any()
        }
        (false, false) => view! { <Linking token=token.clone() /> }.into_any(),
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

/// Which logbook, and what of it is shown.
#[component]
fn Linking(token: String) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_owner();
    let navigate = use_navigate();
    let owned = desk.homes.with_untracked(|homes| {
        let owned = homes.iter().filter(|home| home.joined && matches!(home.role, Role::Owner | Role::CoOwner));
        owned.map(|home| Chip { value: Some(home.space), name: home.name.clone(), glyph: None }).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(owned.first().and_then(|chip| chip.value));
    let take_over = Chip { value: None::<SpaceId>, name: said.take_over.to_owned(), glyph: None };
    let options: Vec<Chip<Option<SpaceId>>> = owned.into_iter().chain([take_over]).collect();
    let shows = RwSignal::new(SHOWN.to_vec());
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
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
    let hint = move || chosen.get().is_none().then(|| view! { <p class="small soft">{said.take_over_hint}</p> });
    view! {
        <TroubleNotice trouble back="/link" />
        <Choice legend=said.which options value=chosen />
        {dynamic(hint)}
        <Shows shows />
        <Button label=said.link weight=Weight::Primary busy on_press=link />
    }
}
