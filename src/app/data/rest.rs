//! How records of the kinds are read that the first screen does not show. In the module of [`crate::deeds::later`] and not in the first download, which a
//! kind more costs nothing then.

use super::library::{Library, Read, Reader, fact, living};
use model::Letter;
use model::certificate::Certificate;
use model::deferral::Deferral;
use model::document::Document;
use model::item::Item;
use model::reading::Reading;
use model::task::Task;
use model::warranty::Warranty;
use model::zone::Zone;
use sync::Replica;

/// Kinds that are looked at on few pages, which ask for them themselves.
const ELSEWHERE: [&str; 53] = [
    "import",
    "label",
    "claim",
    "past",
    "remark",
    "inspection",
    "checklist",
    "request",
    "quote",
    "decision",
    "appointment",
    "variation",
    "job_sheet",
    "sign_off",
    "invoice",
    "invoice_number",
    "payment",
    "message",
    "seen",
    "confirmation",
    "review",
    "answer",
    "consent",
    "firm",
    "price",
    "template",
    "routine",
    "duty",
    "time",
    "scheme",
    "building",
    "unit",
    "siting",
    "twin",
    "standing",
    "inventory",
    "tally",
    "capital_item",
    "budget",
    "scenario",
    "capital_job",
    "vendor",
    "vendor_job",
    "bundle",
    "joining",
    "programme",
    "slot",
    "motion",
    "vote",
    "ask",
    "dispute",
    "dispute_act",
    "statement",
];

/// Makes a library whole, of which the home's replica is that if one is open.
pub(crate) fn complete(library: &Library, replica: Option<&Replica>) {
    library.complete(replica, rest, super::care::coming);
}

/// How a record of a kind is read; none of a kind that this build does not know.
fn rest(kind: &str) -> Option<Reader> {
    Some(match kind {
        Task::KIND => living::<Task>,
        Deferral::KIND => fact::<Deferral>,
        Document::KIND => living::<Document>,
        Item::KIND => living::<Item>,
        Reading::KIND => fact::<Reading>,
        Certificate::KIND => fact::<Certificate>,
        Warranty::KIND => living::<Warranty>,
        Zone::KIND => living::<Zone>,
        kind if ELSEWHERE.contains(&kind) => |_, _| Some(Read::Elsewhere),
        _ => return None,
    })
}
