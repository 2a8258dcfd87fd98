//! The account's devices: sessions, passkeys, and a code that signs a second device in.

use super::step_up::TroubleNotice;
use crate::browser::{page, passkey, qr};
use crate::components::{
    Button, Dialog, Glyph, Icon, LinkButton, Notice, NoticeKind, QrBox, Row, Rows, Section, TextField, Weight, When,
    dynamic,
};
use crate::deeds::{Trouble, account};
use crate::desk::{Phase, use_desk};
use crate::pages::form::Form;
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use wire::account::Passkey;

/// The account's devices.
pub fn devices() -> Draw {
    || view! { <DevicesPage /> }.into_any()
}

#[component]
fn DevicesPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let trouble = RwSignal::new(None::<Trouble>);
    // The account itself changes with every passkey.
    let has_account = Memo::new(move |_| desk.account.with(Option::is_some));
    let body = move || {
        if !has_account.get() {
            let keep = view! { <LinkButton label=words.account().keep_title href="/sign-in?to=/settings/devices" glyph=Glyph::CLOUD_UPLOAD /> };
            return view! { <Notice kind=NoticeKind::Info title=words.account().devices_need_account actions=keep.into_any() /> }.into_any();
        }
        view! {
            <Second trouble />
            <Sessions trouble />
            <Passkeys trouble />
        }
        .into_any()
    };
    // Without a home there is neither a frame nor a page of all settings.
    let is_homeless = desk.phase.get_untracked() == Phase::Welcome;
    let back = if is_homeless { "/settings/account" } else { "/settings" };
    let page = view! {
        <Page title=words.account().devices named=true back=(back.to_owned(), words.common().back.to_owned()) class="stack stack--loose">
            <TroubleNotice trouble back="/settings/devices" />
            {body}
        </Page>
    };
    match is_homeless {
        true => view! { <div class="job-unframed">{page}</div> }.into_any(),
        false => page.into_any(),
    }
}

/// A code that signs a second device in.
#[component]
fn Second(trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let code = RwSignal::new(None::<String>);
    let show = move |()| {
        leptos::task::spawn_local(async move {
            match account::pair(desk).await {
                Ok(pair) => code.set(Some(pair.code)),
                Err(wrong) => trouble.set(Some(wrong)),
            }
        });
    };
    let shown = move || {
        code.get().map(|code| {
            let link = format!("{}/pair#{code}", page::origin());
            let squares = qr::squares(&link);
            view! {
                <div>
                    {squares.map(|squares| view! { <QrBox squares label=words.account().pair_title text=link.clone() /> })}
                    <p class="small soft" role="status">{words.account().pair_until}</p>
                </div>
            }
        })
    };
    view! {
        <Section title=words.account().pair_title>
            <div class="settings__block stack">
                <p>{words.account().pair_hint}</p>
                {shown}
                <div><Button label=words.account().pair_show glyph=Glyph::QR_CODE on_press=Callback::new(show) /></div>
            </div>
        </Section>
    }
}

/// Signed-in browsers, each of which can be signed out from here.
#[component]
fn Sessions(trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let sessions = RwSignal::new(Vec::new());
    let load = move || {
        leptos::task::spawn_local(async move {
            match account::sessions(desk).await {
                Ok(found) => drop(sessions.try_set(found)),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    };
    load();
    let end = Callback::new(move |id: String| {
        leptos::task::spawn_local(async move {
            match account::end_session(desk, &id).await {
                Ok(()) => load(),
                Err(wrong) => trouble.set(Some(wrong)),
            }
        });
    });
    let end_others = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match account::end_other_sessions(desk).await {
                Ok(()) => {
                    toaster.say(words.account().others_ended);
                    load();
                }
                Err(wrong) => trouble.set(Some(wrong)),
            }
        });
    });
    let row = move |session: wire::account::Session| {
        let lead = view! { <Icon glyph=if session.device.contains("Android") || session.device.contains("iPhone") { Glyph::SMARTPHONE } else { Glyph::MONITOR } /> };
        let seen = (words.account().last_used)(&words.day(session.seen.date(120)));
        let id = session.id;
        let button = view! { <Button label=words.account().end_session weight=Weight::Small on_press=Callback::new(move |()| end.run(id.clone())) /> };
        let (text, end) = if session.current {
            (words.account().this_device.to_owned(), ().into_any())
        } else {
            (seen, button.into_any())
        };
        view! { <Row title=session.device lead=lead.into_any() text=text.into_any() end /> }
    };
    view! {
        <Section title=words.account().signed_in>
            <Rows>{dynamic(move || sessions.get().into_iter().map(row).collect_view())}</Rows>
            <When is=Signal::derive(move || sessions.with(|sessions| sessions.len() > 1))>
                <div class="settings__block">
                    <Button label=words.account().end_others glyph=Glyph::LOG_OUT on_press=end_others />
                </div>
            </When>
        </Section>
    }
}

