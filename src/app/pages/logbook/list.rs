//! The list of entries, with its search, its filters and its sum.

use super::chips::Filters;
use super::empty::{Blank, Nothing};
use super::found::{found, summary};
use super::row::{Around, estimate_px, key, row};
use super::{address, keys, marks};
use crate::browser::{focus, timer};
use crate::components::{Glyph, LinkButton, SearchField, TopBar, VirtualList, Weight, When, dynamic};
use crate::data::timeline::Row;
use crate::desk::use_desk;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use model::RecordId;
use model::look::Filter;
use std::sync::Arc;

/// How long after the last keystroke the words searched for are put into the address, milliseconds.
const SETTLED_MS: u64 = 400;

/// The list of entries.
#[component]
pub fn List(
    /// The entry that is open beside the list.
    picked: Memo<Option<RecordId>>,
    /// Whether something is open beside the list.
    is_picked: Memo<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let typed = typed();
    let query = use_query_map();
    let filter = Signal::derive(move || {
        let asked = query.with(address::filter);
        Filter { query: typed.get(), ..asked }
    });
    let rows = found(desk, filter);
    let wanted = Memo::new(move |_| Arc::new(typed.with(|typed| marks::wanted(typed))));
    let address = Memo::new(move |_| query.with(|query| address::ending(address::filter(query).pairs())));
    let around = Around { picked, wanted, query: address };
    let go = to_address();
    let on_change = Callback::new(move |filter: Filter| go.run((filter, false)));
    if untrack(|| query.with(|query| query.get_str("search").is_some())) {
        focus::after_drawing("input[type='search']");
    }
    let keys = window_event_listener(leptos::ev::keydown, move |event| keys::press(&event));
    on_cleanup(move || keys.remove());
    let print = move || {
        view! {
            <LinkButton label=words.logbook().print href=format!("/print{}", address.get()) weight=Weight::Quiet glyph=Glyph::PRINTER icon_only=true />
        }
    };
    let is_blank = Memo::new(move |_| desk.library.entries.with(|entries| entries.is_empty()));
    let is_found = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let shown = move || match (is_blank.get(), is_found.get()) {
        (true, _) => view! { <Blank /> }.into_any(),
        (false, false) => view! { <Nothing filter on_change typed /> }.into_any(),
        (false, true) => view! { <Entries rows around is_picked /> }.into_any(),
    };
    let arriving = move || desk.status.with(|status| status.first_sync.is_some()).then_some(words.logbook().arriving);
    view! {
        <TopBar title=words.logbook().title aside=is_picked>{print}</TopBar>
        <div class="page page--wide logbook">
            <When is=Signal::derive(move || !is_blank.get())>
                <div class="logbook__tools stack stack--tight">
                    <SearchField label=words.logbook().search clear=words.logbook().clear_search value=typed />
                    <Filters filter on_change />
                    <p class="logbook__count soft small" role="status">{dynamic(move || summary(desk, rows))} " " {arriving}</p>
                </div>
            </When>
            {shown}
        </div>
    }
}

/// The rows, those in sight.
#[component]
fn Entries(rows: Memo<Vec<Row>>, around: Around, is_picked: Memo<bool>) -> impl IntoView {
    let desk = use_desk();
    // What was picked last is kept in sight when the list gets narrower or wider, and on coming back to it.
    let last = Memo::new(move |before: Option<&(bool, Option<RecordId>)>| {
        let now = around.picked.get();
        (is_picked.get(), now.or_else(|| before.and_then(|(_, id)| *id)))
    });
    let reveal = Signal::derive(move || {
        let (_, id) = last.get();
        let is = |row: &Row| matches!(row, Row::Entry(entry) if Some(entry.root) == id);
        id.and_then(|_| rows.with_untracked(|rows| rows.iter().position(is)))
    });
    view! {
        <div class="timeline" class:timeline--wide=move || !is_picked.get()>
            <VirtualList label=desk.words().logbook().title items=rows key estimate_px reveal row=move |item| row(desk, around, item) />
        </div>
    }
}

/// The words that are searched for. They are in the address, so that a search can be shared and gone back to; the list follows each
/// keystroke, the address once the person pauses.
fn typed() -> RwSignal<String> {
    let query = use_query_map();
    let typed = RwSignal::new(query.with_untracked(|query| query.get("q").unwrap_or_default()));
    let go = to_address();
    let written = StoredValue::new(typed.get_untracked());
    Effect::new(move |last: Option<String>| {
        let now = typed.get();
        if last.is_some_and(|last| last != now) {
            let then = now.clone();
            leptos::task::spawn_local(async move {
                timer::wait(SETTLED_MS).await;
                if typed.try_get_untracked() == Some(then.clone()) && written.get_value() != then {
                    written.set_value(then.clone());
                    let filter = query.with_untracked(address::filter);
                    go.run((Filter { query: then, ..filter }, true));
                }
            });
        }
        now
    });
    // The address is outside: going back or forward brings other words.
    Effect::new(move |_| {
        let asked = query.with(|query| query.get("q").unwrap_or_default());
        if asked.trim() != written.get_value().trim() {
            written.set_value(asked.clone());
            typed.set(asked);
        }
    });
    typed
}

/// Puts a filter into the address; in place of the one before, or so that one can go back to that.
fn to_address() -> Callback<(Filter, bool)> {
    let navigate = use_navigate();
    let path = use_location().pathname;
    Callback::new(move |(filter, replace): (Filter, bool)| {
        let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
        navigate(&format!("{}{}", path.get_untracked(), address::ending(filter.pairs())), options);
    })
}
