//! Who sees which field of what a scheme keeps.

use super::field::Seen::{self, Always, Files, Named, Never, Ticked};
use super::{Chosen, id};
use crate::grant::Grant;
use crate::grant::Tick::{Contacts, Costs, Names, Notes};
use crate::id::RecordId;
use crate::record::Record;
use std::collections::BTreeMap;

/// The records of a scheme as somebody sees them who was given `grant` of it, in the order of their ids.
pub fn seen(records: &[Record], grant: &Grant) -> Vec<Record> {
    let given: Vec<&Record> =
        records.iter().filter(|record| grant.gives(&record.kind) && !record.is_deleted()).collect();
    let ids = given.iter().map(|record| record.id).collect();
    let chosen = Chosen { grant, table: &FIELDS, ids, due: BTreeMap::new() };
    let mut seen: Vec<Record> = given.into_iter().map(|record| chosen.bare(record)).collect();
    seen.sort_by_key(|record| record.id);
    seen
}

/// What is left of records of a scheme, or of one of its cases, where a unit is taken out: nothing of it, and nothing that is about it.
pub fn without(records: Vec<Record>, unit: RecordId) -> Vec<Record> {
    let name = unit.to_string();
    let is_about = |record: &Record| {
        // Few are, and only those are read.
        record.body.text().contains(&name) && record.body.open().get("unit").and_then(id) == Some(unit)
    };
    records.into_iter().filter(|record| record.id != unit && !is_about(record)).collect()
}

