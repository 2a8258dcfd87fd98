//! Who has to see to what in a scheme: who maintains, who repairs, who bears the cost and who bears the excess of an insurance claim, with the rule that says so.
//!
//! The scheme's own rules stand above those of the law where they speak of the case; the law is data with its source ([`law`]). A homeowners' association has
//! none of those: its constitution says it, and where that is silent only what is usual is told, as such. What is not known is told as what has to be found out.

pub mod law;
mod own;
mod route;

pub use law::Law;
pub use own::OwnRule;
pub use route::{Alarm, Route, route};

use crate::choice::choice;
use crate::system::SystemType;

choice! {
    /// What a scheme is.
    Regime {
        /// A sectional title scheme with a body corporate.
        SectionalTitle = "sectional_title",
        /// A homeowners' association with a constitution.
        Association = "association",
    }
}

choice! {
    /// Whose a thing is by where it stands.
    Standing {
        /// Nobody has said.
        Unknown = "unknown",
        /// In a section, or on an owner's own land in an association.
        Section = "section",
        /// On the common property.
        Common = "common",
        /// On a part of the common property that is for the use of one owner alone.
        ExclusiveUse = "exclusive_use",
    }
}

choice! {
    /// Whom a thing serves.
    Serves {
        /// Nobody has said.
        Unknown = "unknown",
        /// One section or exclusive use area.
        One = "one",
        /// Several of them.
        Several = "several",
        /// The common property.
        Common = "common",
    }
}

choice! {
    /// A duty.
    Duty {
        /// To maintain.
        Maintain = "maintain",
        /// To repair and replace.
        Repair = "repair",
        /// To bear the cost of both in the end.
        Pay = "pay",
        /// To bear the excess of a claim on the scheme's insurance.
        Excess = "excess",
    }
}

choice! {
    /// Who bears a duty.
    Bearer {
        /// The owner of the unit.
        Owner = "owner",
        /// The owners whose sections it serves, by share.
        Served = "served",
        /// The body corporate, or the association.
        Body = "body",
    }
}

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What the scheme is.
    pub regime: Regime,
    /// What it is.
    pub sort: SystemType,
    /// Where it stands.
    pub standing: Standing,
    /// Whom it serves.
    pub serves: Serves,
}

/// Why nobody can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Whether it stands in a section or on common property has to be found out: by the sectional plan.
    Standing,
    /// Whom it serves has to be found out.
    Serves,
    /// The association's constitution has to be looked into.
    Constitution,
}

/// The rule that an answer stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule<'a> {
    /// One of the law, or of what is usual.
    Law(&'static Law),
    /// One of the scheme's own.
    Own(&'a OwnRule),
}

/// Who bears a duty, and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// Who; else why nobody can be named.
    pub bearer: Result<Bearer, Gap>,
    /// By which rule; of a gap the one that would decide, where there is one.
    pub rule: Option<Rule<'a>>,
}

/// Who bears a duty about a thing. `own` are the scheme's own rules, in their order.
pub fn answer(thing: Thing, duty: Duty, own: &[OwnRule]) -> Answer<'_> {
    if let Some(rule) = own::applying(thing, duty, own) {
        return Answer { bearer: Ok(rule.bearer), rule: Some(Rule::Own(rule)) };
    }
    // Who has to repair by a rule of the scheme's own bears the excess too: rule 23(2)(b) speaks of the Act and the rules.
    if duty == Duty::Excess
        && thing.regime == Regime::SectionalTitle
        && let Some(repair) = own::applying(thing, Duty::Repair, own)
    {
        return Answer { bearer: Ok(repair.bearer), rule: Some(Rule::Law(&law::EXCESS)) };
    }
    let (bearer, rule) = law::says(thing, duty);
    Answer { bearer, rule: rule.map(Rule::Law) }
}

/// Who bears each duty about a thing, by [`Duty::ALL`]: a line of the map.
pub fn answers(thing: Thing, own: &[OwnRule]) -> [Answer<'_>; Duty::ALL.len()] {
    std::array::from_fn(|at| answer(thing, Duty::ALL[at], own))
}
