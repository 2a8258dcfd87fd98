//! Signing in: by passkey, or by a code that comes by e-mail. For a logbook that is on this device only it is what keeps it safe.

use super::recover::{Recover, TakeBack};
use crate::browser::{page, passkey};
use crate::components::{
    Brand, Button, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, TextField, Weight, dynamic,
};
use crate::deeds::Trouble;
use crate::deeds::account::{self, SignedIn};
use crate::deeds::portal;
use crate::desk::{Desk, use_desk};
use crate::pages::outlook::{Place, outlook_at};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::sync::Arc;

/// What follows signing in. It outlives the page: a home that has come takes the place of the first visit before this is called.
pub(super) type Arrived = Arc<dyn Fn(Result<SignedIn, Trouble>) + Send + Sync>;

/// How somebody signs in who does so without a passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// With a code by e-mail.
    Code,
    /// With a recovery code.
    Recovery,
    /// Not at once: first the account gets its address back.
    Back,
}

/// Signing in.
#[lazy]
pub fn sign_in() -> Draw {
    || view! { <SignInPage /> }.into_any()
}

#[component]
fn SignInPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let to = use_query_map()
        .with_untracked(|query| query.get("to"))
        .filter(|to| to.starts_with('/') && !to.starts_with("//"));
    let to = to.unwrap_or_else(|| "/".to_owned());
    let known = desk.account.get_untracked().map(|account| account.email).unwrap_or_default();
    let email = RwSignal::new(known);
    let sent = RwSignal::new(false);
    page::set_title(&format!("{} · {}", words.account().sign_in, words.common().product));
    let toaster = use_toaster();
    let navigate = use_navigate();
    let error = RwSignal::new(None::<String>);
    let arrived: Arrived = Arc::new(move |result| match result {
        Ok(SignedIn::Joined) => {
            toaster.say(words.account().welcome_back);
            // Who does jobs for others and has no home here is not asked to name one.
            let is_homeless = desk.homes.with_untracked(Vec::is_empty);
            let to = if to == "/" && is_homeless && portal::provides(desk) { "/jobs" } else { &to };
            navigate(to, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
        Ok(SignedIn::OtherAccount(other)) => drop(error.try_set(Some((words.account().other_account)(&other)))),
        Err(trouble) => drop(error.try_set(Some(trouble.told(words)))),
    });
    let keeps_safe =
        !desk.homes.with_untracked(|homes| homes.is_empty()) && desk.account.with_untracked(Option::is_none);
    // The mail that says that an address was changed leads here.
    let takes_back = use_query_map().with_untracked(|query| query.get("back").is_some());
    let (way, back_done) = (RwSignal::new(if takes_back { Way::Back } else { Way::Code }), RwSignal::new(false));
    let go = move |to: Way| {
        error.set(None);
        way.set(to);
    };
    let to_code = Callback::new(move |()| go(Way::Code));
    let done = Callback::new(move |()| {
        back_done.set(true);
        go(Way::Code);
    });
    let part = move || match (way.get(), sent.get()) {
        (Way::Back, _) => view! { <TakeBack error done leave=to_code /> }.into_any(),
        (Way::Recovery, _) => view! { <Recover email error arrived=arrived.clone() leave=to_code /> }.into_any(),
        (Way::Code, true) => view! { <TypeCode email sent error arrived=arrived.clone() /> }.into_any(),
        (Way::Code, false) => {
            let recover = Callback::new(move |()| go(Way::Recovery));
            view! {
                <Lead keeps_safe />
                {back_done.get().then(|| view! { <Notice kind=NoticeKind::Info title=words.account().back_done /> })}
                <WithPasskey arrived=arrived.clone() error />
                <AskCode email sent error />
                <Button label=words.account().use_recovery weight=Weight::Quiet on_press=recover />
                <Away keeps_safe />
            }
            .into_any()
        }
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            {dynamic(part)}
        </main>
    }
}

/// What signing in is for.
#[component]
fn Lead(keeps_safe: bool) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    if !keeps_safe {
        return view! { <h1>{words.account().sign_in}</h1> }.into_any();
    }
    let entries = desk.library.entries.with_untracked(|entries| entries.len());
    let glyphs = [Glyph::CLOUD_UPLOAD, Glyph::SMARTPHONE, Glyph::USERS];
    let points = words.account().keep_points.into_iter().zip(glyphs).map(|((title, text), glyph)| {
        view! { <Row title lead=view! { <Icon glyph /> }.into_any() text=text.into_any() /> }
    });
    view! {
        <h1>{words.account().keep_title}</h1>
        <p>{(words.account().keep_lead)(entries)}</p>
        <Rows>{points.collect_view()}</Rows>
    }
    .into_any()
}

