//! The person's own account: what there is to do with it, and each of those.

mod address;
mod close;
mod recovery;
mod requests;

use address::AddressPage;
use close::{ClosePage, Unsent};
use recovery::RecoveryPage;
use requests::RequestsPage;

use crate::browser::page;
use crate::components::{Button, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, dynamic};
use crate::deeds::{Trouble, account, own};
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{NotFound, Page};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::hooks::use_params_map;
use model::Instant;
use model::date::HOME_AHEAD_MINUTES;

/// The account and what can be done with it: one page of the table, so that the first download has one row of them.
#[lazy]
pub fn own() -> Draw {
    || view! { <Own /> }.into_any()
}

#[component]
fn Own() -> impl IntoView {
    let desk = use_desk();
    let id = Memo::new({
        let params = use_params_map();
        move |_| params.with(|params| params.get("id"))
    });
    // The account itself changes with its address.
    let has_account = Memo::new(move |_| desk.account.with(Option::is_some));
    let shown = dynamic(move || match id.get().as_deref() {
        _ if !has_account.get() => view! { <NoAccount /> }.into_any(),
        None => view! { <OwnPage /> }.into_any(),
        Some("recovery") => view! { <RecoveryPage /> }.into_any(),
        Some("address") => view! { <AddressPage /> }.into_any(),
        Some("requests") => view! { <RequestsPage /> }.into_any(),
        Some("close") => view! { <ClosePage /> }.into_any(),
        Some(_) => view! { <NotFound /> }.into_any(),
    });
    match is_homeless(desk) {
        // Without a home there is no frame either.
        true => view! { <div class="job-unframed">{shown}</div> }.into_any(),
        false => shown.into_any(),
    }
}

/// Whether there is no home on this device, as with a provider who has only jobs: then the settings are these pages alone.
fn is_homeless(desk: Desk) -> bool {
    desk.phase.get_untracked() == Phase::Welcome
}

/// Where the way back from the account leads.
fn above(desk: Desk) -> (String, String) {
    match is_homeless(desk) {
        true => ("/jobs".to_owned(), desk.words().common().back.to_owned()),
        false => ("/settings".to_owned(), desk.words().account().settings.to_owned()),
    }
}

#[component]
fn NoAccount() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.own();
    let back = above(desk);
    let keep = view! { <LinkButton label=words.outlook().keep_action href="/sign-in?to=/settings/account" glyph=Glyph::CLOUD_UPLOAD /> };
    view! {
        <Page title=said.title back named=true>
            <Notice kind=NoticeKind::Info title=said.needs_account actions=keep.into_any() />
        </Page>
    }
}

#[component]
fn OwnPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.own();
    let trouble = RwSignal::new(None::<Trouble>);
    let left = RwSignal::new(String::new());
    leptos::task::spawn_local(async move {
        // Without a network the row leads to a page that says so.
        if let Ok(found) = own::recovery_left(desk).await {
            left.try_set((said.recovery_left)(found.left, found.made.map(|at| day(desk, at)).as_deref()));
        }
    });
    let export = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match own::export(desk).await {
                Ok(text) => page::save_file("codessa-about-me.json", text.as_bytes(), "application/json"),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    let email = move || desk.account.with(|account| account.as_ref().map(|account| account.email.clone()));
    let back = above(desk);
    view! {
        <Page title=said.title back named=true class="stack stack--loose">
            <TroubleNotice trouble back="/settings/account" />
            <Section title=said.ways_in>
                <Rows>
                    {dynamic(move || link(Glyph::MAIL, said.address, email().unwrap_or_default(), "/settings/account/address"))}
                    {dynamic(move || link(Glyph::LIST_CHECKS, said.recovery, left.get(), "/settings/account/recovery"))}
                    {link(Glyph::MONITOR, words.account().devices, words.account().passkey_hint.to_owned(), "/settings/devices")}
                </Rows>
            </Section>
            <Section title=said.held>
                <Rows>
                    {link(Glyph::FILE_TEXT, said.requests, said.requests_hint.to_owned(), "/settings/account/requests")}
                    {link(Glyph::LOG_OUT, said.close, said.close_hint.to_owned(), "/settings/account/close")}
                </Rows>
                <div class="settings__block stack">
                    <p>{said.export_hint}</p>
                    <div><Button label=said.export glyph=Glyph::DOWNLOAD on_press=export /></div>
                </div>
            </Section>
            {is_homeless(desk).then(|| view! { <SignOut trouble /> })}
        </Page>
    }
}

/// Signing out, which with a home stands among the settings.
#[component]
fn SignOut(trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().account();
    let unsent = RwSignal::new(0);
    leptos::task::spawn_local(async move {
        // What cannot be counted is not said to be none.
        let count = own::unsent(desk).await;
        unsent.try_set(count.unwrap_or_else(|_| desk.waiting.get_untracked() + desk.refused.get_untracked()));
    });
    let navigate = use_navigate();
    let press = Callback::new(move |()| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match account::sign_out(desk).await {
                Ok(()) => navigate("/", NavigateOptions { replace: true, ..NavigateOptions::default() }),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    let waiting = move || (unsent.get() > 0).then(|| view! { <Unsent unsent=unsent.get() /> });
    view! {
        <Section title=said.leaving>
            {dynamic(waiting)}
            <div class="settings__block stack">
                <p>{move || (said.sign_out_lead)(unsent.get())}</p>
                <div><Button label=said.sign_out glyph=Glyph::LOG_OUT on_press=press /></div>
            </div>
        </Section>
    }
}

/// A row that leads to a page.
fn link(glyph: Glyph, title: &'static str, text: String, href: &'static str) -> AnyView {
    let lead = view! { <Icon glyph /> }.into_any();
    let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
    view! { <Row title href lead text=text.into_any() end /> }.into_any()
}

/// Where the way back from each of these pages leads.
fn back(desk: Desk) -> (String, String) {
    ("/settings/account".to_owned(), desk.words().own().title.to_owned())
}

/// The day of a moment, where the home is.
fn day(desk: Desk, at: Instant) -> String {
    desk.words().day(at.date(HOME_AHEAD_MINUTES))
}
