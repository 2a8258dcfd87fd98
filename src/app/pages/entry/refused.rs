//! That the server did not take an entry: why, and what can be done about it.

use crate::components::{Button, LinkButton, Notice, NoticeKind, Weight};
use crate::data::Standing;
use crate::deeds::refusal;
use crate::deeds::unsent;
use crate::desk::use_desk;
use crate::pages::form::told;
use crate::pages::{undo, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::entry::Entry;
use sync::Queued;
use wire::push::Outcome;
use words::Words;

/// The refusals of any version of an entry.
#[component]
pub fn Refused(
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let desk = use_desk();
    let root = entry.root;
    let refused = Memo::new(move |_| {
        let versions = desk.library.entry_thread(root).map(|thread| thread.versions).unwrap_or_default();
        let all = unsent::list(desk).into_iter();
        all.filter(|queued| queued.refused.is_some() && versions.contains(&queued.edit.id)).collect::<Vec<_>>()
    });
    move || refused.get().into_iter().map(|queued| view! { <Refusal queued entry=entry.clone() /> }).collect_view()
}

#[component]
fn Refusal(queued: Queued, entry: Standing<Entry>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let why = match queued.refused.as_ref().map(sync::Refusal::outcome) {
        Some(Outcome::Refused { faults, .. }) if !faults.is_empty() => {
            let told = faults.iter().map(|fault| format!("{}: {}", name(words, &fault.field), told(words, fault)));
            told.collect::<Vec<_>>().join(" ")
        }
        Some(Outcome::Refused { code, .. }) => refusal(words, code, &[]),
        _ => String::new(),
    };
    let key = queued.edit.key;
    let again = Callback::new(move |()| {
        let queued = queued.clone();
        undo::tell(desk, toaster, async move { unsent::again(desk, &queued).await });
    });
    let is_only = entry.versions == 1;
    let let_go = Callback::new(move |()| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match unsent::discard(desk, key).await {
                Ok(()) => {
                    toaster.say(words.entry().let_gone);
                    // Without its only version there is no entry to stay at.
                    if is_only {
                        navigate("/logbook", NavigateOptions { replace: true, ..NavigateOptions::default() });
                    }
                }
                Err(trouble) => toaster.say(trouble.told(words)),
            }
        });
    });
    let actions = view! {
        <LinkButton label=words.entry().mend href=format!("/logbook/{}/amend", entry.root) weight=Weight::Small />
        <Button label=words.entry().try_again weight=Weight::Small on_press=again />
        <Button label=words.entry().let_go weight=Weight::Small on_press=let_go />
    };
    let body = format!("{why} {}", words.entry().refused_kept);
    view! { <Notice kind=NoticeKind::Refused title=words.entry().refused body actions=actions.into_any() /> }
}

/// What a field of an entry is called.
fn name(words: &Words, field: &str) -> String {
    let top = field.split('.').next().unwrap_or_default();
    let known = [
        ("title", words.add().what),
        ("when", words.add().when),
        ("systems", words.entry().systems),
        ("zones", words.add().zones),
        ("done_by", words.add().done_by),
        ("cost", words.add().cost),
        ("labour", words.add().labour),
        ("parts_cost", words.add().parts_cost),
        ("parts", words.add().parts),
        ("files", words.versions().files),
        ("notes", words.add().notes),
        ("reason", words.add().reason),
    ];
    known.into_iter().find(|(name, _)| *name == top).map_or(field, |(_, known)| known).to_owned()
}
