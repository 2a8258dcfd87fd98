//! Which page an address shows: a table that is looked up, so that a page more costs the first download a line.
//!
//! `leptos_router` keeps the address and the history; its own table of routes is a type of its own for each page, and weighs as much as the home screen.

use crate::browser::{page, timer};
use crate::components::{dynamic, whenever};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, Location, LocationProvider};
use leptos_router::params::ParamsMap;
use std::pin::Pin;

/// What a page's module gives: a function that draws the page, called where it is shown.
pub type Draw = fn() -> AnyView;

/// A page that is in the first download, or on its way.
pub type Loading = Pin<Box<dyn Future<Output = Draw>>>;

/// A page: the form of its addresses, where `:id` stands for any one part and `:id?` for one or none, and what loads it.
pub type Page = (&'static str, fn() -> Loading);

/// What was drawn is painted within so many milliseconds. A frame would not be drawn, and so not be waited for, in a tab that is out of sight.
pub const PAINTED_MS: u64 = 20;

/// The address of the home screen.
const HOME: &str = "/";

/// A page of the table whose module is loaded when it is opened.
#[macro_export]
macro_rules! lazy_page {
    ($path:literal, $page:path) => {
        ($path, || Box::pin($page()))
    };
}

/// A page of the table that is in the first download.
#[macro_export]
macro_rules! ready_page {
    ($path:literal, $page:ident) => {
        ($path, || Box::pin(std::future::ready((|| view! { <$page /> }.into_any()) as $crate::route::Draw)))
    };
}

/// What is shown: where it stands in the table, what its address says, and how it is drawn.
#[derive(Clone)]
struct Shown {
    at: usize,
    params: ArcRwSignal<ParamsMap>,
    draw: Draw,
}

/// The first part of the address, by which pages that share a module are told from one another; empty at the home screen.
pub fn first_part() -> String {
    use_location().pathname.with_untracked(|path| path.split('/').nth(1).unwrap_or_default().to_owned())
}

/// Whether the last part of the address is that one.
pub fn ends_with(part: &str) -> bool {
    use_location().pathname.with_untracked(|path| path.rsplit('/').next() == Some(part))
}

/// A part of a page whose code is not in the first download: fetched when it is first `wanted`, drawn from then on.
pub fn fetched(wanted: Signal<bool>, load: fn() -> Loading) -> AnyView {
    let drawn = RwSignal::new(None::<Draw>);
    whenever(move || {
        if wanted.get() && drawn.with_untracked(Option::is_none) {
            leptos::task::spawn_local(async move {
                // What is drawn already is painted first, and has the network to itself until it is.
                timer::wait(PAINTED_MS).await;
                let loading = load();
                // The page may be gone by then.
                drawn.try_set(Some(loading.await));
            });
        }
    });
    dynamic(move || drawn.get().map(|draw| draw()))
}

/// A part of a page that is drawn anew while it is looked at: its code is fetched once, when it is first drawn. A handle.
#[derive(Clone, Copy)]
pub struct Later {
    load: fn() -> Loading,
    draw: RwSignal<Option<Draw>>,
}

impl Later {
    /// What `load` fetches.
    pub fn new(load: fn() -> Loading) -> Self {
        Self { load, draw: RwSignal::new(None) }
    }

    /// The part, as soon as it is there.
    pub fn drawn(self) -> AnyView {
        let Self { load, draw } = self;
        if draw.with_untracked(Option::is_none) {
            leptos::task::spawn_local(async move {
                draw.try_set(Some(load().await));
            });
        }
        dynamic(move || draw.get().map(|draw| draw()))
    }
}

/// Shows the page that the address names; the one before stays until it has come. The first page is shown for an address that is no page's.
#[component]
pub fn Pages(
    /// The table.
    pages: &'static [Page],
    /// Whether what pages show is there. The home screen shows what there is.
    ready: Signal<bool>,
) -> impl IntoView {
    let address = expect_context::<BrowserUrl>();
    let Location { pathname, search, .. } = use_location();
    let shown = RwSignal::new(None::<Shown>);
    let wanted = StoredValue::new(0_usize);
    whenever(move || {
        let (at, id) = pathname.with(|path| find(pages, path));
        search.track();
        let params = ParamsMap::from_iter(id.map(|id| ("id".to_owned(), id)));
        wanted.update_value(|wanted| *wanted += 1);
        if let Some(same) = shown.get_untracked().filter(|shown| shown.at == at) {
            same.params.set(params);
            return arrive(&address);
        }
        let (address, turn) = (address.clone(), wanted.get_value());
        leptos::task::spawn_local(async move {
            let draw = (pages[at].1)().await;
            // Somebody may have gone on to another page meanwhile, or the whole table may be gone.
            if wanted.try_get_value() == Some(turn) {
                shown.set(Some(Shown { at, params: ArcRwSignal::new(params), draw }));
                arrive(&address);
            }
        });
    });
    dynamic(move || {
        let shown = shown.get().filter(|shown| pages[shown.at].0 == HOME || ready.get());
        shown.map(|Shown { params, draw, .. }| {
            provide_context(ArcMemo::new(move |_| params.get()));
            draw()
        })
    })
}

/// Lets the address bar show where the person is.
///
/// The router takes an address for one that the bar shows already if it was the last that it put there itself. After going back and forward
/// again it is not: then the bar is set here.
fn arrive(address: &BrowserUrl) {
    address.ready_to_complete();
    let address = address.as_url().clone();
    leptos::task::spawn_local(async move {
        timer::wait(0).await;
        let address = address.read_untracked();
        let question = if address.search().is_empty() { "" } else { "?" };
        page::show_address(&format!("{}{question}{}", address.path(), address.search()));
    });
}

/// Where in the table `path` stands, and its `:id`: the last row that fits, else the first of all.
fn find(pages: &[Page], path: &str) -> (usize, Option<String>) {
    let parts = || path.split('/').filter(|part| !part.is_empty());
    let at = pages.iter().rposition(|(form, _)| matches(form, parts()).is_some()).unwrap_or(0);
    (at, matches(pages[at].0, parts()).flatten().map(str::to_owned))
}

/// The `:id` in `parts`, if they are of `form` at all.
fn matches<'a>(form: &str, mut parts: impl Iterator<Item = &'a str>) -> Option<Option<&'a str>> {
    let mut id = None;
    for wanted in form.split('/').filter(|part| !part.is_empty()) {
        match (wanted, parts.next()) {
            (":id", Some(part)) => id = Some(part),
            (":id?", part) => id = part,
            (wanted, Some(part)) if wanted == part => {}
            _ => return None,
        }
    }
    parts.next().is_none().then_some(id)
}
