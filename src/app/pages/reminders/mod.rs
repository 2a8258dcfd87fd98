//! Reminders: by which ways, of what and how early, when not, and what comes next.

mod choices;
mod next;
mod ways;

use choices::{Kinds, QuietHours};
use next::Next;
use ways::{Calendar, Mails, Pushing};

use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{Trouble, reminder};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use model::reminder::Settings;
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
    /// What is chosen, saved or not.
    chosen: RwSignal<Settings>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Shared {
    /// Changes what is chosen.
    fn choose(self, change: impl FnOnce(Settings) -> Settings) {
        self.chosen.update(|chosen| *chosen = change(std::mem::take(chosen)));
    }
}

#[component]
fn RemindersPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.reminder();
    let shared = Shared { desk, chosen: RwSignal::default(), trouble: RwSignal::default() };
    let found = RwSignal::new(None::<Reminders>);
    let is_kept = Memo::new(move |_| desk.account.with(Option::is_some) && desk.joined());
    Effect::new(move |_| {
        if is_kept.get() {
            leptos::task::spawn_local(async move {
                match reminder::reminders(desk).await {
                    Ok(reminders) => {
                        shared.chosen.try_set(reminders.settings.clone());
                        found.try_set(Some(reminders));
                    }
                    Err(wrong) => drop(shared.trouble.try_set(Some(wrong))),
                }
            });
        }
    });
    let back = ("/settings".to_owned(), words.account().settings.to_owned());
    let body = move || match found.get() {
        _ if !is_kept.get() => {
            let keep = view! { <LinkButton label=words.outlook().keep_action href="/sign-in?to=/settings/reminders" glyph=Glyph::CLOUD_UPLOAD /> };
            view! { <Notice kind=NoticeKind::Info title=said.needs_account actions=keep.into_any() /> }.into_any()
        }
        None => ().into_any(),
        Some(reminders) => view! { <Chosen shared reminders /> }.into_any(),
    };
    view! {
        <Page title=said.title back named=true class="stack stack--loose">
            <TroubleNotice trouble=shared.trouble back=HERE />
            <p>{said.intro}</p>
            {dynamic(body)}
        </Page>
    }
}

#[component]
fn Chosen(shared: Shared, reminders: Reminders) -> impl IntoView {
    let desk = shared.desk;
    let said = desk.words().reminder();
    let toaster = use_toaster();
    let busy = RwSignal::new(false);
    let save = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            match reminder::choose(desk, &shared.chosen.get_untracked()).await {
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
        <Pushing shared browsers=reminders.browsers />
        <Mails shared />
        <Kinds shared />
        <QuietHours shared />
        <div class="actions"><Button label=said.save weight=Weight::Primary busy=busy on_press=save /></div>
        <Next shared told=reminders.told />
        <Calendar shared made=reminders.feed />
    }
}
