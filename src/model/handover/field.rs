//! Which field goes with which choice of the seller.

use super::Private;
use crate::grant::Tick;
use crate::visit::estate;
use crate::visit::field::FIELDS;
use crate::visit::field::Seen::{self, Always, Files, Named, Never, Ticked};

/// What becomes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It stays.
    Kept,
    /// It goes with that choice.
    Gone(Private),
    /// It goes with any choice: an amount, a name or a note may stand in it.
    Mixed,
    /// It names other records, and stays without those that go.
    Named,
    /// Files: their names go with names, their captions with messages.
    Files,
    /// Where the record was brought in from.
    Source,
}

/// Fields of the kinds that leave by no link.
const UNSHARED: [(&str, &[(&str, Seen)]); 32] = [
    (
        "dispute",
        &[
            ("title", Always),
            ("scheme", Always),
            ("unit", Never),
            ("unit_name", Always),
            ("rule", Always),
            ("parties", Ticked(Tick::Names)),
        ],
    ),
    (
        "dispute_act",
        &[
            ("act", Always),
            ("party", Never),
            ("office", Always),
            ("text", Ticked(Tick::Notes)),
            ("files", Files),
            ("name", Ticked(Tick::Names)),
            ("at", Always),
        ],
    ),
    (
        "statement",
        &[
            ("party", Never),
            ("office", Always),
            ("text", Ticked(Tick::Notes)),
            ("files", Files),
            ("rule", Always),
            ("cents", Ticked(Tick::Costs)),
            ("entry", Ticked(Tick::Notes)),
            ("name", Ticked(Tick::Names)),
            ("at", Always),
        ],
    ),
    ("withdrawal", &[("of", Named), ("reason", Ticked(Tick::Notes)), ("moved_to", Never)]),
    (
        "deferral",
        &[("task", Named), ("due", Always), ("until", Always), ("on", Always), ("reason", Ticked(Tick::Notes))],
    ),
    (
        "import",
        &[
            ("from", Always),
            ("files", Ticked(Tick::Names)),
            ("began", Always),
            ("new", Always),
            ("changed", Always),
            ("undone", Always),
        ],
    ),
    // What is stuck on the systems stays there, and its codes go on working.
    ("label", &[("token", Always), ("system", Named), ("made", Always), ("replaced", Always), ("deleted", Never)]),
    (
        "inspection",
        &[
            ("title", Always),
            ("checklist", Always),
            ("on", Always),
            ("by", Ticked(Tick::Names)),
            ("points", Always),
            ("files", Files),
            ("notes", Ticked(Tick::Notes)),
        ],
    ),
    (
        "checklist",
        &[
            ("name", Always),
            ("about", Always),
            ("every_months", Always),
            ("months", Always),
            ("points", Always),
            ("copied_from", Always),
            ("deleted", Never),
        ],
    ),
    // What the home and a provider wrote to each other.
    (
        "request",
        &[
            ("title", Always),
            ("what", Ticked(Tick::Notes)),
            ("urgency", Always),
            ("systems", Always),
            ("files", Files),
            ("access", Ticked(Tick::Notes)),
            ("suburb", Always),
            ("address", Always),
            ("name", Ticked(Tick::Names)),
            ("phone", Ticked(Tick::Names)),
            ("provider", Always),
            ("batch", Always),
            ("from", Named),
            ("contact", Named),
            ("deleted", Never),
        ],
    ),
    (
        "quote",
        &[
            ("number", Always),
            ("on", Always),
            ("replaces", Named),
            ("title", Always),
            ("lines", Ticked(Tick::Costs)),
            ("options", Always),
            ("inclusive", Always),
            ("exclusions", Always),
            ("deposit", Ticked(Tick::Costs)),
            ("valid_until", Always),
            ("terms", Always),
            ("starts", Always),
            ("takes_days", Always),
            ("warranty_months", Always),
            ("warranty", Always),
            ("provider", Always),
            ("files", Files),
            ("notes", Ticked(Tick::Notes)),
        ],
    ),
    (
        "decision",
        &[
            ("on", Named),
            ("verdict", Always),
            ("option", Always),
            ("ticked", Always),
            ("reason", Ticked(Tick::Notes)),
            ("name", Ticked(Tick::Names)),
            ("signature", Ticked(Tick::Names)),
            ("drawn", Ticked(Tick::Names)),
            ("passkey", Always),
            ("device", Ticked(Tick::Names)),
            ("decided_at", Always),
        ],
    ),
    (
        "appointment",
        &[
            ("from", Always),
            ("until", Always),
            ("state", Always),
            ("who", Ticked(Tick::Names)),
            ("notes", Ticked(Tick::Notes)),
        ],
    ),
    (
        "variation",
        &[
            ("quote", Named),
            ("title", Always),
            ("on", Always),
            ("lines", Ticked(Tick::Costs)),
            ("reason", Ticked(Tick::Notes)),
            ("files", Files),
        ],
    ),
    (
        "job_sheet",
        &[
            ("quote", Named),
            ("done", Always),
            ("points", Always),
            ("before", Files),
            ("after", Files),
            ("parts", Always),
            ("minutes", Always),
            ("notes", Ticked(Tick::Notes)),
            ("certificate", Always),
            ("next_months", Always),
            ("next_what", Always),
            ("completed_on", Always),
            ("by", Ticked(Tick::Names)),
            ("amends", Named),
        ],
    ),
    (
        "sign_off",
        &[
            ("of", Named),
            ("side", Always),
            ("unfinished", Always),
            ("text", Ticked(Tick::Notes)),
            ("name", Ticked(Tick::Names)),
            ("signature", Ticked(Tick::Names)),
            ("drawn", Ticked(Tick::Names)),
            ("signed_at", Always),
        ],
    ),
    (
        "invoice",
        &[
            ("number", Always),
            ("credits", Named),
            ("quote", Named),
            ("on", Always),
            ("due", Always),
            ("lines", Ticked(Tick::Costs)),
            ("inclusive", Always),
            ("deposit", Ticked(Tick::Costs)),
            ("provider", Always),
            ("client", Ticked(Tick::Names)),
            ("bank", Ticked(Tick::Costs)),
            ("pay_link", Ticked(Tick::Costs)),
            ("files", Files),
            ("notes", Ticked(Tick::Notes)),
        ],
    ),
    ("invoice_number", &[("of", Named), ("number", Always)]),
    (
        "payment",
        &[
            ("of", Named),
            ("side", Always),
            ("cents", Ticked(Tick::Costs)),
            ("on", Always),
            ("means", Always),
            ("reference", Ticked(Tick::Costs)),
            ("files", Files),
        ],
    ),
    (
        "message",
        &[
            ("side", Always),
            ("text", Ticked(Tick::Notes)),
            ("files", Files),
            ("about", Named),
            ("name", Ticked(Tick::Names)),
            ("sent_at", Always),
        ],
    ),
    ("seen", &[("side", Always), ("rev", Always), ("at", Always)]),
    (
        "confirmation",
        &[
            ("body", Always),
            ("number", Always),
            ("expires", Always),
            ("how", Ticked(Tick::Notes)),
            ("wrong", Always),
            ("name", Ticked(Tick::Names)),
            ("confirmed_at", Always),
        ],
    ),
    (
        "review",
        &[
            ("of", Named),
            ("work", Always),
            ("word", Always),
            ("manner", Always),
            ("text", Ticked(Tick::Notes)),
            ("name", Ticked(Tick::Names)),
            ("reviewed_at", Always),
        ],
    ),
    ("answer", &[("of", Named), ("text", Ticked(Tick::Notes)), ("name", Ticked(Tick::Names)), ("answered_at", Always)]),
    ("consent", &[("given", Always), ("due", Always), ("as_of", Always)]),
    // What a firm keeps, which is in no home.
    (
        "firm",
        &[
            ("name", Always),
            ("trade", Always),
            ("address", Always),
            ("phone", Always),
            ("email", Always),
            ("vat_number", Always),
            ("bank", Ticked(Tick::Costs)),
            ("registrations", Always),
            ("notes", Ticked(Tick::Notes)),
        ],
    ),
    (
        "price",
        &[
            ("what", Always),
            ("detail", Always),
            ("key", Always),
            ("share", Always),
            ("unit", Always),
            ("price", Ticked(Tick::Costs)),
            ("inclusive", Always),
            ("vat", Always),
            ("cost", Ticked(Tick::Costs)),
            ("minutes", Always),
            ("deleted", Never),
        ],
    ),
    (
        "template",
        &[
            ("name", Always),
            ("title", Always),
            ("lines", Ticked(Tick::Costs)),
            ("options", Always),
            ("inclusive", Always),
            ("exclusions", Always),
            ("deposit_percent", Always),
            ("valid_days", Always),
            ("terms", Always),
            ("takes_days", Always),
            ("warranty_months", Always),
            ("warranty", Always),
            ("notes", Ticked(Tick::Notes)),
            ("deleted", Never),
        ],
    ),
    ("routine", &[("name", Always), ("jobs", Always), ("points", Always), ("deleted", Never)]),
    (
        "duty",
        &[
            ("deal", Always),
            ("member", Ticked(Tick::Names)),
            ("on", Always),
            ("order", Always),
            ("start_minutes", Always),
            ("suburb", Always),
            ("note", Ticked(Tick::Notes)),
            ("deleted", Never),
        ],
    ),
    (
        "time",
        &[
            ("deal", Always),
            ("member", Ticked(Tick::Names)),
            ("on", Always),
            ("minutes", Always),
            ("note", Ticked(Tick::Notes)),
            ("amends", Named),
        ],
    ),
    // What an archive told of the history: its lines are redacted one by one.
    ("past", &[("part", Always), ("text", Always)]),
];

