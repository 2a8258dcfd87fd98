//! Agreeing that what the open home will need is counted in what suppliers are told.

use super::sentences;
use crate::components::{Glyph, LinkButton, Notice, NoticeKind, Section, Toggle, dynamic};
use crate::deeds::{Trouble, supply as deeds};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use model::Instant;
use model::access::Action;
use model::date::HOME_AHEAD_MINUTES;

/// Where this page is.
const HERE: &str = "/supply/agree";

/// The page.
#[component]
pub(super) fn AgreePage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.supply();
    let since = RwSignal::new(None::<Option<Instant>>);
    let trouble = RwSignal::new(None::<Trouble>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match deeds::counted(desk).await {
                Ok(told) => drop(since.try_set(Some(told))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    let joined = desk.joined();
    if joined {
        load.run(());
    }
    let body = move || match since.get() {
        _ if !joined => {
            let keep = view! { <LinkButton label=words.outlook().keep_action href=format!("/sign-in?to={HERE}") glyph=Glyph::CLOUD_UPLOAD /> };
            view! { <Notice kind=NoticeKind::Info title=said.needs_account actions=keep.into_any() /> }.into_any()
        }
        None => ().into_any(),
        Some(since) => view! { <Agreement since trouble load /> }.into_any(),
    };
    let back = ("/settings".to_owned(), words.account().settings.to_owned());
    view! {
        <Page title=said.title back named=true class="stack stack--loose">
            <p>{said.lead}</p>
            <TroubleNotice trouble back=HERE />
            {dynamic(body)}
            <Section title=said.told>{sentences(&said.told_lines)}</Section>
            <Section title=said.never>{sentences(&said.never_lines)}</Section>
            <Section title=said.kept>{sentences(&said.kept_lines)}</Section>
        </Page>
    }
}

/// The switch; who may not turn it reads how it stands.
#[component]
fn Agreement(since: Option<Instant>, trouble: RwSignal<Option<Trouble>>, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().supply();
    let toaster = use_toaster();
    let counted = RwSignal::new(since.is_some());
    let change = Callback::new(move |agreed: bool| {
        counted.set(agreed);
        leptos::task::spawn_local(async move {
            match deeds::agree(desk, agreed).await {
                Ok(()) => {
                    trouble.try_set(None);
                    toaster.say(if agreed { said.agreed } else { said.taken_back });
                    load.run(());
                }
                Err(wrong) => {
                    counted.try_set(!agreed);
                    trouble.try_set(Some(wrong));
                }
            }
        });
    });
    let may = desk.may(Action::Agree);
    view! {
        {may.then(|| view! { <Toggle label=said.counted hint=said.counted_hint on=counted on_change=change /> })}
        {(!may).then(|| view! { <Notice kind=NoticeKind::Info title=said.owner_only /> })}
        {since.map(|at| view! { <p class="soft">{since_when(desk, at)}</p> })}
    }
}

fn since_when(desk: Desk, at: Instant) -> String {
    (desk.words().supply().since)(&desk.words().day(at.date(HOME_AHEAD_MINUTES)))
}
