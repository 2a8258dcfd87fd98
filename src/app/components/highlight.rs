//! A text in which what was searched for is marked.

use std::ops::Range;

use leptos::prelude::*;

/// A text with marks.
#[component]
pub fn Highlight(
    /// The text.
    #[prop(into)]
    text: String,
    /// What is marked: ranges of bytes, in order and apart; those that do not fall between letters are passed over.
    marks: Vec<Range<usize>>,
) -> impl IntoView {
    let mut parts = Vec::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(found)) = (text.get(at..mark.start), text.get(mark.clone())) else { continue };
        parts.push(before.to_owned().into_any());
        parts.push(view! { <mark>{found.to_owned()}</mark> }.into_any());
        at = mark.end;
    }
    parts.push(text.get(at..).unwrap_or_default().to_owned().into_any());
    parts
}