/// Fields of the kinds of a scheme. Every field of each stands here: a test compares them with the table of kinds.
///
/// Names of owners and trustees, how they can be reached, and what things cost are hidden unless they are ticked.
pub const FIELDS: [(&str, &[(&str, Seen)]); 21] = [
    (
        "scheme",
        &[
            ("name", Always),
            ("regime", Always),
            ("number", Always),
            ("address", Always),
            ("suburb", Always),
            ("city", Always),
            ("year_end", Always),
            ("first_meeting", Always),
            ("agent", Always),
            ("agent_phone", Ticked(Contacts)),
            ("agent_email", Ticked(Contacts)),
            ("trustees", Ticked(Names)),
            ("rules", Always),
            ("weights", Always),
            ("approval_from", Always),
            ("approvals", Always),
            ("lapsed", Always),
            ("notes", Ticked(Notes)),
        ],
    ),
    ("building", &[("name", Always), ("place", Always), ("notes", Ticked(Notes)), ("deleted", Never)]),
    (
        "unit",
        &[
            ("number", Always),
            ("section", Always),
            ("building", Always),
            ("common", Always),
            ("quota", Always),
            ("suburb", Always),
            ("owner", Ticked(Names)),
            ("owner_email", Ticked(Contacts)),
            ("owner_phone", Ticked(Contacts)),
            ("tenant", Ticked(Names)),
            ("owned_since", Ticked(Names)),
            ("responsible", Ticked(Names)),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "siting",
        &[
            ("unit", Always),
            ("system", Always),
            ("standing", Always),
            ("serves", Always),
            ("note", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    ("twin", &[("unit", Always), ("held", Always), ("own", Always), ("deleted", Never)]),
    (
        "standing",
        &[
            ("unit", Always),
            ("on", Always),
            ("held", Always),
            ("linked", Always),
            ("since", Ticked(Names)),
            ("hidden", Always),
            ("cells", Always),
            ("proofs", Always),
            ("common", Always),
            ("compliance", Always),
            ("care", Always),
            ("faults", Always),
            ("emergencies", Always),
        ],
    ),
    ("inventory", &[("unit", Always), ("on", Always), ("things", Always), ("tasks", Always)]),
    (
        "tally",
        &[
            ("on", Always),
            ("units", Always),
            ("score", Always),
            ("confidence", Always),
            ("parts", Always),
            ("fine", Always),
            ("lacking", Always),
            ("unknown", Always),
        ],
    ),
    (
        "capital_item",
        &[
            ("category", Always),
            ("name", Always),
            ("state", Always),
            ("condition", Always),
            ("due", Always),
            ("cost", Ticked(Costs)),
            ("life", Always),
            ("relevant", Ticked(Notes)),
            ("past", Ticked(Costs)),
            ("escalation", Always),
            ("over", Always),
            ("systems", Always),
            ("deleted", Never),
        ],
    ),
    (
        "budget",
        &[
            ("year", Always),
            ("opening", Ticked(Costs)),
            ("interest", Always),
            ("contributed", Ticked(Costs)),
            ("budgeted", Ticked(Costs)),
            ("repairs", Ticked(Costs)),
            ("adopted", Ticked(Costs)),
            ("approved_on", Always),
            ("conditions", Ticked(Notes)),
            ("planned", Always),
            ("deleted", Never),
        ],
    ),
    ("scenario", &[("name", Always), ("changes", Ticked(Costs)), ("deleted", Never)]),
    (
        "capital_job",
        &[
            ("item", Always),
            ("on", Always),
            ("cents", Ticked(Costs)),
            ("last", Always),
            ("postponed_to", Always),
            ("reason", Ticked(Notes)),
            ("entry", Always),
            ("files", Files),
            ("amends", Named),
        ],
    ),
    (
        "vendor",
        &[
            ("name", Always),
            ("trade", Always),
            ("sorts", Always),
            ("phone", Ticked(Contacts)),
            ("email", Ticked(Contacts)),
            ("approval", Always),
            ("approved_on", Always),
            ("why", Ticked(Notes)),
            ("covers", Always),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "vendor_job",
        &[
            ("vendor", Always),
            ("unit", Always),
            ("title", Always),
            ("finished", Always),
            ("promised", Always),
            ("quoted", Ticked(Costs)),
            ("invoiced", Ticked(Costs)),
            ("recall_of", Always),
            ("bundle", Always),
            ("amends", Named),
        ],
    ),
    (
        "bundle",
        &[
            ("title", Always),
            ("key", Always),
            ("sort", Always),
            ("from", Always),
            ("by", Always),
            ("vendor", Always),
            ("call_out", Ticked(Costs)),
            ("each", Ticked(Costs)),
            ("units", Always),
            ("answer_by", Always),
            ("day", Always),
            ("ordered_on", Always),
            ("done_on", Always),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    ("joining", &[("bundle", Always), ("unit", Always), ("joins", Always), ("name", Ticked(Names)), ("on", Always)]),
    (
        "programme",
        &[
            ("name", Always),
            ("sort", Always),
            ("from", Always),
            ("months", Always),
            ("capacity", Always),
            ("vendor", Always),
            ("deleted", Never),
        ],
    ),
    (
        "slot",
        &[
            ("programme", Always),
            ("system", Always),
            ("unit", Always),
            ("month", Always),
            ("done", Always),
            ("deleted", Never),
        ],
    ),
    (
        "motion",
        &[
            ("title", Always),
            ("text", Ticked(Notes)),
            ("cents", Ticked(Costs)),
            ("offers", Ticked(Costs)),
            ("chosen", Always),
            ("item", Always),
            ("work", Always),
            ("panel", Always),
            ("names", Ticked(Names)),
            ("conflicted", Always),
            ("needed", Always),
            ("put_on", Always),
            ("answer_by", Always),
            ("deleted", Never),
        ],
    ),
    (
        "vote",
        &[
            ("motion", Always),
            ("member", Always),
            ("say", Always),
            ("name", Ticked(Names)),
            ("reason", Ticked(Notes)),
            ("at", Always),
        ],
    ),
    (
        "ask",
        &[
            ("title", Always),
            ("sort", Always),
            ("purpose", Always),
            ("units", Always),
            ("on", Always),
            ("by", Always),
            ("text", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
];

#[cfg(test)]
#[path = "estate_tests.rs"]
mod tests;
