//! `data/people.jsonl`: what the authors of records are called.

use crate::home::{Home, Telling};
use model::AccountId;
use model::canonical::canonical_text;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One line.
#[derive(Serialize, Deserialize)]
struct Person {
    id: AccountId,
    #[serde(default)]
    name: String,
}

/// Every author of a told record or revision with what they are called: as claimed, else as a member, else not at all.
pub(crate) fn of(home: &Home, telling: &Telling) -> BTreeMap<AccountId, String> {
    let authors: BTreeSet<AccountId> = telling
        .records()
        .map(|record| record.by)
        .chain(telling.history().map(|revision| revision.by))
        .flatten()
        .collect();
    let member = |id: AccountId| home.members.iter().find(|member| member.account == id).map(|member| &member.name);
    let named = |id: AccountId| telling.claimed.get(&id).or_else(|| member(id)).cloned().unwrap_or_default();
    authors.into_iter().map(|id| (id, named(id))).collect()
}

/// Lines of all of them, in the order of their ids.
pub(crate) fn text(people: &BTreeMap<AccountId, String>) -> String {
    let line = |(id, name): (&AccountId, &String)| {
        let person = Person { id: *id, name: name.clone() };
        format!("{}\n", canonical_text(&serde_json::to_value(person).expect("a person is always writable")))
    };
    people.iter().map(line).collect()
}

/// Reads a line; none if it is no such line.
pub(crate) fn read(line: &[u8]) -> Option<(AccountId, String)> {
    serde_json::from_slice::<Person>(line).ok().map(|person| (person.id, person.name))
}
