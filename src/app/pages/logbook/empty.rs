//! A logbook without entries, and a search without a find.

use crate::components::{Button, Empty, EntryLine, EntryRow, Glyph, LinkButton, Weight};
use crate::desk::use_desk;
use leptos::prelude::*;
use model::Money;
use model::access::Action;
use model::look::Filter;

/// Nothing was written yet: an example, and the way to write.
#[component]
pub fn Blank() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.logbook();
    let [title, kind, meta] = said.empty_example.map(str::to_owned);
    let (day, weekday) = ("15".to_owned(), words.weekdays_short[3].to_owned());
    let cost = words.money(&Money::rand(123_450));
    let line = EntryLine { day, weekday, title, kind, meta, cost, ..EntryLine::default() };
    let example = view! { <ol aria-hidden="true"><EntryRow line /></ol> }.into_any();
    let action = move || {
        desk.may(Action::Add).then(|| {
            view! { <LinkButton label=said.empty_action href="/add" weight=Weight::Primary glyph=Glyph::PLUS /> }
        })
    };
    view! { <Empty glyph=Glyph::BOOK_OPEN title=said.empty_title text=said.empty_text example action=action.into_any() /> }
}

/// Nothing was found: what can be let go.
#[component]
pub fn Nothing(
    /// What is shown.
    filter: Signal<Filter>,
    /// Shows something else.
    on_change: Callback<Filter>,
    /// The words that are searched for.
    typed: RwSignal<String>,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.logbook();
    move || {
        let now = filter.get();
        let query = now.query.trim().to_owned();
        let title = if query.is_empty() { said.nothing.to_owned() } else { (said.nothing_for)(&query) };
        let is_narrow = now.is_narrow();
        let widen = Callback::new(move |()| on_change.run(Filter { query: now.query.clone(), ..Filter::default() }));
        let clear = Callback::new(move |()| typed.set(String::new()));
        let action = view! {
            <div class="line">
                {is_narrow.then(|| view! { <Button label=said.clear_all on_press=widen /> })}
                {(!query.is_empty()).then(|| view! { <Button label=said.clear_search weight=Weight::Quiet on_press=clear /> })}
            </div>
        };
        view! { <Empty glyph=Glyph::SEARCH title text=said.nothing_text action=action.into_any() /> }
    }
}
