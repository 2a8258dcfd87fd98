//! A line of the ledger: the day in the margin, what it was, what it cost.

use super::dynamic;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// What a line of the ledger says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntryLine {
    /// Where it leads; empty for an example, which leads nowhere.
    pub href: String,
    /// The day of the month; empty where only more is known.
    pub day: String,
    /// The day of the week, or what else is known of the date.
    pub weekday: String,
    /// What it was.
    pub title: String,
    /// What sort of event.
    pub kind: String,
    /// Systems and who did it.
    pub meta: String,
    /// What it cost.
    pub cost: String,
    /// That it waits to be sent, or was refused.
    pub waits: String,
    /// How many papers it has, in words; empty for none.
    pub papers: String,
}

/// A line of the ledger.
#[component]
pub fn EntryRow(
    /// What it says.
    line: EntryLine,
    /// Its photos.
    #[prop(default = None, into)]
    photos: Option<AnyView>,
    /// Marks what was searched for in a text.
    #[prop(optional, into)]
    marked: Option<Callback<String, AnyView>>,
    /// It is the one that is open beside the list.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// The end of where it leads, from its question mark on: what the list shows.
    #[prop(optional, into)]
    query: Signal<String>,
    /// Words around what was searched for.
    #[prop(optional, into)]
    snippet: Signal<String>,
    /// The list puts it into an item of its own.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let mark = move |text: String| match marked {
        Some(marked) => marked.run(text),
        None => text.into_any(),
    };
    let meta = if line.meta.is_empty() { String::new() } else { format!(" · {}", line.meta) };
    let title = mark(line.title);
    let title = if line.href.is_empty() {
        view! { <span class="entry__title">{title}</span> }.into_any()
    } else {
        let href = line.href;
        let href = move || query.with(|query| format!("{href}{query}"));
        view! { <a href=href class="entry__title">{title}</a> }.into_any()
    };
    let is_current = move || current.get().then_some("true");
    let snippet = move || {
        let snippet = snippet.get();
        (!snippet.is_empty()).then(|| view! { <p class="entry__snippet">{mark(snippet)}</p> })
    };
    let line = view! {
        <div class="entry__day">
            <span class="entry__date">{line.day}</span>
            <span class="entry__weekday">{line.weekday}</span>
        </div>
        <div class="entry__body">
            {title}
            <div class="entry__meta">
                <span class="entry__kind">{line.kind}</span>
                {mark(meta)}
                {(!line.papers.is_empty()).then(|| view! {
                    " "
                    <span class="entry__marks"><Icon glyph=Glyph::PAPERCLIP /><span class="unseen">{line.papers}</span></span>
                })}
            </div>
            {dynamic(snippet)}
            {photos.map(|photos| view! { <div class="entry__photos">{photos}</div> })}
        </div>
        <div class="entry__end">
            {(!line.cost.is_empty()).then(|| view! { <span class="money">{line.cost}</span> })}
            {(!line.waits.is_empty()).then(|| view! { <span class="entry__waits">{line.waits}</span> })}
        </div>
    };
    if bare {
        view! { <div class="entry" class:entry--current=current aria-current=is_current>{line}</div> }.into_any()
    } else {
        view! { <li class="entry" class:entry--current=current aria-current=is_current>{line}</li> }.into_any()
    }
}
