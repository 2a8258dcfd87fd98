//! What the server refused: it stays on this device, with the reason, until it is let go.

use super::deal::Lines;
use crate::components::{Button, Notice, NoticeKind, Weight};
use crate::deeds::portal::{self as deeds, Dealt};
use crate::deeds::refusal;
use crate::desk::Desk;
use crate::pages::Toaster;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::portal::machine::Refusal;
use model::{Fault, Record};
use sync::Queued;
use wire::push::Outcome;

/// The records of a deal that count: not those that exist nowhere but in a refused edit.
pub fn standing(dealt: &Dealt) -> Vec<Record> {
    let is_refused =
        |record: &&Record| record.rev == 0 && dealt.refused.iter().any(|queued| queued.edit.id == record.id);
    dealt.records.iter().filter(|record| !is_refused(record)).cloned().collect()
}

/// Why each was refused, and the way to let it go.
pub fn refused(desk: Desk, dealt: &Dealt, form: Form, toaster: Toaster) -> Lines {
    let said = desk.words().portal();
    let space = dealt.space;
    let notice = |queued: &Queued| {
        let body = queued.refused.as_ref().map(|refused| why(desk, &refused.outcome())).unwrap_or_default();
        let queued = queued.clone();
        let press = Callback::new(move |()| {
            let queued = queued.clone();
            form.run(async move { deeds::discard(desk, space, &queued).await }, move |()| {
                toaster.say(said.let_go_done)
            });
        });
        let actions = view! { <Button label=said.let_go weight=Weight::Small on_press=press /> }.into_any();
        view! { <Notice kind=NoticeKind::Refused title=said.refused body actions /> }.into_any()
    };
    dealt.refused.iter().map(notice).collect()
}

fn why(desk: Desk, outcome: &Outcome) -> String {
    let words = desk.words();
    let Outcome::Refused { code, faults } = outcome else { return String::new() };
    let known = |fault: &Fault| fault.field.parse::<Refusal>().ok();
    match faults.first().and_then(known) {
        Some(reason) => (words.portal().refusal)(reason).to_owned(),
        None => refusal(words, *code, faults),
    }
}
