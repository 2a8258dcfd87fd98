//! Settings: the person, what is unsent, how it looks, what is kept on this device, and leaving.

use super::step_up::TroubleNotice;
use crate::browser::{page, porter, storage, theme};
use crate::components::{
    Button, Chip, Choice, Dialog, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, SelectField, Weight,
    dynamic,
};
use crate::deeds::{self, Trouble, unsent};
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, Toaster, use_toaster};
use crate::pwa::install::{self, Way};
use crate::route::Draw;
use leptos::prelude::*;
use model::access::Action;
use words::Language;

/// Settings.
#[lazy]
pub fn settings() -> Draw {
    || view! { <SettingsPage /> }.into_any()
}

#[component]
fn SettingsPage() -> impl IntoView {
    let words = use_desk().words();
    // From here on records can be brought in and out without a network.
    leptos::task::spawn_local(porter::prepare());
    view! {
        <Page title=words.account().settings class="settings">
            <You />
            <Look />
            <Storage />
            <Install />
            <Book />
            <Leaving />
        </Page>
    }
}

/// Saves what is unsent to a file.
pub(super) fn save_unsent(desk: Desk, toaster: Toaster) {
    leptos::task::spawn_local(async move {
        match unsent::to_file(desk).await {
            Ok(text) => page::save_file("codessa-unsent.json", text.as_bytes(), "application/json"),
            Err(trouble) => toaster.say(trouble.told(desk.words())),
        }
    });
}

/// A row that leads to a page.
fn link(glyph: Glyph, title: &'static str, text: impl Into<String>, href: &'static str) -> impl IntoView {
    let lead = view! { <Icon glyph /> }.into_any();
    let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
    view! { <Row title href lead text=text.into().into_any() end /> }
}

#[component]
fn You() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let rows = move || match desk.account.get() {
        None => link(Glyph::USER, words.account().nobody, words.account().nobody_hint, "/sign-in").into_any(),
        Some(account) => {
            let lead = view! { <Icon glyph=Glyph::USER /> }.into_any();
            let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
            let text = words.account().own_hint.into_any();
            view! {
                <Row title=account.email href="/settings/account" lead text end />
                {link(Glyph::MONITOR, words.account().devices, words.account().passkey_hint, "/settings/devices")}
                {link(Glyph::CLOCK, words.account().reminders, words.account().reminders_hint, "/settings/reminders")}
                {link(Glyph::USERS, words.account().members, (words.choice().role)(desk.role()), "/settings/members")}
            }
            .into_any()
        }
    };
    let waiting = move || match desk.waiting.get() + desk.refused.get() {
        0 => String::new(),
        waiting => (words.frame().waiting)(waiting),
    };
    view! {
        <Section title=words.account().you>
            <Rows>
                {rows}
                {dynamic(move || link(Glyph::CLOUD_UPLOAD, words.account().unsent, waiting(), "/settings/unsent"))}
            </Rows>
        </Section>
    }
}

#[component]
fn Look() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let chosen = RwSignal::new(theme::chosen());
    Effect::new(move |_| theme::choose(chosen.get()));
    let values = [theme::Theme::Device, theme::Theme::Light, theme::Theme::Dark];
    let options = values.into_iter().zip(words.account().themes).map(|(value, name)| Chip {
        value,
        name: name.into(),
        glyph: None,
    });
    let language = RwSignal::new(words.tag.to_owned());
    Effect::new(move |before: Option<String>| {
        let tag = language.get();
        if before.is_some_and(|before| before != tag) {
            deeds::account::speak(desk, Language::of_tag(&tag));
        }
        tag
    });
    let languages: Vec<(String, String)> = Language::ALL
        .iter()
        .map(|language| language.words())
        .map(|words| (words.tag.into(), words.name.into()))
        .collect();
    view! {
        <Section title=words.account().look>
            <div class="settings__block stack">
                <Choice legend=words.account().theme options=options.collect() value=chosen />
                <SelectField label=words.account().language value=language options=Signal::derive(move || languages.clone()) />
            </div>
        </Section>
    }
}

#[component]
fn Storage() -> impl IntoView {
    let words = use_desk().words();
    let used = RwSignal::new(None::<storage::Estimate>);
    let kept = RwSignal::new(true);
    leptos::task::spawn_local(async move {
        let (estimate, promised) = (storage::estimate().await, storage::is_persistent().await);
        used.try_set(estimate);
        kept.try_set(promised);
    });
    let ask = move |()| {
        leptos::task::spawn_local(async move {
            kept.try_set(storage::persist().await);
        })
    };
    let told = move || {
        used.get().map(|used| (words.account().storage_used)(&words.bytes(used.used), &words.bytes(used.allowed)))
    };
    view! {
        <Section title=words.account().storage>
            <div class="settings__block stack stack--tight">
                <p>{told}</p>
                <Show
                    when=move || kept.get()
                    fallback=move || view! {
                        <p class="small soft">{words.account().storage_not_kept}</p>
                        <div><Button label=words.account().storage_ask on_press=Callback::new(ask) /></div>
                    }
                >
                    <p class="small soft">{words.account().storage_kept}</p>
                </Show>
            </div>
        </Section>
    }
}

