//! A line of the ledger: the day in the margin, what it was, what it cost.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;
use leptos_router::components::A;

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
    /// Words around what was searched for.
    pub snippet: String,
    /// That it waits to be sent, or was refused.
    pub waits: String,
    /// How many papers it has, in words; empty for none.
    pub papers: String,
    /// It is the one that is open beside the list.
    pub current: bool,
}

/// A line of the ledger.
#[component]
pub fn EntryRow(
    /// What it says.
    line: EntryLine,
    /// Its photos.
    #[prop(optional)]
    photos: Option<AnyView>,
    /// Marks what was searched for in a text.
    #[prop(optional, into)]
    marked: Option<Callback<String, AnyView>>,
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
        view! { <A href=line.href attr:class="entry__title">{title}</A> }.into_any()
    };
    let current = line.current.then_some("true");
    let class = if line.current { "entry entry--current" } else { "entry" };
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
                    <span class="entry__marks"><Icon glyph=Glyph::Paperclip /><span class="unseen">{line.papers}</span></span>
                })}
            </div>
            {(!line.snippet.is_empty()).then(|| view! { <p class="entry__snippet">{mark(line.snippet)}</p> })}
            {photos.map(|photos| view! { <div class="entry__photos">{photos}</div> })}
        </div>
        <div class="entry__end">
            {(!line.cost.is_empty()).then(|| view! { <span class="money">{line.cost}</span> })}
            {(!line.waits.is_empty()).then(|| view! { <span class="entry__waits">{line.waits}</span> })}
        </div>
    };
    if bare {
        view! { <div class=class aria-current=current>{line}</div> }.into_any()
    } else {
        view! { <li class=class aria-current=current>{line}</li> }.into_any()
    }
}
