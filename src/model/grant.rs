//! What somebody who comes by a link is given of a home: chosen by who shares it, kept by the server, read by both.

pub mod estate;

use crate::choice::choice;
use crate::date::PartialDate;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::kind::kind_of;
use crate::letter::{Check, LIST_MAX};
use crate::read::fielded;
use crate::recommendation::Recommendation;
use serde::Serialize;

choice! {
    /// Whom a link is for. Each has defaults that give no more than they need.
    Purpose {
        /// Trustees and managers of a scheme: what stands where, and whether it is in order.
        Trustee = "trustee",
        /// Who thinks of buying the home.
        Buyer = "buyer",
        /// Who registers its transfer.
        Conveyancer = "conveyancer",
        /// Who insures it.
        Insurer = "insurer",
        /// Who comes for one job.
        Trade = "trade",
        /// Who delivers a part of something.
        Supplier = "supplier",
        /// Who asks for somebody good: one contact and what they did.
        Neighbour = "neighbour",
    }
}

choice! {
    /// What somebody may do with what they are given.
    Verb {
        /// Look at it.
        View = "view",
        /// Save files as they are.
        Download = "download",
        /// Leave a comment.
        Comment = "comment",
        /// Add an entry with photos and papers.
        Contribute = "contribute",
        /// Sign beside what stands there.
        Countersign = "countersign",
        /// Ask to become a member, who sees the whole home.
        Join = "join",
    }
}

choice! {
    /// What is hidden unless it is ticked.
    Tick {
        /// What things cost, and invoices and quotations.
        Costs = "costs",
        /// Who did, made or wrote something.
        Names = "names",
        /// How people and firms can be reached.
        Contacts = "contacts",
        /// Notes and captions, in which anything may stand.
        Notes = "notes",
        /// Photos and papers of the cases of a scheme. In a home papers are a kind of record.
        Papers = "papers",
    }
}

impl Tick {
    /// Those that mean something in every link.
    pub const OF_HOME: [Self; 4] = [Self::Costs, Self::Names, Self::Contacts, Self::Notes];
}

choice! {
    /// What can happen with a link.
    Seen {
        /// It was opened.
        Opened = "opened",
        /// What it gives was looked at.
        Viewed = "viewed",
        /// A file was fetched.
        Downloaded = "downloaded",
        /// A wrong passcode was typed.
        WrongPasscode = "wrong_passcode",
        /// It had ended, or was opened often enough.
        Refused = "refused",
        /// The visit was ended by the visitor.
        Closed = "closed",
        /// Something was sent.
        Sent = "sent",
    }
}

/// Days that a link lasts unless it is said.
pub const DAYS_USUAL: i64 = 14;
/// Days that a link lasts at most without a passcode.
pub const DAYS_MAX: i64 = 90;
/// Days that a link with a passcode lasts at most: twelve months.
pub const DAYS_PASSCODE_MAX: i64 = 366;

/// What a link gives.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Grant {
    /// Kinds of records.
    pub kinds: Vec<String>,
    /// Only what concerns these systems; empty for all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// Of the documents only these; empty for all that the rest allows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<RecordId>,
    /// Entries and readings from then on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Entries and readings until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// What is shown although it is hidden by default.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ticks: Vec<Tick>,
    /// What may be done.
    pub verbs: Vec<Verb>,
    /// Somebody who worked here is recommended: of contacts only they, of entries only what they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommends: Option<Recommendation>,
}

fielded!(Grant {
    "kinds" => kinds,
    "systems" => systems,
    "documents" => documents,
    "from" => from,
    "until" => until,
    "ticks" => ticks,
    "verbs" => verbs,
    "recommends" => recommends,
});

/// Kinds that can be given. What is not named here never leaves by a link.
pub const KINDS: [&str; 13] = [
    "property",
    "zone",
    "system",
    "entry",
    "certificate",
    "warranty",
    "claim",
    "document",
    "contact",
    "task",
    "item",
    "reading",
    "remark",
];

/// Kinds of which a neighbour is given any.
const OF_NEIGHBOUR: [&str; 2] = ["entry", "contact"];

