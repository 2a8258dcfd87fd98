//! Where a link leads: the door, and the bar above everything that a visitor sees.

mod bar;
mod join;
mod sends;
mod waiting;

use crate::browser::{page, timer};
use crate::components::{Brand, Button, Notice, NoticeKind, TextField, Weight, dynamic};
use crate::deeds::{Trouble, visit as deed};
use crate::desk::use_desk;
use crate::route::{Draw, PAINTED_MS};
use bar::Bar;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::ShareId;
use model::link::Link;
use wire::ErrorCode;

/// The door, and once it is open the bar above everything that a visitor sees, and that who shares sees as they would.
#[lazy]
pub fn visit() -> Draw {
    || {
        if use_desk().visiting.get_untracked() { view! { <Bar /> }.into_any() } else { view! { <Door /> }.into_any() }
    }
}

/// What stands at the door.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    /// A link that can be tried.
    Closed,
    /// It asks for a passcode; whether a wrong one was typed.
    Asks(bool),
    /// The address is no link.
    Broken,
    /// Nobody knows it.
    Unknown,
    /// It has ended.
    Ended,
    /// The visit has, and the link opens another.
    Again,
}

#[component]
fn Door() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.door();
    page::set_title(words.common().product);
    let link = page::take_link().parse::<Link>().ok();
    let stands = RwSignal::new(if link.is_some() { Stands::Closed } else { Stands::Broken });
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let passcode = RwSignal::new(String::new());
    let navigate = use_navigate();
    let enter = move |share: ShareId| {
        let navigate = navigate.clone();
        async move {
            let given = deed::fetch(share).await?;
            // The address changes before anything is shown: `/s` is no page of a home, and what says so would be fetched in vain.
            let first = match &given.grant.recommends {
                _ if deed::is_deal(&given) => "/jobs".to_owned(),
                _ if deed::has(&given, "scheme") => "/estate".to_owned(),
                _ if deed::has(&given, "dispute") => "/estate/cases".to_owned(),
                Some(recommended) => format!("/contacts/{}", recommended.contact),
                None => "/".to_owned(),
            };
            navigate(&first, NavigateOptions { replace: true, ..NavigateOptions::default() });
            deed::show(desk, share, given).await;
            timer::wait(PAINTED_MS).await;
            page::add_style();
            deed::complete(desk).await;
            Ok::<_, Trouble>(())
        }
    };
    let told = move |wrong: Trouble| match &wrong {
        Trouble::Refused(body) => match body.code {
            ErrorCode::NotFound => drop(stands.try_set(Stands::Unknown)),
            ErrorCode::Gone => drop(stands.try_set(Stands::Ended)),
            ErrorCode::SignIn => drop(stands.try_set(Stands::Again)),
            ErrorCode::Passcode => {
                stands.try_update(|stands| *stands = Stands::Asks(matches!(stands, Stands::Asks(_))));
            }
            _ => drop(trouble.try_set(Some(wrong.told(words)))),
        },
        _ => drop(trouble.try_set(Some(wrong.told(words)))),
    };
    // A tab that visits already goes on where it was, without the secret: its cookie lets it in.
    if link.is_none()
        && let Ok(share) = page::kept_for_tab(deed::KEPT).parse::<ShareId>()
    {
        stands.set(Stands::Closed);
        busy.set(true);
        let enter = enter.clone();
        leptos::task::spawn_local(async move {
            if let Err(wrong) = enter(share).await {
                page::drop_secret(deed::KEPT);
                told(wrong);
            }
            busy.try_set(false);
        });
    }
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(link) = link.filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        trouble.set(None);
        let typed = Some(passcode.get_untracked()).filter(|typed| !typed.trim().is_empty());
        let enter = enter.clone();
        leptos::task::spawn_local(async move {
            let opened = match deed::open(&link, typed).await {
                Ok(()) => enter(link.share).await,
                Err(wrong) => Err(wrong),
            };
            if let Err(wrong) = opened {
                told(wrong);
            }
            busy.try_set(false);
        });
    };
    let error = Signal::derive(move || (stands.get() == Stands::Asks(true)).then(|| said.passcode_wrong.to_owned()));
    let part = move || {
        let (title, body) = match stands.get() {
            Stands::Closed | Stands::Asks(_) => {
                let asks = matches!(stands.get(), Stands::Asks(_));
                let open = open.clone();
                return view! {
                    <form class="stack" on:submit=open>
                        {asks.then(|| view! { <TextField label=said.passcode hint=said.passcode_hint value=passcode keyboard="numeric" error /> })}
                        <Button label=said.open weight=Weight::Primary submit=true busy=busy />
                    </form>
                    <p class="small soft">{said.note}</p>
                }
                .into_any();
            }
            Stands::Broken => (said.broken, said.broken_lead),
            Stands::Unknown => (said.unknown, ""),
            Stands::Ended => (said.ended, said.ended_lead),
            Stands::Again => (said.again, ""),
        };
        view! { <Notice kind=NoticeKind::Refused title body /> }.into_any()
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1 class="gate__title">{said.title}</h1>
            <p class="soft">{said.lead}</p>
            {dynamic(move || trouble.get().map(|title| view! { <Notice kind=NoticeKind::Refused title /> }))}
            {dynamic(part)}
        </main>
    }
}
