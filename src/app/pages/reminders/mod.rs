//! Reminders: by which ways, of what and how early, when not, and what comes next.

mod choices;
mod chosen;
mod next;
mod ways;

use choices::{Kinds, QuietHours};
use chosen::Chosen;
use next::Next;
use ways::{Calendar, Mails, Pushing};

use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{Trouble, reminder};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use wire::reminder::Reminders;

/// Where this page is, for whoever has to prove to be there and comes back.
const HERE: &str = "/settings/reminders";

/// Reminders of the open home.
#[lazy]
pub fn reminders() -> Draw {
    || view! { <RemindersPage /> }.into_any()
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Shared {
    desk: Desk,
    chosen: Chosen,
    trouble: RwSignal<Option<Trouble>>,
}

#[component]
fn RemindersPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.reminder();
    let trouble = RwSignal::new(None::<Trouble>);
    let found = RwSignal::new(None::<Reminders>);
    // Another home has reminders of its own.
    let home = Memo::new(move |_| {
        let is_kept = desk.account.with(Option::is_some) && desk.joined();
        desk.space.get().filter(|_| is_kept)
    });
    Effect::new(move |_| {
        if home.get().is_some() {
            leptos::task::spawn_local(async move {
                match reminder::reminders(desk).await {
                    Ok(reminders) => drop(found.try_set(Some(reminders))),
                    Err(wrong) => drop(trouble.try_set(Some(wrong))),
                }
            });
        }
    });
    let back = ("/settings".to_owned(), words.account().settings.to_owned());
    let body = move || match found.get() {
        _ if home.get().is_none() => {
            let keep = view! { <LinkButton label=words.outlook().keep_action href="/sign-in?to=/settings/reminders" glyph=Glyph::CLOUD_UPLOAD /> };
            view! { <Notice kind=NoticeKind::Info title=said.needs_account actions=keep.into_any() /> }.into_any()
        }
        None => ().into_any(),
        Some(reminders) => {
            let shared = Shared { desk, chosen: Chosen::of(&reminders.settings), trouble };
            view! { <Boxes shared reminders /> }.into_any()
        }
    };
    view! {
        <Page title=said.title back named=true class="stack stack--loose">
            <TroubleNotice trouble back=HERE />
            <p>{said.intro}</p>
            {dynamic(body)}
        </Page>
    }
}

#[component]
fn Boxes(shared: Shared, reminders: Reminders) -> impl IntoView {
    let desk = shared.desk;
    let said = desk.words().reminder();
    let toaster = use_toaster();
    let busy = RwSignal::new(false);
    let save = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            match reminder::choose(desk, &untrack(|| shared.chosen.settings())).await {
                Ok(()) => {
                    shared.trouble.try_set(None);
                    toaster.say(said.saved);
                }
                Err(wrong) => drop(shared.trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    });
    view! {
        <Pushing shared push_here=reminders.push_here browsers=reminders.browsers />
        <Mails shared />
        <Kinds shared />
        <QuietHours shared />
        <div class="actions"><Button label=said.save weight=Weight::Primary busy=busy on_press=save /></div>
        <Next shared told=reminders.told />
        <Calendar shared made=reminders.feed />
    }
}