impl Grant {
    /// What a link for that purpose gives unless it is changed.
    pub fn of(purpose: Purpose) -> Self {
        use Verb::{Comment, Contribute, Download, View};
        let (kinds, ticks, verbs): (&[&str], &[Tick], &[Verb]) = match purpose {
            Purpose::Trustee => (
                &["property", "zone", "system", "entry", "certificate", "warranty", "claim", "remark"],
                &[],
                &[View, Comment],
            ),
            Purpose::Buyer => {
                (&["property", "zone", "system", "entry", "certificate", "warranty", "claim", "document"], &[], &[View])
            }
            // A certificate without who issued it proves nothing.
            Purpose::Conveyancer => (&["property", "zone", "system", "certificate"], &[Tick::Names], &[View, Download]),
            Purpose::Insurer => (
                &["property", "zone", "system", "entry", "certificate", "warranty", "claim", "item", "remark"],
                &[Tick::Names],
                &[View, Download],
            ),
            Purpose::Trade => {
                (&["property", "zone", "system", "entry", "warranty", "claim", "document"], &[], &[View, Contribute])
            }
            Purpose::Supplier => (&["zone", "system"], &[], &[View]),
            Purpose::Neighbour => (&OF_NEIGHBOUR, &[], &[View]),
        };
        Self {
            kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
            ticks: ticks.to_vec(),
            verbs: verbs.to_vec(),
            ..Self::default()
        }
    }

    /// What a link gives by which somebody is recommended: who they are, how to reach them, and what they did.
    pub fn recommending(recommended: Recommendation) -> Self {
        let ticks = vec![Tick::Names, Tick::Contacts];
        Self { ticks, recommends: Some(recommended), ..Self::of(Purpose::Neighbour) }
    }

    /// Whether it gives records of that kind.
    pub fn gives(&self, kind: &str) -> bool {
        self.kinds.iter().any(|given| given == kind)
    }

    /// Whether it shows what is hidden by default.
    pub fn shows(&self, tick: Tick) -> bool {
        self.ticks.contains(&tick)
    }

    /// Whether that may be done.
    pub fn allows(&self, verb: Verb) -> bool {
        self.verbs.contains(&verb)
    }

    /// Whether it gives nothing that `other` does not give: what a link that is narrowed must be.
    pub fn is_within(&self, other: &Self) -> bool {
        let part = |own: &[RecordId], all: &[RecordId]| {
            all.is_empty() || (!own.is_empty() && own.iter().all(|id| all.contains(id)))
        };
        self.kinds.iter().all(|kind| other.gives(kind))
            && part(&self.systems, &other.systems)
            && part(&self.documents, &other.documents)
            && other.from.is_none_or(|limit| self.from.is_some_and(|own| own.first() >= limit.first()))
            && other.until.is_none_or(|limit| self.until.is_some_and(|own| own.last() <= limit.last()))
            && self.ticks.iter().all(|tick| other.shows(*tick))
            && self.verbs.iter().all(|verb| other.allows(*verb))
            && (other.recommends.is_none() || self.recommends == other.recommends)
    }

    /// What is wrong with it.
    pub fn check(&self, check: &mut Check) {
        if self.kinds.is_empty() {
            check.fault("kinds", FaultCode::Missing);
        }
        if self.kinds.len() > KINDS.len() || !self.kinds.iter().all(|kind| KINDS.contains(&kind.as_str())) {
            check.fault("kinds", FaultCode::NotAllowed);
        }
        if !self.allows(Verb::View) {
            check.fault("verbs", FaultCode::Missing);
        }
        if self.shows(Tick::Papers) {
            check.fault("ticks", FaultCode::NotAllowed);
        }
        if self.systems.len() > LIST_MAX {
            check.fault("systems", FaultCode::TooBig);
        }
        if self.documents.len() > LIST_MAX {
            check.fault("documents", FaultCode::TooBig);
        }
        if self.from.zip(self.until).is_some_and(|(from, until)| from.first() > until.last()) {
            check.fault("until", FaultCode::Contradicts);
        }
        if let Some(recommended) = &self.recommends {
            recommended.check(check);
            let gives_more = !self.kinds.iter().all(|kind| OF_NEIGHBOUR.contains(&kind.as_str()));
            if gives_more || self.shows(Tick::Costs) || self.shows(Tick::Notes) || self.verbs != [Verb::View] {
                check.fault("recommends", FaultCode::NotAllowed);
            }
        }
        debug_assert!(KINDS.iter().all(|kind| kind_of(kind).is_some()));
    }
}