/// The account's passkeys.
#[component]
fn Passkeys(trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let passkeys = RwSignal::new(Vec::<Passkey>::new());
    let load = move || {
        leptos::task::spawn_local(async move {
            // What is wrong is said by the sessions above, which ask the same server.
            if let Ok(found) = account::passkeys(desk).await {
                passkeys.try_set(found);
            }
        });
    };
    load();
    let add = move |()| {
        leptos::task::spawn_local(async move {
            match account::add_passkey(desk, &page::device_name()).await {
                Ok(()) => {
                    toaster.say(words.account().passkey_added);
                    load();
                }
                Err(Trouble::Forbidden) => toaster.say(words.account().passkey_failed),
                Err(wrong) => trouble.set(Some(wrong)),
            }
        });
    };
    let remove = Callback::new(move |id: String| {
        leptos::task::spawn_local(async move {
            match account::remove_passkey(desk, &id).await {
                Ok(()) => load(),
                Err(wrong) => trouble.set(Some(wrong)),
            }
        });
    });
    let naming = RwSignal::new(None::<Passkey>);
    let row = move |passkey: Passkey| {
        let day = |at: model::Instant| words.day(at.date(120));
        let text = match passkey.used {
            Some(used) => (words.account().last_used)(&day(used)),
            None => (words.account().not_used)(&day(passkey.added)),
        };
        let (id, named) = (passkey.id.clone(), passkey.clone());
        let actions = view! {
            <Button label=words.account().name_passkey weight=Weight::Small on_press=Callback::new(move |()| naming.set(Some(named.clone()))) />
            <Button label=words.common().remove weight=Weight::Small on_press=Callback::new(move |()| remove.run(id.clone())) />
        };
        view! { <Row title=passkey.name lead=view! { <Icon glyph=Glyph::KEY_ROUND /> }.into_any() text=text.into_any() actions=actions.into_any() /> }
    };
    view! {
        <Section title=words.account().passkeys>
            <div class="settings__block stack">
                <p>{words.account().passkey_hint}</p>
                <Rows>{dynamic(move || passkeys.get().into_iter().map(row).collect_view())}</Rows>
                {passkey::is_supported().then(|| view! {
                    <div><Button label=words.account().add_passkey glyph=Glyph::KEY_ROUND on_press=Callback::new(add) /></div>
                })}
            </div>
        </Section>
        <Naming naming passkeys />
    }
}

/// What a passkey is to be called, asked while one is being named.
#[component]
fn Naming(naming: RwSignal<Option<Passkey>>, passkeys: RwSignal<Vec<Passkey>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (open, form, name) = (RwSignal::new(false), Form::new(), RwSignal::new(String::new()));
    Effect::new(move |_| {
        if let Some(passkey) = naming.get() {
            name.set(passkey.name);
            open.set(true);
        }
    });
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(passkey) = naming.get_untracked() else { return };
        let deed = async move { account::name_passkey(desk, &passkey.id, &name.get_untracked()).await };
        form.run(deed, move |named| {
            open.set(false);
            passkeys.set(named);
        });
    };
    view! {
        <Dialog open title=words.account().name_passkey close=words.common().close>
            <form class="form" novalidate on:submit=keep>
                <TextField label=words.account().passkey_name value=name error=form.error("name") />
                <div><Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </Dialog>
    }
}
