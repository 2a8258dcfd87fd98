//! What stands first: which home, over which time, how much there is, what is in the report and what is not.

use super::blocks::anchor;
use super::pictures::Pictures;
use super::written::Written;
use crate::components::{Notice, NoticeKind, When, dynamic};
use crate::desk::use_desk;
use leptos::prelude::*;
use report::Section;
use std::sync::Arc;

/// The cover.
#[component]
pub fn Cover(
    /// The report.
    written: Memo<Written>,
    /// The photos of the report.
    pictures: Pictures,
) -> impl IntoView {
    let desk = use_desk();
    let cover = Memo::new(move |_| written.with(|written| written.cover.clone()));
    let lines = move || {
        let report::Cover { title, home, street, span, only, made } = cover.get();
        view! {
            <p class="soft">{title}</p>
            <h1 class="print-sheet__home">{home}</h1>
            <p>{street}</p>
            <p class="print-sheet__span">{span}</p>
            {(!only.is_empty()).then(|| view! { <p>{only}</p> })}
            <p class="small soft">{made}</p>
        }
    };
    let arriving = Signal::derive(move || desk.status.with(|status| status.first_sync.is_some()));
    view! {
        <header class="print-sheet__cover stack">
            <div class="stack stack--tight">{dynamic(lines)}</div>
            <When is=arriving><Notice kind=NoticeKind::Warn title=desk.words().print().arriving /></When>
            <Inside written />
            <LeftOut written pictures />
        </header>
    }
}

/// What is in the report, with links to it.
#[component]
fn Inside(written: Memo<Written>) -> impl IntoView {
    let line = |section: &Arc<Section>| {
        view! {
            <li class="print-sheet__leads">
                <a href=format!("#{}", anchor(section.part)) rel="external">{section.title}</a>
                <span class="soft">{section.count.clone()}</span>
            </li>
        }
    };
    let lines = move || written.with(|written| written.sections.iter().map(line).collect_view());
    let title = use_desk().words().print().inside;
    view! {
        <nav aria-label=title>
            <h2>{title}</h2>
            <ol>{dynamic(lines)}</ol>
        </nav>
    }
}

/// What a reader cannot see, because it is not there; nothing where nothing is left out.
#[component]
fn LeftOut(written: Memo<Written>, pictures: Pictures) -> impl IntoView {
    let desk = use_desk();
    let left_out = Memo::new(move |_| written.with(|written| written.left_out.clone()));
    dynamic(move || {
        let report::LeftOut { title, lines } = left_out.get();
        let missing = pictures.missing();
        let missing = (missing > 0).then(|| (desk.words().print().left_out.missing)(missing));
        let lines: Vec<_> = lines.into_iter().chain(missing).map(|line| view! { <li>{line}</li> }).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="stack stack--tight" aria-label=title>
                    <h2>{title}</h2>
                    <ul class="print-sheet__left-out small">{lines}</ul>
                </section>
            }
        })
    })
}
