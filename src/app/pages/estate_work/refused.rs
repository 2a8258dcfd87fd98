//! What the server refused: it stays on this device, with the reason, until it is let go.

use super::Found;
use crate::components::{Button, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{portal as deeds, refusal};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::scheme::award::Bar;
use sync::Queued;
use wire::push::Outcome;

/// Each edit with its reason, and the way to let it go.
#[component]
pub fn Refused(
    /// The scheme.
    found: Found,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let refused = Memo::new(move |_| {
        found.with(|found| found.as_ref()?.as_ref().map(|estate| (estate.space, estate.refused.clone())))
    });
    dynamic(move || {
        let (space, refused) = refused.get()?;
        let notice = |queued: Queued| {
            let body = queued.refused.as_ref().map(|refused| why(desk, &refused.outcome())).unwrap_or_default();
            let press = Callback::new(move |()| {
                let queued = queued.clone();
                form.run(async move { deeds::discard(desk, space, &queued).await }, |()| {});
            });
            let actions = view! { <Button label=said.let_go weight=Weight::Small on_press=press /> }.into_any();
            view! { <Notice kind=NoticeKind::Refused title=said.was_refused body actions /> }
        };
        Some(refused.into_iter().map(notice).collect_view())
    })
}

fn why(desk: Desk, outcome: &Outcome) -> String {
    let words = desk.words();
    let Outcome::Refused { code, faults } = outcome else { return String::new() };
    match faults.first().and_then(|fault| fault.field.parse::<Bar>().ok()) {
        Some(bar) => (words.work().bar)(bar).to_owned(),
        None => refusal(words, *code, faults),
    }
}
