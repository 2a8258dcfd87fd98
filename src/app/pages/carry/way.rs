//! How far something has come on its way in or out.

use crate::components::Progress;
use crate::deeds::carry::Way;
use crate::desk::use_desk;
use leptos::prelude::*;

/// A bar with its words and, once that is known, its figure.
#[component]
pub(super) fn UnderWay(
    /// What is going on.
    label: &'static str,
    /// How far it has come.
    way: RwSignal<Way>,
) -> impl IntoView {
    let words = use_desk().words();
    let figure = move || match way.get() {
        Way { all: 0, .. } => String::new(),
        Way { done, all } => (words.carry().way)(&words.number(done.into()), &words.number(all.into())),
    };
    let done = move || u64::from(way.get().done);
    let of = move || Some(u64::from(way.get().all)).filter(|all| *all > 0);
    view! {
        <div role="status">
            <Progress label figure=Signal::derive(figure) done=Signal::derive(done) of=Signal::derive(of) />
        </div>
    }
}