#[component]
fn WithPasskey(arrived: Arrived, error: RwSignal<Option<String>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let busy = RwSignal::new(false);
    let press = move |()| {
        busy.set(true);
        let arrived = arrived.clone();
        leptos::task::spawn_local(async move {
            match account::sign_in_with_passkey(desk).await {
                Err(Trouble::Forbidden) => drop(error.try_set(Some(words.account().passkey_failed.to_owned()))),
                result => arrived(result),
            }
            busy.try_set(false);
        });
    };
    passkey::is_supported().then(|| {
        view! {
            <Button label=words.account().use_passkey glyph=Glyph::KEY_ROUND busy=busy on_press=Callback::new(press) />
            <p class="gate__or">{words.account().or}</p>
        }
    })
}

#[component]
fn AskCode(email: RwSignal<String>, sent: RwSignal<bool>, error: RwSignal<Option<String>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let busy = RwSignal::new(false);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        error.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            match account::request_code(desk, &email.get_untracked()).await {
                Ok(()) => sent.set(true),
                Err(trouble) => error.set(Some(told(desk, &trouble))),
            }
            busy.set(false);
        });
    };
    view! {
        <form class="form" on:submit=ask>
            <TextField
                label=words.account().email
                hint=words.account().email_hint
                value=email
                error=error
                kind="email"
                autocomplete="email"
            />
            <Button label=words.account().send_code weight=Weight::Primary submit=true busy=busy />
        </form>
    }
}

/// The first fault of a field in words, else the trouble itself.
pub(super) fn told(desk: Desk, trouble: &Trouble) -> String {
    let words = desk.words();
    match trouble.faults().first() {
        Some(fault) => (words.trouble().fault)(fault.code, fault.limit.map(|limit| words.number(limit)).as_deref()),
        None => trouble.told(words),
    }
}

#[component]
fn Away(keeps_safe: bool) -> impl IntoView {
    let words = use_desk().words();
    let label = if keeps_safe { words.account().not_now } else { words.account().new_here };
    view! { <LinkButton label href="/" weight=Weight::Quiet /> }
}

#[component]
fn TypeCode(
    email: RwSignal<String>,
    sent: RwSignal<bool>,
    error: RwSignal<Option<String>>,
    arrived: Arrived,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let code = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    // What follows is mostly the home screen: the rest of it comes while the person reads their mail.
    leptos::task::spawn_local(async {
        let _ = outlook_at(Place::Beside).await;
    });
    let verify = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        error.set(None);
        busy.set(true);
        let arrived = arrived.clone();
        leptos::task::spawn_local(async move {
            arrived(account::verify_code(desk, &code.get_untracked()).await);
            // The page is left behind where signing in went well.
            busy.try_set(false);
        });
    };
    let again = move |()| {
        leptos::task::spawn_local(async move {
            match account::request_code(desk, &email.get_untracked()).await {
                Ok(()) => toaster.say((words.account().code_sent)(&email.get_untracked())),
                Err(trouble) => error.set(Some(told(desk, &trouble))),
            }
        });
    };
    view! {
        <h1>{words.account().read_mail}</h1>
        <p>{dynamic(move || (words.account().code_sent)(&email.get()))}</p>
        <form class="form" on:submit=verify>
            <TextField label=words.account().code value=code error=error keyboard="numeric" autocomplete="one-time-code" autofocus=true />
            <Button label=words.account().sign_in weight=Weight::Primary submit=true busy=busy />
        </form>
        <div class="line line--apart">
            <Button label=words.account().send_another weight=Weight::Quiet on_press=Callback::new(again) />
            <Button
                label=words.account().other_address
                weight=Weight::Quiet
                on_press=Callback::new(move |()| {
                    error.set(None);
                    sent.set(false);
                })
            />
        </div>
    }
}
