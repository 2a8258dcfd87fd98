//! The ways by which somebody is reminded: notifications on this device, mails, and a calendar that other programs read.

use super::Shared;
use crate::browser::page;
use crate::components::{
    Button, Chip, Choice, Glyph, Notice, NoticeKind, Section, Status, TextField, Toggle, Tone, Weight, dynamic,
};
use crate::deeds::{Trouble, reminder};
use crate::desk::use_desk;
use crate::pages::use_toaster;
use crate::pwa::push::{self, Pushes};
use leptos::prelude::*;
use model::Instant;
use model::date::HOME_AHEAD_MINUTES;
use model::reminder::Digest;

/// Notifications: whether about this home, and whether on this device. The browser asks the person only when they press.
#[component]
pub(super) fn Pushing(shared: Shared, push_here: bool, browsers: u64) -> impl IntoView {
    let desk = shared.desk;
    let said = desk.words().reminder();
    let (state, busy, failed) = (RwSignal::new(None::<Pushes>), RwSignal::new(false), RwSignal::new(false));
    // A browser goes on when whoever allowed it there has signed out; the server does not.
    let is_known = RwSignal::new(push_here);
    let look = move || {
        leptos::task::spawn_local(async move {
            state.try_set(Some(push::state().await));
            busy.try_set(false);
        });
    };
    look();
    let allow = Callback::new(move |()| {
        busy.set(true);
        shared.chosen.push.set(true);
        leptos::task::spawn_local(async move {
            let allowed = reminder::allow_pushes(desk).await;
            if matches!(allowed, Ok(true))
                && let Err(wrong) = reminder::choose(desk, &untrack(|| shared.chosen.settings())).await
            {
                shared.trouble.try_set(Some(wrong));
            }
            is_known.try_set(matches!(allowed, Ok(true)));
            failed.try_set(!matches!(allowed, Ok(true)));
            look();
        });
    });
    let end = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            if let Err(wrong) = reminder::end_pushes(desk).await {
                shared.trouble.try_set(Some(wrong));
            }
            look();
        });
    });
    let here = move || match state.get() {
        None => ().into_any(),
        Some(Pushes::Missing) => view! { <Notice kind=NoticeKind::Info title=said.push_none /> }.into_any(),
        Some(Pushes::Denied) => view! { <Notice kind=NoticeKind::Warn title=said.push_denied /> }.into_any(),
        Some(Pushes::On) if is_known.get() => view! {
            <p><Status tone=Tone::Good word=said.push_here /></p>
            <div><Button label=said.push_end busy=busy on_press=end /></div>
        }
        .into_any(),
        Some(Pushes::On | Pushes::Off) => view! {
            <div><Button label=said.push_allow busy=busy on_press=allow /></div>
        }
        .into_any(),
    };
    let wrong = move || failed.get().then(|| view! { <Notice kind=NoticeKind::Refused title=said.push_failed /> });
    let on = shared.chosen.push;
    let change = Callback::new(move |is_on| on.set(is_on));
    view! {
        <Section title=said.push>
            <div class="settings__block stack">
                <Toggle label=said.push_about hint=said.push_hint on on_change=change />
                {dynamic(here)}
                {dynamic(wrong)}
                <p class="small soft">{(said.browsers)(browsers)}</p>
            </div>
        </Section>
    }
}

/// Mails.
#[component]
pub(super) fn Mails(shared: Shared) -> impl IntoView {
    let said = shared.desk.words().reminder();
    let chip = |digest: &Digest| Chip { value: *digest, name: (said.digest)(*digest).to_owned(), glyph: None };
    let options = Digest::ALL.iter().map(chip).collect();
    view! {
        <Section title=said.mail>
            <div class="settings__block stack">
                <Choice legend=said.mail_often options value=shared.chosen.digest />
                <p class="small soft">{said.mail_hint}</p>
            </div>
        </Section>
    }
}

/// The calendar: its address is shown when it is made, and never again.
#[component]
pub(super) fn Calendar(shared: Shared, made: Option<Instant>) -> impl IntoView {
    let desk = shared.desk;
    let words = desk.words();
    let said = words.reminder();
    let (made, address, busy) = (RwSignal::new(made), RwSignal::new(String::new()), RwSignal::new(false));
    let done = move |result: Result<String, Trouble>| {
        busy.try_set(false);
        match result {
            Ok(found) => {
                shared.trouble.try_set(None);
                made.try_set(None);
                address.try_set(found);
            }
            Err(wrong) => drop(shared.trouble.try_set(Some(wrong))),
        }
    };
    let make = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move { done(reminder::make_feed(desk).await) });
    });
    let end = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move { done(reminder::end_feed(desk).await.map(|()| String::new())) });
    });
    let told =
        move || made.get().map(|at| view! { <p>{(said.feed_made)(&words.day(at.date(HOME_AHEAD_MINUTES)))}</p> });
    let is_there = move || made.get().is_some() || address.with(|address| !address.is_empty());
    let shown = move || (!address.with(String::is_empty)).then(|| view! { <Address address /> });
    let buttons = move || {
        let label = if is_there() { said.feed_renew } else { said.feed_make };
        let end = is_there().then(|| view! { <Button label=said.feed_end busy=busy on_press=end /> });
        view! { <Button label glyph=Glyph::CALENDAR busy=busy on_press=make /> {end} }
    };
    view! {
        <Section title=said.feed>
            <div class="settings__block stack">
                <p>{said.feed_hint}</p>
                {dynamic(told)}
                {dynamic(shown)}
                <div class="actions">{dynamic(buttons)}</div>
            </div>
        </Section>
    }
}

#[component]
fn Address(address: RwSignal<String>) -> impl IntoView {
    let said = use_desk().words().reminder();
    let toaster = use_toaster();
    let copy = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            if page::copy(&address.get_untracked()).await {
                toaster.say(said.copied);
            }
        });
    });
    view! {
        <Notice kind=NoticeKind::Warn title=said.feed_once />
        <TextField label=said.feed_address value=address />
        <div><Button label=said.copy weight=Weight::Primary glyph=Glyph::COPY on_press=copy /></div>
    }
}
