//! Which accounts belong together: who owns a home with somebody, or reads mail where somebody else does, counts as one with them.

use crate::id::AccountId;
use std::collections::BTreeMap;

/// For each account the one that stands for all that belong together with it, the least of them. A tie is a name that accounts have in common: a home, a mailbox.
pub fn together(ties: &[(String, AccountId)]) -> BTreeMap<AccountId, AccountId> {
    let mut stands: BTreeMap<AccountId, AccountId> = ties.iter().map(|(_, account)| (*account, *account)).collect();
    let mut first: BTreeMap<&str, AccountId> = BTreeMap::new();
    for (tie, account) in ties {
        let other = *first.entry(tie).or_insert(*account);
        let (one, other) = (found(&stands, *account), found(&stands, other));
        stands.insert(one.max(other), one.min(other));
    }
    let accounts: Vec<AccountId> = stands.keys().copied().collect();
    accounts.into_iter().map(|account| (account, found(&stands, account))).collect()
}

/// Follows from one to the next until one stands for itself; each is less than the one before.
fn found(stands: &BTreeMap<AccountId, AccountId>, account: AccountId) -> AccountId {
    let mut at = account;
    while let Some(next) = stands.get(&at).filter(|next| **next != at) {
        at = *next;
    }
    at
}

/// The mailbox of an address: what stands behind a plus sign before the @ is no other one.
pub fn mailbox(email: &str) -> String {
    let (name, host) = email.split_once('@').unwrap_or((email, ""));
    let name = name.split('+').next().unwrap_or_default();
    format!("{name}@{host}").to_lowercase()
}
