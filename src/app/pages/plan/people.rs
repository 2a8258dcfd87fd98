//! Who does a task: the member whom it was given to, the contact, a kind of trade, or whoever reads this.

use crate::deeds::member;
use crate::desk::Desk;
use leptos::prelude::*;
use model::AccountId;
use model::contact::Contact;
use model::task::Task;
use std::collections::BTreeMap;

/// The members of the home by their addresses, once the server has told. A handle.
#[derive(Clone, Copy)]
struct Members(RwSignal<BTreeMap<AccountId, String>>);

/// Asks who the members are, for the pages of the plan. This account is known without a connection.
pub(super) fn provide(desk: Desk) {
    let own = desk.account.get_untracked().map(|own| (own.id, own.email));
    let members = RwSignal::new(own.into_iter().collect::<BTreeMap<_, _>>());
    provide_context(Members(members));
    if desk.visiting.get_untracked() || !untrack(|| desk.joined()) {
        return;
    }
    leptos::task::spawn_local(async move {
        // Without an answer it is said that somebody of the home does it.
        if let Ok(told) = member::list(desk).await {
            let told = told.members.into_iter().map(|member| (member.account, member.email));
            members.try_update(|known| known.extend(told));
        }
    });
}

/// Everybody who does it.
pub fn people(desk: Desk, task: &Task) -> Vec<String> {
    let said = desk.words().plan();
    let known = |member: AccountId| use_context::<Members>()?.0.with(|members| members.get(&member).cloned());
    let member = task.member.map(|member| known(member).unwrap_or_else(|| said.somebody.to_owned()));
    let contact = task.contact.and_then(|id| desk.library.find::<Contact>(id));
    let contact = contact.map(|contact| contact.letter.name.clone());
    let contact = contact.or_else(|| (!task.trade.is_empty()).then(|| task.trade.clone()));
    let people: Vec<String> = member.into_iter().chain(contact).collect();
    if people.is_empty() { vec![said.yourself.to_owned()] } else { people }
}

/// The same in a line.
pub fn who(desk: Desk, task: &Task) -> String {
    people(desk, task).join(", ")
}