#[component]
fn Install() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let press = move |()| {
        leptos::task::spawn_local(async move {
            if install::prompt().await {
                desk.install.set(install::way());
            }
        });
    };
    move || {
        let offer = match desk.install.get() {
            Way::Prompt => view! { <div><Button label=words.account().install glyph=Glyph::DOWNLOAD on_press=Callback::new(press) /></div> }.into_any(),
            Way::HomeScreen => view! { <p>{words.account().install_ios}</p> }.into_any(),
            _ => return None,
        };
        Some(view! {
            <Section title=words.account().install>
                <div class="settings__block stack"><p>{words.account().install_hint}</p>{offer}</div>
            </Section>
        })
    }
}

#[component]
fn Book() -> impl IntoView {
    let words = use_desk().words();
    view! {
        <Section title=words.account().book>
            <Rows>
                {link(Glyph::HOUSE, words.account().about_home, "", "/property")}
                {link(Glyph::LAYERS, words.account().scheme, words.account().scheme_hint, "/scheme")}
                {link(Glyph::PRINTER, words.account().print, "", "/print")}
                {link(Glyph::SHARE_2, words.share().title, words.share().hint, "/shares")}
                {link(Glyph::PACKAGE, words.account().supply, words.account().supply_hint, "/supply/agree")}
                {link(Glyph::KEY_ROUND, words.account().handover, words.account().handover_hint, "/handover")}
                {link(Glyph::FILE_TEXT, words.carry().bring, words.carry().bring_hint, "/settings/bring")}
                {link(Glyph::UPLOAD, words.carry().take, words.carry().take_hint, "/settings/take")}
                {link(Glyph::DOWNLOAD, words.carry().restore, words.carry().restore_link, "/restore")}
                {link(Glyph::BOOK_OPEN, words.account().glossary, words.account().glossary_hint, "/glossary")}
            </Rows>
        </Section>
    }
}

/// What is about to be done for good.
#[derive(Clone, Copy, PartialEq)]
enum Leave {
    SignOut,
    Home,
    Everything,
}

#[component]
fn Leaving() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let asked = RwSignal::new(Leave::SignOut);
    let open = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Trouble>);
    let unsent = RwSignal::new(0);
    let ask = move |what| {
        asked.set(what);
        leptos::task::spawn_local(async move {
            // Of every home, and of every job. What cannot be counted is not said to be none.
            let count = deeds::own::unsent(desk).await;
            unsent.try_set(count.unwrap_or_else(|_| desk.waiting.get_untracked() + desk.refused.get_untracked()));
            open.try_set(true);
        });
    };
    let act = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let result = match (asked.get_untracked(), desk.space.get_untracked()) {
                (Leave::SignOut, _) => deeds::account::sign_out(desk).await,
                (Leave::Home, Some(space)) => deeds::home::erase(desk, space).await,
                (Leave::Home, None) => Ok(()),
                (Leave::Everything, _) => deeds::account::erase(desk).await,
            };
            open.try_set(false);
            if let Err(wrong) = result {
                trouble.try_set(Some(wrong));
            }
        });
    });
    let lead = move || match asked.get() {
        Leave::SignOut => (words.account().sign_out_lead)(unsent.get()),
        Leave::Home => {
            let name = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
            (words.account().erase_home_lead)(&name)
        }
        Leave::Everything => words.account().erase_all_lead.to_owned(),
    };
    let confirm =
        move || if asked.get() == Leave::SignOut { words.account().sign_out } else { words.account().erase_confirm };
    let signed_in = move || desk.account.with(Option::is_some);
    view! {
        <Section title=words.account().leaving>
            <TroubleNotice trouble back="/settings" />
            <div class="settings__block actions">
                <Show when=signed_in>
                    <Button label=words.account().sign_out glyph=Glyph::LOG_OUT on_press=Callback::new(move |()| ask(Leave::SignOut)) />
                </Show>
                <Show when=move || desk.may(Action::Erase)>
                    <Button label=words.account().erase_home weight=Weight::Danger on_press=Callback::new(move |()| ask(Leave::Home)) />
                </Show>
                <Show
                    when=signed_in
                    fallback=move || view! {
                        <Button label=words.account().erase_all weight=Weight::Danger on_press=Callback::new(move |()| ask(Leave::Everything)) />
                    }
                >
                    <LinkButton label=words.account().close href="/settings/account/close" weight=Weight::Danger />
                </Show>
            </div>
        </Section>
        <Dialog open title=words.account().leaving close=words.common().close>
            <div class="stack">
                <Notice kind=NoticeKind::Warn title=lead() />
                <div class="actions">
                    <Show when=move || { unsent.get() > 0 }>
                        <Button label=words.account().save_file glyph=Glyph::DOWNLOAD on_press=Callback::new(move |()| save_unsent(desk, toaster)) />
                    </Show>
                    <Button label=Signal::derive(move || confirm().to_owned()) weight=Weight::Danger on_press=act />
                    <Button label=words.common().cancel on_press=Callback::new(move |()| open.set(false)) />
                </div>
            </div>
        </Dialog>
    }
}