/// What links hide and a buyer needs: who vouches for the home in the way of business. A certificate without its issuer proves nothing, and a warranty
/// binds nobody without its provider. Contacts that are no firms go as a whole, so that what is left of a contact is a firm's.
const BUSINESS: [(&str, &str); 7] = [
    ("certificate", "issuer"),
    ("certificate", "registration"),
    ("warranty", "provider"),
    ("contact", "name"),
    ("contact", "phone"),
    ("contact", "email"),
    ("contact", "address"),
];

/// What becomes of a field of a kind; none for one that no line names, which goes whenever anything does.
pub fn class_of(kind: &str, name: &str) -> Option<Class> {
    if name == crate::source::FIELD {
        return Some(Class::Source);
    }
    // Who sent a record by which link: both are names.
    if name == crate::via::FIELD {
        return Some(Class::Gone(Private::Names));
    }
    // What was read from papers, what was noted at the points of an inspection, and a paper that belongs to a part of a record.
    if matches!(
        (kind, name),
        ("document", "facts") | ("inspection" | "job_sheet", "points") | ("job_sheet", "certificate")
    ) {
        return Some(Class::Mixed);
    }
    if BUSINESS.contains(&(kind, name)) {
        return Some(Class::Kept);
    }
    let (_, fields) = FIELDS.iter().chain(&UNSHARED).chain(&estate::FIELDS).find(|(of, _)| *of == kind)?;
    let (_, seen) = fields.iter().find(|(field, _)| *field == name)?;
    Some(match seen {
        Always | Never => Class::Kept,
        Ticked(Tick::Costs) => Class::Gone(Private::Costs),
        Ticked(Tick::Names | Tick::Contacts) => Class::Gone(Private::Names),
        Ticked(Tick::Notes | Tick::Papers) => Class::Gone(Private::Messages),
        Named | Seen::NamedTicked(_) => Class::Named,
        Files => Class::Files,
    })
}
