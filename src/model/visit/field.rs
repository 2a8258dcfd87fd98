//! Who sees which field.

use crate::grant::Tick;

/// Who sees the value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Whoever sees the record.
    Always,
    /// Who was given that too.
    Ticked(Tick),
    /// As far as the records that it names are seen.
    Named,
    /// As far as the records that it names are seen, by who was given that too.
    NamedTicked(Tick),
    /// Files, by names that tell nothing unless names are given, and captions with the notes.
    Files,
    /// Nobody outside.
    Never,
}

use Seen::{Always, Files, Named, NamedTicked, Never, Ticked};
use Tick::{Contacts, Costs, Names, Notes};

/// Fields of the kinds that can be given. Every field of each stands here: a test compares them with the table of kinds.
pub const FIELDS: [(&str, &[(&str, Seen)]); 12] = [
    (
        "property",
        &[
            ("name", Always),
            ("address", Always),
            ("suburb", Always),
            ("city", Always),
            ("postal_code", Always),
            ("country", Always),
            ("time_zone", Always),
            ("dwelling", Always),
            ("year_built", Always),
            ("floor_area_m2", Always),
            ("erf", Always),
            ("roof", Always),
            ("walls", Always),
            ("water", Always),
            ("power", Always),
            ("water_shut_off", Always),
            ("power_shut_off", Always),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    ("zone", &[("name", Always), ("place", Always), ("parent", Named), ("notes", Ticked(Notes)), ("deleted", Never)]),
    (
        "system",
        &[
            ("name", Always),
            ("type", Always),
            ("zone", Named),
            ("parent", Named),
            ("make", Always),
            ("model", Always),
            ("serial", Always),
            ("size", Always),
            ("installed", Always),
            ("fitted_by", NamedTicked(Names)),
            ("price", Ticked(Costs)),
            ("life_years", Always),
            ("life_source", Ticked(Names)),
            ("shut_off", Always),
            ("shut_off_photo", Always),
            // Where the key lies may stand there as well.
            ("steps", Ticked(Notes)),
            ("call", NamedTicked(Names)),
            ("call_number", Ticked(Contacts)),
            ("replaced_by", Named),
            ("removed", Always),
            ("files", Files),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "entry",
        &[
            ("type", Always),
            ("title", Always),
            ("when", Always),
            ("systems", Named),
            ("zones", Named),
            ("contact", NamedTicked(Names)),
            ("done_by", Ticked(Names)),
            ("cost", Ticked(Costs)),
            ("labour", Ticked(Costs)),
            ("parts_cost", Ticked(Costs)),
            ("parts", Always),
            ("files", Files),
            ("documents", Named),
            ("severity", Always),
            ("settles", Named),
            ("notes", Ticked(Notes)),
            ("amends", Named),
            ("reason", Ticked(Notes)),
            ("moved_from", Never),
        ],
    ),
    (
        "document",
        &[
            ("title", Always),
            ("type", Always),
            ("file", Files),
            ("dated", Always),
            ("systems", Named),
            ("contact", NamedTicked(Names)),
            // An amount, a policy number, a name: what was read from a paper is as private as any note.
            ("facts", Ticked(Notes)),
            ("policy_number", Ticked(Notes)),
            ("excess", Ticked(Costs)),
            ("claims_phone", Ticked(Contacts)),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "contact",
        &[
            ("name", Ticked(Names)),
            ("role", Always),
            ("trade", Always),
            ("person", Ticked(Contacts)),
            ("phone", Ticked(Contacts)),
            ("email", Ticked(Contacts)),
            ("address", Ticked(Contacts)),
            ("registrations", Always),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "certificate",
        &[
            ("type", Always),
            ("title", Always),
            ("number", Always),
            ("issued", Always),
            ("contact", NamedTicked(Names)),
            ("issuer", Ticked(Names)),
            ("registration", Ticked(Names)),
            ("body", Always),
            ("systems", Named),
            ("supplements", Named),
            ("files", Files),
            ("notes", Ticked(Notes)),
            ("amends", Named),
            ("reason", Ticked(Notes)),
        ],
    ),
    (
        "warranty",
        &[
            ("title", Always),
            ("cover", Always),
            ("systems", Named),
            ("contact", NamedTicked(Names)),
            ("provider", Ticked(Names)),
            ("number", Always),
            ("starts", Always),
            ("months", Always),
            ("files", Files),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "task",
        &[
            ("title", Always),
            ("due", Always),
            ("systems", Named),
            ("contact", NamedTicked(Names)),
            ("done", Named),
            ("fault", Named),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "item",
        &[
            ("name", Always),
            ("quantity", Always),
            ("zone", Named),
            ("make", Always),
            ("model", Always),
            ("serial", Always),
            ("bought", Always),
            ("price", Ticked(Costs)),
            ("replacement", Ticked(Costs)),
            ("files", Files),
            ("notes", Ticked(Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "reading",
        &[
            ("system", Named),
            ("unit", Always),
            ("value_milli", Always),
            ("on", Always),
            ("files", Files),
            ("notes", Ticked(Notes)),
            ("amends", Named),
        ],
    ),
    (
        "remark",
        &[
            ("type", Always),
            ("about", Named),
            ("text", Ticked(Notes)),
            ("name", Ticked(Names)),
            ("capacity", Always),
            ("on", Always),
        ],
    ),
];
