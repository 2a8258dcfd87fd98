//! Guided set-up: what the house has is chosen from pictures, then each system gets a card, each saved as it is left.

mod boxes;
mod card;
mod choose;
mod done;
mod papers;
mod progress;
mod questions;

use crate::components::{Button, Notice, NoticeKind, Skeleton, Weight, dynamic};
use crate::deeds::{catalogue, draft};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::keeper::Keeper;
use crate::route::Draw;
use card::CardPage;
use choose::ChoosePage;
use done::DonePage;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use model::access::Action;
use model::catalogue::Catalogue;
use progress::Progress;
use std::sync::Arc;

/// The name of the draft in which it is kept how far the set-up has come.
pub const DRAFT: &str = "setup";

/// Guided set-up.
#[lazy]
pub fn setup() -> Draw {
    || view! { <SetupPage /> }.into_any()
}

/// What its steps share. A handle: copies are the same set-up.
#[derive(Clone, Copy)]
struct Setup {
    desk: Desk,
    catalogue: StoredValue<Arc<Catalogue>>,
    progress: StoredValue<Progress>,
    keeper: StoredValue<Keeper<Progress>, LocalStorage>,
}

impl Setup {
    /// Changes how far it has come, and keeps that on this device.
    fn update(self, change: impl FnOnce(&mut Progress)) {
        self.progress.update_value(change);
        let now = self.progress.get_value();
        self.keeper.with_value(|keeper| keeper.keep((now != Progress::default()).then_some(now)));
    }

    /// Lets go of it: what was saved is in the logbook.
    fn end(self) {
        self.keeper.with_value(|keeper| keeper.keep(None));
    }
}

/// What is shown. The address says it; without a word there it is where the person left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Choose,
    /// A card, from 0.
    Card(usize),
    Done,
}

impl Step {
    fn of(query: &ParamsMap, progress: &Progress) -> Self {
        let card = |at: usize| if at < progress.cards.len() { Self::Card(at) } else { Self::Choose };
        if query.get("choose").is_some() {
            Self::Choose
        } else if query.get("done").is_some() && !progress.cards.is_empty() {
            Self::Done
        } else if let Some(number) = query.get("card").and_then(|card| card.parse::<usize>().ok()) {
            card(number.saturating_sub(1))
        } else {
            progress.left_at().map_or(Self::Choose, card)
        }
    }

    fn address(self) -> String {
        match self {
            Self::Choose => "/setup?choose".to_owned(),
            Self::Card(at) => format!("/setup?card={}", at + 1),
            Self::Done => "/setup?done".to_owned(),
        }
    }
}

/// Where an address within the set-up leads: to a step.
fn use_go() -> impl Fn(Step) + Clone + 'static {
    let navigate = use_navigate();
    move |step: Step| navigate(&step.address(), leptos_router::NavigateOptions::default())
}

#[component]
fn SetupPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    if !untrack(|| desk.may(Action::Write)) {
        let notice = view! { <Notice kind=NoticeKind::Warn title=words.trouble().forbidden /> };
        return framed(desk, notice.into_any());
    }
    // The catalogue, if there is one, and how far the person had come; the steps are drawn once both are known.
    let found = RwSignal::new(None::<Option<(Arc<Catalogue>, Progress)>>);
    let place = draft::place(desk, DRAFT);
    let (kept_at, keeper) = (place.clone(), StoredValue::new_local(Keeper::new(desk, place)));
    let look = Callback::new(move |()| {
        found.set(None);
        let place = kept_at.clone();
        leptos::task::spawn_local(async move {
            let progress = draft::read::<Progress>(desk, &place).await.unwrap_or_default();
            let catalogue = catalogue::read(desk).await.map(Arc::new);
            // The page may have been left meanwhile.
            let _ = found.try_set(Some(catalogue.map(|catalogue| (catalogue, progress.resumed()))));
        });
    });
    look.run(());
    let shown = move || match found.get() {
        None => view! { <Skeleton label=words.common().loading /> }.into_any(),
        Some(None) => {
            let again = view! { <Button label=words.common().retry weight=Weight::Small on_press=look /> };
            view! { <Notice kind=NoticeKind::Warn title=words.setup().missing actions=again.into_any() /> }.into_any()
        }
        Some(Some((catalogue, progress))) => {
            let (catalogue, progress) = (StoredValue::new(catalogue), StoredValue::new(progress));
            view! { <Steps setup=Setup { desk, catalogue, progress, keeper } /> }.into_any()
        }
    };
    framed(desk, dynamic(shown))
}

fn framed(desk: Desk, body: AnyView) -> AnyView {
    let words = desk.words();
    let back = ("/systems".to_owned(), words.common().close.to_owned());
    view! { <Page title=words.setup().title back closes=true wide=true class="setup">{body}</Page> }.into_any()
}

#[component]
fn Steps(setup: Setup) -> impl IntoView {
    let query = use_query_map();
    let step = Memo::new(move |_| query.with(|query| setup.progress.with_value(|progress| Step::of(query, progress))));
    dynamic(move || match step.get() {
        Step::Choose => view! { <ChoosePage setup /> }.into_any(),
        Step::Card(at) => view! { <CardPage setup at /> }.into_any(),
        Step::Done => view! { <DonePage setup /> }.into_any(),
    })
}
