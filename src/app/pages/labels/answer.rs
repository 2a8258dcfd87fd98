//! What a scanned label leads to: its system, or in plain words why it leads nowhere. Nothing of a home that is not on this device.

use crate::browser::page;
use crate::components::{Brand, Button, LinkButton, Notice, NoticeKind, Weight, dynamic, whenever};
use crate::deeds::label::{self, Found};
use crate::deeds::{Trouble, report};
use crate::desk::{Desk, use_desk};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use model::label::is_token;
use model::{RecordId, SpaceId};

/// The name under which this tab keeps a token that was scanned, over signing in.
const KEPT: &str = "label";

/// The page at the address that a label's code says.
pub fn scanned() -> Draw {
    || view! { <ScannedPage /> }.into_any()
}

#[component]
fn ScannedPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let hash = use_location().hash;
    let token = RwSignal::new(String::new());
    let answer = Answer::new(desk);
    page::set_title(&format!("{} · {}", words.label().scanned, words.common().product));
    // The same page is asked for again, with another token, if a second label is scanned while the first stands here.
    whenever(move || {
        hash.track();
        token.set(page::take_secret(KEPT));
    });
    whenever(move || {
        // What has not arrived yet may be in what comes next.
        desk.status.track();
        desk.homes.track();
        answer.ask(token.get());
    });
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1>{words.label().scanned}</h1>
            <AnswerPart answer />
            <LinkButton label=words.common().cancel href="/" weight=Weight::Quiet />
        </main>
    }
}

/// What was found for a token, and the way to it. A handle.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    desk: Desk,
    /// None while it is looked for.
    found: RwSignal<Option<Result<Found, Trouble>>>,
    go: Callback<(SpaceId, RecordId)>,
    report: Callback<()>,
    /// The token by which it was tried last to report.
    tried: StoredValue<String>,
    gone: StoredValue<bool>,
}

impl Answer {
    /// Nothing yet.
    pub(super) fn new(desk: Desk) -> Self {
        let navigate = use_navigate();
        let toaster = use_toaster();
        let go = Callback::new(move |(space, system): (SpaceId, RecordId)| {
            let navigate = navigate.clone();
            leptos::task::spawn_local(async move {
                match label::go_to(desk, space).await {
                    Ok(()) => {
                        page::drop_secret(KEPT);
                        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
                        navigate(&format!("/systems/{system}"), options);
                    }
                    Err(trouble) => toaster.say(trouble.told(desk.words())),
                }
            });
        });
        let navigate = use_navigate();
        let report = Callback::new(move |()| {
            navigate("/q/report", NavigateOptions { replace: true, ..NavigateOptions::default() });
        });
        Self {
            desk,
            found: RwSignal::new(None),
            go,
            report,
            tried: StoredValue::default(),
            gone: StoredValue::new(false),
        }
    }

    /// Looks for a token and goes to its system, if it is good.
    pub(super) fn ask(self, token: String) {
        leptos::task::spawn_local(async move {
            let found = label::find(self.desk, &token).await;
            if found == Ok(Found::Unknown) && self.is_open(&token).await {
                // It is the label of a home that is not here, by which anybody may report a fault.
                page::keep_for_tab(KEPT, &token);
                return self.report.run(());
            }
            if let Ok(Found::System { space, system, replaced: false }) = found
                // Asked twice, it still goes once; and not at all if the page was left meanwhile.
                && self.gone.try_update_value(|gone| std::mem::replace(gone, true)) == Some(false)
            {
                self.go.run((space, system));
            }
            self.found.try_set(Some(found));
        });
    }

    /// Whether anybody may report by that label; asked once.
    async fn is_open(self, token: &str) -> bool {
        let is_new = self.tried.try_update_value(|tried| std::mem::replace(tried, token.to_owned()) != token);
        is_new == Some(true) && is_token(token) && report::open(token).await.is_ok()
    }

    /// Forgets what was found.
    pub(super) fn clear(self) {
        self.found.set(None);
    }
}

/// The answer in words, where it is not a page.
#[component]
pub(super) fn AnswerPart(answer: Answer) -> impl IntoView {
    let desk = answer.desk;
    let words = desk.words();
    let said = words.label();
    dynamic(move || match answer.found.get()? {
        Ok(Found::System { replaced: false, .. }) => None,
        Ok(Found::System { space, system, replaced: true }) => {
            let open = Callback::new(move |()| answer.go.run((space, system)));
            let open = view! { <Button label=said.open_system weight=Weight::Primary on_press=open /> };
            let (title, body) = (said.replaced, said.replaced_body);
            Some(view! { <Notice kind=NoticeKind::Warn title body actions=open.into_any() /> }.into_any())
        }
        Ok(Found::Arriving(spaces)) => {
            let homes = other_homes(answer, &spaces);
            let (title, body) = (said.arriving, said.arriving_body);
            Some(
                view! { <div role="status"><Notice kind=NoticeKind::Info title body actions=homes /></div> }.into_any(),
            )
        }
        Ok(Found::Unknown) => {
            let is_stranger = desk.account.with(Option::is_none);
            let sign_in = is_stranger.then(|| {
                view! { <LinkButton label=words.account().sign_in href="/sign-in?to=/q" weight=Weight::Primary /> }
            });
            let body = if is_stranger { said.unknown_body } else { said.unknown_body_signed_in };
            let title = said.unknown;
            Some(view! { <Notice kind=NoticeKind::Refused title body actions=sign_in.into_any() /> }.into_any())
        }
        Err(trouble) => Some(view! { <Notice kind=NoticeKind::Refused title=trouble.told(words) /> }.into_any()),
    })
}

/// Homes that are not fetched in full because another is open: opening one goes on with it.
fn other_homes(answer: Answer, spaces: &[SpaceId]) -> AnyView {
    let desk = answer.desk;
    let toaster = use_toaster();
    let open = desk.space.get();
    let homes = desk.homes.get().into_iter().filter(|home| spaces.contains(&home.space) && Some(home.space) != open);
    let button = |home: sync::SpaceEntry| {
        let press = Callback::new(move |()| {
            crate::pages::undo::tell(desk, toaster, label::go_to(desk, home.space));
        });
        view! { <Button label=(desk.words().label().open_home)(&home.name) on_press=press /> }
    };
    homes.map(button).collect_view().into_any()
}
