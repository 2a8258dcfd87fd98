//! What is due to somebody, worked out from who is what in which home, apart from the code that admits. A new policy is one more arm.

use super::people::Who;
use super::scene::{CASES, DEALS, ESTATES, FIRM};
use crate::border::{Policy, Row};
use axum::http::Method;
use model::access::{Action, Sort, may_in};
use model::grant::Verb;
use model::{ShareId, SpaceId};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Ids by the parameters that they stand for, each with the homes or links that have it.
pub(super) type Given = BTreeMap<&'static str, (String, Vec<Uuid>)>;

/// What somebody should get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// They are let in; what comes then is another test's matter.
    In,
    /// Byte for byte what is answered where there is nothing.
    Nothing,
    /// What is answered of a file of which nothing is here yet, which is no error: the same of another home's.
    NothingYet,
    /// Exactly that.
    Status(u16),
}

/// The same where an id that is not there is no error: a file begins with its first part.
pub(super) fn due(who: &Who, row: &Row, given: &Given) -> Due {
    let is_new = |end: &str, method: Method| row.path.ends_with(end) && row.method == method;
    if due_by_ids(who, row, given) != Due::Nothing {
        return due_by_ids(who, row, given);
    }
    let home: Given = given.iter().filter(|(name, _)| **name != "hash").map(|(name, id)| (*name, id.clone())).collect();
    match due_by_ids(who, row, &home) {
        Due::In if is_new("/received", Method::GET) => Due::NothingYet,
        Due::In if is_new("/spaces/{space}/files/{hash}", Method::PUT) => Due::In,
        _ => Due::Nothing,
    }
}

/// What `who` should get from a route with those ids.
fn due_by_ids(who: &Who, row: &Row, given: &Given) -> Due {
    let space = given.get("space").and_then(|(id, _)| id.parse::<SpaceId>().ok());
    let within = |whose: Uuid| {
        let inner = given
            .iter()
            .filter(|(name, _)| !["space", "share"].contains(*name) || (**name == "share" && space.is_some()));
        inner.into_iter().all(|(_, (_, has))| has.contains(&whose))
    };
    match row.policy {
        Policy::Public => Due::In,
        Policy::SignedIn | Policy::SteppedUp if !who.signed_in => Due::Status(401),
        Policy::SignedIn => Due::In,
        Policy::SteppedUp => {
            if who.stepped_up {
                Due::In
            } else {
                Due::Status(401)
            }
        }
        Policy::Member(_) | Policy::MemberSteppedUp(_) if !who.signed_in => Due::Status(401),
        Policy::Member(action) => member(who, action, space, within, true),
        Policy::MemberSteppedUp(action) => member(who, action, space, within, who.stepped_up),
        // Links show what they give, and take no reports.
        Policy::AtLabel => {
            let share = given.get("share").and_then(|(id, _)| id.parse::<ShareId>().ok());
            match who.link.filter(|(link, _)| Some(*link) == share) {
                Some((_, true)) if who.scanned() => Due::In,
                Some((_, false)) => Due::Status(410),
                _ => Due::Nothing,
            }
        }
        // Links of a home are none of a deal.
        Policy::Providing => {
            let share = given.get("share").and_then(|(id, _)| id.parse::<ShareId>().ok());
            match who.link.filter(|(link, _)| Some(*link) == share) {
                Some((_, true)) if who.provides() => Due::In,
                Some((_, false)) => Due::Status(410),
                _ => Due::Nothing,
            }
        }
        Policy::Visiting(verb) => {
            let share = given.get("share").and_then(|(id, _)| id.parse::<ShareId>().ok());
            match who.link.filter(|(link, _)| Some(*link) == share) {
                None => Due::Nothing,
                Some((_, false)) => Due::Status(410),
                Some((_, true)) if verb == Verb::Contribute && !who.sends() => Due::Status(403),
                // A label takes reports, and shows nothing.
                Some((_, true)) if verb != Verb::Contribute && who.scanned() => Due::Status(403),
                // What a provider sends goes into the deal, whose files are theirs to see.
                Some((link, true)) if verb == Verb::Contribute && who.provides() && within(link.0) => Due::In,
                // What is sent by a link goes into its inbox, which knows nothing of the files that the home has.
                Some((_, true)) if verb == Verb::Contribute && row.method == Method::GET => Due::NothingYet,
                Some((_, true)) if verb == Verb::Contribute => Due::In,
                Some((link, true)) => {
                    if within(link.0) {
                        Due::In
                    } else {
                        Due::Nothing
                    }
                }
            }
        }
    }
}

fn member(who: &Who, action: Action, space: Option<SpaceId>, within: impl Fn(Uuid) -> bool, is_there: bool) -> Due {
    let Some((space, role)) = space.and_then(|space| Some((space, *who.roles.get(&space)?))) else {
        return Due::Nothing;
    };
    let sort = match space {
        FIRM => Sort::Firm,
        space if DEALS.contains(&space) => Sort::Deal,
        _ if ESTATES.contains(&space) => Sort::Estate,
        _ if CASES.contains(&space) => Sort::Case,
        _ => Sort::Home,
    };
    match (may_in(sort, role, action), is_there) {
        (false, _) => Due::Status(403),
        (true, false) => Due::Status(401),
        (true, true) => {
            if within(space.0) {
                Due::In
            } else {
                Due::Nothing
            }
        }
    }
}
