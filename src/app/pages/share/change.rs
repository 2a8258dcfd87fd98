//! Changing what a link gives: less at once, more with a proof of being there.

use super::boxes::Boxes;
use super::form::Questions;
use super::{Of, estate};
use crate::components::{Button, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{Trouble, share};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::ShareId;
use wire::share::Share;

/// Changing a link.
#[component]
pub(super) fn ChangePage(
    /// Which; none if the address names none.
    id: Option<ShareId>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let found = RwSignal::new(None::<Result<Option<Share>, Trouble>>);
    let of = Of::here();
    let (space, base) = (of.estate, of.base());
    leptos::task::spawn_local(async move {
        let told = share::list(desk, space).await;
        found.try_set(Some(told.map(|all| all.into_iter().find(|share| Some(share.id) == id))));
    });
    let body = move || match found.get() {
        None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        Some(Err(wrong)) => view! { <Notice kind=NoticeKind::Refused title=wrong.told(words) /> }.into_any(),
        Some(Ok(None)) => view! { <p>{said.gone}</p> }.into_any(),
        Some(Ok(Some(share))) if space.is_some() => view! { <estate::ChangeForm share /> }.into_any(),
        Some(Ok(Some(share))) => view! { <Form share /> }.into_any(),
    };
    let back = (id.map_or_else(|| base.to_owned(), |id| format!("{base}/{id}")), said.title.to_owned());
    view! {
        <Page title=words.sent().change_title back named=true class="stack stack--loose">{dynamic(body)}</Page>
    }
}

#[component]
fn Form(share: Share) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.sent();
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<Trouble>));
    let toaster = use_toaster();
    let navigate = use_navigate();
    let id = share.id;
    let boxes = Boxes::of(&share);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wish = boxes.wish();
        if wish.grant.kinds.is_empty() {
            return toaster.say(words.share().nothing);
        }
        busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match share::change(desk, None, id, wish.name, wish.grant).await {
                Ok(()) => {
                    toaster.say(said.changed);
                    let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    navigate(&format!("/shares/{id}"), options);
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <TroubleNotice trouble back="/shares" />
        <form class="form settings__block" on:submit=save>
            <Questions boxes changes=true />
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=busy />
                <LinkButton label=words.common().cancel href=format!("/shares/{id}") weight=Weight::Quiet />
            </div>
        </form>
    }
}
