//! Who sees which field of the cases of a scheme, where its link gives them.

use super::Chosen;
use super::field::Seen::{self, Always, Files, Ticked};
use crate::body::{Body, Fields};
use crate::grant::Tick::{Costs, Names, Notes, Papers};
use crate::grant::{Grant, estate::gives_cases};
use crate::id::AccountId;
use crate::record::Record;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The cases as somebody sees them who was given `grant` of their scheme, each with its records in the order in which they were written; none where it
/// gives none.
///
/// Which cases there are to be given is decided by who asks: those that who shares sees.
pub fn seen(cases: &[Vec<Record>], grant: &Grant) -> Vec<Vec<Record>> {
    if !gives_cases(grant) {
        return Vec::new();
    }
    let mut seen: Vec<Vec<Record>> =
        cases.iter().map(|case| one(case, grant)).filter(|case| !case.is_empty()).collect();
    seen.sort_by_key(|case| case.first().map(|record| record.id));
    seen
}

fn one(case: &[Record], grant: &Grant) -> Vec<Record> {
    let mut given: Vec<&Record> = case.iter().filter(|record| grant.gives(&record.kind)).collect();
    given.sort_by_key(|record| (record.rev, record.id));
    let ids = given.iter().map(|record| record.id).collect();
    let chosen = Chosen { grant, table: &FIELDS, ids, due: BTreeMap::new() };
    let mut authors = BTreeMap::new();
    given.into_iter().map(|record| bare(&chosen, record, &mut authors)).collect()
}

/// A record without what is not given. Who wrote it is told apart from who else did and not told: that the same trustee does not decide twice follows
/// from it.
fn bare(chosen: &Chosen<'_>, record: &Record, authors: &mut BTreeMap<AccountId, u128>) -> Record {
    let mut bare = chosen.bare(record);
    let next = authors.len() as u128 + 1;
    bare.by = record.by.map(|by| AccountId(Uuid::from_u128(*authors.entry(by).or_insert(next))));
    let mut fields = bare.body.open();
    if !chosen.grant.shows(Papers) {
        fields.remove("files");
    }
    if let Some(Value::Array(parties)) = fields.get_mut("parties") {
        let named = chosen.grant.shows(Names);
        parties.iter_mut().filter_map(Value::as_object_mut).for_each(|party| of_party(party, named));
    }
    bare.later.retain(|name, _| fields.contains_key(name));
    bare.body = Body::seal(&fields);
    bare
}

/// Of a party nobody is told by which account or link it comes.
fn of_party(party: &mut Fields, named: bool) {
    party.retain(|name, _| matches!(name.as_str(), "id" | "role") || (named && name == "name"));
}

/// Fields of the kinds of a case. Every field of each stands here: a test compares them with the table of kinds.
///
/// Who they are, and the unit that is theirs, is hidden with the names; what was said, in which anything may stand, with the notes.
pub const FIELDS: [(&str, &[(&str, Seen)]); 3] = [
    (
        "dispute",
        &[
            ("title", Always),
            ("scheme", Always),
            ("unit", Ticked(Names)),
            ("unit_name", Ticked(Names)),
            ("rule", Always),
            // Their names, as names are; how they come, never.
            ("parties", Always),
        ],
    ),
    (
        "dispute_act",
        &[
            ("act", Always),
            ("party", Always),
            ("office", Always),
            ("text", Ticked(Notes)),
            ("files", Files),
            ("name", Ticked(Names)),
            ("at", Always),
        ],
    ),
    (
        "statement",
        &[
            ("party", Always),
            ("office", Always),
            ("text", Ticked(Notes)),
            ("files", Files),
            ("rule", Always),
            ("cents", Ticked(Costs)),
            ("entry", Ticked(Notes)),
            ("name", Ticked(Names)),
            ("at", Always),
        ],
    ),
];

#[cfg(test)]
#[path = "estate_case_tests.rs"]
mod tests;
